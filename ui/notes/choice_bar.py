"""One of a few, or nothing yet: a segmented box that can say that nobody has answered."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box

_HEIGHT = 28
_RADIUS = 6.0
_MARK = 15
_LEAST_PAD = 3
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class ChoiceBar(QWidget):
    """``chosen`` carries the key, or an empty text when the answer was taken back.

    A row that handles the keys itself makes its bars with ``in_row``: they take no focus.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]],
        *,
        check: bool = False,
        in_row: bool = False,
        pad: int = 9,
    ) -> None:
        super().__init__()
        self._options = tuple(options)
        self._check = check
        self._pad = pad
        self._value = ""
        self._hovered = -1
        self.setAccessibleName(name)
        policy = Qt.FocusPolicy.NoFocus if in_row else Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(policy)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value("")

    def value(self) -> str:
        """Return the key of the answer, or an empty text when there is none."""
        return self._value

    def set_value(self, key: str) -> None:
        """Show an answer without telling anybody."""
        self._value = key
        words = dict(self._options).get(key, self.tr("no answer yet"))
        self.setAccessibleDescription(words)
        self.update()

    def choose(self, key: str) -> None:
        """Take an answer as if it had been clicked."""
        if key != self._value:
            self.set_value(key)
            self.chosen.emit(key)

    def sizeHint(self) -> QSize:
        """Return equal parts, wide enough for the longest words in bold."""
        return self._hint(self._pad)

    def minimumSizeHint(self) -> QSize:
        """Return less air round the words, which are never cut."""
        return self._hint(min(self._pad, _LEAST_PAD))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows; Delete takes the answer back."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in _CLEARING:
            self.choose("")
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer; a second click takes it back."""
        key = self._options[self._at(event.position())][0]
        self.choose("" if key == self._value else key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would choose."""
        self._hover(self._at(event.position()))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what a click would choose."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Show no hover any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the box, its parts and the focus ring."""
        current = theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        edge = current.color("border-strong" if self.isEnabled() else "border")
        paint_box(painter, area, _RADIUS, current.color("surface"), edge)
        for index in range(len(self._options)):
            self._paint_part(painter, index)
        paint_box(painter, area, _RADIUS, None, edge)
        if self.hasFocus():
            paint_box(painter, area, _RADIUS, None, current.color("focus"), 2)
        painter.end()

    def _hint(self, pad: int) -> QSize:
        metrics = QFontMetricsF(theme().font(13, 700))
        widest = max(metrics.horizontalAdvance(words) for _key, words in self._options)
        mark = theme().px(_MARK) + 6 if self._check else 0
        width = (widest + mark + 2 * pad) * len(self._options)
        return QSize(round(width) + 2, theme().px(_HEIGHT))

    def _part(self, index: int) -> QRectF:
        width = self.width() / len(self._options)
        left = round(index * width)
        return QRectF(left, 0, round((index + 1) * width) - left, self.height())

    def _at(self, where: QPointF) -> int:
        index = int(where.x() * len(self._options) / max(1, self.width()))
        return max(0, min(len(self._options) - 1, index))

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def _step(self, by: int) -> None:
        keys = [key for key, _words in self._options]
        here = keys.index(self._value) if self._value in keys else (-1 if by > 0 else len(keys))
        self.choose(keys[max(0, min(len(keys) - 1, here + by))])

    def _paint_part(self, painter: QPainter, index: int) -> None:
        current = theme()
        key, words = self._options[index]
        area = self._part(index)
        on = key == self._value
        if on or (index == self._hovered and self.isEnabled()):
            fill = current.color("accent-soft" if on else "hover")
            painter.save()
            painter.setClipRect(area.adjusted(1 if index == 0 else 0, 1, 0, -1))
            first, last = index == 0, index == len(self._options) - 1
            whole = area.adjusted(0 if first else -20, 0, 0 if last else 20, 0)
            paint_box(painter, whole, _RADIUS, fill)
            painter.restore()
        if index:
            painter.fillRect(QRectF(area.left(), 1, 1, area.height() - 2), current.color("border"))
        self._paint_words(painter, area, words, on=on)

    def _paint_words(self, painter: QPainter, area: QRectF, words: str, *, on: bool) -> None:
        current = theme()
        ink = ("accent-text" if on else "text-2") if self.isEnabled() else "disabled"
        font = current.font(13, 700 if on else 500, tabular=True)
        painter.setFont(font)
        painter.setPen(current.color(ink))
        if not (on and self._check):
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
            return
        side = current.px(_MARK)
        width = QFontMetricsF(font).horizontalAdvance(words) + side + 6
        left = area.left() + (area.width() - width) / 2
        top = round((area.height() - side) / 2)
        paint_icon(painter, "check", ink, QRectF(round(left), top, side, side))
        rest = QRectF(left + side + 6, area.top(), width, area.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)
