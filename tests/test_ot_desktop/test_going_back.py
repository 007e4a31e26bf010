"""Going back puts exactly what was in place again; visits approved are never used twice."""

from datetime import date, datetime, time, timedelta

import pytest

from db.connection import close_database, database
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.scheduling.attendance import Outcome, Reason
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.scheduling.rearranging import Step, visit_of
from ot_desktop.scheduling.rules import Kind
from tests import schedule_facts as facts
from tests.builders import an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic

WHY = "Agreed by phone."
MONDAY = date(2027, 6, 7)


class Desk:
    """Maya's twenty sessions; 24 visits are approved until July 31, 4 were used before."""

    def __init__(self):
        self.services = an_empty_clinic()
        self.clinic = reference_clinic(self.services)
        self.series_id = self.book()

    def book(self, why="", into=None, **changes):
        scheduling = self.services.scheduling
        return scheduling.book(scheduling.preview(mayas_series(self.clinic, **changes)), why, into)

    @property
    def sessions(self):
        return self.services.series.series(self.series_id).sessions

    def save(self, *steps, why=""):
        rearranging = self.services.rearranging
        return rearranging.save(rearranging.preview(steps), why)

    def to(self, session, day, hour=9, **more):
        starts = datetime.combine(day, time(hour))
        return Step(
            session.id, visit_of(session, starts=starts, ends=starts + timedelta(hours=1), **more)
        )

    @property
    def left(self):
        [use] = self.services.scheduling.authorizations(self.clinic.maya)
        return use.left


def off_monday(desk):
    return desk.to(desk.sessions[0], date(2027, 7, 8))


@pytest.fixture
def desk():
    yield Desk()
    close_database()


def test_a_visit_brought_back_and_called_off_again_keeps_reason_and_time_of_the_call(desk):
    visit = desk.sessions[0]
    desk.save(Step(visit.id, called_off=Reason.THERAPIST_ILL))
    before = facts.live()
    back = desk.save(Step(visit.id, visit_of(visit), brought_back=SessionStatus.PLANNED))
    again = desk.save(*back)
    assert facts.live() == before
    desk.save(*desk.save(*again))
    assert facts.live() == before


def test_going_back_asks_for_no_reason_that_was_given_before(desk):
    visit = desk.sessions[0]
    desk.save(desk.to(visit, MONDAY, 12), why="Over lunch, they said.")
    before = facts.live()
    desk.save(*desk.save(desk.to(desk.sessions[0], MONDAY, 14)))
    assert facts.live() == before


def test_a_reason_for_the_old_place_does_not_go_to_the_new_one(desk):
    desk.save(desk.to(desk.sessions[0], MONDAY, 12), why="Over lunch, they said.")
    desk.save(desk.to(desk.sessions[0], MONDAY, 14))
    assert desk.sessions[0].override_reason == ""


def test_a_confirmed_visit_is_to_be_confirmed_again_at_its_new_time(desk):
    visit = desk.sessions[0]
    desk.services.attendance.confirm(visit.id)
    back = desk.save(desk.to(visit, MONDAY, 14))
    assert desk.sessions[0].status is SessionStatus.PLANNED
    desk.save(*back)
    assert desk.sessions[0].status is SessionStatus.CONFIRMED


def test_a_visit_goes_back_to_a_day_that_was_closed_already(desk):
    desk.services.settings.close_day(MONDAY, "Snow")
    before = facts.live()
    desk.save(*desk.save(off_monday(desk)))
    assert facts.live() == before


def test_a_visit_does_not_go_back_to_a_day_closed_since(desk):
    back = desk.save(off_monday(desk))
    desk.services.settings.close_day(MONDAY, "Snow")
    with pytest.raises(ClinicError, match="closed on Mon, Jun 7"):
        desk.save(*back)


def test_a_shortened_series_gets_the_same_sessions_back(desk):
    before = facts.live()
    back = desk.services.series.shorten(desk.series_id, 3)
    assert desk.services.series.series(desk.series_id).progress.to_come == 17
    again = desk.save(*back)
    assert facts.live() == before
    desk.save(*again)
    assert desk.services.series.series(desk.series_id).progress.to_come == 17


def test_a_booking_taken_back_returns_with_its_ids(desk):
    before = facts.live()
    back = desk.services.scheduling.withdraw(desk.series_id)
    assert facts.live()["session"] == {}
    desk.save(*back)
    assert facts.live() == before


def test_a_shortened_series_can_be_taken_back(desk):
    desk.services.series.shorten(desk.series_id, 3)
    desk.services.scheduling.withdraw(desk.series_id)
    assert facts.live()["session"] == {}


def test_one_session_of_a_series_stays(desk):
    with pytest.raises(ClinicError, match="Take the whole booking back instead"):
        desk.services.series.shorten(desk.series_id, 20)


def test_a_series_never_gets_more_than_120_sessions(desk):
    with pytest.raises(ClinicError, match="100 more fit"):
        desk.services.series.extension(desk.series_id, 101)


def test_more_sessions_follow_the_series_not_one_that_was_moved(desk):
    desk.save(desk.to(desk.sessions[4], date(2027, 6, 12), 11), why=WHY)
    desk.save(desk.to(desk.sessions[2], date(2027, 6, 9), 10))
    request = desk.services.series.extension(desk.series_id, 5)
    assert (request.times, request.weekdays) == ((time(9),), frozenset(range(5)))


def test_a_visit_moved_after_its_authorization_is_unconfirmed_and_needs_a_reason(desk):
    step = desk.to(desk.sessions[19], date(2027, 8, 2))
    [row] = desk.services.rearranging.preview([step]).rows
    assert Kind.NOT_AUTHORIZED in {each.kind for each in row.findings}
    with pytest.raises(ValidationError):
        desk.save(step)
    desk.save(step, why=WHY)
    assert desk.sessions[-1].is_unconfirmed
    assert desk.left == 1


def test_a_visit_moved_past_one_authorization_uses_the_next(desk):
    draft = AuthorizationDraft(5, starts_on=date(2027, 8, 1), ends_on=date(2027, 9, 1))
    desk.services.caseload.authorize(desk.clinic.maya, draft)
    desk.save(desk.to(desk.sessions[19], date(2027, 8, 2)))
    assert not desk.sessions[-1].is_unconfirmed
    assert [use.left for use in desk.services.scheduling.authorizations(desk.clinic.maya)] == [1, 4]


def test_a_visit_given_to_another_day_is_not_used_twice(desk):
    visit = desk.sessions[0]
    desk.save(Step(visit.id, called_off=Reason.THERAPIST_ILL))
    desk.book(starts_on=date(2027, 7, 7), count=1)
    assert desk.left == 0
    desk.save(Step(visit.id, visit_of(visit), brought_back=SessionStatus.PLANNED), why=WHY)
    assert (desk.left, desk.sessions[0].is_unconfirmed) == (0, True)


def test_a_call_that_was_a_mistake_does_not_overdraw_the_authorization(desk):
    attendance, visit = desk.services.attendance, desk.sessions[0]
    attendance.family_called(visit.id, Reason.ILL)
    desk.book(starts_on=date(2027, 7, 7), count=1)
    attendance.record(visit.id, Outcome(SessionStatus.PLANNED, why="Another family called."))
    assert (desk.left, desk.sessions[0].is_unconfirmed) == (0, True)


def test_the_log_tells_what_was_brought_back(desk):
    visit = desk.sessions[0]
    desk.save(Step(visit.id, called_off=Reason.THERAPIST_ILL))
    desk.save(Step(visit.id, visit_of(visit), brought_back=SessionStatus.PLANNED))
    [(subject,)] = database.execute_sql("SELECT subject FROM audit ORDER BY id DESC LIMIT 1")
    assert subject == f"session {visit.id}: cancelled_by_clinic → planned"
