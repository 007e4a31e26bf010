"""Story 16: Leo and Noa come in one car: one drive, all children, and each child's own papers.

That both are booked or neither is in ``test_booking_together``.
"""

from datetime import date, time, timedelta

import icalendar
import pytest
import vobject

from db.connection import close_database
from db.queries import audit as audit_queries
from ot_desktop.audit import Action
from ot_desktop.caseload.domain import Alert, AlertKind, Asked, CaregiverDraft, ChildDraft
from ot_desktop.home_programs import library
from ot_desktop.paper.page import Paper
from ot_desktop.permissions import Role
from ot_desktop.scheduling.attendance import Outcome, Reason
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.scheduling.paper import print_family_calendars
from ot_desktop.scheduling.rules import Kind
from ot_desktop.scheduling.together import Beside, How
from ot_desktop.scheduling.wording import sentence
from ot_desktop.services import services_for
from tests.builders import a_user, an_empty_clinic
from tests.paper_text import text_of
from tests.reference_clinic import mayas_series, reference_clinic

TUE_TO_THU = frozenset({1, 2, 3})


class Twins:
    def __init__(self):
        self.owner = an_empty_clinic()
        self.clinic = reference_clinic(self.owner)
        self.therapist = services_for(
            a_user(Role.THERAPIST, "Ana Ruiz", therapist_id=self.clinic.ana)
        )

    def pair(self, how=How.SAME_TIME, room=None, **changes):
        wanted = {"child_id": self.clinic.leo, "weekdays": TUE_TO_THU, "count": 12}
        request = mayas_series(self.clinic, **(wanted | changes))
        first = self.owner.scheduling.preview(request)
        ben_or_ana = self.clinic.ben if how is How.SAME_TIME else self.clinic.ana
        beside = Beside(self.clinic.noa, how, ben_or_ana, room or self.clinic.gym)
        return self.owner.together.preview(first, beside)

    def book(self, **how):
        return self.owner.together.book(self.pair(**how))

    def visits(self, child):
        return self.owner.scheduling.sessions_of(getattr(self.clinic, child))

    def allergic(self, child, to):
        listed = (Alert(AlertKind.ALLERGY, to),)
        self.owner.caseload.review_alerts(
            getattr(self.clinic, child), AlertKind.ALLERGY, Asked.LISTED, listed
        )

    def log(self, child, action):
        found = audit_queries.about_child(getattr(self.clinic, child), dict)
        return [row["subject"] for row in found if row["action"] == action.value]


@pytest.fixture
def twins():
    yield Twins()
    close_database()


# One drive.


def test_cancelling_one_asks_about_the_other(twins):
    twins.book()
    leo, noa = twins.visits("leo")[0], twins.visits("noa")[0]
    assert [each.id for each in twins.owner.together.siblings_at(leo.id)] == [noa.id]


def test_nothing_is_asked_once_the_other_was_cancelled_too(twins):
    twins.book()
    leo, noa = twins.visits("leo")[0], twins.visits("noa")[0]
    twins.owner.attendance.record(
        noa.id, Outcome(SessionStatus.CANCELLED_BY_CLINIC, Reason.THERAPIST_ILL)
    )
    assert twins.owner.together.siblings_at(leo.id) == ()


def test_one_mother_in_two_rooms_is_a_soft_warning_that_names_the_other_child(twins):
    pair = twins.pair(room=twins.clinic.fine_motor)
    found = {each for row in pair.second.rows for each in row.findings}
    warnings = [each for each in found if each.kind is Kind.SIBLING_ELSEWHERE]
    assert (pair.can_book, pair.second.needs_reason) == (True, True)
    assert sentence(warnings[0]).startswith("Leo Meyer is with Ana Ruiz in Sensory Gym until 10:00")


def test_the_gym_takes_both_and_no_third_child(twins):
    twins.book()
    request = mayas_series(
        twins.clinic, starts_on=date(2027, 6, 8), weekdays=TUE_TO_THU, count=1,
        therapist_id=twins.clinic.cam,
    )  # fmt: skip
    [row] = twins.owner.scheduling.preview(request).rows
    [full] = [each for each in row.findings if each.kind is Kind.ROOM_FULL]
    assert {"Leo Meyer", "Noa Meyer"} <= set(full.names)


# One schedule for the family.


def test_one_file_holds_both_childrens_visits(twins):
    series, _other = twins.book(how=How.ONE_AFTER_OTHER)
    saved = twins.owner.family_papers.calendar_file(series)
    events = icalendar.Calendar.from_ical(saved.content).walk("VEVENT")
    by_child = {"Leo": [], "Noa": []}
    for event in events:
        by_child[str(event["SUMMARY"]).partition(" ")[0]].append(event["DTSTART"].dt)
    assert [len(starts) for starts in by_child.values()] == [12, 12]
    assert {
        later - sooner for sooner, later in zip(by_child["Leo"], by_child["Noa"], strict=True)
    } == {timedelta(hours=1)}


def test_a_second_reader_reads_the_same_file(twins):
    series, _other = twins.book()
    saved = twins.owner.family_papers.calendar_file(series)
    events = vobject.readOne(saved.content.decode()).vevent_list
    assert len(events) == 24
    assert len({each.uid.value for each in events}) == 24


def test_either_childs_series_gives_the_same_visits(twins):
    both = [
        {
            (str(event["UID"]), event["DTSTART"].dt)
            for event in icalendar.Calendar.from_ical(
                twins.owner.family_papers.calendar_file(series).content
            ).walk("VEVENT")
        }
        for series in twins.book()
    ]
    assert both[0] == both[1]


def test_the_log_keeps_the_file_for_each_child(twins):
    series, _other = twins.book()
    twins.owner.family_papers.calendar_file(series)
    told = [f"series {series}, 12 visits"]
    assert twins.log("leo", Action.SAVED_SCHEDULE) == told
    assert twins.log("noa", Action.SAVED_SCHEDULE) == told


def test_a_half_sibling_with_another_home_is_not_in_the_file(twins):
    other_home = twins.owner.caseload.banner(twins.clinic.leo).caregivers[0]
    half = twins.owner.caseload.admit(
        twins_half_sister(CaregiverDraft(other_home.full_name, caregiver_id=other_home.id))
    )
    series, _other = twins.book()
    request = mayas_series(
        twins.clinic, child_id=half, therapist_id=twins.clinic.cam, times=(time(14),), count=5
    )
    twins.owner.scheduling.book(twins.owner.scheduling.preview(request))
    saved = twins.owner.family_papers.calendar_file(series)
    assert b"Zoe" not in saved.content


def twins_half_sister(mother):
    father = CaregiverDraft("Uri Stone", "father", may_be_told=True)
    return ChildDraft("Zoe", "Stone", date(2019, 1, 9), caregivers=(father, mother))


def test_the_printed_schedule_shows_both(twins):
    series, _other = twins.book(how=How.ONE_AFTER_OTHER)
    [calendar] = twins.owner.family_papers.calendars(series)
    assert calendar.children == ("Leo", "Noa")
    assert [calendar.visits_of(child) for child in calendar.children] == [12, 12]
    words = text_of(print_family_calendars((calendar,), Paper()))
    assert "Leo" in words
    assert "Noa" in words


# Each child's own papers.


def a_program(twins, child, keys=("bear-walk", "sponge-squeeze")):
    service = twins.therapist.home_programs
    page = service.start(getattr(twins.clinic, child))
    draft = page.draft
    for key in keys:
        draft = page.added(draft, library.activity(key))
    [mother] = twins.owner.caseload.banner(twins.clinic.leo).caregivers
    return service.issue(draft, mother.id)


def test_one_childs_handout_says_nothing_of_the_other(twins):
    twins.allergic("noa", "Strawberry")
    twins.book()
    paper = a_program(twins, "leo")
    words = text_of(paper.pdf)
    assert "Leo" in words
    assert not any(secret in words for secret in ("Noa", "Strawberry", "strawberry"))


def test_each_child_keeps_a_program_of_its_own(twins):
    first = a_program(twins, "leo")
    second = a_program(twins, "noa", ("bear-walk",))
    assert "Leo" not in text_of(second.pdf)
    programs = twins.therapist.home_programs
    assert programs.current(twins.clinic.leo).id == first.home_program_id
    assert programs.current(twins.clinic.noa).id == second.home_program_id
