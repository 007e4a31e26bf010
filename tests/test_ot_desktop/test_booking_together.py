"""Story 16: Leo and Noa come in one car, twelve times; both are booked or neither."""

from datetime import date, time, timedelta

import pytest

from db.connection import close_database
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.scheduling.rearranging import Step, visit_of
from ot_desktop.scheduling.rules import Kind
from ot_desktop.scheduling.together import LONGEST_GAP, Beside, How
from tests.builders import an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic


class Twins:
    def __init__(self):
        self.services = an_empty_clinic()
        self.clinic = reference_clinic(self.services)

    def first(self, **changes):
        wanted = {"child_id": self.clinic.leo, "weekdays": frozenset({1, 2, 3}), "count": 12}
        request = mayas_series(self.clinic, **(wanted | changes))
        return self.services.scheduling.preview(request)

    def pair(self, how, therapist_id, room_id=None, **changes):
        beside = Beside(self.clinic.noa, how, therapist_id, room_id or self.clinic.gym)
        return self.services.together.preview(self.first(**changes), beside)

    def sessions(self, child_id):
        return self.services.scheduling.sessions_of(child_id)

    def block(self, day, at, therapist_id, room_id=None):
        request = mayas_series(
            self.clinic,
            child_id=self.clinic.iris,
            starts_on=day,
            weekdays=frozenset({day.weekday()}),
            times=(at,),
            therapist_id=therapist_id,
            room_id=room_id,
            count=1,
        )
        self.services.scheduling.book(self.services.scheduling.preview(request))


@pytest.fixture
def twins():
    yield Twins()
    close_database()


def test_same_time_with_two_therapists_for_all_twelve_dates(twins):
    pair = twins.pair(How.SAME_TIME, twins.clinic.ben)
    assert pair.can_book
    assert not pair.second.needs_reason  # both are in the gym, where their mother is
    twins.services.together.book(pair)
    leo, noa = twins.sessions(twins.clinic.leo), twins.sessions(twins.clinic.noa)
    assert [each.starts for each in leo] == [each.starts for each in noa]
    assert len(leo) == 12
    assert {each.therapist_id for each in noa} == {twins.clinic.ben}


def test_one_after_the_other_leaves_no_more_than_a_quarter_of_an_hour(twins):
    pair = twins.pair(How.ONE_AFTER_OTHER, twins.clinic.ana)
    twins.services.together.book(pair)
    leo, noa = twins.sessions(twins.clinic.leo), twins.sessions(twins.clinic.noa)
    gaps = {second.starts - first.ends for first, second in zip(leo, noa, strict=True)}
    assert gaps == {timedelta()}


def test_where_the_next_minute_is_taken_a_short_wait_is_found(twins):
    day = date(2027, 6, 8)
    other = mayas_series(
        twins.clinic,
        child_id=twins.clinic.iris,
        starts_on=day,
        weekdays=frozenset({1}),
        times=(time(10),),
        length_minutes=15,
        room_id=None,
        count=1,
    )
    twins.services.scheduling.book(twins.services.scheduling.preview(other))
    pair = twins.pair(How.ONE_AFTER_OTHER, twins.clinic.ana)
    assert pair.can_book
    assert pair.second.visits[0].starts.time() == time(10, 15)
    assert pair.second.visits[1].starts.time() == time(10)
    assert all(
        later.starts - first.ends <= LONGEST_GAP
        for first, later in zip(pair.first.visits, pair.second.visits, strict=True)
    )


def test_one_therapist_for_both_at_once_is_refused_beside_the_choice(twins):
    with pytest.raises(ValidationError) as refused:
        twins.pair(How.SAME_TIME, twins.clinic.ana)
    assert "sibling" in refused.value.fields


def test_a_clash_of_one_books_neither(twins):
    pair = twins.pair(How.SAME_TIME, twins.clinic.ben)
    twins.block(date(2027, 6, 9), time(9), twins.clinic.ben)
    with pytest.raises(ClinicError, match="Ben Cole sees Iris Nordin"):
        twins.services.together.book(pair)
    assert twins.sessions(twins.clinic.leo) == twins.sessions(twins.clinic.noa) == []


def test_one_mother_for_two_rooms_is_a_warning_with_a_reason(twins):
    pair = twins.pair(How.SAME_TIME, twins.clinic.ben, twins.clinic.fine_motor)
    assert pair.can_book
    assert pair.second.needs_reason
    kinds = {found.kind for row in pair.second.rows for found in row.findings}
    assert Kind.SIBLING_ELSEWHERE in kinds
    with pytest.raises(ValidationError):
        twins.services.together.book(pair)
    assert twins.sessions(twins.clinic.leo) == []
    twins.services.together.book(pair, "Grandmother comes too.")
    assert {each.override_reason for each in twins.sessions(twins.clinic.noa)} == {
        "Grandmother comes too."
    }


def test_a_full_gym_is_named_before_both_are_in_it(twins):
    twins.block(date(2027, 6, 8), time(9), twins.clinic.cam, twins.clinic.gym)
    pair = twins.pair(How.SAME_TIME, twins.clinic.ben)
    [stuck] = pair.second.conflicts
    assert stuck.day == date(2027, 6, 8)
    assert {found.kind for found in stuck.findings if found.is_stop} == {Kind.ROOM_FULL}


def test_calling_off_one_asks_about_the_other(twins):
    twins.services.together.book(twins.pair(How.ONE_AFTER_OTHER, twins.clinic.ana))
    leo, noa = twins.sessions(twins.clinic.leo), twins.sessions(twins.clinic.noa)
    assert [each.id for each in twins.services.together.siblings_at(leo[3].id)] == [noa[3].id]
    assert [each.id for each in twins.services.together.siblings_at(noa[3].id)] == [leo[3].id]


def test_siblings_of_another_hour_are_another_drive(twins):
    twins.services.together.book(twins.pair(How.ONE_AFTER_OTHER, twins.clinic.ana))
    moved = twins.sessions(twins.clinic.noa)[0]
    later = visit_of(
        moved, starts=moved.starts + timedelta(hours=4), ends=moved.ends + timedelta(hours=4)
    )
    rearranging = twins.services.rearranging
    rearranging.save(rearranging.preview([Step(moved.id, later)]))
    leo = twins.sessions(twins.clinic.leo)[0]
    assert twins.services.together.siblings_at(leo.id) == ()
