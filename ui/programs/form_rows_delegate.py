"""Paints the rows of a form sheet: what cannot be read in red, what stays as it is in gray."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ot_desktop.importing.form_rows import FormRow
from ui.programs.form_rows_table_model import AFTER, BEFORE
from ui.widgets.row_delegate import Index, RowDelegate, paint_text
from ui.widgets.table_model import ROW_ROLE


class FormRowsDelegate(RowDelegate):
    """The words are the model's."""

    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Paint the cell of ``index``."""
        row: FormRow = index.data(ROW_ROLE)
        tone = "text"
        if index.column() == AFTER and row.problems:
            tone = "danger-text"
        elif index.column() == BEFORE or (index.column() == AFTER and not row.changes):
            tone = "text-2"
        paint_text(painter, area, str(index.data()), tone=tone)
