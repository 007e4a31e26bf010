"""A quick look at one child beside the caseload: alerts, visits, goals, family."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ot_desktop.caseload.domain import ChildPage, first_name, initials
from ot_desktop.caseload.goals import Goal
from ot_desktop.clock import now_local
from ot_desktop.day_words import clock_text, day_text
from ot_desktop.scheduling.service import SchedulingService
from ui.shared.ages import age_words
from ui.shared.alert_strip import AlertStrip
from ui.theme import theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button, IconButton
from ui.widgets.facts_grid import FactsGrid, breakable
from ui.widgets.label import label, rule
from ui.widgets.scrolling import smooth

WIDTH = 318
_NAME = 190
SHOWN = 3


class PeekPanel(QFrame):
    """Shows one child; ``opened`` and ``book_wanted`` carry the child's id."""

    closed = Signal()
    opened = Signal(int)
    book_wanted = Signal(int)

    def __init__(self, scheduling: SchedulingService) -> None:
        super().__init__()
        self._scheduling = scheduling
        self._child_id = 0
        self.setProperty("card", "true")
        self._build()
        self._fit()
        theme().changed.connect(self._fit)
        self.close_button.clicked.connect(self.closed)
        self.open_button.clicked.connect(self._open)
        self.book_button.clicked.connect(self._book)

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addLayout(self._head())
        self.alert_strip = AlertStrip(stacked=True)
        self.alert_strip.setContentsMargins(14, 0, 14, 10)
        outer.addWidget(self.alert_strip)
        outer.addWidget(rule())
        self._scroll = QScrollArea()
        smooth(self._scroll, name=self.tr("Quick look"))
        self._scroll.setMinimumHeight(1)  # name and alerts come first where room is scarce
        outer.addWidget(self._scroll, 1)
        outer.addWidget(rule())
        outer.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 14, 10, 12)
        row.setSpacing(11)
        self.avatar = Avatar("", None, size=52)
        row.addWidget(self.avatar)
        words = QVBoxLayout()
        words.setSpacing(1)
        self.name_label = label("", "h2", wrap=True)
        self.age_label = label("", "small", "text-2", wrap=True)
        words.addWidget(self.name_label)
        words.addWidget(self.age_label)
        row.addLayout(words, 1)
        self.close_button = IconButton("x", self.tr("Close quick look"))
        row.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _two_lines(self, name: str) -> str:
        """Cut a very long name; the alerts below it must stay in sight."""
        room = 2 * theme().px(_NAME)
        metrics = self.name_label.fontMetrics()
        return metrics.elidedText(breakable(name), Qt.TextElideMode.ElideRight, room)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(8)
        self.open_button = Button(self.tr("Open"), "primary", keys="Enter")
        self.book_button = Button(self.tr("Book"), icon="calendar-plus")
        row.addWidget(self.open_button)
        row.addWidget(self.book_button)
        row.addStretch(1)
        return row

    def show_child(self, child: ChildPage, today: date, talk: str = "") -> None:
        """Show another child; ``talk`` says why a talk with the family is due."""
        self._child_id = child.id
        self.avatar.show_person(initials(child.given_name, child.family_name))
        self.name_label.setText(self._two_lines(child.full_name))
        self.name_label.setToolTip(child.full_name)
        self.age_label.setText(age_words(child.born_on, today))
        self.alert_strip.show_alerts(child, today)
        body = QWidget()
        body.setProperty("ground", "surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(7)
        if talk:
            column.addWidget(label(self.tr("Needs a talk"), "label"))
            column.addWidget(label(talk, "body", "text-2", wrap=True))
            column.addWidget(rule())
        self._add_visits(column, child, today)
        self._add_goals(column, child.goals)
        self._add_family(column, child)
        column.addStretch(1)
        self._scroll.setWidget(body)

    def _add_visits(self, column: QVBoxLayout, child: ChildPage, today: date) -> None:
        column.addWidget(label(self.tr("Next visits"), "label"))
        visits = self._scheduling.next_sessions(child.id, SHOWN)
        if not visits:
            column.addWidget(label(self.tr("Nothing booked."), "body", "text-2"))
        rows = []
        for visit in visits:
            now = visit.starts <= now_local() < visit.ends
            day = self.tr("Now") if now else day_text(visit.starts.date(), today)
            words = f"{clock_text(visit.starts)}, {first_name(visit.therapist_name)}"
            if visit.number:
                words += self.tr(", session {0}").format(visit.number)
            rows.append((day, words))
        if rows:
            column.addWidget(FactsGrid(rows))
        column.addWidget(rule())

    def _add_goals(self, column: QVBoxLayout, goals: tuple[Goal, ...]) -> None:
        if not goals:
            return
        column.addWidget(label(self.tr("Goals"), "label"))
        for goal in goals:
            row = QHBoxLayout()
            row.addWidget(label(goal.statement, wrap=True), 1)
            row.addWidget(label(self._goal_state(goal), "body-strong"))
            column.addLayout(row)
            bar = QProgressBar()
            bar.setTextVisible(False)
            bar.setRange(0, goal.out_of)
            bar.setValue(goal.out_of if goal.met_on else goal.now or 0)
            bar.setAccessibleName(f"{goal.statement}: {self._goal_state(goal)}")
            column.addWidget(bar)
        column.addWidget(rule())

    def _add_family(self, column: QVBoxLayout, child: ChildPage) -> None:
        column.addWidget(label(self.tr("Family"), "label"))
        if not child.caregivers:
            column.addWidget(label(self.tr("Nobody is listed yet."), "body", "text-2"))
        for caregiver in child.caregivers:
            relation = f" ({caregiver.relation})" if caregiver.relation else ""
            phones = ", ".join(phone.number for phone in caregiver.phones)
            column.addWidget(label(f"{caregiver.full_name}{relation}", "body-strong", wrap=True))
            words = phones or self.tr("no phone")
            column.addWidget(label(words, "body", "text-2", wrap=True))

    def _open(self) -> None:
        self.opened.emit(self._child_id)

    def _book(self) -> None:
        self.book_wanted.emit(self._child_id)

    def _goal_state(self, goal: Goal) -> str:
        """Return ``Met``, ``2 of 4`` or a dash when never scored."""
        if goal.met_on:
            return self.tr("Met")
        return "–" if goal.now is None else self.tr("{0} of {1}").format(goal.now, goal.out_of)
