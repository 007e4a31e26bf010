"""The next free slots: each can be booked by the rules, in order, none of a therapist twice."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from db.connection import close_database
from ot_desktop.planning.domain import Window
from ot_desktop.scheduling.free_slots import MOST, SlotWish, free_slots
from tests.builders import a_child, an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic

MONDAY = date(2027, 6, 7)
EARLY = datetime.combine(MONDAY, time())


class Desk:
    def __init__(self):
        self.services = an_empty_clinic()
        self.clinic = reference_clinic(self.services)
        scheduling = self.services.scheduling
        scheduling.book(scheduling.preview(mayas_series(self.clinic)))

    def find(self, minutes=60, days=7, after=EARLY, **who):
        wish = SlotWish(minutes, MONDAY, MONDAY + timedelta(days=days - 1), **who)
        return free_slots(self.services.scheduling.visit_check(), wish, after)

    @property
    def known(self):
        return self.services.settings.clinic()


@pytest.fixture
def desk():
    yield Desk()
    close_database()


@pytest.mark.parametrize("minutes", [30, 60, 90])
def test_each_slot_can_be_booked_without_a_reason(desk, minutes):
    new = a_child(desk.services, "Noor")
    check = desk.services.scheduling.visit_check()
    found = desk.find(minutes)

    assert len(found) == MOST
    assert not any(check(replace(slot.visit, child_id=new)) for slot in found)


def test_they_come_by_time_and_a_therapist_is_offered_no_minute_twice(desk):
    visits = [slot.visit for slot in desk.find()]

    assert visits == sorted(visits, key=lambda visit: visit.starts)
    for one in visits:
        for other in visits:
            same = one is not other and one.therapist_id == other.therapist_id
            assert not same or one.ends <= other.starts or other.ends <= one.starts


def test_only_the_therapist_and_the_room_asked_for_are_offered(desk):
    therapist, room = desk.known.therapists[-1].id, desk.known.rooms[-1].id
    found = desk.find(therapist_id=therapist, room_id=room)

    assert {(slot.visit.therapist_id, slot.visit.room_id) for slot in found} == {(therapist, room)}


def test_nothing_of_the_past_is_offered(desk):
    noon = EARLY + timedelta(hours=12)

    assert all(slot.visit.starts >= noon for slot in desk.find(after=noon))


def test_a_therapist_who_is_away_is_not_offered(desk):
    therapist = desk.known.therapists[0].id
    span = (MONDAY, MONDAY + timedelta(days=6))
    desk.services.time_off.therapist_away(therapist, span, Window(0, 24 * 60), "training")

    assert desk.find(therapist_id=therapist) == ()


def test_a_closed_day_is_passed_over(desk):
    desk.services.settings.close_day(MONDAY, "Water damage")

    assert all(slot.visit.day > MONDAY for slot in desk.find())
