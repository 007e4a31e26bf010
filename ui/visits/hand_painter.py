"""Paints what is carried over the board: where it fits, where it was, where it is held."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ot_desktop.day_words import minute_text
from ui.icons import paint_icon
from ui.theme import theme
from ui.visits.block_painter import paint_dashed
from ui.visits.board_facts import Block, Fit, Moved, Verdict
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import paint_text

_FADE = 150  # of 255: what is being moved stays readable where it was
_ICON, _LINE, _PAD = 14, 16, 8
_LOOKS = {
    Fit.FITS: ("ok-soft", "ok", "ok-text", "circle-check"),
    Fit.WARNS: ("warn-soft", "warn", "warn-text", "alert-circle"),
    Fit.STOPS: ("danger-soft", "danger", "danger-text", "circle-x"),
}


def paint_free(painter: QPainter, area: QRectF) -> None:
    """Frame a stretch the visit fits into anywhere."""
    ground = QColor(theme().color("ok-soft"))
    ground.setAlpha(150)
    paint_box(painter, area, 6, ground)
    paint_dashed(painter, area, theme().color("ok"), 1.5)


def paint_word(painter: QPainter, area: QRectF, word: str) -> None:
    """Write the short reason at the edge of what does not fit."""
    right = Qt.AlignmentFlag.AlignRight
    paint_text(painter, area.adjusted(4, 0, -4, 0), word, px=12, tone="text-3", align=right)


def paint_faded(painter: QPainter, area: QRectF) -> None:
    """Fade the visit where it was."""
    veil = QColor(theme().color("surface"))
    veil.setAlpha(_FADE)
    painter.fillRect(area, veil)
    paint_dashed(painter, area, theme().color("focus"), 1.5)


def paint_held(painter: QPainter, area: QRectF, block: Block, to: Moved, verdict: Verdict) -> None:
    """Paint the visit where it is held, the verdict in words on it and below."""
    color, px = theme().color, theme().px
    ground, edge, ink, icon = _LOOKS[verdict.fit]
    paint_box(painter, area, 6, color(ground), color(edge), 2)
    side = px(_ICON)
    high = min(px(18), area.height())
    where = QRectF(area.x() + _PAD, round(area.y() + 3 + (high - side) / 2), side, side)
    paint_icon(painter, icon, ink, where)
    words = QRectF(where.right() + 5, area.y() + 3, area.right() - where.right() - 9, high)
    span = f"{minute_text(to.from_minute)}–{minute_text(to.until_minute)}"
    paint_text(painter, words, f"{span} {block.title}", px=13, weight=700)
    if verdict.words:
        _paint_tip(painter, area, verdict.words, color(edge), ink)


def _paint_tip(
    painter: QPainter, area: QRectF, lines: tuple[str, ...], edge: QColor, ink: str
) -> None:
    """Paint the sentences in a box of their own, below what is held, above where no room is."""
    px = theme().px
    metrics = QFontMetricsF(theme().font(13))
    wide = min(px(300), max(metrics.horizontalAdvance(each) for each in lines) + 2 * _PAD + 1)
    flags = Qt.TextFlag.TextWordWrap
    room = QRectF(0, 0, wide - 2 * _PAD, 10_000)
    heights = [metrics.boundingRect(room, flags, each).height() for each in lines]
    high = sum(heights) + 2 * (_PAD - 2)
    painted = painter.clipBoundingRect() if painter.hasClipping() else None
    view = painted or painter.transform().inverted()[0].mapRect(QRectF(painter.viewport()))
    top = area.bottom() + 6
    if top + high > view.bottom():
        top = area.y() - 6 - high
    left = max(view.x() + 4, min(area.x() + 8, view.right() - wide - 4))
    box = QRectF(round(left), round(top), round(wide), round(high))
    paint_box(painter, box, 8, theme().color("surface"), edge, 1.5)
    painter.setFont(theme().font(13))
    painter.setPen(theme().color(ink))
    y = box.y() + _PAD - 2
    for words, line in zip(lines, heights, strict=True):
        where = QRectF(box.x() + _PAD, y, box.width() - 2 * _PAD, line)
        painter.drawText(where, flags, words)
        y += line
