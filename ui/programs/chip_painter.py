"""Paints one chip of the week grid: who, where, which session, held, moved or in a clash."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath

from ot_desktop.day_words import clock_text
from ot_desktop.programs.board import Block, View
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.avatar import SLOTS
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import paint_text

RADIUS = 4.0
_BAR = 4
_LEFT, _RIGHT, _GAP, _ICON = 10, 6, 3, 13
_NUMBER = 12
_NAME_PX, _TIGHT_PX = 13, 12
_LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class ChipLook:
    """How the chips of a board read: what a row is, and the rooms' short names."""

    view: View
    rooms: Mapping[str, str]

    def name(self, block: Block) -> str:
        """Return the bold words: the child, or in a child's own row the time."""
        if self.view is not View.CHILD:
            return block.short_name
        return f"{clock_text(block.starts)} {_given(block.therapist_name)}"

    def place(self, block: Block) -> str:
        """Return the plain words: the room, or in a room's own row the therapist."""
        if self.view is View.ROOM:
            return _given(block.therapist_name)
        return self.rooms.get(block.room_name, block.room_name)


def _given(name: str) -> str:
    return name.split(" ", 1)[0]


def paint_chip(painter: QPainter, area: QRectF, block: Block, look: ChipLook) -> None:
    """Paint a chip into ``area``; where it is narrow the name shrinks, then the room goes."""
    _paint_ground(painter, area, block)
    inside = area.adjusted(_LEFT, 0, -_RIGHT, 0)
    if block.number is not None:
        _paint_number(painter, inside, str(block.number), _ink(block, "text"))
        inside.setRight(inside.right() - _number_wide(str(block.number)) - _GAP)
    name, place, marks = look.name(block), look.place(block), _marks(block)
    weight = 400 if block.is_weekly else 600
    free = inside.width() - len(marks) * (theme().px(_ICON) + _GAP) - _wide(place, 12, 400) - _GAP
    px = _NAME_PX if _wide(name, _NAME_PX, weight) <= free else _TIGHT_PX
    taken = _wide(name, px, weight) + _GAP + len(marks) * (theme().px(_ICON) + _GAP)
    inside.setRight(_paint_place(painter, inside.adjusted(taken, 0, 0, 0), place, block))
    for icon in marks:
        inside.setRight(_paint_mark(painter, inside, icon, is_clash=block.is_clash))
    tone = _ink(block, "text-2" if block.is_weekly else "text")
    paint_text(painter, inside, name, px=px, weight=weight, tone=tone)


def _number_wide(number: str) -> float:
    return max(theme().px(_NUMBER), _wide(number, 12, 700))


def _paint_number(painter: QPainter, area: QRectF, number: str, tone: str) -> None:
    right = Qt.AlignmentFlag.AlignRight
    paint_text(painter, area, number, px=12, weight=700, tone=tone, align=right)


def _paint_place(painter: QPainter, area: QRectF, words: str, block: Block) -> float:
    """Paint room or therapist at the right end, if enough of it fits; return where it begins."""
    metrics = QFontMetricsF(theme().font(12, tabular=True))
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width() + 1)
    if cut != words and len(cut) <= _LEAST_LETTERS:
        return area.right()
    right = Qt.AlignmentFlag.AlignRight
    where = area.adjusted(-1, 0, 0, 0)
    paint_text(painter, where, words, px=12, tone=_ink(block, "text-2"), align=right)
    return area.right() - metrics.horizontalAdvance(cut) - _GAP


def _marks(block: Block) -> list[str]:
    marks = (
        ("hand-move", block.is_moved),
        ("pin", block.is_locked),
        ("check", block.is_history),
        ("alert-triangle", block.is_clash),
    )
    return [icon for icon, on in marks if on]


def _paint_mark(painter: QPainter, area: QRectF, icon: str, *, is_clash: bool) -> float:
    side = theme().px(_ICON)
    left = round(area.right() - side)
    where = QRectF(left, round(area.center().y() - side / 2), side, side)
    paint_icon(painter, icon, "danger-text" if is_clash else "text-2", where)
    return left - _GAP


def _paint_ground(painter: QPainter, area: QRectF, block: Block) -> None:
    color = theme().color
    slot = f"t-{(block.color_slot - 1) % SLOTS + 1}"
    fill, edge, bar = color(f"{slot}-tint"), color(f"{slot}-edge"), color(slot)
    if block.is_weekly:
        fill, edge, bar = color("sunken"), color("border"), color("border-strong")
    if block.is_clash:
        fill, edge = color("danger-soft"), color("danger")
    paint_box(painter, area, RADIUS, fill)
    _paint_bar(painter, area, bar, is_double=block.color_slot > SLOTS and not block.is_weekly)
    paint_box(painter, area, RADIUS, None, edge)


def _paint_bar(painter: QPainter, area: QRectF, color: QColor, *, is_double: bool) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(area, RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(QRectF(area.x(), area.y(), _BAR + 1, area.height()), color)
    if is_double:  # therapists nine and up share a color: two lines tell them apart
        painter.fillRect(QRectF(area.x() + 2, area.y(), 1, area.height()), theme().color("surface"))
    painter.restore()


def _wide(words: str, px: float, weight: int) -> float:
    return QFontMetricsF(theme().font(px, weight, tabular=True)).horizontalAdvance(words)


def _ink(block: Block, usual: str) -> str:
    return "danger-text" if block.is_clash else usual
