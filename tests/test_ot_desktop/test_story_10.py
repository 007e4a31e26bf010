"""Story 10: a therapist calls in sick, and nothing changes until it is confirmed."""

from datetime import date, datetime, time
from fractions import Fraction

import pytest

from db.connection import close_database
from ot_desktop.scheduling.attendance import Reason
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from ot_desktop.scheduling.rearranging import Step, visit_of
from ot_desktop.scheduling.rules import Kind
from tests import schedule_facts as facts
from tests.builders import an_empty_clinic
from tests.reference_clinic import WEEK, reference_clinic

MONDAY, TUESDAY = date(2027, 6, 14), date(2027, 6, 15)
WHY = "Agreed by phone."
HOURS = (8, 9, 10, 11, 13, 14, 15)


class Desk:
    def __init__(self):
        self.services = an_empty_clinic()
        self.clinic = reference_clinic(self.services)

    def book(self, child, day, hour, therapist="ana", room=None):
        request = SeriesRequest(
            getattr(self.clinic, child), day, WEEK, (time(hour),), 60,
            getattr(self.clinic, therapist), getattr(self.clinic, room) if room else None, 1,
        )  # fmt: skip
        scheduling = self.services.scheduling
        scheduling.book(scheduling.preview(request), WHY)

    def seven_visits(self, day):
        children = ("maya", "leo", "noa", "owen", "iris", "maya", "owen")
        for child, hour in zip(children, HOURS, strict=True):
            self.book(child, day, hour, room="gym")
        return self.anas(day)

    def anas(self, day):
        found = self.services.scheduling.day_schedule(day)
        return [each for each in found if each.therapist_id == self.clinic.ana]

    def preview(self, *steps):
        return self.services.rearranging.preview(steps)

    def save(self, *steps, why=WHY):
        return self.services.rearranging.save(self.preview(*steps), why)


@pytest.fixture
def desk():
    yield Desk()
    close_database()


def with_ben(desk, visit):
    return Step(visit.id, visit_of(visit, therapist_id=desk.clinic.ben))


def test_nothing_changes_until_it_is_confirmed(desk):
    visits = desk.seven_visits(TUESDAY)
    before = facts.everything()
    desk.preview(*(with_ben(desk, each) for each in visits))
    assert facts.everything() == before


def test_all_seven_are_decided_at_once_each_in_its_own_way(desk):
    first, second, third, *others = desk.seven_visits(TUESDAY)
    ten = datetime.combine(date(2027, 6, 16), time(9))
    steps = [
        with_ben(desk, first),
        Step(second.id, visit_of(second, starts=ten, ends=ten.replace(hour=10))),
        Step(third.id),
        *(Step(each.id, called_off=Reason.THERAPIST_ILL) for each in others),
    ]
    desk.save(*steps)
    assert [each.id for each in desk.anas(TUESDAY)] == [each.id for each in (third, *others)]
    assert {each.status for each in desk.anas(TUESDAY)[1:]} == {SessionStatus.CANCELLED_BY_CLINIC}


def test_ben_is_off_on_mondays_and_not_offered(desk):
    visits = desk.seven_visits(MONDAY)
    for row in desk.preview(*(with_ben(desk, each) for each in visits)).rows:
        assert Kind.THERAPIST_OFF in {each.kind for each in row.findings}
        assert desk.clinic.ben not in {each.visit.therapist_id for each in row.alternatives}


def test_room_capacity_is_checked_again_for_who_takes_over(desk):
    visit = desk.seven_visits(TUESDAY)[0]
    desk.book("noa", TUESDAY, 8, "cam", "feeding")
    step = Step(
        visit.id, visit_of(visit, therapist_id=desk.clinic.ben, room_id=desk.clinic.feeding)
    )
    [row] = desk.preview(step).rows
    assert Kind.ROOM_FULL in {each.kind for each in row.findings}


def test_what_the_clinic_calls_off_costs_no_visit_and_no_attendance(desk):
    visits = desk.seven_visits(TUESDAY)
    [before] = desk.services.scheduling.authorizations(desk.clinic.maya)
    desk.save(*(Step(each.id, called_off=Reason.THERAPIST_ILL) for each in visits))
    [after] = desk.services.scheduling.authorizations(desk.clinic.maya)
    assert (before.left, after.left) == (18, 20)
    counted = desk.services.attendance.attendance_of([desk.clinic.maya])
    assert (counted.by_clinic, counted.family, counted.lost_slots) == (2, None, Fraction(1))


def test_three_days_are_called_off_in_one_step(desk):
    days = (TUESDAY, date(2027, 6, 16), date(2027, 6, 17))
    visits = [each for day in days for each in desk.seven_visits(day)]
    desk.save(*(Step(each.id, called_off=Reason.THERAPIST_ILL) for each in visits))
    assert [each.status.takes_time for day in days for each in desk.anas(day)] == [False] * 21


def test_returning_early_restores_what_is_still_free(desk):
    visits = desk.seven_visits(TUESDAY)
    desk.save(*(Step(each.id, called_off=Reason.THERAPIST_ILL) for each in visits))
    desk.book("iris", TUESDAY, 9)
    steps = [Step(each.id, visit_of(each), brought_back=SessionStatus.PLANNED) for each in visits]
    found = desk.preview(*steps)
    assert [row.session.starts.hour for row in found.conflicts] == [9]
    free = [row.step for row in found.rows if not row.is_conflict]
    desk.save(*free)
    live = [each for each in desk.anas(TUESDAY) if each.status.takes_time]
    assert len(live) == 7
