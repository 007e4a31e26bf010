"""Paints a drawing that was just made."""

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from ot_desktop.home_programs.drawing.own_look import OwnLook
from ui.caseload.look_words import look_words

_WIDE, _HIGH = 192, 152


class LookView(QWidget):
    """Shows one child's look; says it in words to a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_look(self, look: OwnLook) -> None:
        """Draw another look."""
        from ot_desktop.home_programs.drawing.portrait import (  # noqa: PLC0415  (many modules)
            portrait,
        )

        self._renderer.load(QByteArray(portrait(look).encode()))
        self.setAccessibleName(look_words(look))
        self.update()

    def sizeHint(self) -> QSize:
        """Return one size; the drawing does not grow with the letters."""
        return QSize(_WIDE, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the drawing."""
        painter = QPainter(self)
        self._renderer.render(painter, QRectF(self.rect()))
        painter.end()
