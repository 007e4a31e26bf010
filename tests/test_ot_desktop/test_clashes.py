"""Which visits to come cannot stay, once an absence or an import is in their way."""

from dataclasses import replace
from datetime import date

import pytest

from db.connection import close_database
from ot_desktop.scheduling.clashes import clashes
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.scheduling.facts import TimeOff
from ot_desktop.scheduling.rules import Kind
from tests.builders import an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic

DAYS = date(2027, 6, 1), date(2027, 6, 30)


@pytest.fixture
def month():
    services = an_empty_clinic()
    scheduling = services.scheduling
    scheduling.book(scheduling.preview(mayas_series(reference_clinic(services))))
    yield scheduling.schedule(*DAYS), scheduling.clinic_facts(*DAYS)
    close_database()


def kinds(found):
    return [each.kind for findings in found.values() for each in findings]


def test_what_was_booked_by_the_rules_does_not_clash(month):
    assert not clashes(*month)


def test_two_visits_of_a_child_at_one_time_both_clash(month):
    sessions, clinic = month
    twin = replace(sessions[0], id=9999, therapist_id=-1, room_id=None)

    assert set(clashes([*sessions, twin], clinic)) == {sessions[0].id, 9999}


def test_a_room_over_its_places_clashes(month):
    sessions, clinic = month
    one = sessions[0]
    capacity = clinic.rooms[one.room_id].capacity
    others = [
        replace(one, id=9000 + n, child_id=9000 + n, therapist_id=-1 - n) for n in range(capacity)
    ]

    assert set(kinds(clashes([one, *others], clinic))) == {Kind.ROOM_FULL}


def test_a_day_closed_after_booking_clashes(month):
    sessions, clinic = month
    clinic = replace(clinic, closed={sessions[0].starts.date(): "Water damage"})

    assert kinds(clashes(sessions, clinic)) == [Kind.CLOSED_DAY]


def off(session):
    return TimeOff(1, session.starts.date(), None, "training", therapist_id=session.therapist_id)


def test_a_therapist_away_clashes_unless_somebody_gave_a_reason(month):
    sessions, clinic = month
    clinic = clinic.with_time_off([off(sessions[0])])
    reasoned = replace(sessions[0], override_by="Dana", override_reason="Agreed")

    assert kinds(clashes(sessions, clinic)) == [Kind.THERAPIST_AWAY]
    assert not clashes([reasoned, *sessions[1:]], clinic)


def test_what_has_happened_or_was_called_off_does_not_clash(month):
    sessions, clinic = month
    twin = replace(sessions[0], id=9999, status=SessionStatus.CANCELLED_IN_TIME)
    held = replace(sessions[1], status=SessionStatus.HELD)
    clinic = replace(clinic, closed={held.starts.date(): ""})

    assert not clashes([sessions[0], twin, held], clinic)


def test_visits_that_touch_do_not_clash(month):
    sessions, clinic = month
    one = sessions[0]
    next_one = replace(one, id=9999, starts=one.ends, ends=one.ends + (one.ends - one.starts))

    assert not clashes([one, next_one], clinic)
