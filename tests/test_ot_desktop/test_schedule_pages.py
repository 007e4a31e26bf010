"""A family's calendar and the lists for colleagues: what they say, and that nothing is lost."""

from datetime import date, datetime, timedelta

import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ot_desktop.paper.fonts import MissingGlyph
from ot_desktop.paper.page import BODY_SIZES_PT, PageSize, Paper
from ot_desktop.paper.people import ClinicOnPaper
from ot_desktop.paper.sheet import page_pt
from ot_desktop.paper.table import TICK_BOX
from ot_desktop.scheduling.paper import print_family_calendars, print_listings
from ot_desktop.scheduling.paper.domain import (
    CalendarVisit,
    FamilyCalendar,
    Group,
    Listing,
    ToBring,
    runs_of_days,
)
from tests.paper_text import pages_of

CLINIC = ClinicOnPaper("Juniper Lane Pediatric OT", "555-0100", "214 Juniper Lane")
FIRST = datetime.fromisoformat("2027-06-07T09:00")
CLOSED = ((date(2027, 6, 18), "Clinic closed"), (date(2027, 7, 5), "Independence Day"))


def a_visit(number, starts=FIRST, **changes):
    starts += timedelta(days=number - 1)
    values = {"therapist": "Ana", "room": "Sensory Gym", "label": f"Visit {number}"}
    return CalendarVisit(starts, starts + timedelta(hours=1), **(values | changes))


def a_calendar(*visits, **changes):
    values = {
        "children": ("Maya",),
        "title": "summer visits",
        "visits": visits or tuple(map(a_visit, range(1, 6))),
        "closed": CLOSED,
        "bring": (ToBring("bottle", "Water"), ToBring("snack", "Snack, no peanuts")),
        "pick_up": ("Rosa Duarte", "grandma Carmen"),
        "clinic": CLINIC,
        "printed_on": date(2027, 6, 2),
    }
    return FamilyCalendar(**(values | changes))


def printed(*calendars, paper=None):
    return " ".join(pages_of(print_family_calendars(calendars, paper or Paper())))


def test_every_visit_says_time_therapist_and_room():
    text = printed(a_calendar(a_visit(1), a_visit(2, therapist="Ben", room="Kitchen")))
    assert "Maya’s summer visits" in text
    assert "2 visits, 60 minutes each. A parent stays in the room." in text
    assert "7 Visit 1 9:00 AM Ana Sensory Gym" in text
    assert "8 Visit 2 9:00 AM Ben Kitchen" in text


def test_one_month_fits_one_page_with_everything_to_know():
    pages = pages_of(print_family_calendars([a_calendar()], Paper()))
    assert len(pages) == 1
    for words in (
        "Bring each time",
        "Snack, no peanuts",
        "Pick-up: Rosa Duarte or grandma Carmen.",
        "Call or text 555-0100 as soon as you know.",
        "so Maya still gets all 5 visits.",
        "Printed June 2, 2027",
    ):
        assert words in pages[0]


def test_closed_days_between_the_visits_are_named():
    text = printed(a_calendar(a_visit(1), a_visit(30)))
    assert "18 Clinic closed" in text
    assert "5 Independence Day" in text
    assert "June and July 2027" in text
    assert "Jul 1" in text


def test_nobody_named_for_pick_up_leaves_the_line_out():
    assert "Pick-up" not in printed(a_calendar(pick_up=()))


def test_siblings_share_one_calendar_and_are_named_in_each_day():
    visits = (a_visit(1, child="Leo"), a_visit(1, child="Noa", therapist="Ben"))
    text = printed(a_calendar(*visits, children=("Leo", "Noa")))
    assert "Leo and Noa’s summer visits" in text
    assert "1 visit for each child, 60 minutes." in text
    assert "9:00 AM Leo Ana, Sensory Gym 9:00 AM Noa Ben, Sensory Gym" in text


def test_two_visits_a_day_stand_in_one_day():
    text = printed(a_calendar(a_visit(1), a_visit(1, starts=FIRST.replace(hour=14))))
    assert "9:00 AM Ana, Sensory Gym 2:00 PM Ana, Sensory Gym" in text


def test_a_time_the_family_was_told_otherwise_is_marked():
    assert "Visit 2, new" in printed(a_calendar(a_visit(1), a_visit(2, is_changed=True)))


def test_saturdays_are_drawn_when_somebody_comes_then():
    assert "Saturday" not in printed(a_calendar(a_visit(1)))
    assert "Saturday" in printed(a_calendar(a_visit(6)))


def test_the_same_calendar_is_the_same_file():
    assert print_family_calendars([a_calendar()], Paper()) == print_family_calendars(
        [a_calendar()], Paper()
    )


def test_a_letter_no_font_has_is_named_before_printing():
    with pytest.raises(MissingGlyph, match="漢"):
        print_family_calendars([a_calendar(children=("漢",))], Paper())


NAMES = st.text("Aeñőđ Wj-’iLмα", min_size=1, max_size=40).filter(str.strip)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],
)
@given(
    days=st.sets(st.integers(1, 60), min_size=1, max_size=40),
    name=NAMES,
    room=NAMES,
    paper=st.builds(
        Paper, st.sampled_from(PageSize), st.booleans(), st.sampled_from(BODY_SIZES_PT)
    ),
)
def test_no_visit_is_ever_left_out(days, name, room, paper):
    visits = tuple(a_visit(day, therapist=name, room=room) for day in days)
    text = printed(a_calendar(*visits), paper=paper)
    assert text.count("9:00 AM") == len(days)


def a_listing(count):
    rows = tuple((f"{n}:00", f"Child {n:03}", TICK_BOX) for n in range(count))
    groups = (Group("Mon, Jun 7", rows),) if count else ()
    return Listing(
        title="Ana Ruiz",
        second_line="June 7 to June 11",
        columns=("Time", "Child", "Here"),
        shares=(1, 3, 1),
        groups=groups,
        nothing="No visits this week.",
        clinic="Juniper Lane Pediatric OT",
        printed_on=date(2027, 6, 2),
    )


@pytest.mark.parametrize("count", [1, 34, 35, 36, 60, 300])
def test_a_list_of_any_length_shows_every_row_once(count):
    text = " ".join(pages_of(print_listings([a_listing(count)], Paper())))
    assert [n for n in range(count) if text.count(f"Child {n:03}") != 1] == []


def test_each_page_of_a_list_says_which_day_goes_on():
    pages = pages_of(print_listings([a_listing(60)], Paper()))
    assert len(pages) == 2
    assert "Mon, Jun 7 (goes on)" in pages[1]
    assert "Page 2 of 2" in pages[1]


def test_a_list_of_nothing_says_so():
    assert "No visits this week." in pages_of(print_listings([a_listing(0)], Paper()))[0]


def test_days_without_a_gap_are_one_stretch():
    days = [date(2027, 6, 7), date(2027, 6, 8), date(2027, 6, 10)]
    assert runs_of_days(days) == ((days[0], days[1]), (days[2], days[2]))


@pytest.mark.parametrize("size", [*PageSize])
def test_names_of_sixty_letters_are_cut_and_never_overlap(size):
    long = "Wilhelmina-Alexandrina Montgomery-Fotheringay-Featherstonhaugh"[:60]
    visits = [
        a_visit(day, starts=FIRST.replace(hour=hour), child=child, therapist=long, room=long)
        for day in range(1, 6)
        for hour, child in ((9, long), (10, "Noa"))
    ]
    calendar = a_calendar(*visits, children=(long, "Noa"))
    pdf = print_family_calendars([calendar], Paper(size))
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        width = page.get_width()
        assert all(0 < left < right < width for left, _bottom, right, _top in boxes)
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                across = min(one[2], other[2]) - max(one[0], other[0])
                down = min(one[3], other[3]) - max(one[1], other[1])
                height = min(one[3] - one[1], other[3] - other[1])
                assert across <= 1 or down <= height / 2
    assert "…" in printed(calendar, paper=Paper(size))


# Sideways.

PAPERS = [
    Paper(size, is_landscape=is_landscape) for size in PageSize for is_landscape in (False, True)
]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda each: f"{each.size}-{each.is_landscape}")
@pytest.mark.parametrize("count", [1, 9, 20, 60])
def test_a_calendar_of_any_length_fits_the_paper_either_way_up(paper, count):
    workdays = [
        day for day in range(1, 2 * count + 1) if (FIRST + timedelta(day - 1)).weekday() < 5
    ]
    visits = [a_visit(day, label=f"Visit {n}") for n, day in enumerate(workdays[:count], start=1)]
    pdf = print_family_calendars([a_calendar(*visits)], paper)
    document = pypdfium2.PdfDocument(pdf)
    wide, high = page_pt(paper)
    assert {tuple(map(round, page.get_size())) for page in document} == {(round(wide), round(high))}
    text = " ".join(pages_of(pdf))
    assert all(f"Visit {number} " in text for number in range(1, count + 1))
    assert all("Printed June 2, 2027" in page for page in pages_of(pdf))
