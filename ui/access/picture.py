"""A drawing of the brand, with its paper and ink toned down where the screen is dark."""

import re

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

import resources
from ui.theme import theme

_PAPER = b'fill="white"'


class Picture(QWidget):
    """Paints ``resources/brand/<name>.svg`` at ``width`` px; says nothing to a screen reader."""

    def __init__(self, name: str, width: int, *, is_drawing: bool = False) -> None:
        super().__init__()
        self._source = resources.path(f"brand/{name}.svg").read_bytes()
        self._is_drawing = is_drawing
        self._renderer = QSvgRenderer(self)
        self._width = width
        self._load()
        theme().changed.connect(self._load)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the width and what the drawing's shape makes of it."""
        shape = self._renderer.viewBoxF()
        return QSize(self._width, round(self._width * shape.height() / shape.width()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the drawing."""
        painter = QPainter(self)
        self._renderer.render(painter, QRectF(self.rect()))
        painter.end()

    def _load(self) -> None:
        source = self._source
        if self._is_drawing and theme().is_dark:
            source = _toned_down(source)
        self._renderer.load(QByteArray(source))
        self.update()


def _toned_down(source: bytes) -> bytes:
    """Use the theme's colors for paper, ink, and the line that everything stands on (the first)."""
    ink, paper, ground = (
        theme().color(token).name().encode()
        for token in ("sidebar", "sidebar-text", "border-strong")
    )
    drawn = re.search(rb'stroke="[^"]+"', source)
    if drawn is not None:
        source = source.replace(drawn[0], b'stroke="' + ground + b'"', 1)
        source = source.replace(drawn[0], b'stroke="' + ink + b'"')
    return source.replace(_PAPER, b'fill="' + paper + b'"')
