"""The visits of a day as rows: when, who, with whom, where, how it stands, alerts, what to do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from ot_desktop.day.domain import DayVisit
from ot_desktop.day_words import clock_text
from ui.visits.board_facts import Block
from ui.visits.day_block import alert_words
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel

TIME, CHILD, THERAPIST, ROOM, STATUS, ALERTS, ACTION = range(7)


@dataclass(frozen=True, slots=True)
class DayRow:
    """A visit and the block the board would show of it."""

    visit: DayVisit
    block: Block

    @property
    def status_words(self) -> str:
        """How the visit stands, in a word or two."""
        return self.block.status_words

    @property
    def action_words(self) -> str:
        """What the one button of the visit does."""
        if self.block.action is None:
            return ""
        return _tr("Take back") if self.block.action.is_on else self.block.action.words


class DayTableModel(TableModel[DayRow]):
    """One visit a row, in the order of the day."""

    def __init__(self, parent: QObject | None = None) -> None:
        headings = (
            self.tr("Time"),
            self.tr("Child"),
            self.tr("Therapist"),
            self.tr("Room"),
            self.tr("Status"),
            self.tr("Alerts"),
            self.tr("Action"),
        )
        super().__init__(headings, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _CELLS[index.column()](row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings[index.column()]}: {_CELLS[index.column()](row)}"
        return {KEY_ROLE: row.visit.session.id, ROW_ROLE: row}.get(role)


# In the order of the columns.
_CELLS: tuple[Callable[[DayRow], str], ...] = (
    lambda row: clock_text(row.visit.session.starts),
    lambda row: row.visit.session.child_name,
    lambda row: row.visit.session.therapist_name,
    lambda row: row.visit.session.room_name or _tr("No room"),
    lambda row: row.status_words,
    lambda row: alert_words(row.visit),
    lambda row: row.action_words,
)


def _tr(words: str) -> str:
    return QCoreApplication.translate("day_table_model", words)
