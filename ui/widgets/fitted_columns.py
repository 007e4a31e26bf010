"""Which columns of a table give way where there is no room for all."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QTableView

from ui.theme import theme


class FittedColumns(QObject):
    """Keeps the stretching column readable in a narrow window and in large letters.

    It has at least ``stretching`` pixels at the normal text size; ``widths`` holds the others, what
    is needed most first: the last goes first.
    """

    def __init__(self, view: QTableView, stretching: int, widths: Mapping[int, int]) -> None:
        super().__init__(view)
        self._view = view
        self._stretching = stretching
        self._widths = widths
        view.viewport().installEventFilter(self)
        theme().changed.connect(self._fit)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the table."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    @Slot()
    def _fit(self) -> None:
        room = self._view.viewport().width() - theme().px(self._stretching)
        for column, at_normal_size in self._widths.items():
            width = theme().px(at_normal_size)
            is_shown = width <= room
            room = room - width if is_shown else min(room, 0)
            self._view.setColumnHidden(column, not is_shown)
            self._view.setColumnWidth(column, width)
