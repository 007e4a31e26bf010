"""The head of a table: bold names, an arrow on the sorted column, rounded top corners."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.icons import paint_icon
from ui.theme import theme

_PAD = 10
_RADIUS = 9


class TableHeader(QHeaderView):
    """Sorting by click works once the table's ``setSortingEnabled`` is on."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.sortIndicatorChanged.connect(self._say_sorting)

    def sizeHint(self) -> QSize:
        """Return 32 px of height at normal text size."""
        return QSize(super().sizeHint().width(), theme().px(32))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint one heading."""
        current = theme()
        area = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._outline(area, logicalIndex), current.color("surface-alt"))
        line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(line, current.color("border"))
        painter.setFont(current.font(13, 600))
        painter.setPen(current.color("text-2"))
        self._paint_words(painter, area.adjusted(_PAD, 0, -_PAD, -1), logicalIndex)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, column: int) -> None:
        text = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        sorted_by = self._table.isSortingEnabled() and self.sortIndicatorSection() == column
        side = theme().px(14) if sorted_by and text else 0
        room = area.width() - (side + 5 if side else 0)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(room))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
        if side:
            left = area.left() + painter.fontMetrics().horizontalAdvance(text) + 5
            where = QRectF(round(left), round(area.center().y() - side / 2), side, side)
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            paint_icon(painter, "arrow-up" if up else "arrow-down", "text-2", where)

    def _outline(self, area: QRectF, column: int) -> QPainterPath:
        visual = self.visualIndex(column)
        left = _RADIUS if visual == 0 else 0
        right = _RADIUS if visual == self.count() - self.hiddenSectionCount() - 1 else 0
        path = QPainterPath()
        path.moveTo(area.bottomLeft())
        path.lineTo(area.left(), area.top() + left)
        path.quadTo(area.topLeft(), area.topLeft() + QPointF(left, 0))
        path.lineTo(area.right() - right, area.top())
        path.quadTo(area.topRight(), area.topRight() + QPointF(0, right))
        path.lineTo(area.bottomRight())
        path.closeSubpath()
        return path

    @Slot(int, Qt.SortOrder)
    def _say_sorting(self, column: int, order: Qt.SortOrder) -> None:
        if self.model() is None:
            return
        name = self.model().headerData(column, Qt.Orientation.Horizontal) or ""
        up = order == Qt.SortOrder.AscendingOrder
        words = self.tr("sorted by {0}, A to Z") if up else self.tr("sorted by {0}, Z to A")
        self._table.setAccessibleDescription(words.format(name))
