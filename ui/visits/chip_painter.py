"""Paints the chips of the week grid: who, where, which session, held, moved or in a clash."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPixmap, QStaticText

from ot_desktop.caseload.domain import first_name
from ot_desktop.day_words import clock_text
from ot_desktop.programs.board import Block, View
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.avatar import SLOTS
from ui.widgets.painting import paint_box

RADIUS = 4.0
_BAR = 4
_LEFT, _RIGHT, _GAP, _ICON = 10, 6, 3, 13
_NUMBER = 12
_NAME_PX, _TIGHT_PX, _SMALL_PX = 13, 12, 12
_LEAST_LETTERS = 4
_ALERT = "alert-triangle"


@dataclass(frozen=True, slots=True)
class ChipLook:
    """How the chips of a board read: what a row is, and the rooms' short names."""

    view: View
    rooms: Mapping[str, str]

    def name(self, block: Block) -> str:
        """Return the bold words: the child, or in a child's own row the time."""
        if self.view is not View.CHILD:
            return block.short_name
        return f"{clock_text(block.starts)} {first_name(block.therapist_name)}"

    def place(self, block: Block) -> str:
        """Return the plain words: the room, or in a room's own row the therapist."""
        if self.view is View.ROOM:
            return first_name(block.therapist_name)
        return self.rooms.get(block.room_name, block.room_name)


class ChipPainter:
    """Remembers what chips have in common, their grounds and their words: a week has hundreds.

    Good for one theme; make another one when the theme changes.
    """

    def __init__(self, look: ChipLook, ratio: float) -> None:
        self._look = look
        self._ratio = ratio
        self._icon = theme().px(_ICON)
        self._number = theme().px(_NUMBER)
        self._fonts: dict[tuple[int, int], tuple[QFont, QFontMetricsF]] = {}
        self._texts: dict[tuple[str, int, int], tuple[QStaticText, float]] = {}
        self._grounds: dict[tuple[str, bool, QSize], QPixmap] = {}

    def paint(self, painter: QPainter, area: QRectF, block: Block) -> None:
        """Paint a chip; where it is narrow the name shrinks, then the room goes."""
        painter.drawPixmap(area.topLeft(), self._ground(block, area.size().toSize()))
        inside = area.adjusted(_LEFT, 0, -_RIGHT, 0)
        ink = "danger-text" if block.is_clash else "text"
        if block.number is not None:
            wide = self._right(painter, inside, str(block.number), (_SMALL_PX, 700), ink)
            inside.setRight(inside.right() - max(wide, self._number) - _GAP)
        name, place, marks = self._look.name(block), self._look.place(block), _marks(block)
        weight = 400 if block.is_weekly else 600
        for_marks = len(marks) * (self._icon + _GAP)
        free = inside.width() - for_marks - self._wide(place, _SMALL_PX, 400) - _GAP
        px = _NAME_PX if self._wide(name, _NAME_PX, weight) <= free else _TIGHT_PX
        taken = self._wide(name, px, weight) + _GAP + for_marks
        inside.setRight(self._paint_place(painter, inside, taken, place, is_clash=block.is_clash))
        for icon in marks:
            is_red = block.is_clash or icon == _ALERT
            inside.setRight(self._paint_mark(painter, inside, icon, is_red=is_red))
        tone = "text-2" if block.is_weekly and not block.is_clash else ink
        self._left(painter, inside, name, (px, weight), tone)

    def _paint_place(
        self, painter: QPainter, area: QRectF, taken: float, words: str, *, is_clash: bool
    ) -> float:
        """Paint room or therapist at the right end if enough of it fits; return where it begins."""
        free = area.width() - taken
        if self._wide(words, _SMALL_PX, 400) > free:
            cut = self._font(_SMALL_PX, 400)[1].elidedText(words, Qt.TextElideMode.ElideRight, free)
            if len(cut) <= _LEAST_LETTERS:
                return area.right()
            words = cut
        ink = "danger-text" if is_clash else "text-2"
        return area.right() - self._right(painter, area, words, (_SMALL_PX, 400), ink) - _GAP

    def _paint_mark(self, painter: QPainter, area: QRectF, icon: str, *, is_red: bool) -> float:
        left = round(area.right() - self._icon)
        top = round(area.center().y() - self._icon / 2)
        where = QRectF(left, top, self._icon, self._icon)
        paint_icon(painter, icon, "danger-text" if is_red else "text-2", where)
        return left - _GAP

    # Words.

    def _left(
        self, painter: QPainter, area: QRectF, words: str, font: tuple[int, int], ink: str
    ) -> None:
        if self._wide(words, *font) > area.width() + 1:
            metrics = self._font(*font)[1]
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        self._write(painter, area.x(), area, words, font, ink)

    def _right(
        self, painter: QPainter, area: QRectF, words: str, font: tuple[int, int], ink: str
    ) -> float:
        wide = self._wide(words, *font)
        self._write(painter, area.right() - wide, area, words, font, ink)
        return wide

    def _write(
        self,
        painter: QPainter,
        x: float,
        area: QRectF,
        words: str,
        font: tuple[int, int],
        ink: str,
    ) -> None:
        shown, metrics = self._font(*font)
        painter.setFont(shown)
        painter.setPen(theme().color(ink))
        top = area.y() + (area.height() - metrics.height()) / 2
        painter.drawStaticText(QPointF(round(x), round(top)), self._text(words, *font)[0])

    def _wide(self, words: str, px: int, weight: int) -> float:
        return self._text(words, px, weight)[1]

    def _text(self, words: str, px: int, weight: int) -> tuple[QStaticText, float]:
        key = (words, px, weight)
        if key not in self._texts:
            font, metrics = self._font(px, weight)
            text = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=font)
            self._texts[key] = (text, metrics.horizontalAdvance(words))
        return self._texts[key]

    def _font(self, px: int, weight: int) -> tuple[QFont, QFontMetricsF]:
        key = (px, weight)
        if key not in self._fonts:
            font = theme().font(px, weight, tabular=True)
            self._fonts[key] = (font, QFontMetricsF(font))
        return self._fonts[key]

    # Grounds.

    def _ground(self, block: Block, size: QSize) -> QPixmap:
        kind = "weekly" if block.is_weekly else f"{block.color_slot}"
        key = (kind, block.is_clash, size)
        if key not in self._grounds:
            self._grounds[key] = self._made_ground(block, size)
        return self._grounds[key]

    def _made_ground(self, block: Block, size: QSize) -> QPixmap:
        made = QPixmap(size * self._ratio)
        made.setDevicePixelRatio(self._ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        _paint_ground(painter, QRectF(0, 0, size.width(), size.height()), block)
        painter.end()
        return made


def _marks(block: Block) -> list[str]:
    marks = (
        ("hand-move", block.is_moved),
        ("pin", block.is_locked),
        ("check", block.is_history),
        ("alert-triangle", block.is_clash),
        (_ALERT, bool(block.alerts)),
    )
    return [icon for icon, on in marks if on]


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
