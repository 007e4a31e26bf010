"""A child at a glance: goals, what happened and what comes, family, care details."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QWidget,
)

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.permissions import Permission, SignedIn
from ui.caseload.care_column import CareColumn, Glance
from ui.caseload.goal_card import GoalRow
from ui.caseload.timeline_card import ALL, TimelineCard
from ui.theme import theme
from ui.widgets.card import Card
from ui.widgets.label import label, rule
from ui.widgets.leaving import empty
from ui.widgets.scrolling import scroller

RIGHT = 288
TIMELINE = 310
_GOALS, _GAP = 290, 12


class OverviewTab(QWidget):
    """Rebuilt as a whole when something of the child was saved."""

    note_wanted = Signal(int)
    visit_opened = Signal(int)
    goal_wanted = Signal()
    score_wanted = Signal()
    family_wanted = Signal()
    sessions_wanted = Signal()
    programs_wanted = Signal()
    step_wanted = Signal(object)

    def __init__(self, user: SignedIn) -> None:
        super().__init__()
        self._user = user
        self._child_id: int | None = None
        self.timeline: TimelineCard | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        # What is worked on and what happened: beside each other, or under each other.
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(_GAP)
        self._row.addLayout(self._pair, 11)

    def show_child(self, child: ChildPage, glance: Glance, today: date) -> None:
        """Show another child, or the same one after a change."""
        empty(self._pair)
        empty(self._row, keep=1)
        sees_notes = self._user.may(Permission.SEE_NOTES)
        # Each part is put in its place first and filled there: it is styled once, not at each move.
        if sees_notes:
            self._add_goals(child)
        self._add_timeline(child.id, glance, today)
        column = CareColumn(self._user)
        column.family_wanted.connect(self.family_wanted)
        column.programs_wanted.connect(self.programs_wanted)
        column.step_wanted.connect(self.step_wanted)
        right = scroller(column, name=self.tr("Visits, family and care"))
        right.setFixedWidth(theme().px(RIGHT))
        self._row.addWidget(right)
        column.show_child(child, glance, today)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sessions under the goals where three columns have no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < theme().px(_GOALS + TIMELINE + RIGHT) + 2 * _GAP
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._pair.setDirection(way)

    def _add_goals(self, child: ChildPage) -> None:
        can_score = any(goal.met_on is None for goal in child.goals)
        verb = self.tr("Add a score") if can_score else self.tr("Add a goal")
        may_write = self._user.may(Permission.WRITE_NOTE)
        card = Card(self.tr("Goals"), action=verb if may_write else "")
        if card.action_button is not None:
            wanted = self.score_wanted if can_score else self.goal_wanted
            card.action_button.clicked.connect(wanted)
        self._pair.addWidget(card, 6)
        column = card.add_column()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if not child.goals:
            words = self.tr("No goals yet. A goal says what the child will do, and how well.")
            hint = label(words, "body", "text-2", wrap=True)
            hint.setContentsMargins(14, 8, 14, 8)
            column.addWidget(hint)
        for goal in child.goals:
            column.addWidget(rule())
            column.addWidget(GoalRow(goal))
        column.addStretch(1)

    def _add_timeline(self, child_id: int, glance: Glance, today: date) -> None:
        part = self.timeline.part if self.timeline and self._child_id == child_id else ALL
        self._child_id = child_id
        self.timeline = card = TimelineCard(glance.timeline, len(glance.sessions), today)
        if card.action_button is not None:
            card.action_button.clicked.connect(self.sessions_wanted)
        card.note_wanted.connect(self.note_wanted)
        card.visit_opened.connect(self.visit_opened)
        card.setMinimumWidth(theme().px(TIMELINE))
        self._pair.addWidget(card, 5)
        card.show_part(part)
