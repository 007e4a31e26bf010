"""The notes that are done, as rows of a table."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from ot_desktop.clock import wall_time
from ot_desktop.notes.note_page import SignedNote
from ui.notes.queue_words import visit_words, when_text
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel


def _tr(words: str) -> str:
    return QCoreApplication.translate("notes", words)


def _child(note: SignedNote) -> str:
    return note.child_name


def _visit(note: SignedNote) -> str:
    return when_text(note.starts)


def _state(note: SignedNote) -> str:
    return visit_words(note.status) or _tr("Held")


def _signed(note: SignedNote) -> str:
    return when_text(wall_time(note.signed_at))


def _by(note: SignedNote) -> str:
    return f"{note.signed_as}; {note.cosigned_as}" if note.cosigned_as else note.signed_as


_CELLS = (_child, _visit, _state, _signed, _by)


class SignedTableModel(TableModel[SignedNote]):
    """The latest visit on top."""

    def __init__(self, parent: QObject | None = None) -> None:
        headings = (_tr("Child"), _tr("Visit"), _tr("It was"), _tr("Signed"), _tr("By"))
        super().__init__(headings, parent)

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
