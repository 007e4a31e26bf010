"""A rounded frame round a grid; Qt does not cut what is inside to a frame's corners."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme import theme

_RADIUS = 10


class GridFrame(QFrame):
    """Holds one widget that reaches into every corner."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("table", "true")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._corners = [_Corner(self, right=right, low=low) for right in (0, 1) for low in (0, 1)]

    def hold(self, inside: QWidget) -> None:
        """Frame a widget."""
        self._column.addWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corners in the corners."""
        super().resizeEvent(event)
        for corner in self._corners:
            corner.settle()


class _Corner(QWidget):
    """Covers what stands out of the round corner."""

    def __init__(self, frame: QFrame, *, right: int, low: int) -> None:
        super().__init__(frame)
        self._frame = frame
        self._right, self._low = right, low
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(_RADIUS, _RADIUS)

    def settle(self) -> None:
        size = self._frame.size()
        x = (size.width() - _RADIUS) * self._right
        self.move(x, (size.height() - _RADIUS) * self._low)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(-_RADIUS * self._right, -_RADIUS * self._low, 2 * _RADIUS, 2 * _RADIUS)
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(QRectF(self.rect()))
        inside.addRoundedRect(whole, _RADIUS, _RADIUS)
        painter.fillPath(outside - inside, theme().color("window"))
        painter.setPen(QPen(theme().color("border"), 1))
        line = whole.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(line, _RADIUS - 0.5, _RADIUS - 0.5)
        painter.end()
