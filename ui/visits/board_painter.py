"""Paints the still board: head, hours, columns, what is shaded, the time now, the blocks."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter

from ot_desktop.day_words import minute_text
from ui.theme import theme
from ui.visits.block_painter import paint_block
from ui.visits.board_facts import BoardColumn, Shaded
from ui.visits.board_geometry import BoardGeometry
from ui.widgets.avatar import paint_avatar
from ui.widgets.painting import paint_box, paint_line
from ui.widgets.row_delegate import paint_text

_DISC, _HATCH_ALPHA = 28, 110
_HOUR = 60


def paint_column(painter: QPainter, geometry: BoardGeometry, number: int) -> None:
    """Paint one column with its blocks; the line of now lies behind them."""
    color = theme().color
    area = geometry.column_rect(number)
    painter.fillRect(area, color("surface"))
    for minute in _hours(geometry):
        line = QRectF(area.x(), geometry.y_of(minute), area.width(), 1)
        paint_line(painter, line, color("divider"))
    paint_line(painter, QRectF(area.x(), 0, 1, area.height()), color("border"))
    for shaded in geometry.facts.columns[number].shaded:
        _paint_shaded(painter, geometry, number, shaded)
    now = geometry.facts.now_minute
    if now is not None and geometry.opens <= now <= geometry.closes:
        line = QRectF(area.x(), geometry.y_of(now) - 1, area.width(), 2)
        paint_line(painter, line, color("danger"))
    if geometry.facts.closed_words:
        paint_closed(painter, area.adjusted(1, 0, 0, 0), geometry.facts.closed_words)
    for block in geometry.blocks[number]:
        paint_block(painter, geometry.rects[block.session_id], block)


def _hours(geometry: BoardGeometry) -> range:
    first = -(-(geometry.opens + 1) // _HOUR) * _HOUR
    return range(first, geometry.closes + 1, _HOUR)


def _paint_shaded(painter: QPainter, geometry: BoardGeometry, number: int, shaded: Shaded) -> None:
    first = max(shaded.from_minute, geometry.opens)
    last = min(shaded.until_minute, geometry.closes)
    if first >= last:
        return
    area = geometry.span_rect(number, first, last)
    paint_box(painter, area, 6, theme().color("sunken"))
    middle = Qt.AlignmentFlag.AlignHCenter
    inside = area.adjusted(6, 0, -6, 0)
    paint_text(painter, inside, shaded.words, px=12, tone="text-3", align=middle)


def paint_closed(painter: QPainter, area: QRectF, words: str) -> None:
    """Hatch a closed day and name why."""
    color = theme().color
    painter.fillRect(area, color("sunken"))
    hatch = QColor(color("border-strong"))
    hatch.setAlpha(_HATCH_ALPHA)
    painter.fillRect(area, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    needed = QFontMetricsF(theme().font(13)).horizontalAdvance(words) + 20
    pill = QRectF(0, 0, min(area.width() - 8, needed), theme().px(22))
    pill.moveCenter(area.center())
    paint_box(painter, pill, 4, color("surface"), color("border"))
    middle = Qt.AlignmentFlag.AlignHCenter
    paint_text(painter, pill.adjusted(6, 0, -6, 0), words, px=13, tone="text-2", align=middle)


def paint_axis(painter: QPainter, geometry: BoardGeometry) -> None:
    """Paint the hours at the left edge, and the time now."""
    color = theme().color
    painter.fillRect(QRectF(0, 0, geometry.axis, geometry.height), color("surface"))
    right = Qt.AlignmentFlag.AlignRight
    high = theme().px(16)
    now = geometry.facts.now_minute
    for minute in (geometry.opens, *_hours(geometry)):
        top = geometry.y_of(minute) - high / 2
        area = QRectF(0, max(1.0, top), geometry.axis - 6, high)
        is_hidden = now is not None and abs(geometry.y_of(now) - area.center().y()) < high
        if not is_hidden:
            paint_text(painter, area, minute_text(minute), px=12, tone="text-3", align=right)
    if now is not None and geometry.opens <= now <= geometry.closes:
        _paint_now(painter, geometry, now)


def _paint_now(painter: QPainter, geometry: BoardGeometry, now: int) -> None:
    color = theme().color
    high = theme().px(17)
    top = max(0, geometry.y_of(now) - high // 2)
    box = QRectF(0, top, geometry.axis - 3, high)
    paint_box(painter, box, 4, color("danger"))
    middle = Qt.AlignmentFlag.AlignHCenter
    paint_text(painter, box, minute_text(now), px=11.5, weight=700, tone="on-danger", align=middle)


def paint_head(painter: QPainter, area: QRectF, column: BoardColumn) -> None:
    """Paint who or what a column is."""
    color = theme().color
    painter.fillRect(area, color("surface-alt"))
    paint_line(painter, QRectF(area.x(), area.y(), 1, area.height()), color("border"))
    px = theme().px
    left = area.x() + 8
    if column.initials:
        disc = QRectF(left, round(area.center().y() - px(_DISC) / 2), px(_DISC), px(_DISC))
        paint_avatar(painter, disc, column.initials, column.color_slot)
        left = disc.right() + 8
    inside = QRectF(left, area.y(), area.right() - 6 - left, area.height())
    if not column.sub:
        paint_text(painter, inside, column.title, weight=600)
        return
    middle = area.center().y()
    title = QRectF(left, middle - px(19), inside.width(), px(20))
    paint_text(painter, title, column.title, weight=600)
    sub = QRectF(left, middle + px(1), inside.width(), px(16))
    paint_text(painter, sub, column.sub, px=12, tone="text-2")
