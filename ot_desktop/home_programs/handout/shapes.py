"""Draws the shapes of a picture on a PDF; pictures hold no words, so no font is touched."""

from collections.abc import Callable
from typing import Any

from reportlab.pdfgen.canvas import Canvas

_MOVE, _LINE, _CURVE, _CLOSE = range(4)
_NUMBERS = {_MOVE: 2, _LINE: 2, _CURVE: 6, _CLOSE: 0}


def draw(canvas: Canvas, shape: Any) -> None:
    """Draw a ReportLab shape, or a group of them, as svglib made it."""
    inside = getattr(shape, "contents", None)
    if inside is None:
        _DRAW[type(shape).__name__](canvas, shape)
        return
    canvas.saveState()
    canvas.transform(*shape.transform)
    for one in inside:
        draw(canvas, one)
    canvas.restoreState()


def _circle(canvas: Canvas, shape: Any) -> None:
    stroke, fill = _pens(canvas, shape)
    canvas.circle(shape.cx, shape.cy, shape.r, stroke=stroke, fill=fill)


def _ellipse(canvas: Canvas, shape: Any) -> None:
    stroke, fill = _pens(canvas, shape)
    left, top = shape.cx - shape.rx, shape.cy - shape.ry
    canvas.ellipse(left, top, shape.cx + shape.rx, shape.cy + shape.ry, stroke=stroke, fill=fill)


def _rectangle(canvas: Canvas, shape: Any) -> None:
    stroke, fill = _pens(canvas, shape)
    canvas.roundRect(
        shape.x, shape.y, shape.width, shape.height, shape.rx, stroke=stroke, fill=fill
    )


def _line(canvas: Canvas, shape: Any) -> None:
    _pens(canvas, shape)
    canvas.line(shape.x1, shape.y1, shape.x2, shape.y2)


def _path(canvas: Canvas, shape: Any) -> None:
    stroke, fill = _pens(canvas, shape)
    path = canvas.beginPath()
    steps: dict[int, Callable[..., None]] = {
        _MOVE: path.moveTo,
        _LINE: path.lineTo,
        _CURVE: path.curveTo,
        _CLOSE: path.close,
    }
    points = iter(shape.points)
    for operator in shape.operators:
        steps[operator](*(next(points) for _ in range(_NUMBERS[operator])))
    canvas.drawPath(path, stroke=stroke, fill=fill, fillMode=shape.fillMode)


def _polygon(canvas: Canvas, shape: Any) -> None:
    stroke, fill = _pens(canvas, shape)
    path = canvas.beginPath()
    numbers = iter(shape.points)
    path.moveTo(next(numbers), next(numbers))
    for x in numbers:
        path.lineTo(x, next(numbers))
    if fill:
        path.close()
    canvas.drawPath(path, stroke=stroke, fill=fill)


def _pens(canvas: Canvas, shape: Any) -> tuple[int, int]:
    """Set colors and line; say whether to stroke and to fill."""
    stroke = getattr(shape, "strokeColor", None)
    fill = getattr(shape, "fillColor", None)
    if stroke is not None:
        canvas.setStrokeColor(stroke)
        canvas.setLineWidth(shape.strokeWidth)
        canvas.setLineCap(shape.strokeLineCap)
        canvas.setLineJoin(shape.strokeLineJoin)
    if fill is not None:
        canvas.setFillColor(fill)
    return int(stroke is not None), int(fill is not None)


_DRAW: dict[str, Callable[[Canvas, Any], None]] = {
    "Circle": _circle,
    "Ellipse": _ellipse,
    "Rect": _rectangle,
    "Line": _line,
    "Path": _path,
    "NoStrokePath": _path,  # the filled half of an open path
    "Polygon": _polygon,
    "PolyLine": _polygon,
}
