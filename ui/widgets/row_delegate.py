"""Paints table rows: selection and hover over the whole row, divider, focus ring, check boxes."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QLineF,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import theme
from ui.widgets.painting import RING, paint_check

Index = QModelIndex | QPersistentModelIndex
PAD = 10


class RowDelegate(QStyledItemDelegate):
    """Paints one line of plain text; override ``paint_content`` for badges, discs and bars."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        self.ring_row = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, content, divider and ring of one cell."""
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, area, index)
        self.paint_content(painter, area.adjusted(PAD, 0, -PAD, -1), index)
        if index.row() == self.ring_row:
            self._paint_ring(painter, area, index)
        painter.restore()

    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Paint the cell's check box or text into ``area``."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            paint_check(painter, _check_rect(area), checked=_is_checked(state))
            return
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        paint_text(painter, area, _text_of(index), align=alignment or Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for the text; rows have their height from the table."""
        metrics = QFontMetricsF(theme().font(tabular=True))
        hint = super().sizeHint(option, index)
        width = metrics.horizontalAdvance(_text_of(index)) + 2 * PAD + 1
        return QSize(max(round(width), theme().px(24)), hint.height())

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Let a click anywhere in a check-box cell toggle it: a bigger target than the box."""
        checkable = index.flags() & Qt.ItemFlag.ItemIsUserCheckable
        if not checkable or not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        if event.type() == QEvent.Type.MouseButtonRelease:
            toggle(model, index)
        return True

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, index: Index
    ) -> None:
        current = theme()
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, current.color("select"))
        elif index.row() == self.hovered_row:
            painter.fillRect(area, current.color("hover"))
        line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(line, current.color("divider"))

    def _paint_ring(self, painter: QPainter, area: QRectF, index: Index) -> None:
        painter.setPen(QPen(theme().color("focus"), RING))
        box = area.adjusted(1, 1, -1, -2)
        painter.drawLine(QLineF(area.left(), box.top(), area.right(), box.top()))
        painter.drawLine(QLineF(area.left(), box.bottom(), area.right(), box.bottom()))
        if index.column() == 0:
            painter.drawLine(box.topLeft(), box.bottomLeft())
        if index.column() == index.model().columnCount() - 1:
            painter.drawLine(box.topRight(), box.bottomRight())


def paint_text(  # noqa: PLR0913 -- a text has this many sides; all but three have defaults
    painter: QPainter,
    area: QRectF,
    text: str,
    *,
    px: float = 14,
    weight: int = 400,
    tone: str = "text",
    tabular: bool = True,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
) -> None:
    """Paint one line, cut with an ellipsis where it does not fit."""
    current = theme()
    font = current.font(px, weight, tabular=tabular)
    painter.setFont(font)
    painter.setPen(current.color(tone))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter, shown)


def toggle(model: QAbstractItemModel, index: Index) -> None:
    """Turn the check box of ``index`` over."""
    on = not _is_checked(index.data(Qt.ItemDataRole.CheckStateRole))
    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    model.setData(index, state, Qt.ItemDataRole.CheckStateRole)


def _is_checked(state: object) -> bool:
    return state in {Qt.CheckState.Checked, Qt.CheckState.Checked.value}


def _check_rect(area: QRectF) -> QRectF:
    side = theme().px(18)
    return QRectF(round(area.left()), round(area.center().y() - side / 2), side, side)


def _text_of(index: Index) -> str:
    value = index.data(Qt.ItemDataRole.DisplayRole)
    return "" if value is None else str(value)
