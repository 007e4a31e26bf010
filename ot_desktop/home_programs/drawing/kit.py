"""Outlined shapes in one style: dark line, flat color, nothing SVG Tiny does not know."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import acos, atan2, cos, hypot, sin

OUTLINE = "#26343A"
LINE = 2.5
WIDTH, HEIGHT = 240, 190

Point = tuple[float, float]


def number(value: float) -> str:
    """Write a coordinate as short as one digit after the point allows."""
    return f"{value:.1f}".removesuffix(".0")


class Picture:
    """An SVG picture in the making; later shapes lie on earlier ones."""

    def __init__(
        self, tint: str | None = None, size: tuple[float, float] = (WIDTH, HEIGHT)
    ) -> None:
        self._size = size
        self._shapes: list[str] = []
        if tint is not None:
            self._add("rect", x=2, y=2, width=size[0] - 4, height=size[1] - 4, rx=16, fill=tint)

    def svg(self) -> str:
        """Return the file's text."""
        width, height = map(number, self._size)
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        return "\n".join([head, *self._shapes, "</svg>", ""])

    def path(
        self, d: str, fill: str = "none", *, line: float = LINE, color: str | None = OUTLINE
    ) -> None:
        """Add a path; ``color`` is its line's, none when ``None``."""
        self._add("path", d=d, fill=fill, **_pen(line, color))

    def stroke(self, d: str, *, line: float = LINE, color: str = OUTLINE) -> None:
        """Add an open line."""
        self.path(d, line=line, color=color)

    def circle(
        self,
        x: float,
        y: float,
        r: float,
        fill: str,
        *,
        line: float = LINE,
        color: str | None = OUTLINE,
    ) -> None:
        """Add a circle round a middle."""
        self._add("circle", cx=x, cy=y, r=r, fill=fill, **_pen(line, color))

    def oval(
        self,
        x: float,
        y: float,
        size: Point,
        fill: str,
        *,
        line: float = LINE,
        color: str | None = OUTLINE,
    ) -> None:
        """Add an ellipse round a middle; ``size`` is half its width and half its height."""
        self._add("ellipse", cx=x, cy=y, rx=size[0], ry=size[1], fill=fill, **_pen(line, color))

    def box(
        self, x: float, y: float, size: Point, fill: str, *, round_by: float = 0, line: float = LINE
    ) -> None:
        """Add a rectangle by its top left corner."""
        corner = {"x": x, "y": y, "width": size[0], "height": size[1], "rx": round_by}
        self._add("rect", **corner, fill=fill, **_pen(line, OUTLINE))

    def limb(self, points: list[Point], color: str, width: float = 14) -> None:
        """Add an arm, a leg or a strap: a soft bend through two, three or four points."""
        d = bend(points)
        self.stroke(d, line=width + 5, color=OUTLINE)
        self.stroke(d, line=width, color=color)

    def hull(self, first: Point, r1: float, second: Point, r2: float, fill: str) -> None:
        """Add the shape a string makes round two discs: trunks, shoes, cushions."""
        self.path(_hull(first, r1, second, r2), fill)

    def polygon(self, points: list[Point], fill: str, *, line: float = LINE) -> None:
        """Add a shape with straight sides."""
        self.path(_through(points) + " Z", fill, line=line)

    def ground(self, fill: str, y: float = 168, x: float = 120, half: float = 104) -> None:
        """Add the flat patch that people stand on."""
        self.oval(x, y, (half, 12), fill, color=None)

    def table(self, y: float = 156, x: float = 14, width: float = 212) -> None:
        """Add a table top across the front."""
        self.box(x, y, (width, 13), "#C79A6B", round_by=6)

    def moves(self, *lines: tuple[Point, Point]) -> None:
        """Add short strokes that show movement."""
        for start, end in lines:
            self.stroke(_through([start, end]), line=2.2)

    def arrow(self, start: Point, middle: Point, end: Point) -> None:
        """Add a bent arrow that shows where something goes."""
        self.stroke(f"M{_at(start)} Q{_at(middle)} {_at(end)}", line=2.4)
        angle = atan2(end[1] - middle[1], end[0] - middle[0])
        barbs = [
            (end[0] - 8 * cos(angle + turn), end[1] - 8 * sin(angle + turn)) for turn in (-0.6, 0.6)
        ]
        self.stroke(_through([barbs[0], end, barbs[1]]), line=2.4)

    @contextmanager
    def turned(self, degrees: float, middle: Point) -> Iterator[None]:
        """Turn what is added inside round a middle, clockwise."""
        if degrees == 0:
            yield
            return
        x, y = middle
        self._shapes.append(f'  <g transform="rotate({number(degrees)} {number(x)} {number(y)})">')
        yield
        self._shapes.append("  </g>")

    @contextmanager
    def mirrored(self, x: float) -> Iterator[None]:
        """Mirror what is added inside at an upright line: a jug that pours the other way."""
        self._shapes.append(f'  <g transform="translate({number(2 * x)} 0) scale(-1 1)">')
        yield
        self._shapes.append("  </g>")

    def _add(self, tag: str, **values: float | str) -> None:
        written = " ".join(
            f'{name.replace("_", "-")}="{value if isinstance(value, str) else number(value)}"'
            for name, value in values.items()
        )
        self._shapes.append(f"  <{tag} {written}/>")


def bend(points: list[Point]) -> str:
    """Return a path through two points, round one, or from end to end past two."""
    start, *others = points
    letter = {1: "L", 2: "Q", 3: "C"}[len(others)]
    return f"M{_at(start)} {letter}" + " ".join(map(_at, others))


def curve(at: Point, scale: float, d: str) -> str:
    """Place a path that is drawn round 0, 0; its commands are capital letters."""
    placed: list[str] = []
    is_x = True
    for part in d.split():
        letter = part[0] if part[0].isalpha() else ""
        value = part[len(letter) :]
        if not value:
            placed.append(letter)
            continue
        moved = float(value) * scale + (at[0] if is_x else at[1])
        placed.append(f"{letter}{moved:.1f}")
        is_x = not is_x
    return " ".join(placed)


def _pen(line: float, color: str | None) -> dict[str, float | str]:
    if color is None:
        return {}
    return {
        "stroke": color,
        "stroke_width": line,
        "stroke_linecap": "round",
        "stroke_linejoin": "round",
    }


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _through(points: list[Point]) -> str:
    return "M" + " L".join(map(_at, points))


def _hull(first: Point, r1: float, second: Point, r2: float) -> str:
    """Outer tangents of two discs, joined by their arcs."""
    angle = atan2(second[1] - first[1], second[0] - first[0])
    apart = hypot(second[0] - first[0], second[1] - first[1])
    turn = acos(max(-1.0, min(1.0, (r1 - r2) / apart)))

    def on(middle: Point, r: float, at: float) -> Point:
        return (middle[0] + r * cos(at), middle[1] + r * sin(at))

    a, b = on(first, r1, angle + turn), on(second, r2, angle + turn)
    c, d = on(second, r2, angle - turn), on(first, r1, angle - turn)
    near, far = int(r1 > r2), int(r2 > r1)
    arcs = (
        f"A{number(r2)} {number(r2)} 0 {far} 0 {_at(c)}",
        f"A{number(r1)} {number(r1)} 0 {near} 0 {_at(a)}",
    )
    return f"M{_at(a)} L{_at(b)} {arcs[0]} L{_at(d)} {arcs[1]} Z"
