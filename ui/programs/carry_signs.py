"""What goes along with a session that is being moved: its ghost, and the live check beside it."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ot_desktop.programs.placement import Level, PlaceCheck
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import paint_text

_GHOST_WIDE, _GHOST_HIGH = 150, 25
_TIP_WIDE, _PAD, _LINE, _ICON, _SMALL = 252, 11, 18, 15, 13
_TOP = 8
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
    """Names the place and lists what speaks for and against it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._check: PlaceCheck | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_check(self, check: PlaceCheck) -> None:
        """Show what is known of a place."""
        if check != self._check:
            self._check = check
            self.resize(self.sizeHint())
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for every line."""
        high = sum(each.height() for _icon, _ink, _words, each in self._lines())
        return QSize(theme().px(_TIP_WIDE), 2 * _TOP + high)

    def place_beside(self, ghost: QRect, inside: QRect) -> None:
        """Stand below the ghost, or above it where there is no room; never outside."""
        left = min(ghost.left() + 12, inside.right() - self.width() - 4)
        below = ghost.bottom() + 6
        above = ghost.top() - 6 - self.height()
        top = below if below + self.height() <= inside.bottom() or above < inside.top() else above
        self.move(QPoint(max(inside.left() + 4, left), top))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the lines in a frame that says whether it fits."""
        if self._check is None:
            return
        painter = QPainter(self)
        color = theme().color
        edge = color("ok" if self._check.fits else "danger")
        paint_box(painter, QRectF(self.rect()), 8, color("surface"), edge, 1.5)
        y = _TOP
        for number, (icon, ink, words, area) in enumerate(self._lines()):
            self._paint_line(painter, y, (icon, ink, words), area, is_head=number == 0)
            y += area.height()
        painter.end()

    def _paint_line(
        self, painter: QPainter, y: int, line: tuple[str, str, str], area: QRect, *, is_head: bool
    ) -> None:
        icon, ink, words = line
        current = theme()
        side = current.px(_ICON if is_head else _SMALL)
        top = y + round((current.px(_LINE) - side) / 2)
        paint_icon(painter, icon, ink, QRectF(_PAD, top, side, side))
        painter.setFont(current.font(13, 700 if is_head else 400))
        painter.setPen(current.color(ink))
        painter.drawText(area.translated(0, y - area.y()), Qt.TextFlag.TextWordWrap, words)

    def _lines(self) -> Iterator[tuple[str, str, str, QRect]]:
        """Yield icon, ink, words and the room the words take."""
        if self._check is None:
            return
        fits = self._check.fits
        head = ("circle-check", "ok-text") if fits else ("circle-x", "danger-text")
        yield (*head, self._check.title, self._measured(self._check.title, 700, _ICON))
        for remark in self._check.remarks:
            icon, ink = _LOOKS[remark.level]
            yield icon, ink, remark.text, self._measured(remark.text, 400, _SMALL)
        if not fits:
            words = QCoreApplication.translate("week_grid", "Hold Alt to place it anyway.")
            yield "hand-move", "text-2", words, self._measured(words, 400, _SMALL)

    def _measured(self, words: str, weight: int, icon: int) -> QRect:
        px = theme().px
        left = _PAD + px(icon) + 6
        room = QRect(left, 0, px(_TIP_WIDE) - left - _PAD, 2000)
        metrics = QFontMetrics(theme().font(13, weight))
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words)
        lines = max(1, round(needed.height() / metrics.height()))
        return QRect(left, 0, room.width(), lines * px(_LINE))
