"""The rows of a series before it is saved, as a table."""

from typing import Any

from PySide6.QtCore import QObject, Qt

from ot_desktop.scheduling.preview import PreviewRow
from ui.visits.row_words import (
    all_words,
    number_words,
    state_words,
    when_words,
    with_words,
)
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel

NUMBER, WHEN, WITH, STATE = range(4)

# In the order of the columns.
_CELLS = (number_words, when_words, with_words, state_words)


class PreviewTableModel(TableModel[PreviewRow]):
    """A read-only table of dates; ``set_rows`` replaces them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        headings = (self.tr("No."), self.tr("When"), self.tr("With"), self.tr("State"))
        super().__init__(headings, parent)

    def set_rows(self, rows: tuple[PreviewRow, ...]) -> None:
        """Replace every row; the same number of rows keeps place and selection."""
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                last = self.index(len(rows) - 1, STATE)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.show_rows(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _CELLS[index.column()](row)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return all_words(row)
        return {ROW_ROLE: row, KEY_ROLE: row.asked or row.day}.get(role)
