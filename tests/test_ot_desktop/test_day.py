"""What the front desk is told of a day: each visit with what stands beside it, and what is due."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from db.connection import close_database
from ot_desktop.caseload.domain import Alert, AlertKind, Asked, CaregiverDraft, Phone
from ot_desktop.clock import now_local, today
from ot_desktop.day.domain import NeedKind, Stands
from ot_desktop.messages.domain import CallOutcome, MessageDraft
from ot_desktop.permissions import Role
from ot_desktop.scheduling.attendance import Outcome, Policy, Reason
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from ot_desktop.services import services_for
from tests.builders import a_child, a_user, an_empty_clinic
from tests.reference_clinic import reference_clinic

POLICY = Policy()


@pytest.fixture
def desk():
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    yield services, clinic, services_for(a_user(Role.FRONT_DESK, "Dana Whitfield"))
    close_database()


def booked(services, clinic, day, child_id=None, hour=9):
    child_id = child_id or clinic.noa
    request = SeriesRequest(
        child_id, day, frozenset({day.weekday()}), (time(hour),), 60, clinic.cam, clinic.gym, 1
    )
    services.scheduling.book(services.scheduling.preview(request), "The family asked for it.")
    return services.scheduling.sessions_of(child_id)[-1].id


def visit_of(front, session_id, day):
    return next(each for each in front.day.visits(day, day) if each.session.id == session_id)


def at(day, hour, minute=0):
    return datetime.combine(day, time(hour, minute))


def test_a_visit_comes_with_the_alerts_of_the_child(desk):
    services, clinic, front = desk
    alert = Alert(AlertKind.ALLERGY, "Bee sting", "Pen in the bag.")
    kofi = a_child(
        services, "Kofi", allergies=Asked.LISTED, precautions=Asked.NONE_KNOWN, alerts=(alert,)
    )
    visit = visit_of(front, booked(services, clinic, today(), kofi), today())
    assert visit.alerts == ("Bee sting",)
    assert not visit.is_not_asked


def test_alerts_nobody_asked_about_are_not_the_same_as_none(desk):
    services, clinic, front = desk
    new = a_child(services, "Ines")
    visit = visit_of(front, booked(services, clinic, today(), new), today())
    assert visit.alerts == ()
    assert visit.is_not_asked


def test_only_the_visits_of_the_days_asked_for_are_shown(desk):
    services, clinic, front = desk
    booked(services, clinic, today() + timedelta(days=7))
    assert front.day.visits(today(), today()) == ()


def test_a_visit_is_late_after_the_clinics_minutes(desk):
    services, clinic, front = desk
    day = today()
    visit = visit_of(front, booked(services, clinic, day), day)
    assert visit.stands(POLICY, at(day, 9, 4)) is Stands.BOOKED
    assert visit.stands(POLICY, at(day, 9, 5)) is Stands.LATE
    assert visit.minutes_late(at(day, 9, 12)) == 12


def test_who_is_checked_in_is_in_session_from_the_start_on(desk):
    services, clinic, front = desk
    day = today()
    session_id = booked(services, clinic, day)
    front.attendance.check_in(session_id)
    visit = visit_of(front, session_id, day)
    assert visit.stands(POLICY, at(day, 8, 55)) is Stands.CHECKED_IN
    assert visit.stands(POLICY, at(day, 9)) is Stands.IN_SESSION


def test_a_call_is_due_after_a_no_show(desk):
    services, clinic, front = desk
    session_id = booked(services, clinic, today() - timedelta(days=1))
    front.attendance.record(session_id, Outcome(SessionStatus.NO_SHOW))
    [need] = [each for each in front.day.needs() if each.kind is NeedKind.CALL]
    assert need.session_id == session_id


def test_a_logged_call_is_all_a_no_show_asks_for(desk):
    services, clinic, front = desk
    session_id = booked(services, clinic, today() - timedelta(days=1))
    front.attendance.record(session_id, Outcome(SessionStatus.NO_SHOW))
    called = MessageDraft(clinic.noa, "They forgot.", outcome=CallOutcome.REACHED)
    front.messages.log(called)
    assert NeedKind.CALL not in {each.kind for each in front.day.needs()}


def test_a_time_called_off_for_later_waits_to_be_offered(desk):
    services, clinic, front = desk
    session_id = booked(services, clinic, today() + timedelta(days=1))
    front.attendance.family_called(session_id, Reason.ILL, now_local())
    [need] = [each for each in front.day.needs() if each.kind is NeedKind.OFFER]
    assert need.opened is not None


def test_somebody_without_the_waitlist_is_not_told_of_open_times(desk):
    services, clinic, front = desk
    session_id = booked(services, clinic, today() + timedelta(days=1))
    front.attendance.family_called(session_id, Reason.ILL, now_local())
    reader = services_for(a_user(Role.READ_ONLY, "Ravi Menon"))
    assert NeedKind.OFFER not in {each.kind for each in reader.day.needs()}


def of_kind(front, kind):
    return [each for each in front.day.needs() if each.kind is kind]


def still_to_come(services, clinic, child_id):
    """Book somebody for the last minutes of today."""
    day, wish = today(), (clinic.cam, clinic.gym)
    late = SeriesRequest.single(child_id, at(day, 23, 25), 30, *wish)
    services.scheduling.book(services.scheduling.preview(late), "The family asked for it.")


def test_an_intake_with_open_questions_needs_somebody_on_the_day(desk):
    services, clinic, front = desk
    new = a_child(services, "Ines", precautions=Asked.NONE_KNOWN)
    still_to_come(services, clinic, new)
    [need] = of_kind(front, NeedKind.INTAKE)
    assert need.child_id == new
    assert need.words == (
        "intake open: allergies, who may collect, who signs consent, language and interpreter "
        "not asked, no phone number"
    )


ASKED = {
    "language": "English",
    "allergies": Asked.NONE_KNOWN,
    "precautions": Asked.NONE_KNOWN,
}
MOTHER = CaregiverDraft(
    "Ada Lind",
    "mother",
    (Phone("555-0180"),),
    needs_interpreter=False,
    may_collect=True,
    signs_consent=True,
)


def intake(desk, *caregivers, **changes):
    """Return what a new child's intake lacks."""
    services, clinic, front = desk
    new = a_child(services, "Ines", caregivers=caregivers, **(ASKED | changes))
    still_to_come(services, clinic, new)
    return [each.words for each in of_kind(front, NeedKind.INTAKE) if each.child_id == new]


def test_an_intake_is_over_once_everything_was_asked(desk):
    assert intake(desk, MOTHER) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"needs_interpreter": None}, "interpreter not asked"),
        ({"may_collect": None}, "who may collect not asked"),
        ({"signs_consent": None}, "who signs consent not asked"),
        ({"signs_consent": False}, "who signs consent not asked"),
        ({"phones": ()}, "no phone number"),
    ],
)
def test_what_a_contact_was_not_asked_is_named(desk, changes, words):
    assert intake(desk, replace(MOTHER, **changes)) == [f"intake open: {words}"]


def test_a_language_nobody_noted_is_not_english(desk):
    assert intake(desk, MOTHER, language="") == ["intake open: language not asked"]


def test_a_contacts_own_language_will_do(desk):
    assert intake(desk, replace(MOTHER, language="Spanish"), language="") == []


def test_a_contact_nobody_asked_about_collecting_is_named(desk):
    father = CaregiverDraft("Erik Lind", "father")
    assert intake(desk, MOTHER, father) == [
        "intake open: whether Erik Lind may collect not asked",
    ]


def test_a_child_who_was_here_before_is_not_asked_for_an_intake(desk):
    services, clinic, front = desk
    known = a_child(services, "Ines")
    before = booked(services, clinic, today() - timedelta(days=7), known)
    services.attendance.record(before, Outcome(SessionStatus.HELD))
    still_to_come(services, clinic, known)
    assert of_kind(front, NeedKind.INTAKE) == []


def test_a_home_program_that_is_only_drafted_is_named_before_the_child_comes(desk):
    services, clinic, front = desk
    still_to_come(services, clinic, clinic.noa)
    services.home_programs.save_draft(services.home_programs.start(clinic.noa).draft)
    [need] = of_kind(front, NeedKind.PRINT)
    assert (need.lead, need.child_id) == ("Noa Meyer", clinic.noa)
    assert need.words == "home program drafted, not given yet, comes at 11:25"


def test_a_clinic_that_is_in_no_file_needs_no_backup(desk):
    _services, _clinic, front = desk
    assert of_kind(front, NeedKind.BACKUP) == []
