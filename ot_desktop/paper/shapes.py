"""Writes shapes as PDF drawing commands: those of a picture, and those of a page."""

from collections.abc import Callable, Iterator
from typing import Any

_MOVE, _LINE, _CURVE, _CLOSE = range(4)
_STEPS = {_MOVE: (2, "m"), _LINE: (2, "l"), _CURVE: (6, "c"), _CLOSE: (0, "h")}
_EVEN_ODD = 0
_ROUND = 0.5522847498  # how far a Bezier's handles reach to draw a quarter circle


def commands(shape: Any) -> str:
    """Return the commands of a ReportLab shape, or a group of them, as svglib made it."""
    inside = getattr(shape, "contents", None)
    if inside is None:
        return _painted(shape, _OUTLINES[type(shape).__name__](shape))
    drawn = "\n".join(commands(one) for one in inside)
    return f"q {numbers(*shape.transform)} cm\n{drawn}\nQ"


def _circle(shape: Any) -> str:
    return oval(shape.cx, shape.cy, shape.r, shape.r)


def _ellipse(shape: Any) -> str:
    return oval(shape.cx, shape.cy, shape.rx, shape.ry)


def oval(x: float, y: float, rx: float, ry: float) -> str:
    """Return the outline of a circle or an ellipse round a middle point."""
    dx, dy = rx * _ROUND, ry * _ROUND
    return " ".join(
        (
            step("m", x + rx, y),
            step("c", x + rx, y + dy, x + dx, y + ry, x, y + ry),
            step("c", x - dx, y + ry, x - rx, y + dy, x - rx, y),
            step("c", x - rx, y - dy, x - dx, y - ry, x, y - ry),
            step("c", x + dx, y - ry, x + rx, y - dy, x + rx, y),
            "h",
        )
    )


def _rectangle(shape: Any) -> str:
    return rectangle(shape.x, shape.y, shape.width, shape.height, (shape.rx, shape.ry or shape.rx))


def rectangle(
    left: float, low: float, wide: float, tall: float, rounding: tuple[float, float] = (0, 0)
) -> str:
    """Return the outline of a rectangle, its corners rounded across and down."""
    rx, ry = rounding
    if not rx:
        return step("re", left, low, wide, tall)
    right, high = left + wide, low + tall
    dx, dy = rx * (1 - _ROUND), ry * (1 - _ROUND)
    return " ".join(
        (
            step("m", left + rx, low),
            step("l", right - rx, low),
            step("c", right - dx, low, right, low + dy, right, low + ry),
            step("l", right, high - ry),
            step("c", right, high - dy, right - dx, high, right - rx, high),
            step("l", left + rx, high),
            step("c", left + dx, high, left, high - dy, left, high - ry),
            step("l", left, low + ry),
            step("c", left, low + dy, left + dx, low, left + rx, low),
            "h",
        )
    )


def _line(shape: Any) -> str:
    return f"{step('m', shape.x1, shape.y1)} {step('l', shape.x2, shape.y2)}"


def _path(shape: Any) -> str:
    points: Iterator[float] = iter(shape.points)
    steps = (_STEPS[operator] for operator in shape.operators)
    return " ".join(step(letter, *(next(points) for _ in range(count))) for count, letter in steps)


def _polygon(shape: Any) -> str:
    corners = list(zip(shape.points[::2], shape.points[1::2], strict=True))
    steps = [step("m", *corners[0]), *(step("l", *corner) for corner in corners[1:])]
    return " ".join([*steps, "h"] if type(shape).__name__ == "Polygon" else steps)


def _painted(shape: Any, outline: str) -> str:
    """Put the colors and the line before an outline, and how to paint it after."""
    stroke, fill = getattr(shape, "strokeColor", None), getattr(shape, "fillColor", None)
    before: list[str] = []
    if stroke is not None:
        before.append(step("RG", stroke.red, stroke.green, stroke.blue))
        before.append(f"{step('w', shape.strokeWidth)} {shape.strokeLineCap} J")
        before.append(f"{shape.strokeLineJoin} j")
    if fill is not None:
        before.append(step("rg", fill.red, fill.green, fill.blue))
    paint = {(True, True): "B", (True, False): "S", (False, True): "f", (False, False): "n"}
    operator = paint[stroke is not None, fill is not None]
    if operator in "Bf" and getattr(shape, "fillMode", None) == _EVEN_ODD:
        operator += "*"
    return " ".join([*before, outline, operator])


def step(letter: str, *values: float) -> str:
    """Return one command with its numbers before it."""
    return f"{numbers(*values)} {letter}" if values else letter


def numbers(*values: float) -> str:
    """Return numbers to a thousandth, as short as they can be."""
    return " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in values)


_OUTLINES: dict[str, Callable[[Any], str]] = {
    "Circle": _circle,
    "Ellipse": _ellipse,
    "Rect": _rectangle,
    "Line": _line,
    "Path": _path,
    "NoStrokePath": _path,  # the filled half of an open path
    "Polygon": _polygon,
    "PolyLine": _polygon,
}
