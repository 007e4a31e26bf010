"""Makes the PDF files: checks every character, then draws page by page."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from ot_desktop import __version__
from ot_desktop.home_programs.domain import HomeProgram, Paper
from ot_desktop.home_programs.handout import fonts
from ot_desktop.home_programs.handout.chart_pages import draw_charts
from ot_desktop.home_programs.handout.plan_pages import draw_plan
from ot_desktop.home_programs.handout.sheet import PAGE_PT, Sheet
from ot_desktop.home_programs.handout.words import EnglishWords, words_for

_Draw = Callable[[Sheet, HomeProgram, EnglishWords], None]


def home_plan(program: HomeProgram, paper: Paper) -> bytes:
    """Return the plan's pages."""
    fixed = words_for(program.language)
    return _paper(program, paper, fixed.plan_title(program.child), draw_plan)


def practice_charts(program: HomeProgram, paper: Paper) -> bytes:
    """Return the charts' pages."""
    fixed = words_for(program.language)
    return _paper(program, paper, fixed.chart_title(program.child), draw_charts)


def plan_and_charts(program: HomeProgram, paper: Paper) -> bytes:
    """Return the plan's pages, then the charts'."""
    fixed = words_for(program.language)
    return _paper(program, paper, fixed.plan_title(program.child), draw_plan, draw_charts)


def _paper(program: HomeProgram, paper: Paper, title: str, *draw: _Draw) -> bytes:
    fixed = words_for(program.language)
    fonts.check_printable(_texts(program))
    fonts.font(fonts.Face.REGULAR.value)
    into = BytesIO()
    # Invariant: no clock and no random file name, so that a reprint is the same file.
    canvas = Canvas(
        into,
        pagesize=PAGE_PT[paper.size],
        invariant=1,
        pageCompression=1,
        lang=fixed.code,
        initialFontName=fonts.Face.REGULAR.value,  # type: ignore[arg-type]  # stubs say float
    )
    canvas.setTitle(title)
    canvas.setAuthor(program.clinic.name)
    canvas.setCreator(f"OT Desktop {__version__}")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    sheet = Sheet(canvas, paper)
    for part in draw:
        part(sheet, program, fixed)
    canvas.save()
    return into.getvalue()


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a program, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _texts(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
