"""Draws the vendored Tabler icons in a colour, sharp at every pixel ratio, and remembers them."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

_STROKE = b'stroke-width="1.75"'  # the design's line; Tabler's files say 2


class IconStore:
    """Drawn icons, kept until the theme changes."""

    def __init__(self) -> None:
        self._sources: dict[str, bytes] = {}
        self._drawn: dict[tuple[str, int, int, float], QPixmap] = {}

    def clear(self) -> None:
        """Forget what was drawn; the files' text stays."""
        self._drawn.clear()

    def pixmap(self, name: str, color: QColor, size: int, ratio: float) -> QPixmap:
        """Return the icon ``size`` logical px wide for a device of pixel ratio ``ratio``."""
        key = (name, color.rgba(), size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, color, size, ratio)
        return self._drawn[key]

    def _draw(self, name: str, color: QColor, size: int, ratio: float) -> QPixmap:
        renderer = QSvgRenderer(QByteArray(self._tinted(name, color)))
        pixels = round(size * ratio)
        drawn = QPixmap(pixels, pixels)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        drawn.setDevicePixelRatio(ratio)
        return drawn

    def _tinted(self, name: str, color: QColor) -> bytes:
        if name not in self._sources:
            source = resources.path(f"icons/{name}.svg").read_bytes()
            self._sources[name] = source.replace(b'stroke-width="2"', _STROKE)
        return self._sources[name].replace(b"currentColor", color.name().encode())
