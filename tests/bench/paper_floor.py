"""The floor of a page: a bare ReportLab canvas that repeats what our pages draw."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from ot_desktop.home_programs.domain import HomeProgram
from ot_desktop.home_programs.handout.plan_pages import draw_plan
from ot_desktop.home_programs.handout.words import words_for
from ot_desktop.paper import fonts
from ot_desktop.paper.page import Paper
from ot_desktop.paper.pictures import Picture
from ot_desktop.paper.sheet import Sheet, page_pt
from ot_desktop.paper.text import Line

_SETTINGS: dict[str, Any] = {"invariant": 1, "pageCompression": 1}
Step = Callable[["_Bare"], None]


def bare_canvas(program: HomeProgram, paper: Paper) -> Callable[[], bytes]:
    """Return a function that draws the same fonts, shapes, strings and pictures, and no tags."""
    fonts.font(fonts.Face.REGULAR.value)
    recorder = _Recorder(Canvas(BytesIO(), pagesize=page_pt(paper), **_SETTINGS), paper)
    draw_plan(recorder, program, words_for(program.language))
    steps = recorder.steps

    def draw() -> bytes:
        into = BytesIO()
        bare = _Bare(Canvas(into, pagesize=page_pt(paper), **_SETTINGS))
        for step in steps[:-1]:  # the last one would begin another page
            step(bare)
        bare.canvas.save()
        return into.getvalue()

    return draw


class _Bare:
    """A canvas with the colors it was asked for and the pictures it knows."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self._colors: dict[str, Any] = {}
        self._forms: dict[Picture, str] = {}

    def color(self, name: str) -> Any:
        if name not in self._colors:
            self._colors[name] = HexColor(name)
        return self._colors[name]

    def paint(self, stroke: str | None, fill: str | None, line: float) -> dict[str, int]:
        if stroke is not None:
            self.canvas.setStrokeColor(self.color(stroke))
            self.canvas.setLineWidth(line)
        if fill is not None:
            self.canvas.setFillColor(self.color(fill))
        return {"stroke": int(stroke is not None), "fill": int(fill is not None)}

    def path(self, points: Sequence[tuple[float, float]]) -> Any:
        path = self.canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        return path

    def form(self, found: Picture) -> str:
        if found not in self._forms:
            self._forms[found] = name = f"picture{len(self._forms)}"
            self.canvas.beginForm(name, 0, 0, found.width, found.height)
            self.canvas.addLiteral(found.commands)
            self.canvas.endForm()
        return self._forms[found]


class _Recorder(Sheet):
    """Draws, and remembers each stroke, to make it again with a canvas's own methods."""

    def __init__(self, canvas: Canvas, paper: Paper) -> None:
        super().__init__(canvas, paper)
        scale = self._scale
        self.steps: list[Step] = [lambda bare: bare.canvas.scale(scale, scale)]
        show = canvas.showPage

        def show_page() -> None:
            show()
            self.steps.append(lambda bare: bare.canvas.showPage())
            self.steps.append(lambda bare: bare.canvas.scale(scale, scale))

        canvas.showPage = show_page

    def box(self, place, *, radius=0.0, line=0.0, stroke=None, fill=None) -> None:
        inner = place.inset(line / 2, line / 2)
        low, corner = self._up(inner.y + inner.height), max(radius - line / 2, 0)

        def again(bare: _Bare) -> None:
            how = bare.paint(stroke, fill, line)
            bare.canvas.roundRect(inner.x, low, inner.width, inner.height, corner, **how)

        self.steps.append(again)
        super().box(place, radius=radius, line=line, stroke=stroke, fill=fill)

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        def again(bare: _Bare) -> None:
            bare.canvas.circle(x, self._up(y), radius, **bare.paint(None, fill, 0))

        self.steps.append(again)
        super().disc(x, y, radius, fill)

    def stroke(self, points, *, line: float, color: str) -> None:
        raised = [(x, self._up(y)) for x, y in points]
        self.steps.append(
            lambda bare: bare.canvas.drawPath(bare.path(raised), **bare.paint(color, None, line))
        )
        super().stroke(points, line=line, color=color)

    def polygon(self, points, fill: str) -> None:
        raised = [(x, self._up(y)) for x, y in points]
        self.steps.append(
            lambda bare: bare.canvas.drawPath(bare.path(raised), **bare.paint(None, fill, 0))
        )
        super().polygon(points, fill)

    def _line(self, line: Line, x: float, y: float, leading: float) -> None:
        style = line[0].style
        level = self._up(y + (leading - style.size) / 2 + style.size)
        runs = [
            (span.style, name, part)
            for span in line
            for name, part in fonts.runs(span.text, span.style.face)
        ]

        def again(bare: _Bare) -> None:
            text = bare.canvas.beginText(x, level)
            for style, name, part in runs:
                text.setFillColor(bare.color(style.color or self.ink.text))
                text.setFont(name, style.size)
                text.textOut(part)
            bare.canvas.drawText(text)

        self.steps.append(again)
        super()._line(line, x, y, leading)

    def _place(self, found: Picture, x: float, y: float, width: float, alt: str = "") -> None:
        factor = width / found.width
        low = self._up(y + found.height * factor)

        def again(bare: _Bare) -> None:
            name = bare.form(found)
            bare.canvas.saveState()
            bare.canvas.translate(x, low)
            bare.canvas.scale(factor, factor)
            bare.canvas.doForm(name)
            bare.canvas.restoreState()

        self.steps.append(again)
        super()._place(found, x, y, width, alt)
