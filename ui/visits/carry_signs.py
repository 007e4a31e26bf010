"""What goes along with a session that is being moved: its ghost, and the live check beside it."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ot_desktop.programs.placement import Level, PlaceCheck
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import paint_text

_GHOST_WIDE, _GHOST_HIGH = 150, 25
_TIP_WIDE, _PAD, _LINE, _ICON, _SMALL = 252, 11, 18, 15, 13
_TOP = 8
_ANY_HEIGHT = 10_000
_LOOKS = {
    Level.STOP: ("alert-triangle", "danger-text"),
    Level.WARN: ("alert-circle", "warn-text"),
    Level.INFO: ("info-circle", "text-2"),
    Level.FITS: ("check", "text"),
}


class Ghost(QWidget):
    """The chip in somebody's hand."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._name = self._number = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_session(self, name: str, number: str) -> None:
        """Show whose session it is."""
        self._name, self._number = name, number
        px = theme().px
        name_wide = QFontMetricsF(theme().font(13, 700)).horizontalAdvance(name + number)
        self.resize(max(px(_GHOST_WIDE), round(name_wide) + px(46)), px(_GHOST_HIGH))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint hand, name and number."""
        painter = QPainter(self)
        current = theme()
        area = QRectF(self.rect())
        paint_box(painter, area, 5, current.color("surface"), current.color("focus"), 2)
        side = current.px(_ICON)
        icon = QRectF(9, round((area.height() - side) / 2), side, side)
        paint_icon(painter, "hand-grab", "text", icon)
        words = area.adjusted(9 + side + 6, 0, -8, 0)
        paint_text(painter, words, self._name, px=13, weight=700)
        wide = QFontMetricsF(current.font(13, 700, tabular=True)).horizontalAdvance(self._name)
        paint_text(painter, words.adjusted(wide + 6, 0, 0, 0), self._number, px=13, tone="text-2")
        painter.end()


class CheckTip(QWidget):
    """Names the place and lists what speaks for and against it; drawn once for each check.

    ``is_forced`` offers to put it there anyway.
    """

    def __init__(self, over: QWidget, *, is_forced: bool) -> None:
        super().__init__(over)
        self._is_forced = is_forced
        self.check: PlaceCheck | None = None
        self._drawn = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().changed.connect(self._draw)
        self.hide()

    def show_check(self, check: PlaceCheck) -> None:
        """Show what is known of a place."""
        if check != self.check:
            self.check = check
            self._draw()

    def place_beside(self, ghost: QRect, inside: QRect) -> None:
        """Stand below the ghost, or above it where there is no room; never outside."""
        left = min(ghost.left() + 12, inside.right() - self.width() - 4)
        below = ghost.bottom() + 6
        above = ghost.top() - 6 - self.height()
        top = below if below + self.height() <= inside.bottom() or above < inside.top() else above
        self.move(QPoint(max(inside.left() + 4, left), top))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint what was drawn."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    @Slot()
    def _draw(self) -> None:
        if self.check is None:
            return
        lines = [_Line(*each) for each in _lines_of(self.check, is_forced=self._is_forced)]
        high = 2 * _TOP + sum(line.height for line in lines)
        self.resize(theme().px(_TIP_WIDE), high)
        ratio = self.devicePixelRatioF()
        self._drawn = QPixmap(self.size() * ratio)
        self._drawn.setDevicePixelRatio(ratio)
        self._drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._drawn)
        edge = theme().color("ok" if self.check.fits else "danger")
        paint_box(painter, QRectF(self.rect()), 8, theme().color("surface"), edge, 1.5)
        top = _TOP
        for line in lines:
            line.paint(painter, top)
            top += line.height
        painter.end()
        self.update()


def _lines_of(check: PlaceCheck, *, is_forced: bool) -> Iterator[tuple[str, str, str, bool]]:
    """Yield icon, ink and words of each line, and whether it is the head."""
    head = ("circle-check", "ok-text") if check.fits else ("circle-x", "danger-text")
    yield (*head, check.title, True)
    for remark in check.remarks:
        yield (*_LOOKS[remark.level], remark.text, False)
    if is_forced and not check.fits:
        words = QCoreApplication.translate("week_grid", "Hold Alt to place it anyway.")
        yield "hand-move", "text-2", words, False


class _Line:
    """One line of the tip; long words go on below."""

    def __init__(self, icon: str, ink: str, words: str, is_head: bool) -> None:  # noqa: FBT001  (a row of the tip)
        current = theme()
        self._icon, self._ink, self._words = icon, ink, words
        self._font = current.font(13, 700 if is_head else 400)
        self._side = current.px(_ICON if is_head else _SMALL)
        self._left = _PAD + current.px(_ICON) + 5
        self._wide = current.px(_TIP_WIDE) - self._left - _PAD
        metrics = QFontMetrics(self._font)
        room = QRect(0, 0, self._wide, _ANY_HEIGHT)
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words)
        self.height = max(1, round(needed.height() / metrics.height())) * current.px(_LINE)

    def paint(self, painter: QPainter, top: int) -> None:
        """Paint the line at a height."""
        current = theme()
        middle = _PAD + (current.px(_ICON) - self._side) // 2
        icon_top = top + round((current.px(_LINE) - self._side) / 2)
        paint_icon(painter, self._icon, self._ink, QRectF(middle, icon_top, self._side, self._side))
        painter.setFont(self._font)
        painter.setPen(current.color(self._ink))
        area = QRect(self._left, top, self._wide, self.height)
        painter.drawText(area, Qt.TextFlag.TextWordWrap, self._words)
