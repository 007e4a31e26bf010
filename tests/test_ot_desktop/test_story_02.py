"""Story 2: the danger signs of a child stand wherever the child is opened, booked or printed."""

from datetime import date, datetime, time, timedelta

import pytest

from db.connection import close_database
from ot_desktop.caseload.domain import AlertKind, AlertReview, Asked
from ot_desktop.clock import today
from ot_desktop.paper.page import Paper
from ot_desktop.permissions import Role
from ot_desktop.scheduling.affected import Closing
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.scheduling.paper import print_family_calendars, print_listings, print_slips
from ot_desktop.services import services_for
from tests.builders import a_child, a_user, an_empty_clinic
from tests.paper_text import text_of
from tests.reference_clinic import mayas_series, reference_clinic

MONDAY = date(2027, 6, 7)
CUSTODY = "Father NOT to collect or receive documents (order 12 Mar 2026)"


@pytest.fixture
def owner():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(owner):
    clinic = reference_clinic(owner)
    for child_id, hour in ((clinic.maya, 9), (clinic.owen, 14)):
        wanted = mayas_series(clinic, count=1, child_id=child_id, times=(time(hour),))
        owner.scheduling.book(owner.scheduling.preview(wanted), "agreed with the family")
    return clinic


def titles(alerts):
    return [each.title for each in alerts.listed]


def test_owens_banner_says_the_seizures_and_the_order(owner, clinic):
    alerts = owner.caseload.banner(clinic.owen).alerts
    [seizures] = alerts.of(AlertKind.PRECAUTION)
    assert (seizures.title, seizures.details) == ("Seizures", "Plan on file.")
    assert [each.title for each in alerts.of(AlertKind.PICK_UP)] == [CUSTODY]


def test_the_caseload_row_the_block_and_the_banner_say_the_same(owner, clinic):
    row = next(each for each in owner.caseload.rows() if each.id == clinic.maya)
    [block, _] = owner.day.visits(MONDAY, MONDAY)
    assert row.allergy_titles == ("Peanut", "Latex")
    assert block.alerts == ("Peanut", "Latex")
    assert titles(owner.caseload.banner(clinic.maya).alerts) == ["Peanut", "Latex"]


def test_the_list_of_a_sick_day_says_them_too(owner, clinic):
    affected = owner.closing.affected(Closing((MONDAY, MONDAY), therapist_id=clinic.ana))
    assert [each.alerts for each in affected] == ["Peanut, Latex", "Seizures"]


def test_the_note_and_the_home_program_carry_them(owner, clinic):
    therapist = services_for(a_user(Role.THERAPIST, "Ana Ruiz", therapist_id=clinic.ana))
    [session] = therapist.scheduling.sessions_of(clinic.maya)
    assert titles(therapist.notes.open_note(session.id).child.alerts) == ["Peanut", "Latex"]
    assert titles(therapist.home_programs.start(clinic.maya).child.alerts) == [
        "Peanut",
        "Latex",
    ]


def test_an_alert_is_one_of_three_answers_and_never_blank(owner, clinic):
    asked = {
        name: owner.caseload.banner(getattr(clinic, name)).alerts
        for name in ("maya", "owen", "iris")
    }
    assert asked["maya"].allergies.asked is Asked.LISTED
    assert asked["owen"].allergies.asked is Asked.NONE_KNOWN
    assert asked["iris"].allergies.asked is Asked.NOT_ASKED
    known = asked["owen"].allergies
    assert (known.reviewed_on, known.reviewed_by) == (today(), "Rosalind Achebe")


def test_not_asked_blocks_nothing(owner, clinic):
    new = a_child(owner, "Ines")
    eleven = datetime.combine(MONDAY, time(11))
    request = SeriesRequest.single(new, eleven, 60, clinic.ana, clinic.gym)
    preview = owner.scheduling.preview(request)
    assert preview.rows[0].findings == ()
    owner.scheduling.book(preview)


@pytest.mark.parametrize(("days", "again"), [(365, False), (366, True)])
def test_an_answer_older_than_twelve_months_is_asked_again(days, again):
    review = AlertReview(Asked.NONE_KNOWN, today() - timedelta(days=days), "Dana Whitfield")
    assert review.is_due(today()) is again


def test_the_day_sheet_prints_codes_only(owner, clinic):
    printed = text_of(print_listings(owner.day_papers.therapists(MONDAY), Paper()))
    assert "Peanut, Latex" in " ".join(printed.split())
    assert "Seizures" in printed
    for more in ("EpiPen", "nitrile", "Plan on file", "Father", "order", "court"):
        assert more not in printed


def test_no_paper_of_a_family_has_the_custody_text(owner, clinic):
    [owens] = owner.scheduling.sessions_of(clinic.owen)
    printed = text_of(print_slips(owner.day_papers.slips(MONDAY), Paper()))
    printed += text_of(
        print_family_calendars(owner.family_papers.calendars(owens.series_id), Paper())
    )
    page = owner.home_programs.start(clinic.owen)
    printed += " ".join(page.printable(page.draft).safety)
    for secret in ("Father", "order 12", "NOT to collect", "Court"):
        assert secret not in printed
