"""The floor of a page: a bare ReportLab canvas that repeats what our pages draw."""

from collections.abc import Callable
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from ot_desktop.home_programs.domain import HomeProgram
from ot_desktop.home_programs.handout.plan_pages import draw_plan
from ot_desktop.home_programs.handout.words import words_for
from ot_desktop.paper import fonts
from ot_desktop.paper.page import Paper
from ot_desktop.paper.sheet import Sheet, page_pt

_DRAWING = (
    *("scale", "translate", "saveState", "restoreState", "roundRect", "circle", "rect"),
    *("setFillColor", "setStrokeColor", "setLineWidth", "setLineJoin"),
    *("beginForm", "endForm", "doForm", "showPage"),
)


def bare_canvas(program: HomeProgram, paper: Paper) -> Callable[[], bytes]:
    """Return a function that draws the same fonts, shapes, strings and pictures, and no tags."""
    recorder = _Recorder(BytesIO(), pagesize=page_pt(paper), **_SETTINGS)
    draw_plan(Sheet(recorder, paper), program, words_for(program.language))
    steps = recorder.steps

    def draw() -> bytes:
        into = BytesIO()
        canvas = Canvas(into, pagesize=page_pt(paper), **_SETTINGS)
        for step in steps:
            step(canvas)
        canvas.save()
        return into.getvalue()

    return draw


_SETTINGS: dict[str, Any] = {
    "invariant": 1,
    "pageCompression": 1,
    "initialFontName": fonts.Face.REGULAR.value,
}


class _Recorder(Canvas):
    """Draws, and remembers each call from outside, to make it again on another canvas."""

    def __init__(self, *settings: Any, **named: Any) -> None:
        fonts.font(fonts.Face.REGULAR.value)
        self.steps: list[Callable[[Canvas], object]] = []
        self._is_inside = True
        super().__init__(*settings, **named)
        self._is_inside = False

    @contextmanager
    def _once(self, step: Callable[[Canvas], object]):
        outer, self._is_inside = self._is_inside, True
        if not outer:
            self.steps.append(step)
        yield
        self._is_inside = outer

    def addLiteral(self, s: str, escaped: int = 1) -> None:  # noqa: N802  (ReportLab's name)
        if s.endswith((" BDC", " BMC")) or s == "EMC":  # a tag of ours
            super().addLiteral(s, escaped)
            return
        with self._once(lambda canvas: canvas.addLiteral(s, escaped)):
            super().addLiteral(s, escaped)

    def drawPath(self, path: PDFPathObject, **how: int) -> None:  # noqa: N802  (as above)
        with self._once(lambda canvas: canvas.drawPath(path, **how)):
            super().drawPath(path, **how)

    def drawText(self, text: Any) -> None:  # noqa: N802  (as above)
        with self._once(_written(text)):
            super().drawText(text)

    def beginText(self, x: float = 0, y: float = 0, **how: Any) -> Any:  # noqa: N802  (as above)
        writer = super().beginText(x, y, **how)
        writer.calls = calls = [("setTextOrigin", (x, y))]
        for name in ("setFillColor", "setFont", "textOut"):
            method = getattr(writer, name)

            def called(*values: Any, name: str = name, method: Any = method) -> None:
                calls.append((name, values))
                method(*values)

            setattr(writer, name, called)
        return writer


def _written(writer: Any) -> Callable[[Canvas], None]:
    (_, origin), *calls = writer.calls

    def write(canvas: Canvas) -> None:
        text = canvas.beginText(*origin)
        for name, values in calls:
            getattr(text, name)(*values)
        canvas.drawText(text)

    return write


def _recording(name: str) -> Any:
    original = getattr(Canvas, name)

    def method(self: _Recorder, *values: Any, **named: Any) -> Any:
        with self._once(lambda canvas: original(canvas, *values, **named)):
            return original(self, *values, **named)

    return method


for _name in _DRAWING:
    setattr(_Recorder, _name, _recording(_name))
