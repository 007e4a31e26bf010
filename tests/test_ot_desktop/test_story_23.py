"""Story 23: every paper fits its page, however many visits and however long the names are."""

from datetime import date, datetime, timedelta

import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ot_desktop.paper.page import PageSize, Paper
from ot_desktop.paper.people import ClinicOnPaper
from ot_desktop.paper.table import TICK_BOX
from ot_desktop.scheduling.day_papers import CALL_COLUMNS, sheet_columns
from ot_desktop.scheduling.paper import print_family_calendars, print_listings, print_slips
from ot_desktop.scheduling.paper.domain import (
    CalendarVisit,
    FamilyCalendar,
    Group,
    Listing,
    Slip,
    SlipVisit,
    ToBring,
)

FIRST = datetime.fromisoformat("2027-06-07T08:00")
PRINTED = date(2027, 6, 2)
LETTERS = "AaeñőđŁßæ ệ Ж щ Ω ŵ W W WmmiI.’,-–()"
NAMES = st.one_of(
    st.text(LETTERS, min_size=1, max_size=90).filter(lambda name: name.strip(" .’,-–()")),
    st.sampled_from(
        [
            "Wilhelmina-Alexandrina Montgomery-Fotheringay-Featherstonhaugh",
            "W" * 70,
            "Nguyễn Thị Phương Thảo Trần Lê Hoàng Mai Anh",
            "Александра-Екатерина Константинопольская",
            "Ng",
        ]
    ),
)
PAPERS = st.builds(Paper, st.sampled_from(PageSize), st.booleans(), is_landscape=st.booleans())
any_number = st.integers(1, 60)
many = settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],
)


def clinic(name):
    return ClinicOnPaper(name, "555-0100", f"214 {name} Lane", f"8 to 5, {name}")


def visits(count):
    """Return the starts of visits on workdays, one after the other, two a day from the 31st on."""
    days = [FIRST + timedelta(days=n + n // 5 * 2) for n in range(30)]
    return [days[n % 30] + timedelta(hours=6 * (n // 30)) for n in range(count)]


def check_pages(pdf, paper):
    """Every text is on its page, no two cover one another, and each page knows its number."""
    pages = [*pypdfium2.PdfDocument(pdf)]
    for number, page in enumerate(pages, start=1):
        text = page.get_textpage()
        boxes = [text.get_rect(each) for each in range(text.count_rects())]
        width, height = page.get_size()
        assert (width > height) == paper.is_landscape
        for left, bottom, right, top in boxes:
            assert 0 < left < right < width
            assert 0 < bottom < top < height
        for place, one in enumerate(boxes):
            assert not [other for other in boxes[place + 1 :] if covers(one, other)]
        words = " ".join(text.get_text_range().split())
        assert f"Page {number} of {len(pages)}" in words
        assert "Printed June 2, 2027" in words
    return pages


def covers(one, other):
    """Say whether two boxes share more than the room letters may take of their neighbors' line."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 1 and down > min(one[3] - one[1], other[3] - other[1]) / 2


@many
@given(count=any_number, name=NAMES, room=NAMES, paper=PAPERS)
def test_a_day_sheet_fits(count, name, room, paper):
    rows = tuple(
        ("12:45-12:45", name, f"{room}, {name}", f"{room}, interpreter needed", room, "60 of 60")
        for _ in range(count)
    )
    listing = a_listing(name, room, sheet_columns("Room"), rows)
    check_pages(print_listings([listing], paper), paper)


@many
@given(count=any_number, name=NAMES, carer=NAMES, paper=PAPERS)
def test_a_call_list_fits(count, name, carer, paper):
    boxes = (TICK_BOX, TICK_BOX, TICK_BOX)
    row = ("12:45", name, f"{carer}, grandmother ({name})", "+1 (555) 555-0142 x 1234", *boxes)
    listing = a_listing("Call list", carer, CALL_COLUMNS, (row,) * count)
    check_pages(print_listings([listing], paper), paper)


@pytest.mark.parametrize("number", ["402-555-0231", "(402) 555-0231", "+1 402-555-0231"])
@pytest.mark.parametrize("size", list(PageSize))
def test_a_number_to_call_stays_on_one_line(number, size):
    boxes = (TICK_BOX, TICK_BOX, TICK_BOX)
    row = ("12:45", "Maya Ortega", "Lucía Ortega, mother", number, *boxes)
    listing = a_listing("Call list", "Juniper Lane", CALL_COLUMNS, (row,))
    page = pypdfium2.PdfDocument(print_listings([listing], Paper(size)))[0]
    lines = page.get_textpage().get_text_range().splitlines()
    assert any(number in line for line in lines)


def a_listing(title, clinic_name, columns, rows):
    names, shares = columns
    line = "Mon, Jun 7, 60 visits"
    return Listing(
        title, line, names, shares, (Group("", rows),), "No visits.", clinic_name, PRINTED
    )


@many
@given(count=any_number, name=NAMES, room=NAMES, children=st.integers(1, 3), paper=PAPERS)
def test_slips_fit(count, name, room, children, paper):
    called = [f"{name} {number}" for number in range(children)]
    slips = [
        Slip(
            FIRST.date(),
            tuple(
                SlipVisit(each, starts, starts + timedelta(hours=1), name, room) for each in called
            ),
            clinic(room),
            PRINTED,
        )
        for starts in visits(count)
    ]
    check_pages(print_slips(slips, paper), paper)


@many
@given(count=any_number, name=NAMES, room=NAMES, children=st.integers(1, 3), paper=PAPERS)
def test_a_familys_calendar_fits(count, name, room, children, paper):
    called = [f"{name} {number}" for number in range(children)]
    calendar = FamilyCalendar(
        children=tuple(called),
        title="visits",
        visits=tuple(
            CalendarVisit(
                starts,
                starts + timedelta(hours=1),
                name,
                room,
                f"Visit {number}",
                child=each if children > 1 else "",
            )
            for number, starts in enumerate(visits(count), start=1)
            for each in called
        ),
        closed=((date(2027, 6, 18), name), (date(2027, 7, 5), room)),
        bring=(ToBring("bottle", "Water"), ToBring("snack", f"Snack, no {name}")),
        pick_up=(name, room),
        clinic=clinic(room),
        printed_on=PRINTED,
    )
    check_pages(print_family_calendars([calendar], paper), paper)


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("is_landscape", [False, True])
def test_a_name_too_long_for_its_cell_ends_in_dots(size, is_landscape):
    slip = Slip(
        FIRST.date(),
        (SlipVisit("W" * 70, FIRST, FIRST + timedelta(hours=1), "Ana", "W" * 90),),
        clinic("Juniper Lane"),
        PRINTED,
    )
    paper = Paper(size, is_landscape=is_landscape)
    [page] = check_pages(print_slips([slip], paper), paper)
    assert "W…" in page.get_textpage().get_text_range()
