"""Grey shapes in the final layout while something loads. They do not move."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.widgets.painting import paint_box

_WIDTHS = (0.36, 0.47, 0.3, 0.42, 0.33)
_ROW = 37


class Skeleton(QWidget):
    """``rows`` lines with a disc, a name and a short word; show it after 300 ms of waiting."""

    def __init__(self, name: str, rows: int = 3) -> None:
        super().__init__()
        self._rows = rows
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Return room for the rows."""
        return QSize(200, self._rows * theme().px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the shapes."""
        current = theme()
        painter = QPainter(self)
        grey = current.color("sunken")
        disc, bar, row = current.px(28), current.px(12), current.px(_ROW)
        for place in range(self._rows):
            top = place * row
            line = top + (disc - bar) / 2
            paint_box(painter, QRectF(0, top, disc, disc), disc / 2, grey)
            wide = (self.width() - disc) * _WIDTHS[place % len(_WIDTHS)]
            paint_box(painter, QRectF(disc + 8, line, wide, bar), 4, grey)
            short = current.px(70)
            paint_box(painter, QRectF(self.width() - short, line, short, bar), 4, grey)
        painter.end()
