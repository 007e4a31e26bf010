"""File, Columns, Check, Import: which step this is, and which ones are behind."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box

_DISC = 24
_GAP = 8
_BETWEEN = 28


class StepsHead(QWidget):
    """Painted; the buttons below it and Alt with the arrow keys do the walking."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._here = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, here: int) -> None:
        """Show which step this is; past the last one means that all are done."""
        self._here = here
        last = len(self._names)
        words = self.tr("All {0} steps done").format(last)
        if here < last:
            words = self.tr("Step {0} of {1}: {2}").format(here + 1, last, self._names[here])
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all names in bold, so that nothing moves."""
        current = theme()
        names = sum(self._width(name) for name in self._names)
        between = current.px(_BETWEEN) * (len(self._names) - 1)
        return QSize(round(names + between + 2), current.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint discs, names and the lines between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for place, name in enumerate(self._names):
            self._paint_step(painter, place, left)
            left += self._width(name)
            if place < len(self._names) - 1:
                self._paint_line(painter, left, done=place < self._here)
            left += theme().px(_BETWEEN)
        painter.end()

    def _width(self, name: str) -> float:
        current = theme()
        words = QFontMetricsF(current.font(14, 700)).horizontalAdvance(name)
        return current.px(_DISC) + _GAP + words

    def _paint_step(self, painter: QPainter, place: int, left: float) -> None:
        current = theme()
        side = current.px(_DISC)
        disc = QRectF(round(left), round((self.height() - side) / 2), side, side)
        is_here, is_done = place == self._here, place < self._here
        fill = "accent" if is_here else "accent-soft" if is_done else "surface"
        edge = "accent" if is_here or is_done else "border-strong"
        paint_box(painter, disc, side / 2, current.color(fill), current.color(edge))
        if is_done:
            mark = current.px(15)
            inset = (side - mark) / 2
            where = QRectF(disc.left() + inset, disc.top() + inset, mark, mark)
            paint_icon(painter, "check", "accent-text", where)
        else:
            painter.setFont(current.font(13, 700, tabular=True))
            painter.setPen(current.color("on-accent" if is_here else "text-2"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        painter.setFont(current.font(14, 700 if is_here else 500))
        painter.setPen(current.color("text" if is_here else "text-2"))
        words = QRectF(disc.right() + _GAP, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._names[place])

    def _paint_line(self, painter: QPainter, left: float, *, done: bool) -> None:
        current = theme()
        line = QRectF(left + 6, round(self.height() / 2), current.px(_BETWEEN) - 12, 1)
        painter.fillRect(line, current.color("accent" if done else "border-strong"))
