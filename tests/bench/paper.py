"""How long papers take: a home program, its preview, and packets for a hundred families.

``program`` is measured against a bare ReportLab canvas that draws the same fonts, shapes and
strings, recorded from our own pages. Peers draw the same words and pictures with their own means
and are measured where they are installed: ``pip install fpdf2 weasyprint typst``.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from statistics import median
from time import perf_counter

from ot_desktop.home_programs import handout, library, packets, practice, previewing
from ot_desktop.home_programs.domain import (
    ChildOnPaper,
    HomeProgram,
    PlannedActivity,
    Reward,
    RewardKind,
    Visit,
)
from ot_desktop.home_programs.draft import PaperChoice
from ot_desktop.home_programs.packets import Packet
from ot_desktop.home_programs.page_pictures import count_pages
from ot_desktop.paper.page import Paper
from ot_desktop.paper.people import ClinicOnPaper
from ot_desktop.progress import Unwatched
from ot_desktop.scheduling.paper.domain import CalendarVisit, FamilyCalendar, ToBring
from tests.bench.big_clinic import Size
from tests.bench.cases import MS, Case, in_turns
from tests.bench.paper_floor import bare_canvas
from tests.bench.paper_peers import peers

ROUNDS, PREVIEWS, FAMILIES = 50, 15, 100
MOST_TIMES_THE_FLOOR, MOST_PREVIEW_MS, LEAST_PAGES_A_SECOND = 2.0, 300.0, 25.0
_START = date(2027, 6, 7)
_CLINIC = ClinicOnPaper("Juniper Lane Pediatric OT", "(555) 010-0142", "214 Juniper Lane")
_SCALE = 1.2  # of the preview beside the builder, in pixels to the point


def cases(size: Size) -> Iterator[Case]:
    """Measure each, its peers after it."""
    program = a_program(0)
    paper = Paper()

    def ours() -> bytes:
        return handout.print_home_program(program, paper)

    bare = bare_canvas(program, paper)
    assert count_pages(ours()) == count_pages(bare()) == 2
    mine, floor = in_turns(ours, bare, ROUNDS)
    ratio = mine / floor
    ok = ratio <= MOST_TIMES_THE_FLOOR
    yield Case("paper", "program", mine, floor, ratio, "ms", MOST_TIMES_THE_FLOOR, ok)
    yield _preview()
    yield _packets(paper, min(FAMILIES, size.children))
    for name, draw, must_be_slower in peers(program):
        theirs, mine_now = in_turns(draw, ours, 9)
        ratio = mine_now / theirs
        limit = 1.0 if must_be_slower else 99.0
        yield Case("paper", name, mine_now, theirs, ratio, "ms", limit, ratio <= limit)


def _preview() -> Case:
    """Change a word before each preview, as somebody who types does."""
    times = []
    for number in range(PREVIEWS):
        program = a_program(0, why=f"It makes arms strong, {number} times.")
        started = perf_counter()
        shown = previewing.preview(program, PaperChoice(), _SCALE, Unwatched())
        times.append((perf_counter() - started) * MS)
        assert shown is not None
        assert shown.pages == 3
    found = median(times)
    return Case(
        "paper", "preview", found, None, None, "ms", MOST_PREVIEW_MS, found <= MOST_PREVIEW_MS
    )


def _packets(paper: Paper, count: int) -> Case:
    families = [Packet(a_program(number), a_calendar(number)) for number in range(count)]
    started = perf_counter()
    pdf = packets.print_packets(families, paper, Unwatched())
    seconds = perf_counter() - started
    assert pdf is not None
    rate = count_pages(pdf) / seconds
    ok = rate >= LEAST_PAGES_A_SECOND
    return Case("paper", "packets", rate, None, None, "pages/s", LEAST_PAGES_A_SECOND, ok)


def a_program(number: int, why: str | None = None) -> HomeProgram:
    """Return a program of three activities; another ``number``, another child and activities."""
    found = [each for each in library.all_activities() if each.drawing]
    chosen = [found[(number * 3 + place) % len(found)] for place in range(3)]
    if number == 0:
        known = {each.key: each for each in found}
        chosen = [known[key] for key in ("bear-walk", "sponge-squeeze", "coin-bank-then-buttons")]
    planned = [PlannedActivity.from_library(each) for each in chosen]
    first = planned[0]
    planned[0] = replace(first, changes=replace(first.changes, why=why))
    visits = [datetime.combine(_START + timedelta(days=day), datetime.min.time()) for day in (2, 7)]
    return HomeProgram(
        child=ChildOnPaper(f"Maya{number or ''}", "O"),
        therapist="Ana",
        clinic=_CLINIC,
        starts_on=_START,
        ends_on=_START + timedelta(days=14),
        printed_on=_START,
        activities=tuple(planned),
        practice_days=practice.practice_days(_START, _START + timedelta(days=6)),
        visits=tuple(Visit(at.replace(hour=10), "Ana") for at in visits),
        safety=("No treats with peanuts.",),
        reward=Reward(RewardKind.SAVE_UP, "a trip to the zoo", 10),
        name="Summer plan",
    )


def a_calendar(number: int) -> FamilyCalendar:
    """Return four weeks with three visits each."""
    days = [_START + timedelta(days=7 * week + day) for week in range(4) for day in (0, 2, 4)]
    visits = [
        CalendarVisit(
            starts=(at := datetime.combine(day, datetime.min.time()).replace(hour=9 + number % 6)),
            ends=at + timedelta(minutes=45),
            therapist="Ana",
            room="Sensory Gym",
            label=f"Visit {count}",
        )
        for count, day in enumerate(days, start=1)
    ]
    return FamilyCalendar(
        children=(f"Maya{number or ''}",),
        title="summer visits",
        visits=tuple(visits),
        closed=((date(2027, 6, 18), "Clinic closed"),),
        bring=(ToBring("socks", "Socks"), ToBring("bottle", "Water")),
        pick_up=("Rosa Ortiz",),
        clinic=_CLINIC,
        printed_on=_START,
    )
