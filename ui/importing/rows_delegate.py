"""Paints the rows to check: number, name, a badge for what happens, the reason."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter

from ot_desktop.importing.check_rows import CheckRow
from ui.importing.rows_table_model import CHILD, END, REASON, ROW, ROW_ROLE, end_look
from ui.theme import theme
from ui.widgets.badge import HEIGHT, badge_width, paint_badge
from ui.widgets.row_delegate import RowDelegate, paint_text

Index = QModelIndex | QPersistentModelIndex


class RowsDelegate(RowDelegate):
    """One look per column."""

    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Paint the cell of ``index``."""
        row: CheckRow = index.data(ROW_ROLE)
        text = str(index.data() or "")
        if index.column() == ROW:
            paint_text(painter, area, text, px=13, tone="text-2")
        elif index.column() == CHILD:
            paint_text(painter, area, text, weight=600 if row.name else 400)
        elif index.column() == END:
            _paint_end(painter, area, row)
        elif index.column() == REASON:
            tone = "text" if row.is_problem else "text-2"
            paint_text(painter, area, text, px=13, tone=tone)


def _paint_end(painter: QPainter, area: QRectF, row: CheckRow) -> None:
    words, kind, icon = end_look(row)
    high = theme().px(HEIGHT)
    wide = badge_width(words, icon)
    where = QRectF(area.left(), round(area.center().y() - high / 2), wide, high)
    paint_badge(painter, where, words, kind, icon)
