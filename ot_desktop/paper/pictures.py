"""Drawings and icons read once from their SVG files, in color or gray."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO, StringIO
from typing import Any

from reportlab.lib.colors import Color

import resources
from ot_desktop.paper import shapes

_GRAY_OF_RED, _GRAY_OF_GREEN, _GRAY_OF_BLUE = 0.299, 0.587, 0.114
_DARKEST_FILL, _LIFT = 0.24, 0.3
_PHOTO_DOTS, _PHOTO_QUALITY = 900, 85  # 300 dots to the inch and more, where it is largest
_FRAME_OF_TINT = Color(0.6, 0.6, 0.6)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PDF commands, with its own size."""

    commands: str
    width: float
    height: float


@lru_cache(maxsize=512)
def drawing(name: str, *, is_gray: bool) -> Picture:
    """Return a drawing of the program; a gray one's tint is white."""
    return drawn(resources.text(f"drawings/{name}"), is_gray=is_gray)


@lru_cache(maxsize=512)
def drawn(svg: str, *, is_gray: bool) -> Picture:
    """Return a drawing that was just made; a gray one's tint is white."""
    found = _read(svg)
    if is_gray:
        _turn_gray(found)
        _whiten_tint(found)
    return _picture(found)


@lru_cache(maxsize=64)
def photo(jpeg: bytes, shape: float, *, is_gray: bool) -> Any:
    """Return the middle of a photo, ``shape`` times as high as wide, for a canvas to draw."""
    from PIL import Image, ImageOps  # noqa: PLC0415  (only for a page with a photo)
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415

    with Image.open(BytesIO(jpeg), formats=("JPEG",)) as whole:
        size = (_PHOTO_DOTS, round(_PHOTO_DOTS * shape))
        part = ImageOps.fit(whole.convert("L" if is_gray else "RGB"), size)
    out = BytesIO()
    part.save(out, "JPEG", quality=_PHOTO_QUALITY)
    return ImageReader(BytesIO(out.getvalue()))


@lru_cache(maxsize=256)
def icon(name: str, color: str) -> Picture:
    """Return a line icon in ``color``."""
    return _picture(_read(resources.text(f"icons/{name}.svg").replace("currentColor", color)))


def _picture(found: Any) -> Picture:
    return Picture(shapes.commands(found), found.width, found.height)


def _read(svg: str) -> Any:
    from svglib.svglib import svg2rlg  # noqa: PLC0415  (0.3 s, only for a picture not yet read)

    return svg2rlg(StringIO(svg))


def _turn_gray(shape: Any) -> None:
    for inner in getattr(shape, "contents", ()):
        _turn_gray(inner)
    for name in ("fillColor", "strokeColor"):
        color = getattr(shape, name, None)
        if isinstance(color, Color):
            setattr(shape, name, _gray(color))


def _gray(color: Color) -> Color:
    level = _GRAY_OF_RED * color.red + _GRAY_OF_GREEN * color.green + _GRAY_OF_BLUE * color.blue
    # Outlines and black hair turn black, everything else lighter: faces keep their features.
    level = 0.0 if level < _DARKEST_FILL else _LIFT + (1 - _LIFT) * level
    return Color(level, level, level)


def _whiten_tint(found: Any) -> None:
    """Make an activity's tint, its drawing's first shape, white with a thin frame."""
    shape = found
    while getattr(shape, "contents", None):
        shape = shape.contents[0]
    if type(shape).__name__ == "Rect":
        shape.fillColor = Color(1, 1, 1)
        shape.strokeColor = _FRAME_OF_TINT
        shape.strokeWidth = 1.5
