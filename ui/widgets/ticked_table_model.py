"""A table whose first column is ticked: flags, boxes, and what stays ticked while rows change."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt

from ui.widgets.row_delegate import Index
from ui.widgets.table_model import TableModel

Row = TypeVar("Row")

TICK = 0
"""The column of the boxes."""


class TickedTableModel(TableModel[Row]):
    """``key_of`` names a row; a tick belongs to the name, whatever rows are shown."""

    def __init__(
        self,
        headings: Sequence[str],
        key_of: Callable[[Row], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(headings, parent)
        self.key_of = key_of
        self.ticked: dict[Hashable, Row] = {}

    def tick_of(self, row: Row) -> Qt.CheckState:
        """Return whether a row's box is ticked."""
        is_on = self.key_of(row) in self.ticked
        return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked

    # Qt calls these.

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == TICK:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        row = self._rows[index.row()]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.ticked[self.key_of(row)] = row
        else:
            self.ticked.pop(self.key_of(row), None)
        self.dataChanged.emit(index, index, [role])
        return True
