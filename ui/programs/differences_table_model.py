"""The sessions that two plans have at different places, as rows of a table."""

from typing import Any

from PySide6.QtCore import QObject, Qt

from ot_desktop.programs.measures import Comparison, Difference
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel

CHILD, KIND, ONE, OTHER = range(4)


class DifferencesTableModel(TableModel[Difference]):
    """The last two headings are the plans' names."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((self.tr("Child"), self.tr("Session"), "", ""), parent)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show where two plans differ."""
        self.beginResetModel()
        self.headings = (*self.headings[:ONE], comparison.one.name, comparison.other.name)
        self._rows = comparison.differences
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        words = (row.child_name, row.kind_name, row.one_text, row.other_text)[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings[index.column()]}: {words}"
        key = (row.program_child_id, row.one_planned_id, row.other_planned_id)
        return {KEY_ROLE: key, ROW_ROLE: row}.get(role)
