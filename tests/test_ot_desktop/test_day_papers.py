"""The papers of one day: what colleagues and families read, and what nobody does."""

from datetime import date, time

import pytest

from db.connection import close_database, database
from ot_desktop.caseload.domain import CaregiverDraft, Phone
from ot_desktop.errors import ClinicError
from ot_desktop.paper.page import PageSize, Paper
from ot_desktop.paper.table import TICK_BOX
from ot_desktop.scheduling.paper import print_listings, print_slips
from tests.builders import an_empty_clinic
from tests.paper_text import pages_of
from tests.reference_clinic import mayas_series, reference_clinic

MONDAY, FREE = date(2027, 6, 7), date(2027, 9, 6)


@pytest.fixture
def owner():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(owner):
    clinic = reference_clinic(owner)
    for child_id, hour, room in (
        (clinic.owen, 14, clinic.gym),
        (clinic.maya, 9, clinic.gym),
        (clinic.leo, 10, clinic.feeding),
        (clinic.noa, 11, clinic.feeding),
    ):
        book(owner, clinic, child_id=child_id, times=(time(hour),), room_id=room)
    return clinic


def book(owner, clinic, **changes):
    preview = owner.scheduling.preview(mayas_series(clinic, count=2, **changes))
    owner.scheduling.book(preview, "agreed with the family")


def rows_of(listing):
    return [row for group in listing.groups for row in group.rows]


def test_a_therapists_sheet_has_allergy_and_interpreter(owner, clinic):
    [sheet] = owner.day_papers.therapists(MONDAY)
    assert (sheet.title, sheet.second_line) == ("Ana Ruiz", "Mon, Jun 7, 4 visits")
    assert rows_of(sheet)[0] == (
        "9:00-10:00",
        "Maya Ortega",
        "Peanut, Latex",
        "Spanish, interpreter needed",
        "Sensory Gym",
        "1 of 2",
    )


def test_alerts_are_never_blank(owner, clinic):
    [sheet] = owner.day_papers.therapists(MONDAY)
    assert [row[2] for row in rows_of(sheet)][1:] == [
        "Allergies: not asked, Precautions: not asked",
        "Allergies: not asked, Precautions: not asked",
        "Seizures",
    ]


def test_each_room_in_use_has_a_sheet(owner, clinic):
    assert [each.title for each in owner.day_papers.rooms(MONDAY)] == ["Feeding", "Sensory Gym"]


def test_the_call_list_goes_by_start_with_three_boxes(owner, clinic):
    [calls] = owner.day_papers.call_list(MONDAY)
    rows = rows_of(calls)
    assert [row[0] for row in rows] == ["9:00", "10:00", "11:00", "2:00"]
    assert rows[0][2:] == (
        "Lucía Ortega, mother (Spanish), interpreter needed",
        "555-0142",
        TICK_BOX,
        TICK_BOX,
        TICK_BOX,
    )


def test_owens_father_and_the_order_are_on_no_paper(owner, clinic):
    papers = owner.day_papers
    listings = (*papers.therapists(MONDAY), *papers.rooms(MONDAY), *papers.call_list(MONDAY))
    text = " ".join(pages_of(print_listings(listings, Paper())))
    text += " ".join(pages_of(print_slips(papers.slips(MONDAY), Paper())))
    assert "Owen" in text
    for secret in ("Daniel", "ather", "order 12", "court", "Court"):
        assert secret not in text.replace("weather", "")


def test_a_call_list_may_be_of_some_visits(owner, clinic):
    first = owner.scheduling.day_schedule(MONDAY)[0]
    [calls] = owner.day_papers.call_list(MONDAY, {first.id})
    assert [row[1] for row in rows_of(calls)] == ["Maya Ortega"]


def test_siblings_share_a_slip(owner, clinic):
    slips = owner.day_papers.slips(MONDAY)
    assert [[visit.child for visit in slip.visits] for slip in slips] == [
        ["Maya"],
        ["Leo", "Noa"],
        ["Owen"],
    ]


def test_a_slip_names_time_therapist_and_room_but_no_health(owner, clinic):
    [page] = pages_of(print_slips(owner.day_papers.slips(MONDAY), Paper()))
    assert "Maya Mon, Jun 7 9:00 AM to 10:00 with Ana, Sensory Gym" in page
    assert "Peanut" not in page
    assert "Page 1 of 1" in page


@pytest.mark.parametrize("size", PageSize)
def test_sixty_slips_are_all_printed(owner, clinic, size):
    slips = owner.day_papers.slips(MONDAY) * 20
    pages = pages_of(print_slips(slips, Paper(size)))
    assert " ".join(pages).count("Sensory Gym") == 40
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1))


def test_a_day_without_visits_says_so(owner, clinic):
    for gather in (owner.day_papers.therapists, owner.day_papers.slips):
        with pytest.raises(ClinicError):
            gather(FREE)


PRINTED = "SELECT subject, count(*) FROM audit WHERE action = 'printed a schedule' GROUP BY subject"


def test_looking_first_is_not_printing(owner, clinic):
    owner.day_papers.therapists(MONDAY)
    assert database.execute_sql(PRINTED).fetchall() == []


def test_printing_is_in_the_activity_log_for_each_child(owner, clinic):
    owner.day_papers.note_printed("day sheet", MONDAY)
    assert database.execute_sql(PRINTED).fetchall() == [("day sheet, 2027-06-07", 4)]


def test_who_may_not_be_told_is_on_no_call_list(owner, clinic):
    told = CaregiverDraft("Otto Ortega", "uncle", phones=(Phone("555-0199"),), may_be_told=False)
    owner.caseload.put_caregiver(clinic.maya, told, 2)
    [calls] = owner.day_papers.call_list(MONDAY)
    words = " ".join(word for row in rows_of(calls) for word in row)
    assert "Otto" not in words
    assert "555-0199" not in words


def test_one_family_has_its_own_slip_and_only_it_is_noted_as_printed(owner, clinic):
    papers = owner.day_papers
    [first, *_] = owner.day.visits(MONDAY, MONDAY)
    [slip] = papers.slips(MONDAY, first.session.id)
    assert {visit.child for visit in slip.visits} == {first.session.child_name.split()[0]}
    assert papers.slip_kind(first.session.id).endswith("_slip")
    assert " " not in papers.slip_kind(first.session.id)


@pytest.mark.parametrize("size", list(PageSize))
def test_slips_stand_three_across_on_a_page_lying_on_its_side(owner, clinic, size):
    slips = owner.day_papers.slips(MONDAY) * 20
    upright = pages_of(print_slips(slips, Paper(size)))
    sideways = pages_of(print_slips(slips, Paper(size, is_landscape=True)))
    count = "Come 5 minutes early."
    assert sum(page.count(count) for page in sideways) == len(slips)
    assert sum(page.count(count) for page in upright) == len(slips)
