"""A child at a glance: goals, what happened and what comes, family, care details."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.clock import now_local
from ot_desktop.day_words import clock_text, dated, day_text
from ot_desktop.permissions import Permission, SignedIn
from ot_desktop.scheduling.domain import ScheduledSession
from ot_desktop.scheduling.reading import AuthorizationUse
from ui.caseload.goal_card import GoalRow
from ui.caseload.session_line import SessionLine
from ui.theme import theme
from ui.widgets.card import Card
from ui.widgets.label import label, rule

SHOWN_VISITS, SHOWN_SESSIONS = 3, 8
RIGHT = 288


class OverviewTab(QWidget):
    """Rebuilt as a whole when something of the child was saved."""

    note_wanted = Signal(int)
    goal_wanted = Signal()
    family_wanted = Signal()
    sessions_wanted = Signal()

    def __init__(self, user: SignedIn) -> None:
        super().__init__()
        self._user = user
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)

    def show_child(
        self,
        child: ChildPage,
        sessions: list[ScheduledSession],
        authorizations: tuple[AuthorizationUse, ...],
        today: date,
    ) -> None:
        """Show another child, or the same one after a change."""
        while (place := self._row.takeAt(0)) is not None:
            if (widget := place.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        sees_notes = self._user.may(Permission.SEE_NOTES)
        if sees_notes:
            self._row.addWidget(self._goals(child), 6)
        self._row.addWidget(self._timeline(sessions, today), 5)
        right = _scrolled(self._right(child, sessions, authorizations, today))
        right.setFixedWidth(theme().px(RIGHT))
        self._row.addWidget(right)

    def _goals(self, child: ChildPage) -> QWidget:
        may_add = self._user.may(Permission.WRITE_NOTE)
        card = Card(self.tr("Goals"), action=self.tr("Add a goal") if may_add else "")
        if card.action_button is not None:
            card.action_button.clicked.connect(self.goal_wanted)
        holder = QWidget()
        holder.setProperty("ground", "surface")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if not child.goals:
            words = self.tr("No goals yet. A goal says what the child will do, and how well.")
            empty = label(words, "body", "text-2", wrap=True)
            empty.setContentsMargins(14, 8, 14, 8)
            column.addWidget(empty)
        for goal in child.goals:
            column.addWidget(rule())
            column.addWidget(GoalRow(goal))
        column.addStretch(1)
        return _filled(card, holder)

    def _timeline(self, sessions: list[ScheduledSession], today: date) -> QWidget:
        card = Card(self.tr("Sessions"), action=self.tr("All {0}").format(len(sessions)))
        if card.action_button is not None:
            card.action_button.clicked.connect(self.sessions_wanted)
        holder = QWidget()
        holder.setProperty("ground", "surface")
        column = QVBoxLayout(holder)
        column.setContentsMargins(14, 0, 14, 8)
        column.setSpacing(2)
        past = [each for each in sessions if each.starts <= now_local()]
        if not past:
            words = self.tr("No session yet.")
            column.addWidget(label(words, "body", "text-2"))
        for session in sorted(past, key=_start, reverse=True)[:SHOWN_SESSIONS]:
            line = SessionLine(session, today, may_see_notes=self._user.may(Permission.SEE_NOTES))
            line.note_wanted.connect(self.note_wanted)
            column.addWidget(line)
        column.addStretch(1)
        return _filled(card, holder)

    def _right(
        self,
        child: ChildPage,
        sessions: list[ScheduledSession],
        authorizations: tuple[AuthorizationUse, ...],
        today: date,
    ) -> QWidget:
        holder = QWidget()
        holder.setProperty("ground", "window")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._next_visits(sessions, today))
        column.addWidget(self._family(child))
        column.addWidget(self._care(child, authorizations))
        column.addStretch(1)
        return holder

    def _next_visits(self, sessions: list[ScheduledSession], today: date) -> Card:
        coming = [each for each in sessions if each.ends > now_local() and each.status.is_open]
        card = Card(self.tr("Next visits"))
        if not coming:
            card.add(label(self.tr("Nothing booked."), "body", "text-2"))
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        for visit in sorted(coming, key=_start)[:SHOWN_VISITS]:
            day = label(day_text(visit.starts.date(), today), "body", "text-2")
            place = [clock_text(visit.starts), visit.therapist_name.split()[0], visit.room_name]
            words = ", ".join(part for part in place if part)
            form.addRow(day, label(words, wrap=True))
        card.body.addLayout(form)
        if len(coming) > SHOWN_VISITS:
            more = self.tr("{0} more after these").format(len(coming) - SHOWN_VISITS)
            card.add(label(more, "small", "text-2"))
        return card

    def _family(self, child: ChildPage) -> Card:
        card = Card(self.tr("Family"), action=self.tr("Open"))
        if card.action_button is not None:
            card.action_button.clicked.connect(self.family_wanted)
        if not child.caregivers:
            card.add(label(self.tr("Nobody is listed yet."), "body", "text-2"))
        for caregiver in child.caregivers:
            row = QHBoxLayout()
            name = label(caregiver.full_name, "body-strong", wrap=True)
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
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
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
            rows.append((self.tr("Visits left"), left + until))
        rows.append((self.tr("Notes"), child.about))
        for name, words in rows:
            if words:
                form.addRow(label(name, "body", "text-2"), label(words, wrap=True))
        card.body.addLayout(form)
        return card


def _start(session: ScheduledSession) -> datetime:
    return session.starts


def _filled(card: Card, content: QWidget) -> Card:
    layout = card.layout()
    card.body.setContentsMargins(0, 0, 0, 0)
    if isinstance(layout, QVBoxLayout):
        layout.setContentsMargins(1, 1, 1, 8)  # the rounded corners stay free
        layout.addWidget(_scrolled(content), 100)
    return card


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area
