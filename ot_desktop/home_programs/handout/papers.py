"""Makes the PDF files of a home program."""

from collections.abc import Sequence
from functools import partial

from ot_desktop.home_programs.domain import HomeProgram
from ot_desktop.home_programs.handout.chart_pages import draw_charts
from ot_desktop.home_programs.handout.plan_pages import draw_plan
from ot_desktop.home_programs.handout.sheet_pages import draw_missed, draw_routine, draw_summary
from ot_desktop.home_programs.handout.words import words_for
from ot_desktop.home_programs.summary import SessionSummary
from ot_desktop.home_programs.translating import require_words
from ot_desktop.paper.page import Paper
from ot_desktop.paper.pdf import Part, pdf_file


def home_plan(program: HomeProgram, paper: Paper) -> bytes:
    """Return the plan's pages."""
    return _paper(program, paper, plan_part(program))


def practice_charts(program: HomeProgram, paper: Paper) -> bytes:
    """Return the charts' pages."""
    return _paper(program, paper, chart_part(program))


def plan_and_charts(program: HomeProgram, paper: Paper) -> bytes:
    """Return the plan's pages, then the charts'."""
    return _paper(program, paper, plan_part(program), chart_part(program))


def chosen(program: HomeProgram, paper: Paper, *, plan: bool, chart: bool, sheets: bool) -> bytes:
    """Return the chosen papers, one after the other."""
    parts = [plan_part(program)] if plan else []
    parts += [chart_part(program)] if chart else []
    parts += routine_parts(program) if sheets else []
    return _paper(program, paper, *parts)


def routine_sheets(program: HomeProgram, paper: Paper) -> bytes:
    """Return a sheet for each routine of the day that has an activity."""
    return _paper(program, paper, *routine_parts(program))


def missed_sheet(program: HomeProgram, paper: Paper) -> bytes:
    """Return the one sheet."""
    return _paper(program, paper, missed_part(program))


def session_summary(summary: SessionSummary, paper: Paper) -> bytes:
    """Return the summary of a visit."""
    fixed = words_for(summary.program.language)
    title = fixed.summary_title(summary.program.child)
    part = Part(title, partial(draw_summary, summary=summary, fixed=fixed))
    return _file(summary.program, paper, summary, [part])


def plan_part(program: HomeProgram) -> Part:
    """Return the plan as a part of a file."""
    fixed = words_for(program.language)
    draw = partial(draw_plan, program=program, fixed=fixed)
    return Part(fixed.plan_title(program.child), draw, fixed.code)


def chart_part(program: HomeProgram) -> Part:
    """Return the charts as a part of a file."""
    fixed = words_for(program.language)
    draw = partial(draw_charts, program=program, fixed=fixed)
    return Part(fixed.chart_title(program.child), draw, fixed.code)


def routine_parts(program: HomeProgram) -> list[Part]:
    """Return the sheets of the routines as parts of a file."""
    fixed = words_for(program.language)
    return [
        Part(
            fixed.routine_title(program.child, routine),
            partial(draw_routine, program=program, routine=routine, fixed=fixed),
            fixed.code,
        )
        for routine in dict.fromkeys(planned.routine for planned in program.activities)
    ]


def missed_part(program: HomeProgram) -> Part:
    """Return the sheet of a missed visit as a part of a file."""
    fixed = words_for(program.language)
    draw = partial(draw_missed, program=program, fixed=fixed)
    return Part(fixed.missed_title(program.child), draw, fixed.code)


def _paper(program: HomeProgram, paper: Paper, *parts: Part) -> bytes:
    require_words(program)
    return _file(program, paper, program, parts)


def _file(program: HomeProgram, paper: Paper, printed: object, parts: Sequence[Part]) -> bytes:
    code = words_for(program.language).code
    return pdf_file(parts, paper, author=program.clinic.name, language=code, printed=printed)
