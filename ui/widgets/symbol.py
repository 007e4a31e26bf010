"""An icon beside words, in a token's colour. It says nothing alone: the words do."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import theme


class Symbol(QWidget):
    """Paints one icon at ``size`` px (at normal text size)."""

    def __init__(self, icon: str, tint: str = "text", size: int = 18) -> None:
        super().__init__()
        self._icon = icon
        self._tint = tint
        self._side = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, tint: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._tint = tint
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's size at this text size."""
        side = theme().px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the icon."""
        painter = QPainter(self)
        side = min(self.width(), self.height())
        paint_icon(painter, self._icon, self._tint, QRectF(0, 0, side, side))
        painter.end()
