"""Children of the caseload to choose from, for an intensive."""

from typing import Any

from PySide6.QtCore import QObject, Qt

from ot_desktop.caseload.table import CaseloadRow
from ot_desktop.clock import today
from ui.shared.ages import age_text
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import TableModel

CHOSEN, CHILD, AGE, THERAPIST = range(4)


class ChoiceTableModel(TableModel[CaseloadRow]):
    """Children to choose from; what was ticked stays ticked while others are looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        headings = ("", self.tr("Child"), self.tr("Age"), self.tr("Therapist"))
        super().__init__(headings, parent)
        self.chosen: dict[int, CaseloadRow] = {}

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == CHOSEN:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == CHOSEN:
            on = row.id in self.chosen
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        age = age_text(row.born_on, today(), short=True)
        words = ("", row.full_name, age, row.therapist_name or "")[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.full_name if column == CHOSEN else f"{self.headings[column]}: {words}"
        return row.id if role == KEY_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        row = self._rows[index.row()]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.chosen[row.id] = row
        else:
            self.chosen.pop(row.id, None)
        self.dataChanged.emit(index, index, [role])
        return True
