"""What lies over the still week: rings, places that fit, a fix that is tried, the time now."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ot_desktop.day_words import clock_text
from ui.icons import paint_icon
from ui.theme import theme
from ui.visits.chip_painter import RADIUS
from ui.visits.targets import Target
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import paint_text

_PLUS = 13
_FADE = 150  # of 255: what is being moved stays readable where it was


def paint_target(painter: QPainter, area: QRectF, target: Target, *, is_under: bool) -> None:
    """Paint a place that fits in dashed green, or a gray word for what does not."""
    if target.fits:
        _paint_fitting(painter, area, target, is_under=is_under)
    elif is_under:
        paint_box(painter, area, RADIUS, theme().color("danger-soft"), theme().color("danger"), 2)
    elif target.word:
        right = Qt.AlignmentFlag.AlignRight
        inside = area.adjusted(4, 0, -6, 0)
        paint_text(painter, inside, target.word, px=12, tone="text-3", align=right)


def _paint_fitting(painter: QPainter, area: QRectF, target: Target, *, is_under: bool) -> None:
    color = theme().color
    if is_under:
        paint_box(painter, area, RADIUS, color("ok-soft"), color("ok"), 2)
    else:
        paint_box(painter, area, RADIUS, color("ok-soft"))
        paint_dashed(painter, area, color("ok"))
    if target.is_row_time:
        side = theme().px(_PLUS)
        plus = QRectF(0, 0, side, side)
        plus.moveCenter(area.center())
        plus.moveTo(round(plus.x()), round(plus.y()))
        paint_icon(painter, "plus", "ok-text", plus)
    else:
        words = clock_text(target.place.starts)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, area, words, px=12, weight=600, tone="ok-text", align=middle)


def paint_dashed(
    painter: QPainter, area: QRectF, color: QColor, dashes: tuple[float, float] = (3, 2)
) -> None:
    """Draw a dashed edge inside ``area``; dash and gap are in widths of the line."""
    pen = QPen(color, 1.5)
    pen.setDashPattern(dashes)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0.75, 0.75, -0.75, -0.75), RADIUS, RADIUS)


def paint_lit(painter: QPainter, area: QRectF) -> None:
    """Ring a chip of the child who is looked for, selected or being moved."""
    paint_box(painter, area, RADIUS, None, theme().color("focus"), 2)


def paint_taken_up(painter: QPainter, area: QRectF) -> None:
    """Fade what is in somebody's hand, where it was."""
    veil = QColor(theme().color("surface"))
    veil.setAlpha(_FADE)
    painter.fillRect(area, veil)
    paint_dashed(painter, area, theme().color("focus"))


def paint_cursor(painter: QPainter, area: QRectF) -> None:
    """Draw the focus ring round a cell: outside the chip, with a gap."""
    outer = area.adjusted(-2.5, -2, 2.5, 2)
    paint_box(painter, outer, RADIUS + 2, None, theme().color("focus"), 2)
    paint_box(painter, outer.adjusted(2, 2, -2, -2), RADIUS, None, theme().color("surface"), 1)


def paint_trial(painter: QPainter, area: QRectF, words: str) -> None:
    """Show where a session would go, before it goes."""
    paint_box(painter, area, RADIUS, theme().color("surface"))
    paint_dashed(painter, area, theme().color("focus"))
    paint_text(painter, area.adjusted(10, 0, -6, 0), words, px=13, weight=600)


def paint_now(painter: QPainter, area: QRectF, y: float) -> None:
    """Draw the time now through a day of a lane."""
    line = QRectF(area.x(), round(y) - 1, area.width(), 2)
    painter.fillRect(line, theme().color("danger"))
