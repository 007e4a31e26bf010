"""The rows of the week as a list."""

from typing import Any

from PySide6.QtCore import Qt

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.programs.board import Block
from ui.visits.grid_words import block_words, number_words, state_words
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel


class WeekListTableModel(TableModel[Block]):
    """One row for each session and each visit that stays put, in order of time."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        block = self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(block)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return block_words(block)
        if role == KEY_ROLE:
            return block.planned_id, block.session_id
        return block if role == ROW_ROLE else None


def _cells(block: Block) -> tuple[str, ...]:
    return (
        long_day(block.starts.date()),
        clock_text(block.starts),
        block.child_name,
        block.therapist_name,
        block.room_name,
        number_words(block),
        ", ".join(state_words(block)),
    )
