"""Paints one block of the board: who, when, where, how it stands, alerts and its one button."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from ui.icons import paint_icon
from ui.theme import theme
from ui.visits.board_facts import Block, Sign, Tone
from ui.widgets.avatar import SLOTS
from ui.widgets.badge import badge_width, paint_badge
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import paint_text

RADIUS = 6.0
_BAR, _LEFT, _RIGHT, _TOP = 4, 11, 6, 5
_NAME_PX, _LINE_PX = 13.5, 12
_NAME_HIGH, _LINE_HIGH, _THIRD_GAP, _BADGE_HIGH = 17, 17, 2, 19
_BUTTON, _BUTTON_ICON, _SIGN_ICON, _GAP = 26, 16, 13, 4
_ONE_LINE_BELOW = 38
_MOST_BADGES = 2
_INKS = {
    "danger": ("danger-text", 600),
    "warn": ("warn-text", 600),
    "ok": ("ok-text", 600),
    "info": ("accent-text", 600),
    "neutral": ("text-3", 400),
}


class _Look(NamedTuple):
    fill: str
    edge: str
    bar: str
    name: str = "text"
    width: float = 1.0


def look_of(block: Block) -> _Look:
    """Return the colors of a block, by name."""
    slot = f"t-{(block.color_slot - 1) % SLOTS + 1}" if block.color_slot else ""
    tint, edge, bar = (
        (f"{slot}-tint", f"{slot}-edge", slot) if slot else ("sunken", "border", "border-strong")
    )
    looks = {
        Tone.PLAIN: _Look(tint, edge, bar),
        Tone.CHECKED_IN: _Look(tint, "ok", bar),
        Tone.IN_SESSION: _Look(tint, bar, bar, width=1.5),
        Tone.LATE: _Look("warn-soft", "warn", bar),
        Tone.DONE: _Look("surface-alt", "border", "border-strong", "text-2"),
        Tone.NO_SHOW: _Look("danger-soft", "danger-border", "border-strong", "text-2"),
        Tone.CANCELLED: _Look("surface", "border-strong", "border-strong", "text-2"),
        Tone.CLASH: _Look("danger-soft", "danger", bar, "danger-text", width=1.5),
    }
    return looks[block.tone]


def action_rect(block: Block, area: QRectF) -> QRectF | None:
    """Return where the button of a block is drawn."""
    if block.action is None:
        return None
    px = theme().px
    high = min(px(_BUTTON), area.height() - 2)
    if block.action.icon:
        top = round(area.center().y() - high / 2)
        return QRectF(area.right() - _RIGHT - high, top, high, high)
    words = QFontMetricsF(theme().font(12.5, 600)).horizontalAdvance(block.action.words)
    wide = words + 18
    return QRectF(area.right() - _RIGHT - wide, area.bottom() - 2 - high, wide, high)


def paint_block(painter: QPainter, area: QRectF, block: Block) -> None:
    """Paint a block; what does not fit goes in this order: more lines, badges, the room."""
    look = look_of(block)
    _paint_ground(painter, area, block, look)
    button = action_rect(block, area)
    inside = area.adjusted(_LEFT, _TOP, -_RIGHT, -3)
    narrow = QRectF(inside)
    if button is not None:
        narrow.setRight(button.left() - _GAP)
    if area.height() < theme().px(_ONE_LINE_BELOW):
        _paint_one_line(painter, area.adjusted(_LEFT, 0, narrow.right() - area.right(), 0), block)
    else:
        _paint_lines(painter, inside, narrow, block, look)
    if button is not None:
        _paint_button(painter, button, block)


def _paint_ground(painter: QPainter, area: QRectF, block: Block, look: _Look) -> None:
    color = theme().color
    paint_box(painter, area, RADIUS, color(look.fill))
    shape = QPainterPath()
    shape.addRoundedRect(area, RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(QRectF(area.x(), area.y(), _BAR, area.height()), color(look.bar))
    if (block.color_slot or 0) > SLOTS:  # therapists nine and up share a color
        line = QRectF(area.x() + 2, area.y(), 1, area.height())
        painter.fillRect(line, color("surface"))
    painter.restore()
    if block.tone is Tone.CANCELLED:
        paint_dashed(painter, area, color(look.edge))
    else:
        paint_box(painter, area, RADIUS, None, color(look.edge), look.width)


def paint_dashed(painter: QPainter, area: QRectF, color: QColor, width: float = 1.0) -> None:
    """Draw a dashed edge inside ``area``."""
    pen = QPen(color, width)
    pen.setDashPattern((3, 2))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), RADIUS, RADIUS)


def _paint_lines(
    painter: QPainter, inside: QRectF, narrow: QRectF, block: Block, look: _Look
) -> None:
    px = theme().px
    is_wide_button = block.action is not None and not block.action.icon
    name = QRectF((inside if is_wide_button else narrow).topLeft(), narrow.bottomRight())
    name.setRight((inside if is_wide_button else narrow).right())
    name.setHeight(px(_NAME_HIGH))
    top = name.bottom() + 1
    rest = inside.bottom() - top - px(_LINE_HIGH)
    if block.badges and rest < px(_BADGE_HIGH) - 1:
        name.setRight(_paint_icon_at_end(painter, name, "alert-triangle", "danger-text"))
    _paint_name(painter, name, block, look.name)
    has_third = rest >= px(_LINE_HIGH)
    is_beside = block.sign is not None and (bool(block.badges) or not has_third)
    line = QRectF(narrow.x(), top, narrow.width(), px(_LINE_HIGH))
    first = block.lines[0] if block.lines else ""
    _paint_second(painter, line, first, block.sign if is_beside else None)
    top = line.bottom() + _THIRD_GAP
    if block.badges and rest >= px(_BADGE_HIGH) - 1:
        _paint_badges(painter, QRectF(narrow.x(), top, narrow.width(), px(_BADGE_HIGH)), block)
        top += px(_BADGE_HIGH)
    elif block.sign is not None and not is_beside:
        where = QRectF(narrow.x(), top, narrow.width(), px(_LINE_HIGH))
        _paint_sign(painter, where, block.sign)
        top += px(_LINE_HIGH)
    for words in block.lines[1:]:
        if top + px(_LINE_HIGH) > inside.bottom() + 2:
            break
        where = QRectF(narrow.x(), top, narrow.width(), px(_LINE_HIGH))
        paint_text(painter, where, words, px=_LINE_PX, tone="text-3")
        top += px(_LINE_HIGH)


def _paint_name(painter: QPainter, area: QRectF, block: Block, ink: str) -> None:
    font = theme().font(_NAME_PX, 700)
    font.setStrikeOut(block.is_struck)
    metrics = QFontMetricsF(font)
    words = metrics.elidedText(block.title, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font)
    painter.setPen(theme().color(ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)


def _paint_second(painter: QPainter, area: QRectF, words: str, sign: Sign | None) -> None:
    if sign is not None:
        wide = sign_width(sign)
        if _wide(words) + 8 + wide > area.width():
            words = words.partition(",")[0]
        if _wide(words) + 8 + wide > area.width():
            words = ""  # where it stands says when it begins
        paint_text(painter, area, words, px=_LINE_PX, tone="text-2")
        left = area.x() + (_wide(words) + 8 if words else 0)
        beside = QRectF(left, area.y(), area.right() - left, area.height())
        _paint_sign(painter, beside, sign)
    else:
        paint_text(painter, area, words, px=_LINE_PX, tone="text-2")


def sign_width(sign: Sign) -> float:
    """Return how wide a sign is."""
    icon = theme().px(_SIGN_ICON) + _GAP if sign.icon else 0
    weight = _INKS[sign.tone][1]
    return QFontMetricsF(theme().font(_LINE_PX, weight)).horizontalAdvance(sign.words) + icon


def _paint_sign(painter: QPainter, area: QRectF, sign: Sign) -> None:
    ink, weight = _INKS[sign.tone]
    left = area.x()
    if sign.icon:
        side = theme().px(_SIGN_ICON)
        where = QRectF(round(left), round(area.center().y() - side / 2), side, side)
        paint_icon(painter, sign.icon, ink, where)
        left += side + _GAP
    words = QRectF(left, area.y(), area.right() - left, area.height())
    paint_text(painter, words, sign.words, px=_LINE_PX, weight=weight, tone=ink)


def _paint_badges(painter: QPainter, area: QRectF, block: Block) -> None:
    left = area.x()
    shown = block.badges[:_MOST_BADGES]
    more = len(block.badges) - len(shown)
    for number, words in enumerate(shown):
        wide = badge_width(words, "alert-triangle")
        if number and left + wide > area.right():
            more += len(shown) - number
            break
        box = QRectF(left, area.y(), min(wide, area.right() - left), area.height())
        paint_badge(painter, box, _cut(words, wide - box.width()), "danger", "alert-triangle")
        left = box.right() + _GAP
    if more and left < area.right():
        rest = QRectF(left, area.y(), area.right() - left, area.height())
        paint_text(painter, rest, f"+{more}", px=_LINE_PX, weight=600, tone="danger-text")


def _paint_one_line(painter: QPainter, area: QRectF, block: Block) -> None:
    """Paint "10:15 Talia B." with the first alert's triangle where the block is short."""
    time = block.lines[0].partition(",")[0] if block.lines else ""
    left = area.x()
    paint_text(painter, area, time, px=_LINE_PX, tone="text-2")
    left += _wide(time) + 6
    right = area.right()
    icon = "alert-triangle" if block.badges else block.sign.icon if block.sign else ""
    if icon:
        ink = "danger-text" if block.badges else _INKS[block.sign.tone][0] if block.sign else ""
        right = _paint_icon_at_end(painter, area, icon, ink)
    name = QRectF(left, area.y(), right - left, area.height())
    _paint_name(painter, name, block, look_of(block).name)


def _paint_icon_at_end(painter: QPainter, area: QRectF, icon: str, ink: str) -> float:
    """Paint an icon at the right end of a line, and return where the words before it end."""
    side = theme().px(_SIGN_ICON)
    right = area.right() - side
    where = QRectF(round(right), round(area.center().y() - side / 2), side, side)
    paint_icon(painter, icon, ink, where)
    return right - _GAP


def _paint_button(painter: QPainter, area: QRectF, block: Block) -> None:
    if block.action is None:
        return
    color = theme().color
    on = block.action.is_on
    fill, edge = ("ok", "ok") if on else ("surface", "border-strong")
    paint_box(painter, area, RADIUS, color(fill), color(edge))
    if not block.action.icon:
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, area, block.action.words, px=12.5, weight=600, align=middle)
        return
    side = min(theme().px(_BUTTON_ICON), round(area.height() - 6))
    where = QRectF(0, 0, side, side)
    where.moveCenter(area.center())
    where.moveTo(QPointF(round(where.x()), round(where.y())))
    paint_icon(painter, block.action.icon, "on-ok" if on else "text-2", where)


def _cut(words: str, over: float) -> str:
    """Shorten the words of a badge that is ``over`` pixels too wide."""
    metrics = QFontMetricsF(theme().font(12, 700))
    room = metrics.horizontalAdvance(words) - over
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room) if over > 0 else words


def _wide(words: str) -> float:
    return QFontMetricsF(theme().font(_LINE_PX, tabular=True)).horizontalAdvance(words)
