"""Makes the PDF files of a home program."""

from functools import partial

from ot_desktop.home_programs.domain import HomeProgram
from ot_desktop.home_programs.handout.chart_pages import draw_charts
from ot_desktop.home_programs.handout.plan_pages import draw_plan
from ot_desktop.home_programs.handout.words import words_for
from ot_desktop.paper.page import Paper
from ot_desktop.paper.pdf import Part, pdf_file


def home_plan(program: HomeProgram, paper: Paper) -> bytes:
    """Return the plan's pages."""
    return _paper(program, paper, _plan(program))


def practice_charts(program: HomeProgram, paper: Paper) -> bytes:
    """Return the charts' pages."""
    return _paper(program, paper, _charts(program))


def plan_and_charts(program: HomeProgram, paper: Paper) -> bytes:
    """Return the plan's pages, then the charts'."""
    return _paper(program, paper, _plan(program), _charts(program))


def _plan(program: HomeProgram) -> Part:
    fixed = words_for(program.language)
    return Part(fixed.plan_title(program.child), partial(draw_plan, program=program, fixed=fixed))


def _charts(program: HomeProgram) -> Part:
    fixed = words_for(program.language)
    return Part(
        fixed.chart_title(program.child), partial(draw_charts, program=program, fixed=fixed)
    )


def _paper(program: HomeProgram, paper: Paper, *parts: Part) -> bytes:
    language = words_for(program.language).code
    return pdf_file(parts, paper, author=program.clinic.name, language=language, printed=program)
