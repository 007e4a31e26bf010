"""The bar above the week grid: which week, which rows, whom to look for, what to take back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop.programs.board import View
from ui.programs.week_tabs import WeekTabs
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.search_box import SearchBox
from ui.widgets.segmented import SegmentedControl

_FIND_WIDE, _FIND_LEAST = 140, 84
_HIGH = 44


class AdjustBar(QWidget):
    """``view_changed`` carries what a row is; ``found_wanted`` what was typed to find a child."""

    view_changed = Signal(object)
    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.weeks = WeekTabs()
        self.view_control = SegmentedControl(self.tr("Rows"))
        for view, words in self._view_words().items():
            self.view_control.add(view.value, words)
        self.find_box = SearchBox(self.tr("Find child"), self.tr("Find child"), keys="")
        self.list_button = IconButton("list", self.tr("Show the week as a list (V)"))
        self.list_button.setCheckable(True)
        self.undo_button = Button(self.tr("Undo"), "link", icon="arrow-back-up", keys="Ctrl Z")
        self.redo_button = Button(self.tr("Redo"), "link", icon="arrow-forward-up")
        self.redo_button.setToolTip(self.tr("Ctrl Shift Z"))
        self.panel_button = Button(self.tr("Fixes"), icon="list-details")
        self.panel_button.setCheckable(True)
        self.print_button = Button(self.tr("Print"), icon="printer")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.weeks)
        for part in (self.view_control, self.find_box, self.list_button):
            row.addWidget(part)
        row.addStretch(1)
        for button in (self.undo_button, self.redo_button, self.panel_button, self.print_button):
            row.addWidget(button)
        self.view_control.changed.connect(self._tell_view)
        self.print_button.clicked.connect(self.print_wanted)
        theme().changed.connect(self._fit)
        self._fit()

    @property
    def view(self) -> View:
        """What a row of the grid is."""
        return View(self.view_control.chosen())

    def show_history(self, *, can_undo: bool, can_redo: bool) -> None:
        """Show whether something can be taken back or done again."""
        self.undo_button.setEnabled(can_undo)
        self.redo_button.setVisible(can_redo)

    def _view_words(self) -> dict[View, str]:
        return {
            View.THERAPIST: self.tr("Therapist"),
            View.ROOM: self.tr("Room"),
            View.CHILD: self.tr("Child"),
        }

    @Slot()
    def _tell_view(self) -> None:
        self.view_changed.emit(self.view)

    @Slot()
    def _fit(self) -> None:
        self.find_box.setMinimumWidth(theme().px(_FIND_LEAST))
        self.find_box.setMaximumWidth(theme().px(_FIND_WIDE))
        self.setFixedHeight(theme().px(_HIGH))
