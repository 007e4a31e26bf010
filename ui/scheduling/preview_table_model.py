"""The rows of a series before it is saved, as a table."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ot_desktop.scheduling.preview import PreviewRow
from ui.scheduling.row_words import (
    all_words,
    number_words,
    state_words,
    when_words,
    with_words,
)
from ui.widgets.table import KEY_ROLE

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NUMBER, WHEN, WITH, STATE = range(4)


class Column(NamedTuple):
    """A heading and how to read its cell from a row."""

    heading: str
    text: Callable[[PreviewRow], str]


COLUMNS = (
    Column("No.", number_words),
    Column("When", when_words),
    Column("With", with_words),
    Column("State", state_words),
)


class PreviewTableModel(QAbstractTableModel):
    """A read-only table of dates; ``set_rows`` replaces them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PreviewRow, ...] = ()

    def set_rows(self, rows: tuple[PreviewRow, ...]) -> None:
        """Replace every row; the same number of rows keeps place and selection."""
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                last = self.index(len(rows) - 1, len(COLUMNS) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, place: int) -> PreviewRow:
        """Return the row shown at ``place``."""
        return self._rows[place]

    # Qt calls these.

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[index.column()].text(row)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return all_words(row)
        return {ROW_ROLE: row, KEY_ROLE: row.asked or row.day}.get(role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].heading
        return None
