"""The parts of the step Adjust, and how they share the room: bar, week, panel, legend."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.focus import tab_stops
from ui.programs.adjust_bar import AdjustBar
from ui.programs.legend import Legend
from ui.programs.side_panel import SidePanel
from ui.programs.step_page import StepPage
from ui.programs.week_frame import WeekFrame
from ui.theme import theme
from ui.widgets.notice import Notice

_SIDE, _GAP = 20, 12
_PANEL, _WIDE_PANEL, _WIDE_FROM = 300, 340, 1460
_LEAST_BESIDE = 1000  # narrower pages show the panel only when asked


class AdjustView(StepPage):
    """Where the panel has no room beside the week, a button of the bar shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self.bar.panel_button.toggled.connect(self._fit)
        self.panel.verticalScrollBar().rangeChanged.connect(self._fit)
        theme().changed.connect(self._fit)
        self._fit()

    def _build(self) -> None:
        self.bar = AdjustBar()
        self.notice = Notice("danger", "alert-circle", action=self.tr("Place anyway"))
        self.week = WeekFrame()
        self.grid = self.week.grid
        self.panel = SidePanel()
        self.legend = Legend()
        self.other_notice = Notice("warn", "lock", action=self.tr("Look again"))
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 0, _SIDE, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.other_notice)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self.week, 1)
        row.addWidget(self.panel)
        column.addLayout(row, 1)
        column.addWidget(self.legend)

    def go_to_region(self, by: int) -> None:
        """Go to the bar, the week or the panel, round and round."""
        regions = (self.bar, self.week, self.panel)
        ways = (self.bar.weeks.control.setFocus, self.week.take_focus, self.go_to_missing)
        at = QApplication.focusWidget()
        here = next((n for n, each in enumerate(regions) if at and each.isAncestorOf(at)), 0)
        ways[(here + by) % len(ways)]()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panel its share."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        wide = self.width() >= px(_WIDE_FROM)
        cards = px(_WIDE_PANEL if wide else _PANEL)
        self.panel.setFixedWidth(cards + self.panel.beside_bar())
        is_narrow = self.width() < px(_LEAST_BESIDE)
        self.bar.panel_button.setVisible(is_narrow)
        self.panel.setVisible(not is_narrow or self.bar.panel_button.isChecked())

    @Slot()
    def go_to_missing(self) -> None:
        """Put the keyboard into the list of who is not placed, or else into the panel."""
        self.open_panel()
        if not self.panel.not_placed_card.go_to_list():
            next(tab_stops(self.panel), self.grid).setFocus()

    @Slot()
    def open_panel(self) -> None:
        """Show the panel, also where there is little room."""
        self.bar.panel_button.setChecked(True)
        self._fit()
