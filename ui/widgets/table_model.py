"""What every table model of the program does alike: headings, and rows that do not nest."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE

Row = TypeVar("Row")

ROW_ROLE = KEY_ROLE + 1
"""The whole row, for the delegate."""


class TableModel(QAbstractTableModel, Generic[Row]):
    """Holds ``rows``; subclasses say in ``data`` how a cell reads."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings = tuple(headings)
        self._rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace every row."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, place: int) -> Row:
        """Return what is shown at ``place``."""
        return self._rows[place]

    # Qt calls these.

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section]
        return None
