"""Children of the caseload to choose from, for an intensive."""

from operator import attrgetter
from typing import Any

from PySide6.QtCore import QObject, Qt

from ot_desktop.caseload.table import CaseloadRow
from ot_desktop.clock import today
from ui.shared.ages import age_text
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.ticked_table_model import TickedTableModel

CHOSEN, CHILD, AGE, THERAPIST = range(4)


class ChoiceTableModel(TickedTableModel[CaseloadRow]):
    """Children to choose from; what was ticked stays ticked while others are looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        headings = ("", self.tr("Child"), self.tr("Age"), self.tr("Therapist"))
        super().__init__(headings, attrgetter("id"), parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == CHOSEN:
            return self.tick_of(row)
        age = age_text(row.born_on, today(), short=True)
        words = ("", row.full_name, age, row.therapist_name or "")[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.full_name if column == CHOSEN else f"{self.headings[column]}: {words}"
        return row.id if role == KEY_ROLE else None
