"""The clinic's own time: published days of the clock change, other zones, midnight."""

import time as computer
from datetime import UTC, date, datetime, time, timedelta

import pytest

from db.connection import close_database, database
from ot_desktop import clock
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.scheduling.attendance import Outcome, Policy, VisitNow, is_late
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from ot_desktop.scheduling.rearranging import Step, visit_of
from ot_desktop.settings.domain import ClinicSettings
from tests.builders import an_empty_clinic
from tests.reference_clinic import WEEK, mayas_series, reference_clinic

NEW_YORK, LOS_ANGELES = "America/New_York", "America/Los_Angeles"
S = SessionStatus


@pytest.fixture(autouse=True)
def afterwards():
    yield
    clock.keep_to("UTC")
    close_database()


@pytest.fixture
def computer_in_tokyo(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    computer.tzset()
    yield
    monkeypatch.undo()
    computer.tzset()


def at(text):
    return datetime.fromisoformat(text)


def utc(text):
    return at(text).replace(tzinfo=UTC)


# In the United States, clocks go from 2:00 to 3:00 on March 8, 2026, and from 2:00 back to 1:00 on
# November 1, 2026 (15 U.S.C. 260a: second Sunday of March, first Sunday of November).


@pytest.mark.parametrize(
    ("instant", "wall"),
    [
        ("2026-03-08T06:59", "2026-03-08T01:59"),
        ("2026-03-08T07:00", "2026-03-08T03:00"),
        ("2026-11-01T05:59", "2026-11-01T01:59"),
        ("2026-11-01T06:00", "2026-11-01T01:00"),
        ("2026-11-01T07:00", "2026-11-01T02:00"),
        ("2026-03-08T04:59", "2026-03-07T23:59"),
        ("2026-03-08T05:00", "2026-03-08T00:00"),
        ("2026-03-09T04:00", "2026-03-09T00:00"),
        ("2026-11-01T04:00", "2026-11-01T00:00"),
        ("2026-11-02T04:59", "2026-11-01T23:59"),
        ("2026-11-02T05:00", "2026-11-02T00:00"),
    ],
)
def test_the_clinics_clock_shows_what_was_published(instant, wall):
    clock.keep_to(NEW_YORK)
    assert clock.wall_time(utc(instant)) == datetime.fromisoformat(wall)


@pytest.mark.parametrize(
    ("wall", "instant"),
    [
        ("2026-03-07T09:00", "2026-03-07T14:00"),
        ("2026-03-08T09:00", "2026-03-08T13:00"),
        ("2026-10-31T09:00", "2026-10-31T13:00"),
        ("2026-11-01T09:00", "2026-11-01T14:00"),
        ("2026-11-01T01:30", "2026-11-01T05:30"),
    ],
)
def test_nine_o_clock_is_another_instant_after_the_change(wall, instant):
    clock.keep_to(NEW_YORK)
    assert clock.instant_of(datetime.fromisoformat(wall)).astimezone(UTC) == utc(instant)


@pytest.mark.skipif(not hasattr(computer, "tzset"), reason="Windows has one zone a process")
def test_the_day_is_the_clinics_not_the_computers(computer_in_tokyo):
    clock.keep_to(LOS_ANGELES)
    assert datetime.now().astimezone().utcoffset() == timedelta(hours=9)
    here = datetime.now(UTC).astimezone(clock.instant_of(at("2026-07-01T00:00")).tzinfo)
    assert abs(clock.now_local() - here.replace(tzinfo=None)) < timedelta(seconds=30)
    assert clock.today() == clock.now_local().date()
    evening = utc("2026-07-02T06:30")  # Tokyo has July 2, 15:30
    assert clock.wall_time(evening) == at("2026-07-01T23:30")


def test_opening_a_clinic_brings_its_zone_and_changing_it_changes_the_time():
    services = an_empty_clinic()
    services.settings.describe(ClinicSettings("Juniper Lane", zone=NEW_YORK))
    assert clock.wall_time(utc("2026-07-01T12:00")).hour == 8
    services.settings.describe(ClinicSettings("Juniper Lane", zone=LOS_ANGELES))
    assert clock.wall_time(utc("2026-07-01T12:00")).hour == 5


def test_a_zone_that_does_not_exist_is_refused_beside_its_field():
    services = an_empty_clinic()
    with pytest.raises(ValidationError) as refused:
        services.settings.describe(ClinicSettings("Juniper Lane", zone="Mars/Olympus"))
    assert refused.value.fields == {"zone": "Choose a time zone, like America/Chicago."}


def booked(services, clinic, **changes):
    scheduling = services.scheduling
    scheduling.book(scheduling.preview(mayas_series(clinic, **changes)), "Agreed by phone.")
    return scheduling.sessions_of(clinic.maya)


@pytest.mark.parametrize("monday", [date(2026, 3, 2), date(2026, 10, 26)])
def test_a_series_over_the_clock_change_keeps_its_time_on_the_wall(monday):
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    sessions = booked(services, clinic, starts_on=monday, weekdays=frozenset(range(7)), count=14)
    assert {each.starts.time() for each in sessions} == {time(9)}
    assert {each.length_minutes for each in sessions} == {60}
    days = [each.starts.date() for each in sessions]
    assert days == [monday + timedelta(days=day) for day in range(14)]


def test_what_is_booked_stays_on_the_wall_when_the_clinics_zone_is_changed():
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    before = booked(services, clinic)
    services.settings.describe(ClinicSettings("Juniper Lane", zone="America/Denver"))
    after = services.scheduling.sessions_of(clinic.maya)
    assert [each.starts for each in after] == [each.starts for each in before]
    [later] = booked(services, clinic, starts_on=date(2027, 7, 7), count=1)[20:]
    assert (after[0].zone, later.zone) == (NEW_YORK, "America/Denver")


def test_nobody_is_double_booked_by_a_change_of_zone():
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    booked(services, clinic)
    services.settings.describe(ClinicSettings("Juniper Lane", zone="America/Denver"))
    preview = services.scheduling.preview(mayas_series(clinic, child_id=clinic.owen, count=3))
    assert len(preview.conflicts) == 3


def test_a_day_ahead_is_in_time_whether_that_day_has_23_or_25_hours():
    for sunday in (at("2026-03-08T09:00"), at("2026-11-01T09:00")):
        called = sunday - timedelta(days=1)
        assert Outcome.called_off(sunday, called, Policy()).status is S.CANCELLED_IN_TIME
        late = Outcome.called_off(sunday, called + timedelta(minutes=1), Policy())
        assert late.status is S.CANCELLED_LATE


def test_a_visit_is_late_by_the_wall_on_the_day_of_the_change():
    visit = VisitNow(at("2026-03-08T09:00"), at("2026-03-08T10:00"), S.PLANNED)
    clock.keep_to(NEW_YORK)
    assert not is_late(visit, Policy(), clock.wall_time(utc("2026-03-08T13:04")))
    assert is_late(visit, Policy(), clock.wall_time(utc("2026-03-08T13:05")))


def test_a_call_is_kept_as_the_instant_it_was_where_the_clinic_is():
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    [visit] = booked(services, clinic, count=1)
    called = at("2027-06-06T08:30")
    services.attendance.family_called(visit.id, None, called)
    [(kept,)] = database.execute_sql("SELECT called_at FROM session").fetchall()
    assert kept == "2027-06-06T12:30:00.000Z"
    assert clock.wall_time(services.attendance.visit(visit.id).called_at) == called


# Midnight.


@pytest.mark.parametrize(("start", "minutes"), [(time(23), 60), (time(23, 30), 45)])
def test_a_visit_ends_before_midnight(start, minutes):
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    with pytest.raises(ValidationError) as refused:
        booked(services, clinic, times=(start,), length_minutes=minutes)
    assert "midnight" in refused.value.fields["times"]


def test_the_last_minute_of_a_day_belongs_to_it_and_the_first_of_the_next_does_not():
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    for day, start in ((date(2027, 6, 7), time(23)), (date(2027, 6, 8), time(0))):
        request = SeriesRequest(clinic.noa, day, WEEK, (start,), 59, clinic.cam, None, 1)
        services.scheduling.book(services.scheduling.preview(request), "A night owl.")
    [late] = services.scheduling.day_schedule(date(2027, 6, 7))
    [early] = services.scheduling.day_schedule(date(2027, 6, 8))
    assert (late.starts, early.starts) == (at("2027-06-07T23:00"), at("2027-06-08T00:00"))


def test_a_visit_is_moved_past_midnight_never():
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    [visit] = booked(services, clinic, count=1)
    starts = at("2027-06-07T23:30")
    to = visit_of(visit, starts=starts, ends=starts + timedelta(hours=1))
    with pytest.raises(ClinicError):
        services.rearranging.save(services.rearranging.preview([Step(visit.id, to)]), "Late.")
