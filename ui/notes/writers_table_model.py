"""Unfinished notes counted by therapist, as rows of a table."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from ot_desktop.notes.note_page import Queue
from ot_desktop.notes.writer_counts import WriterCount
from ui.notes.queue_words import queue_words
from ui.shared.ages import waited_text
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel


def _tr(words: str) -> str:
    return QCoreApplication.translate("notes", words)


def _counted(count: int) -> str:
    return str(count) if count else "–"


def _oldest(counts: WriterCount) -> str:
    words = waited_text(counts.oldest)
    return _tr("{0}, {1} late").format(words, counts.late) if counts.late else words


class WritersTableModel(TableModel[WriterCount]):
    """Whoever has the oldest note on top."""

    def __init__(self, parent: QObject | None = None) -> None:
        queues = queue_words()
        super().__init__((_tr("Therapist"), *queues.values(), _tr("Oldest")), parent)
        self._queues: tuple[Queue, ...] = tuple(queues)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        counts = self.row(index.row())
        if role == KEY_ROLE:
            return counts.who
        if role == ROW_ROLE:
            return counts
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._cell(counts, index.column())
        return None

    def _cell(self, counts: WriterCount, column: int) -> str:
        if column == 0:
            return counts.who
        if column <= len(self._queues):
            return _counted(counts.count(self._queues[column - 1]))
        return _oldest(counts)
