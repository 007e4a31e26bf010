"""One page to draw on: px as in the design (96 to the inch), the origin at the top left."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from ot_desktop.paper import fonts, pictures
from ot_desktop.paper.fields import Fields
from ot_desktop.paper.ink import COLOR, GRAY, Ink
from ot_desktop.paper.page import PageSize, Paper
from ot_desktop.paper.pictures import Picture
from ot_desktop.paper.shapes import oval, rectangle, step
from ot_desktop.paper.structure import Structure
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

    def __init__(self, canvas: Canvas, paper: Paper, title: str = "") -> None:
        self.ink: Ink = GRAY if paper.is_gray else COLOR
        self._canvas = canvas
        self._structure = Structure(canvas, title)
        self._fields = Fields(canvas, self._structure) if paper.can_tick else None
        self.within = self._structure.within
        self.artifact = self._structure.artifact
        # Larger letters enlarge everything, so boxes keep their proportions.
        self._scale = PT_PER_PX * paper.body_pt / DESIGNED_BODY_PT
        self.body_pt = paper.body_pt
        self._document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001  (no API)
        self._escaped = canvas._escape  # type: ignore[attr-defined]  # noqa: SLF001  (as above)
        self._write = canvas.addLiteral
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
        self._structure.close()
        self._canvas.showPage()
        self._structure.end_page()

    def finish(self) -> None:
        """Add what is known only when every page is drawn; call it before the file is saved."""
        self._structure.finish()
        if self._fields:
            self._fields.finish()

    @contextmanager
    def shrunk(self, place: Place, factor: float) -> Iterator[None]:
        """Draw everything smaller by ``factor``; the place's top left corner stays."""
        self._structure.close()
        self._canvas.saveState()
        self._canvas.translate(place.x, self._up(place.y))
        self._canvas.scale(factor, factor)
        self._canvas.translate(-place.x, -self._up(place.y))
        yield
        self._structure.close()
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
        corner = max(radius - line / 2, 0)
        low = self._up(inner.y + inner.height)
        outline = rectangle(inner.x, low, inner.width, inner.height, (corner, corner))
        self._paint(outline, stroke, fill, line)

    def tick_box(self, place: Place, words: str, *, radius: float, stroke: str) -> None:
        """Draw a box to tick; ``words`` say what it stands for where it can be ticked on screen."""
        self.box(place, radius=radius, line=2, stroke=stroke)
        self.tick_field(place, words)

    def tick_field(self, place: Place, words: str) -> None:
        """Let a place be ticked on screen, where that was asked for; draws nothing itself."""
        if self._fields:
            left, low = self._canvas.absolutePosition(place.x, self._up(place.y + place.height))
            right, high = self._canvas.absolutePosition(place.x + place.width, self._up(place.y))
            self._fields.add((left, low, right, high), words)

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        """Fill a circle round a middle point."""
        self._paint(oval(x, self._up(y), radius, radius), None, fill, 0)

    def rule(self, x: float, y: float, to_x: float, *, line: float, color: str) -> None:
        """Draw a level line; ``y`` is its middle."""
        self.stroke(((x, y), (to_x, y)), line=line, color=color)

    def stroke(self, points: Sequence[tuple[float, float]], *, line: float, color: str) -> None:
        """Draw straight lines from point to point."""
        self._paint(self._path(points), color, None, line)

    def polygon(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        """Fill the area between points."""
        self._paint(self._path(points), None, fill, 0)

    def words(self, spans: tuple[Span, ...], place: Place, *, align: float = 0) -> float:
        """Write a paragraph; ``align`` is 0 left, 0.5 middle, 1 right. Returns its height."""
        y = place.y
        broken = lines(spans, place.width)
        if broken:
            self._structure.words()
        for line in broken:
            leading = line_height(line)
            slack = place.width - sum(span.width for span in line)
            self._line(line, place.x + align * max(slack, 0), y, leading)
            y += leading
        return y - place.y

    def icon(self, name: str, x: float, y: float, size: float, color: str) -> None:
        """Place a line icon with its top left corner at a point."""
        self._place(pictures.icon(name, color), x, y, size)

    def picture(self, name: str, x: float, y: float, width: float, alt: str = "") -> float:
        """Place a drawing of ``width``; returns its height. Without ``alt`` it only decorates."""
        found = pictures.drawing(name, is_gray=self.ink.is_gray)
        return self._scaled(found, x, y, width, alt)

    def drawn(self, svg: str, x: float, y: float, width: float, alt: str = "") -> float:
        """Place a drawing made for these pages; returns its height."""
        return self._scaled(pictures.drawn(svg, is_gray=self.ink.is_gray), x, y, width, alt)

    def photo(self, jpeg: bytes, place: Place, alt: str = "") -> None:
        """Place a photo; its middle fills the place."""
        shape = round(place.height / place.width, 3)
        found = pictures.photo(jpeg, shape, is_gray=self.ink.is_gray)
        low = self._up(place.y + place.height)
        self._structure.figure(alt)
        self._canvas.drawImage(found, place.x, low, place.width, place.height)

    def _scaled(self, found: Picture, x: float, y: float, width: float, alt: str) -> float:
        self._place(found, x, y, width, alt)
        return float(width * found.height / found.width)

    def _place(self, found: Picture, x: float, y: float, width: float, alt: str = "") -> None:
        """Draw a picture; one used twice is stored once."""
        factor = width / found.width
        if found not in self._forms:
            self._forms[found] = f"picture{len(self._forms)}"
            self._canvas.beginForm(self._forms[found], 0, 0, found.width, found.height)
            self._canvas.addLiteral(found.commands)
            self._canvas.endForm()
        self._structure.figure(alt)
        low = self._up(y + found.height * factor)
        self._write(f"q {step('cm', factor, 0, 0, factor, x, low)}")
        self._canvas.doForm(self._forms[found])
        self._write("Q")

    def _line(self, line: Line, x: float, y: float, leading: float) -> None:
        level = self._up(y + max(baseline(span.style) for span in _deepest(line, leading)))
        written = ["BT", step("Tm", 1, 0, 0, 1, x, level)]
        for span in line:
            written.append(color_command(span.style.color or self.ink.text, "rg"))
            for name, part in fonts.runs(span.text, span.style.face):
                written += self._letters(name, part, span.style.size)
        written.append("ET")
        self._write(" ".join(written))

    def _letters(self, name: str, text: str, size: float) -> Iterator[str]:
        """Yield the commands for letters of one font; it is cut up into parts of 256 letters."""
        font = fonts.font(name)
        for subset, codes in font.splitString(text, self._document):
            yield f"{font.getSubsetInternalName(subset, self._document)} {step('Tf', size)}"
            yield f"({self._escaped(codes)}) Tj"

    def _paint(self, outline: str, stroke: str | None, fill: str | None, line: float) -> None:
        self._structure.decorate()
        before = []
        if stroke is not None:
            before.append(f"{color_command(stroke, 'RG')} {step('w', line)} 1 j")
        if fill is not None:
            before.append(color_command(fill, "rg"))
        operator = _PAINTED[stroke is not None, fill is not None]
        self._write(" ".join((*before, outline, operator)))

    def _path(self, points: Sequence[tuple[float, float]]) -> str:
        (x, y), *others = points
        lines = [step("l", x, self._up(y)) for x, y in others]
        return " ".join((step("m", x, self._up(y)), *lines))

    def _up(self, y: float) -> float:
        return self.height - y


_PAINTED = {(True, True): "B", (True, False): "S", (False, True): "f", (False, False): "n"}


@lru_cache(maxsize=128)
def color_command(name: str, operator: str) -> str:
    """Return the command that chooses a color, #RRGGBB, for lines (RG) or areas (rg)."""
    return step(operator, *(int(name[at : at + 2], 16) / 255 for at in (1, 3, 5)))


def line_height(line: Line) -> float:
    """Return the height of a line: its tallest style's."""
    return max(span.style.leading for span in line)


@lru_cache(maxsize=4_000)
def paragraph_height(spans: tuple[Span, ...], width: float) -> float:
    """Return how high a paragraph of this width is."""
    return sum(line_height(line) for line in lines(spans, width))


def _deepest(line: Line, leading: float) -> Sequence[Span]:
    return [span for span in line if span.style.leading == leading]
