"""The notes still to be written or signed, as rows of a table."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from ot_desktop.clock import now_local
from ot_desktop.notes.note_page import UnfinishedNote
from ui.notes.queue_words import state_words, when_text
from ui.shared.ages import waited_text
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel


def _tr(words: str) -> str:
    return QCoreApplication.translate("notes", words)


def _child(note: UnfinishedNote) -> str:
    return note.child_name


def _visit(note: UnfinishedNote) -> str:
    return when_text(note.starts)


def _age(note: UnfinishedNote) -> str:
    words = waited_text(max(timedelta(0), note.age(now_local())))
    return _tr("{0}, late").format(words) if note.is_late else words


def _therapist(note: UnfinishedNote) -> str:
    return note.writer


AGE = 2
# In the order of the columns.
_CELLS = (_child, _visit, _age, state_words, _therapist)


class UnfinishedTableModel(TableModel[UnfinishedNote]):
    """Mine first, the oldest on top."""

    def __init__(self, parent: QObject | None = None) -> None:
        headings = (_tr("Child"), _tr("Visit"), _tr("Age"), _tr("Note"), _tr("Therapist"))
        super().__init__(headings, parent)

    def show_notes(self, notes: Sequence[UnfinishedNote]) -> None:
        """Replace all rows."""
        self.show_rows(sorted(notes, key=lambda note: not note.is_mine))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        note = self.row(index.row())
        if role == KEY_ROLE:
            return note.session_id
        if role == ROW_ROLE:
            return note
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _CELLS[index.column()](note)
        return None
