"""One page to draw on: px as in the design (96 to the inch), the origin at the top left."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from ot_desktop.paper import fonts, pictures
from ot_desktop.paper.ink import COLOR, GRAY, Ink
from ot_desktop.paper.page import PageSize, Paper
from ot_desktop.paper.pictures import Picture
from ot_desktop.paper.text import Line, Span, baseline, lines

PAGE_PT = {PageSize.LETTER: (612.0, 792.0), PageSize.A4: (595.276, 841.89)}
PT_PER_PX = 0.75
DESIGNED_BODY_PT = 12.5
LEAST_MARGIN_PT = 0.355 * 72


def page_pt(paper: Paper) -> tuple[float, float]:
    """Return width and height of the page, as it is read."""
    narrow, wide = PAGE_PT[paper.size]
    return (wide, narrow) if paper.is_landscape else (narrow, wide)


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on the page, in px from the top left."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, across: float, down: float) -> "Place":
        """Return the rectangle inside, smaller by ``across`` and ``down`` on each side."""
        return Place(
            self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down
        )


class Sheet:
    """Draws shapes, words and pictures on the current page of a PDF."""

    def __init__(self, canvas: Canvas, paper: Paper) -> None:
        self.ink: Ink = GRAY if paper.is_gray else COLOR
        self._canvas = canvas
        # Larger letters enlarge everything, so boxes keep their proportions.
        self._scale = PT_PER_PX * paper.body_pt / DESIGNED_BODY_PT
        self._colors: dict[str, Color] = {}
        self._forms: dict[Picture, str] = {}
        width_pt, height_pt = page_pt(paper)
        self.width = width_pt / self._scale
        self.height = height_pt / self._scale
        self.margin = LEAST_MARGIN_PT / self._scale

    @contextmanager
    def page(self) -> Iterator[None]:
        """Begin a page in the design's units; it is finished at the end of the ``with``."""
        self._canvas.scale(self._scale, self._scale)
        yield
        self._canvas.showPage()

    @contextmanager
    def shrunk(self, place: Place, factor: float) -> Iterator[None]:
        """Draw everything smaller by ``factor``; the place's top left corner stays."""
        self._canvas.saveState()
        self._canvas.translate(place.x, self._up(place.y))
        self._canvas.scale(factor, factor)
        self._canvas.translate(-place.x, -self._up(place.y))
        yield
        self._canvas.restoreState()

    def box(
        self,
        place: Place,
        *,
        radius: float = 0,
        line: float = 0,
        stroke: str | None = None,
        fill: str | None = None,
    ) -> None:
        """Draw a rectangle whose border lies inside ``place``, as in CSS."""
        inner = place.inset(line / 2, line / 2)
        self._paint(stroke, fill, line)
        self._canvas.roundRect(
            inner.x,
            self._up(inner.y + inner.height),
            inner.width,
            inner.height,
            max(radius - line / 2, 0),
            stroke=int(stroke is not None),
            fill=int(fill is not None),
        )

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        """Fill a circle round a middle point."""
        self._paint(None, fill, 0)
        self._canvas.circle(x, self._up(y), radius, stroke=0, fill=1)

    def rule(self, x: float, y: float, to_x: float, *, line: float, color: str) -> None:
        """Draw a level line; ``y`` is its middle."""
        self.stroke(((x, y), (to_x, y)), line=line, color=color)

    def stroke(self, points: Sequence[tuple[float, float]], *, line: float, color: str) -> None:
        """Draw straight lines from point to point."""
        self._paint(color, None, line)
        self._canvas.drawPath(self._path(points), stroke=1, fill=0)

    def polygon(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        """Fill the area between points."""
        self._paint(None, fill, 0)
        self._canvas.drawPath(self._path(points), stroke=0, fill=1)

    def words(self, spans: tuple[Span, ...], place: Place, *, align: float = 0) -> float:
        """Write a paragraph; ``align`` is 0 left, 0.5 middle, 1 right. Returns its height."""
        y = place.y
        for line in lines(spans, place.width):
            leading = line_height(line)
            slack = place.width - sum(span.width for span in line)
            self._line(line, place.x + align * max(slack, 0), y, leading)
            y += leading
        return y - place.y

    def icon(self, name: str, x: float, y: float, size: float, color: str) -> None:
        """Place a line icon with its top left corner at a point."""
        self._place(pictures.icon(name, color), x, y, size)

    def picture(self, name: str, x: float, y: float, width: float) -> float:
        """Place a drawing of ``width``; returns its height."""
        return self._scaled(pictures.drawing(name, is_gray=self.ink.is_gray), x, y, width)

    def drawn(self, svg: str, x: float, y: float, width: float) -> float:
        """Place a drawing made for these pages; returns its height."""
        return self._scaled(pictures.drawn(svg, is_gray=self.ink.is_gray), x, y, width)

    def photo(self, jpeg: bytes, place: Place) -> None:
        """Place a photo; its middle fills the place."""
        shape = round(place.height / place.width, 3)
        found = pictures.photo(jpeg, shape, is_gray=self.ink.is_gray)
        low = self._up(place.y + place.height)
        self._canvas.drawImage(found, place.x, low, place.width, place.height)

    def _scaled(self, found: Picture, x: float, y: float, width: float) -> float:
        self._place(found, x, y, width)
        return float(width * found.height / found.width)

    def _place(self, found: Picture, x: float, y: float, width: float) -> None:
        """Draw a picture; one used twice is stored once."""
        factor = width / found.width
        if found not in self._forms:
            self._forms[found] = f"picture{len(self._forms)}"
            self._canvas.beginForm(self._forms[found], 0, 0, found.width, found.height)
            self._canvas.addLiteral(found.commands)
            self._canvas.endForm()
        self._canvas.saveState()
        self._canvas.translate(x, self._up(y + found.height * factor))
        self._canvas.scale(factor, factor)
        self._canvas.doForm(self._forms[found])
        self._canvas.restoreState()

    def _line(self, line: Line, x: float, y: float, leading: float) -> None:
        level = self._up(y + max(baseline(span.style) for span in _deepest(line, leading)))
        writer = self._canvas.beginText(x, level)
        for span in line:
            writer.setFillColor(self._color(span.style.color or self.ink.text))
            for name, part in fonts.runs(span.text, span.style.face):
                fonts.font(name)
                writer.setFont(name, span.style.size)
                writer.textOut(part)
        self._canvas.drawText(writer)

    def _paint(self, stroke: str | None, fill: str | None, line: float) -> None:
        if stroke is not None:
            self._canvas.setStrokeColor(self._color(stroke))
            self._canvas.setLineWidth(line)
            self._canvas.setLineJoin(1)
        if fill is not None:
            self._canvas.setFillColor(self._color(fill))

    def _path(self, points: Sequence[tuple[float, float]]) -> Any:
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], self._up(points[0][1]))
        for x, y in points[1:]:
            path.lineTo(x, self._up(y))
        return path

    def _up(self, y: float) -> float:
        return self.height - y

    def _color(self, name: str) -> Color:
        if name not in self._colors:
            self._colors[name] = HexColor(name)
        return self._colors[name]


def line_height(line: Line) -> float:
    """Return the height of a line: its tallest style's."""
    return max(span.style.leading for span in line)


def paragraph_height(spans: tuple[Span, ...], width: float) -> float:
    """Return how high a paragraph of this width is."""
    return sum(line_height(line) for line in lines(spans, width))


def _deepest(line: Line, leading: float) -> Sequence[Span]:
    return [span for span in line if span.style.leading == leading]
