"""What is going to be placed, who is left out and why, and how long to look."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.programs.contradictions import Contradiction, Easing
from ot_desktop.programs.domain import ProgramChild
from ui.programs.contradiction_row import ContradictionRow
from ui.programs.words import children_words, sessions_words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.notice import Notice
from ui.widgets.segmented import SegmentedControl

_TIMES = (10, 30, 60)
_MOST_SHOWN = 3


class BeforeCard(Card):
    """``child_wanted`` carries whose wishes to look at; ``ease_wanted`` also what gives way."""

    child_wanted = Signal(int)
    ease_wanted = Signal(int, object)

    def __init__(self, *, may_plan: bool) -> None:
        super().__init__(self.tr("What is placed"))
        self._may_plan = may_plan
        self._contradictions: tuple[Contradiction, ...] = ()
        self._shows_all = False
        self._first_left_out = 0
        self.words_label = label("", wrap=True)
        self.left_out = Notice("warn", "clock", action=self.tr("Ask for times"))
        self.rows: list[ContradictionRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.more_button = Button("", "link", size="small")
        self.time_control = SegmentedControl(self.tr("Look for at most"))
        for seconds in _TIMES:
            self.time_control.add(str(seconds), self.tr("{0} s").format(seconds))
        self.time_control.choose(str(_TIMES[-1]))
        self._build()
        if self.left_out.button is not None:
            self.left_out.button.clicked.connect(self._go_to_left_out)
        self.more_button.clicked.connect(self._show_all)

    def seconds(self) -> int:
        """Return how long to look for a plan at most."""
        return int(self.time_control.chosen())

    def show_children(
        self, children: Sequence[ProgramChild], ready: Sequence[ProgramChild]
    ) -> None:
        """Say how many are placed, and who cannot be."""
        sessions = sessions_words(sum(each.sessions_wanted for each in ready))
        words = self.tr("{0} with {1}.").format(children_words(len(ready)), sessions)
        self.words_label.setText(words if ready else self.tr("No child can be placed yet."))
        missing = [each for each in children if each not in ready]
        self._first_left_out = missing[0].id if missing else 0
        names = ", ".join(each.short_name for each in missing)
        told = self.tr("Left out, their times are missing: {0}").format(names)
        self.left_out.say(told if missing else "")

    def show_contradictions(self, contradictions: tuple[Contradiction, ...]) -> None:
        """Say which Musts cannot hold together, and offer to relax one."""
        if contradictions == self._contradictions and self.rows:
            return
        self._contradictions = contradictions
        empty(self._column)
        shown = contradictions if self._shows_all else contradictions[:_MOST_SHOWN]
        self.rows = [ContradictionRow(each, may_plan=self._may_plan) for each in shown]
        for row, contradiction in zip(self.rows, shown, strict=True):
            place = contradiction.program_child_id
            row.child_wanted.connect(partial(self.child_wanted.emit, place))
            row.ease_wanted.connect(partial(self._ease, place))
            self._column.addWidget(row)
        left = len(contradictions) - len(shown)
        self.more_button.setText(self.tr("Show {0} more").format(left))
        self.more_button.setVisible(left > 0)

    def _build(self) -> None:
        self.add(self.words_label)
        self.add(self.left_out)
        self.body.addLayout(self._column)
        self.add(self.more_button)
        self.more_button.hide()
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label(self.tr("Look for at most"), "body", "text-2"))
        row.addWidget(self.time_control)
        row.addStretch(1)
        self.add(holder)
        holder.setVisible(self._may_plan)

    def _ease(self, place: int, easing: Easing) -> None:
        self.ease_wanted.emit(place, easing)

    @Slot()
    def _go_to_left_out(self) -> None:
        self.child_wanted.emit(self._first_left_out)

    @Slot()
    def _show_all(self) -> None:
        self._shows_all = True
        shown, self._contradictions = self._contradictions, ()
        self.show_contradictions(shown)
