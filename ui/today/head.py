"""The head of Today: which day, by whom, Book, and chips that count and filter."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ot_desktop.day.domain import Stands
from ot_desktop.programs.board import View
from ui.visits.day_head import DayHead
from ui.widgets.button import Button
from ui.widgets.chip import ChipGroup
from ui.widgets.key_hints import KeyHints
from ui.widgets.segmented import SegmentedControl

ALL = "all"
_BOARD, _LIST = "board", "list"


class TodayHead(DayHead):
    """``papers_wanted`` asks for the day sheets."""

    papers_wanted = Signal()

    def __init__(self) -> None:
        self.kind_control = SegmentedControl(self.tr("Board or list"), small=True)
        self.kind_control.add(_BOARD, self.tr("Board"))
        self.kind_control.add(_LIST, self.tr("List"))
        super().__init__(self.kind_control)
        self.papers_button = Button(self.tr("Day sheet"), icon="printer")
        self.mine_button = Button(self.tr("My sessions"), icon="user")
        self.mine_button.hide()
        self.before_book.addWidget(self.mine_button)
        self.papers_button.clicked.connect(self.papers_wanted)
        self.before_book.addWidget(self.papers_button)
        self.chips = ChipGroup(self.tr("Which visits"), one=True)
        self.chips.changed.connect(self.changed)
        below = QHBoxLayout()
        below.addWidget(self.chips, 1)
        self.keys = KeyHints(((("C",), self.tr("check in next")), (("B",), self.tr("book"))))
        below.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(below)
        self._counts: dict[str, str] = {}

    @property
    def is_list(self) -> bool:
        """Whether the day is shown as a list."""
        return self.kind_control.chosen() == _LIST

    def offer_my_day(self, *, on: bool) -> None:
        """Offer the way to one's own sessions to whoever treats."""
        self.mine_button.setVisible(on)

    def turn_view(self) -> None:
        """Go from therapists to rooms, or back."""
        other = View.THERAPIST if self.view is View.ROOM else View.ROOM
        self.view_control.choose(other.value)

    def turn_kind(self) -> None:
        """Go from the board to the list, or back."""
        self.kind_control.choose(_BOARD if self.is_list else _LIST)

    def list_all(self) -> None:
        """Show every visit as a list."""
        self.chips.choose([ALL])
        self.kind_control.choose(_LIST)

    @property
    def filter(self) -> Stands | None:
        """Return which visits are shown; None: all of them."""
        [chosen] = self.chips.chosen() or (ALL,)
        return None if chosen == ALL else Stands(chosen)

    def show_counts(self, counts: Mapping[Stands, int]) -> None:
        """Count the visits of the day; what there is none of has no chip."""
        total = sum(counts.values())
        every = self.tr("1 visit") if total == 1 else self.tr("{0} visits").format(total)
        names = {
            Stands.CHECKED_IN: self.tr("{0} checked in"),
            Stands.IN_SESSION: self.tr("{0} in session"),
            Stands.DONE: self.tr("{0} done"),
            Stands.LATE: self.tr("{0} late"),
            Stands.NO_SHOW: self.tr("{0} no-show"),
            Stands.CANCELLED: self.tr("{0} cancelled"),
        }
        words = {ALL: every}
        for stands, name in names.items():
            if counts.get(stands):
                words[stands.value] = name.format(counts[stands])
        if words == self._counts:
            return
        [chosen] = self.chips.chosen() or (ALL,)
        self._counts = words
        kept = chosen if chosen in words else ALL
        with QSignalBlocker(self.chips):
            self.chips.clear()
            for key, shown in words.items():
                chip = self.chips.add(key, shown, checked=key == kept)
                chip.warns = key == Stands.LATE.value
