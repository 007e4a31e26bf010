from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.scheduling.alternatives import MOST, Change, alternatives
from ot_desktop.scheduling.domain import Booking, Visit
from ot_desktop.scheduling.facts import ChildFacts, ClinicFacts, Facts
from ot_desktop.scheduling.rules import Kind, check, stops
from ot_desktop.settings.domain import Clinic, ClinicSettings, Hours, Room, Therapist

DAY = date(2027, 6, 8)
WEEK = tuple(Hours(day, a * 60, b * 60) for day in range(5) for a, b in ((8, 12), (13, 17)))
CLINIC = Clinic(
    settings=ClinicSettings(),
    hours=WEEK,
    rooms=(Room(1, "Sensory Gym", 2), Room(2, "Fine-Motor", 1)),
    closed_days=(),
    therapists=(
        Therapist(1, "Ana Ruiz", "OTR/L", 1, hours=WEEK),
        Therapist(2, "Ben Cole", "OTR/L", 2, hours=WEEK),
    ),
)


def at(minute):
    return datetime.combine(DAY, time()) + timedelta(minutes=minute)


def visit(start, length=60, child=1, therapist=1, room=2):
    return Visit(child, therapist, room, at(start), at(start + length))


def booking(start, length=60, child=2, therapist=1, room=2):
    return Booking(None, child, therapist, room, at(start), at(start + length))


def facts(*bookings, **clinic):
    return Facts.of(replace(ClinicFacts.of(CLINIC), **clinic), {1: ChildFacts("Maya")}, bookings)


def test_the_nearest_of_each_kind_is_offered():
    known = facts(booking(9 * 60))
    found = alternatives(visit(9 * 60, therapist=2), known)
    assert [each.change for each in found] == [
        Change.OTHER_TIME,
        Change.OTHER_TIME,
        Change.OTHER_ROOM,
    ]
    assert {each.visit.starts.hour for each in found[:2]} == {8, 10}


def test_another_therapist_is_offered_when_only_the_therapist_is_taken():
    known = facts(booking(8 * 60, 240), booking(13 * 60, 240))
    known_room = replace(
        known, by_day={DAY: tuple(b._replace(room_id=1) for b in known.by_day[DAY])}
    )
    first = alternatives(visit(9 * 60), known_room)[0]
    assert first.change is Change.OTHER_THERAPIST
    assert first.visit.therapist_id == 2


def test_a_child_who_is_elsewhere_all_day_gets_no_alternative():
    known = facts(booking(8 * 60, 540, child=1, therapist=2, room=1))
    assert alternatives(visit(9 * 60), known) == ()


def test_a_place_without_warnings_comes_before_one_that_needs_a_reason():
    known = facts(booking(8 * 60, 60), booking(9 * 60, 60), booking(11 * 60, 60))
    found = alternatives(visit(9 * 60), known)
    assert all(each.is_clear for each in found)
    assert Kind.NO_BREAK in {f.kind for f in check(visit(10 * 60), known)}


slots = st.tuples(
    st.integers(8 * 4, 16 * 4).map(lambda quarter: quarter * 15),
    st.sampled_from([30, 45, 60, 90]),
    st.integers(1, 4),
    st.integers(1, 2),
    st.sampled_from([1, 2, None]),
)


@given(st.lists(slots, max_size=14), slots, st.sampled_from([0, 10]))
def test_an_alternative_never_has_a_stop_and_there_are_at_most_three(taken, asked, clean_up):
    known = facts(*(booking(*each) for each in taken), clean_up_minutes=clean_up)
    wanted = visit(asked[0], asked[1], 1, asked[3], asked[4])
    found = alternatives(wanted, known)
    assert len(found) <= MOST
    assert len({each.visit for each in found}) == len(found)
    for each in found:
        assert each.visit != wanted
        assert each.visit.day == wanted.day
        assert not stops(check(each.visit, known))


@given(st.lists(slots, max_size=14), slots)
def test_whenever_a_time_fits_the_same_people_and_room_it_is_offered(taken, asked):
    known = facts(*(booking(*each) for each in taken))
    wanted = visit(asked[0], asked[1], 1, asked[3], asked[4])
    times = [visit(start, asked[1], 1, asked[3], asked[4]) for start in range(8 * 60, 17 * 60, 15)]
    fitting = [each for each in times if each != wanted and not check(each, known)]
    if fitting:
        nearest = min(abs(each.starts - wanted.starts) for each in fitting)
        offered = [each for each in alternatives(wanted, known) if each.change is Change.OTHER_TIME]
        assert abs(offered[0].visit.starts - wanted.starts) == nearest
