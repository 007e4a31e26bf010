"""How wide the caseload's columns are, and which give way where there is no room for all."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QTableView

from ui.caseload.caseload_table_model import (
    ALERTS,
    APPROVED,
    GOALS,
    LAST_NOTE,
    NEXT,
    SESSION,
    THERAPIST,
)
from ui.theme import theme

CHILD_WIDTH = 180
# What is needed most comes first; the last goes first.
WIDTHS = {
    ALERTS: 136,
    NEXT: 118,
    THERAPIST: 112,
    SESSION: 92,
    LAST_NOTE: 122,
    APPROVED: 104,
    GOALS: 128,
}


class FittedColumns(QObject):
    """Keeps the name readable in a narrow window and in large letters."""

    def __init__(self, view: QTableView, never: Collection[int] = ()) -> None:
        super().__init__(view)
        self._view = view
        self._never = never
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
        room = self._view.viewport().width() - theme().px(CHILD_WIDTH)
        for column, at_normal_size in WIDTHS.items():
            width = theme().px(at_normal_size)
            is_shown = column not in self._never and width <= room
            room = room - width if is_shown else min(room, 0)
            self._view.setColumnHidden(column, not is_shown)
            self._view.setColumnWidth(column, width)
