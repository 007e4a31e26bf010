"""One of each paper a family is handed, to be checked and looked at."""

from datetime import date, datetime, timedelta

from ot_desktop.home_programs.handout import papers
from ot_desktop.home_programs.summary import SessionSummary
from ot_desktop.scheduling.paper import print_family_calendars, print_listings
from ot_desktop.scheduling.paper.domain import (
    CalendarVisit,
    FamilyCalendar,
    Group,
    Listing,
    ToBring,
)
from tests.handout_values import a_program


def _calendar(language, paper):
    program = a_program()
    starts = datetime.fromisoformat("2026-06-10T09:00")
    visits = tuple(
        CalendarVisit(at, at + timedelta(minutes=45), "Amara", "Gym", f"Visit {number}")
        for number, at in enumerate((starts + timedelta(days=2 * day) for day in range(8)), start=1)
        if at.weekday() < 5
    )
    calendar = FamilyCalendar(
        children=("Mateo",),
        title="summer visits",
        visits=visits,
        closed=((date(2026, 6, 19), "Clinic closed"),),
        bring=(ToBring("socks", "Socks"), ToBring("snack", "Snack, no peanut")),
        pick_up=("Rosa Alvarez",),
        clinic=program.clinic,
        printed_on=program.printed_on,
        language=language,
    )
    return print_family_calendars((calendar,), paper)


def _listing(_language, paper):
    rows = (("☐", "9:00", "Mateo A."), ("☐", "10:00", "Talia B."))
    listing = Listing(
        title="Amara",
        second_line="Tue, Jun 9",
        columns=("", "Time", "Child"),
        shares=(0.4, 1, 2),
        groups=(Group("Morning", rows),),
        nothing="No sessions.",
        clinic="Juniper Lane",
        printed_on=date(2026, 6, 9),
    )
    return print_listings((listing,), paper)


def _of_program(draw, **different):
    return lambda language, paper: draw(a_program(language=language, **different), paper)


def _summary(language, paper):
    win = "" if language == "es" else "Both socks, all alone."
    summary = SessionSummary(a_program(language=language), date(2026, 6, 9), win)
    return papers.session_summary(summary, paper)


PAPERS = {
    "plan": _of_program(papers.home_plan),
    "chart": _of_program(papers.practice_charts),
    "routines": _of_program(papers.routine_sheets),
    "missed": _of_program(papers.missed_sheet, missed_on=date(2026, 6, 8)),
    "blank": _of_program(papers.home_plan, blank_lines=True),
    "linked": _of_program(papers.home_plan, link="https://juniper-lane.example/home"),
    "summary": _summary,
    "schedule": _calendar,
    "listing": _listing,
}
