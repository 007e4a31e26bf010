"""Makes the PDF files: checks every character, then draws page by page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from ot_desktop import __version__
from ot_desktop.home_programs.domain import HomeProgram, Paper
from ot_desktop.home_programs.handout import fonts
from ot_desktop.home_programs.handout.chart_pages import draw_charts
from ot_desktop.home_programs.handout.plan_pages import draw_plan
from ot_desktop.home_programs.handout.sheet import PAGE_PT, Sheet
from ot_desktop.home_programs.handout.words import EnglishWords, words_for

# Binary streams: a quarter smaller and quicker than the text encoding mail once needed.
rl_config.useA85 = 0

_Draw = Callable[[Sheet, HomeProgram, EnglishWords], None]


@dataclass(frozen=True, slots=True)
class _Part:
    """One kind of pages in a file: what a reader's table of contents calls it, and who draws it."""

    title: str
    draw: _Draw


def home_plan(program: HomeProgram, paper: Paper) -> bytes:
    """Return the plan's pages."""
    return _paper(program, paper, _plan(program))


def practice_charts(program: HomeProgram, paper: Paper) -> bytes:
    """Return the charts' pages."""
    return _paper(program, paper, _charts(program))


def plan_and_charts(program: HomeProgram, paper: Paper) -> bytes:
    """Return the plan's pages, then the charts'."""
    return _paper(program, paper, _plan(program), _charts(program))


def _plan(program: HomeProgram) -> _Part:
    return _Part(words_for(program.language).plan_title(program.child), draw_plan)


def _charts(program: HomeProgram) -> _Part:
    return _Part(words_for(program.language).chart_title(program.child), draw_charts)


def _paper(program: HomeProgram, paper: Paper, *parts: _Part) -> bytes:
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
    canvas.setTitle(parts[0].title)
    canvas.setAuthor(program.clinic.name)
    canvas.setCreator(f"OT Desktop {__version__}")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    sheet = Sheet(canvas, paper)
    for number, part in enumerate(parts):
        canvas.bookmarkPage(f"part-{number}")
        canvas.addOutlineEntry(part.title, f"part-{number}")
        part.draw(sheet, program, fixed)
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
