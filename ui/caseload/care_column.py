"""The right side of a child's overview: next visits, home program, family, care details."""

from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildPage, first_name
from ot_desktop.caseload.new_child import CheckedStep, FirstStep
from ot_desktop.clock import now_local
from ot_desktop.day.timeline import Timeline
from ot_desktop.day_words import clock_text, dated, day_text
from ot_desktop.home_programs.program_page import GivenProgram
from ot_desktop.notes.home_practice import HomePractice
from ot_desktop.permissions import Permission, SignedIn
from ot_desktop.scheduling.domain import ScheduledSession
from ot_desktop.scheduling.reading import AuthorizationUse
from ui.caseload.new_child_card import NewChildCard
from ui.shared.practice_card import PracticeCard
from ui.widgets.card import Card
from ui.widgets.facts_grid import FactsGrid, breakable
from ui.widgets.label import label

SHOWN_VISITS = 3


class Glance(NamedTuple):
    """What other features know of a child; ``first_steps`` while somebody is new."""

    sessions: list[ScheduledSession]
    authorizations: tuple[AuthorizationUse, ...]
    program: GivenProgram | None
    first_steps: tuple[CheckedStep, ...] = ()
    practice: HomePractice | None = None
    timeline: Timeline = Timeline()


class CareColumn(QWidget):
    """Cards under one another; ``step_wanted`` carries a ``FirstStep`` of a new child."""

    family_wanted = Signal()
    programs_wanted = Signal()
    step_wanted = Signal(object)

    def __init__(self, user: SignedIn) -> None:
        super().__init__()
        self._user = user
        self.setProperty("ground", "window")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_child(self, child: ChildPage, glance: Glance, today: date) -> None:
        """Fill the cards."""
        column = self._column
        if glance.first_steps:
            card = NewChildCard(glance.first_steps, self._may_do)
            card.wanted.connect(self.step_wanted)
            column.addWidget(card)
        column.addWidget(self._next_visits(glance.sessions, today))
        column.addWidget(self._home_program(glance))
        column.addWidget(self._family(child))
        column.addWidget(self._care(child, glance.authorizations))
        column.addStretch(1)

    def _may_do(self, step: FirstStep) -> bool:
        needed = {
            FirstStep.ALERTS: Permission.EDIT_ALERTS,
            FirstStep.GOAL: Permission.WRITE_NOTE,
        }
        return self._user.may(needed.get(step, Permission.EDIT_CHILD))

    def _next_visits(self, sessions: list[ScheduledSession], today: date) -> Card:
        coming = [each for each in sessions if each.ends > now_local() and each.status.is_open]
        card = Card(self.tr("Next visits"))
        if not coming:
            card.add(label(self.tr("Nothing booked."), "body", "text-2"))
        rows = []
        for visit in sorted(coming, key=_start)[:SHOWN_VISITS]:
            place = [clock_text(visit.starts), first_name(visit.therapist_name), visit.room_name]
            words = ", ".join(part for part in place if part)
            rows.append((day_text(visit.starts.date(), today), words))
        if rows:
            card.add(FactsGrid(rows))
        if len(coming) > SHOWN_VISITS:
            more = self.tr("{0} more after these").format(len(coming) - SHOWN_VISITS)
            card.add(label(more, "small", "text-2"))
        return card

    def _home_program(self, glance: Glance) -> Card:
        card = PracticeCard(action=self.tr("Open"))
        if card.action_button is not None:
            card.action_button.setAccessibleName(self.tr("Open home programs"))
            card.action_button.clicked.connect(self.programs_wanted)
        card.show_practice(glance.program, glance.practice)
        return card

    def _family(self, child: ChildPage) -> Card:
        card = Card(self.tr("Family"), action=self.tr("Open"))
        if card.action_button is not None:
            card.action_button.clicked.connect(self.family_wanted)
        if not child.caregivers:
            card.add(label(self.tr("Nobody is listed yet."), "body", "text-2"))
        for caregiver in child.caregivers:
            row = QHBoxLayout()
            name = label(breakable(caregiver.full_name), "body-strong", wrap=True)
            row.addWidget(name, 1)
            if caregiver.phones:
                row.addWidget(label(caregiver.phones[0].number))
            card.body.addLayout(row)
            about = [caregiver.relation, caregiver.contact_note]
            words = ". ".join(part for part in about if part)
            if words:
                card.add(label(words, "small", "text-2", wrap=True))
        if child.siblings:
            names = ", ".join(sibling.full_name for sibling in child.siblings)
            card.add(label(self.tr("Siblings: {0}").format(names), "small", "text-2", wrap=True))
        return card

    def _care(self, child: ChildPage, authorizations: tuple[AuthorizationUse, ...]) -> Card:
        card = Card(self.tr("Care details"))
        interpreter = {True: self.tr(", interpreter"), False: "", None: ""}
        rows = [
            (self.tr("Therapist"), child.therapist_name or self.tr("not chosen")),
            (self.tr("Language"), child.language + interpreter[child.needs_interpreter]),
            (self.tr("Available"), child.availability),
            (self.tr("Address"), child.address),
        ]
        if child.practice:
            minutes = f"{child.practice.min_minutes}–{child.practice.max_minutes}"
            words = self.tr("{0} min a day").format(minutes)
            rows.append((self.tr("Practice"), words))
        for use in authorizations:
            left = self.tr("{0} of {1} approved").format(max(0, use.left), use.visits)
            until = self.tr(", until {0}").format(dated(use.ends_on)) if use.ends_on else ""
            counted = self.tr("Units left") if use.rounding else self.tr("Visits left")
            rows.append((counted, left + until))
        rows.append((self.tr("Notes"), child.about))
        card.add(FactsGrid([(name, words) for name, words in rows if words]))
        return card


def _start(session: ScheduledSession) -> datetime:
    return session.starts
