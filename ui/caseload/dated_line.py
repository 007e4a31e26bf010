"""Something on a day: the day at the left, then, on a timeline, a dot, then the words."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.label import label

ROOMY = 115  # percent
_DAY, _DAY_ON_TIMELINE, _GUTTER = 78, 46, 20
_DOT_X, _DOT_Y, _RADIUS = 58, 10, 5


class DatedLine(QWidget):
    """Fill ``words``. ``is_done`` None is a plain list; else a dot, filled or hollow."""

    def __init__(self, day: str, *, is_done: bool | None = None) -> None:
        super().__init__()
        self._is_done = is_done
        on_timeline = is_done is not None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(10)
        when = label(day.replace(", ", "\n") if on_timeline else day, "small", "text-2")
        when.setFixedWidth(theme().px(_DAY_ON_TIMELINE if on_timeline else _DAY))
        row.addWidget(when, alignment=Qt.AlignmentFlag.AlignTop)
        if on_timeline:
            row.addSpacing(theme().px(_GUTTER))
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        row.addLayout(self.words, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot, and the line that leads down to the next one."""
        super().paintEvent(event)
        if self._is_done is None:
            return
        current = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = current.px(_DOT_X)
        y, radius = 5 + current.px(_DOT_Y), current.px(_RADIUS)
        rail = QRectF(x - 1, y + radius + 4, 2, self.height() - y - radius - 6)
        if rail.height() > 0:
            painter.fillRect(rail, current.color("border"))
        painter.setPen(QPen(current.color("accent"), 2))
        painter.setBrush(current.color("accent" if self._is_done else "surface"))
        painter.drawEllipse(QPointF(x, y), radius, radius)
        painter.end()


def wide_or_tall() -> QBoxLayout:
    """Return a row; in large letters a column: beside the words a badge or button would be cut."""
    way = QBoxLayout.Direction
    return QBoxLayout(way.LeftToRight if theme().text_size <= ROOMY else way.TopToBottom)
