"""Paints an owner's counts: where something is late, the age of the oldest is red."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ot_desktop.notes.writer_counts import WriterCount
from ui.widgets.row_delegate import Index, RowDelegate, paint_text
from ui.widgets.table_model import ROW_ROLE


class WritersDelegate(RowDelegate):
    """Only the last column is more than a line of text."""

    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Paint the cell of ``index``."""
        counts: WriterCount = index.data(ROW_ROLE)
        if index.column() == index.model().columnCount() - 1 and counts.late:
            paint_text(painter, area, index.data(), weight=600, tone="danger-text")
        else:
            super().paint_content(painter, area, index)
