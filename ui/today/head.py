"""The head of Today: which day, by whom, Book, and chips that count and filter."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.day.domain import Stands
from ot_desktop.programs.board import View
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import ChipGroup
from ui.widgets.label import label
from ui.widgets.segmented import SegmentedControl

ALL = "all"
_BOARD, _LIST = "board", "list"


class TodayHead(QWidget):
    """``stepped`` carries -1 or 1, ``changed`` says that something else is to be shown."""

    stepped = Signal(int)
    today_wanted = Signal()
    changed = Signal()
    book_wanted = Signal()
    papers_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "h1")
        self.before_button = IconButton("chevron-left", self.tr("Day before"), "standard")
        self.today_button = Button(self.tr("Today"))
        self.after_button = IconButton("chevron-right", self.tr("Day after"), "standard")
        self.view_control = SegmentedControl(self.tr("By whom"), small=True)
        self.view_control.add(View.THERAPIST.value, self.tr("By therapist"))
        self.view_control.add(View.ROOM.value, self.tr("By room"))
        self.kind_control = SegmentedControl(self.tr("Board or list"), small=True)
        self.kind_control.add(_BOARD, self.tr("Board"))
        self.kind_control.add(_LIST, self.tr("List"))
        self.papers_button = Button(self.tr("Day sheet"), icon="printer")
        self.book_button = Button(self.tr("Book"), "primary", icon="plus")
        self.chips = ChipGroup(self.tr("Which visits"), one=True)
        self._counts: dict[str, str] = {}
        self._lay_out()
        self.before_button.clicked.connect(lambda: self.stepped.emit(-1))
        self.after_button.clicked.connect(lambda: self.stepped.emit(1))
        self.today_button.clicked.connect(self.today_wanted)
        self.book_button.clicked.connect(self.book_wanted)
        self.papers_button.clicked.connect(self.papers_wanted)
        self.view_control.changed.connect(self.changed)
        self.kind_control.changed.connect(self.changed)
        self.chips.changed.connect(self.changed)

    @property
    def view(self) -> View:
        """What a column is."""
        return View(self.view_control.chosen())

    @property
    def is_list(self) -> bool:
        """Whether the day is shown as a list."""
        return self.kind_control.chosen() == _LIST

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
                self.chips.add(key, shown, checked=key == kept)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.title)
        row.addSpacing(6)
        for part in (self.before_button, self.today_button, self.after_button):
            row.addWidget(part)
        row.addSpacing(6)
        row.addWidget(self.kind_control)
        row.addWidget(self.view_control)
        row.addStretch(1)
        row.addWidget(self.papers_button)
        row.addWidget(self.book_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.chips)
