"""− count +, where no count is an answer of its own: nobody has said."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box

_HEIGHT = 28
_BUTTON = 26
_MARK = 13


class CountBox(QWidget):
    """``changed`` comes with every step; the row it stands in handles the keys."""

    changed = Signal()

    def __init__(self, name: str, words: str, low: int, high: int, *, step: int = 1) -> None:
        super().__init__()
        self._name = name
        self._words = words  # with {0} for the count
        self._low, self._high, self._by = low, high, step
        self._value: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_value(None)

    def value(self) -> int | None:
        """Return the count, or None when nobody has said."""
        return self._value

    def text(self) -> str:
        """Return what is shown: ``3 of 4``, or a dash for an unknown count."""
        return self._words.format("–" if self._value is None else self._value)

    def set_value(self, value: int | None) -> None:
        """Show a count without telling anybody."""
        self._value = value
        self.setAccessibleDescription(self.text() if value is not None else self.tr("not known"))
        self.update()

    def set_range(self, words: str, high: int) -> None:
        """Count up to another number; a count above it comes down to it."""
        self._words, self._high = words, high
        if self._value is not None:
            self._value = min(self._value, high)
        self.set_value(self._value)
        self.updateGeometry()

    def step(self, direction: int, start: int | None = None) -> None:
        """Go one step; the first step from unknown goes to ``start`` or the nearest end."""
        if self._value is None:
            first = self._low if direction > 0 else self._high
            new = first if start is None else start
        else:
            new = self._value + direction * self._by
        self.take(max(self._low, min(self._high, new)))

    def take(self, value: int | None) -> None:
        """Take a count as if it had been stepped to."""
        if value != self._value:
            self.set_value(value)
            self.changed.emit()

    def sizeHint(self) -> QSize:
        """Return two buttons and room for the widest count."""
        widest = self._words.format(self._high)
        metrics = QFontMetricsF(theme().font(13.5, 700, tabular=True))
        width = metrics.horizontalAdvance(widest) + 18 + 2 * theme().px(_BUTTON)
        return QSize(round(width), theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Digits are never cut."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Step down on the left, up on the right."""
        side = theme().px(_BUTTON)
        if event.position().x() < side:
            self.step(-1)
        elif event.position().x() > self.width() - side:
            self.step(1)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the box with its three parts."""
        current = theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        edge = current.color("border-strong" if self.isEnabled() else "border")
        paint_box(painter, area, 6, current.color("surface"), edge)
        side = current.px(_BUTTON)
        for x in (side, self.width() - side - 1):
            painter.fillRect(QRectF(x, 1, 1, area.height() - 2), current.color("border"))
        self._paint_mark(painter, "minus", 0, self._value is None or self._value > self._low)
        right = self.width() - side
        self._paint_mark(painter, "plus", right, self._value is None or self._value < self._high)
        painter.setFont(current.font(13.5, 700, tabular=True))
        known = "text" if self._value is not None else "text-3"
        painter.setPen(current.color(known if self.isEnabled() else "disabled"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _paint_mark(self, painter: QPainter, icon: str, left: float, can: object) -> None:
        current = theme()
        side, mark = current.px(_BUTTON), current.px(_MARK)
        top = round((self.height() - mark) / 2)
        where = QRectF(round(left + (side - mark) / 2), top, mark, mark)
        ink = "text-2" if can and self.isEnabled() else "disabled"
        paint_icon(painter, icon, ink, where)
