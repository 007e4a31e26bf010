"""Paints the notes still to be signed: a late one has its age in red, and the word beside it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ot_desktop.notes.note_page import UnfinishedNote
from ui.notes.unfinished_table_model import AGE
from ui.widgets.row_delegate import Index, RowDelegate, paint_text
from ui.widgets.table_model import ROW_ROLE


class UnfinishedDelegate(RowDelegate):
    """Only the age is more than a line of text."""

    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Paint the cell of ``index``."""
        note: UnfinishedNote = index.data(ROW_ROLE)
        if index.column() == AGE and note.is_late:
            paint_text(painter, area, index.data(), weight=600, tone="danger-text")
        else:
            super().paint_content(painter, area, index)
