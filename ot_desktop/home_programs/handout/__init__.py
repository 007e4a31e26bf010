"""The printed pages of a home program as PDF bytes; the same input gives the same bytes."""

from ot_desktop.home_programs.domain import HomeProgram
from ot_desktop.home_programs.summary import SessionSummary
from ot_desktop.paper.page import Paper


def print_home_program(program: HomeProgram, paper: Paper) -> bytes:
    """Return the home plan; raises ``MissingGlyph`` when a character cannot be printed."""
    from ot_desktop.home_programs.handout.papers import home_plan  # noqa: PLC0415  (heavy)

    return home_plan(program, paper)


def print_practice_chart(program: HomeProgram, paper: Paper) -> bytes:
    """Return one chart for every seven practice days."""
    from ot_desktop.home_programs.handout.papers import practice_charts  # noqa: PLC0415  (heavy)

    return practice_charts(program, paper)


def home_program_papers(program: HomeProgram, paper: Paper, *, chart: bool) -> bytes:
    """Return the home plan, followed by its practice charts when ``chart``, in one file."""
    if not chart:
        return print_home_program(program, paper)
    from ot_desktop.home_programs.handout.papers import plan_and_charts  # noqa: PLC0415  (heavy)

    return plan_and_charts(program, paper)


def chosen_papers(
    program: HomeProgram, paper: Paper, *, plan: bool, chart: bool, sheets: bool
) -> bytes:
    """Return the chosen papers in one file."""
    from ot_desktop.home_programs.handout import papers  # noqa: PLC0415  (heavy)

    return papers.chosen(program, paper, plan=plan, chart=chart, sheets=sheets)


def print_kind(kind: str, program: HomeProgram, paper: Paper) -> bytes:
    """Return a home-program, routine-sheets, chart or missed sheet."""
    from ot_desktop.home_programs.handout import papers  # noqa: PLC0415  (heavy)

    drawn = {
        "home-program": papers.home_plan,
        "routine-sheets": papers.routine_sheets,
        "chart": papers.practice_charts,
        "missed": papers.missed_sheet,
    }
    return drawn[kind](program, paper)


def print_summary(summary: SessionSummary, paper: Paper) -> bytes:
    """Return what a family takes home of one visit."""
    from ot_desktop.home_programs.handout import papers  # noqa: PLC0415  (heavy)

    return papers.session_summary(summary, paper)
