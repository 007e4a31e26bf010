from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.scheduling.authorizations import Approval, Ledger
from ot_desktop.scheduling.domain import Booking, SessionStatus, Visit
from ot_desktop.scheduling.facts import ChildFacts, ClinicFacts, Facts, FamilyTimes, HeldTime
from ot_desktop.scheduling.rules import DOUBLE_BOOKINGS, Kind, check, stops
from ot_desktop.scheduling.wording import sentence
from ot_desktop.settings.domain import Clinic, ClinicSettings, ClosedDay, Hours, Room, Therapist

ANA, BEN = 1, 2
GYM, FINE_MOTOR = 1, 2
MAYA, LEO, NOA, OWEN = 1, 2, 3, 4
NAMES = {MAYA: "Maya Ortega", LEO: "Leo Meyer", NOA: "Noa Meyer", OWEN: "Owen Park"}
MONDAY = date(2027, 6, 7)
TUESDAY = date(2027, 6, 8)


def week(weekdays):
    return tuple(Hours(day, a * 60, b * 60) for day in weekdays for a, b in ((8, 12), (13, 17)))


CLINIC = Clinic(
    settings=ClinicSettings(),
    hours=week(range(5)),
    rooms=(Room(GYM, "Sensory Gym", 2), Room(FINE_MOTOR, "Fine-Motor", 1)),
    closed_days=(ClosedDay(date(2027, 6, 18), "Staff training"),),
    therapists=(
        Therapist(ANA, "Ana Ruiz", "OTR/L", 1, hours=week(range(5))),
        Therapist(BEN, "Ben Cole", "OTR/L", 2, hours=week((1, 2, 3))),
    ),
)


def at(clock, day=TUESDAY):
    return datetime.combine(day, time.fromisoformat(clock))


def visit(starts, ends, child=MAYA, therapist=ANA, room=GYM, day=TUESDAY, **more):
    return Visit(child, therapist, room, at(starts, day), at(ends, day), **more)


def booked(starts, ends, child=OWEN, therapist=BEN, room=FINE_MOTOR, **more):
    names = {ANA: "Ana Ruiz", BEN: "Ben Cole"}
    rooms = {GYM: "Sensory Gym", FINE_MOTOR: "Fine-Motor", None: ""}
    return Booking(
        id=more.pop("id", None),
        child_id=child,
        therapist_id=therapist,
        room_id=room,
        starts=at(starts),
        ends=at(ends),
        child_name=NAMES[child],
        therapist_name=names[therapist],
        room_name=rooms[room],
        **more,
    )


def facts(*bookings, clean_up=0, child=None):
    clinic = replace(ClinicFacts.of(CLINIC), clean_up_minutes=clean_up)
    children = {number: ChildFacts(name) for number, name in NAMES.items()}
    children[LEO] = replace(children[LEO], siblings=frozenset({NOA}))
    if child is not None:
        children[MAYA] = child
    return Facts.of(clinic, children, bookings)


def kinds(asked, known):
    return [finding.kind for finding in check(asked, known)]


def test_an_empty_slot_is_free():
    assert check(visit("09:00", "10:00"), facts()) == ()


def test_a_child_cannot_be_in_two_places():
    [finding] = check(visit("09:30", "10:30"), facts(booked("09:00", "10:00", child=MAYA)))
    assert finding.is_stop
    assert sentence(finding) == "Maya Ortega is with Ben Cole in Fine-Motor until 10:00."


def test_a_therapist_cannot_see_two_children():
    known = facts(booked("09:00", "10:00", therapist=ANA))
    [finding] = check(visit("09:30", "10:30"), known)
    assert sentence(finding) == "Ana Ruiz sees Owen Park in Fine-Motor until 10:00."


def test_a_third_child_in_the_gym_is_refused_naming_both():
    known = facts(
        booked("09:00", "10:00", child=LEO, room=GYM),
        booked("10:00", "11:00", child=NOA, room=GYM),
        booked("09:30", "10:30", child=OWEN, room=GYM),
    )
    [finding] = check(visit("09:30", "10:30"), known)
    assert finding.kind is Kind.ROOM_FULL
    assert finding.is_stop
    assert set(finding.names) == {"Sensory Gym", "Leo Meyer", "Noa Meyer", "Owen Park"}


def test_a_second_child_fits_the_gym():
    assert check(visit("09:00", "10:00"), facts(booked("09:00", "10:00", room=GYM))) == ()


def test_touching_times_do_not_clash():
    known = facts(
        booked("09:00", "10:00", child=MAYA, therapist=ANA, room=FINE_MOTOR),
        booked("11:00", "12:00", child=MAYA, therapist=ANA, room=FINE_MOTOR),
    )
    assert check(visit("10:00", "11:00", room=FINE_MOTOR), known) == ()


@pytest.mark.parametrize(("start", "end"), [("10:00", "11:00"), ("07:55", "08:55")])
def test_a_room_that_needs_its_clean_up_is_not_free(start, end):
    known = facts(booked("09:00", "10:00"), clean_up=10)
    found = check(visit(start, end, room=FINE_MOTOR), known)
    assert Kind.ROOM_CLEAN_UP in [finding.kind for finding in stops(found)]


def test_after_the_clean_up_the_room_is_free():
    known = facts(booked("09:00", "10:00"), clean_up=10)
    assert check(visit("10:10", "11:10", room=FINE_MOTOR), known) == ()


@pytest.mark.parametrize("status", [each for each in SessionStatus if not each.takes_time])
def test_sessions_that_were_called_off_never_clash(status):
    known = facts(booked("09:00", "10:00", child=MAYA, therapist=ANA, room=GYM, status=status))
    assert check(visit("09:00", "10:00"), known) == ()


def test_a_session_does_not_clash_with_itself():
    known = facts(booked("09:00", "10:00", child=MAYA, therapist=ANA, id=7))
    assert check(visit("09:15", "10:15", session_id=7), known) == ()


def test_every_clash_is_listed():
    known = facts(
        booked("09:00", "10:00", child=MAYA, room=GYM),
        booked("09:00", "10:00", therapist=ANA, room=FINE_MOTOR),
    )
    assert kinds(visit("09:00", "10:00", room=FINE_MOTOR), known) == [
        Kind.CHILD_TAKEN,
        Kind.THERAPIST_TAKEN,
        Kind.ROOM_FULL,
    ]


def test_a_closed_day_is_a_stop_with_its_reason():
    [finding] = check(visit("09:00", "10:00", day=date(2027, 6, 18)), facts())
    assert finding.is_stop
    assert sentence(finding) == "The clinic is closed on Fri, Jun 18 (Staff training)."


def test_a_family_that_has_left_is_a_stop():
    child = ChildFacts("Iris", here_until=MONDAY)
    [finding] = check(visit("09:00", "10:00"), facts(child=child))
    assert finding.is_stop
    assert sentence(finding) == "The family leaves after Jun 7."


def test_a_family_that_has_not_come_yet_is_a_stop():
    child = ChildFacts("Iris", here_from=date(2027, 6, 14))
    [finding] = check(visit("09:00", "10:00"), facts(child=child))
    assert finding.is_stop
    assert sentence(finding) == "The family comes on Jun 14."


def test_lunch_is_outside_the_hours_and_can_be_overridden():
    found = check(visit("11:30", "12:30"), facts())
    assert [finding.kind for finding in found] == [
        Kind.OUTSIDE_THERAPIST_HOURS,
        Kind.OUTSIDE_CLINIC_HOURS,
    ]
    assert all(finding.needs_reason for finding in found)


def test_ben_is_off_on_mondays():
    [finding] = check(visit("09:00", "10:00", therapist=BEN, day=MONDAY), facts())
    assert sentence(finding) == "Ben Cole is off on Mondays."
    assert not finding.is_stop


def test_more_than_three_hours_without_a_break_is_a_warning():
    known = facts(
        booked("08:00", "09:00", therapist=ANA),
        booked("10:00", "11:30", therapist=ANA),
    )
    assert kinds(visit("09:00", "10:00"), known) == [Kind.NO_BREAK]


def test_exactly_three_hours_are_fine():
    known = facts(
        booked("08:00", "09:00", therapist=ANA),
        booked("10:00", "11:00", therapist=ANA),
    )
    assert check(visit("09:00", "10:00"), known) == ()


def test_one_adult_cannot_be_in_two_rooms():
    known = facts(booked("09:00", "10:00", child=NOA, room=FINE_MOTOR))
    [finding] = check(visit("09:30", "10:30", child=LEO), known)
    assert finding.kind is Kind.SIBLING_ELSEWHERE
    assert finding.needs_reason
    assert "Noa Meyer" in sentence(finding)


def test_one_adult_who_brings_two_children_cannot_be_in_two_rooms():
    known = facts(booked("09:00", "10:00", comes_with_id=7))
    assert kinds(visit("09:00", "10:00", comes_with_id=7), known) == [Kind.SIBLING_ELSEWHERE]
    assert kinds(visit("09:00", "10:00", comes_with_id=8), known) == []


def test_siblings_who_come_with_two_adults_may_be_apart():
    known = facts(booked("09:00", "10:00", child=NOA, comes_with_id=7))
    assert kinds(visit("09:00", "10:00", child=LEO, comes_with_id=8), known) == []


def test_siblings_in_one_room_need_one_adult():
    known = facts(booked("09:00", "10:00", child=NOA, room=GYM))
    assert check(visit("09:00", "10:00", child=LEO), known) == ()


def test_visit_25_of_24_is_a_warning():
    child = ChildFacts("Maya", ledger=Ledger((Approval(1, visits=24, taken=24),)))
    [finding] = check(visit("09:00", "10:00"), facts(child=child))
    assert sentence(finding) == "Visit 25 of 24: not authorized yet."
    assert finding.needs_reason


def test_a_visit_after_the_authorization_names_its_end():
    approval = Approval(1, visits=24, taken=0, ends_on=MONDAY)
    child = ChildFacts("Maya", ledger=Ledger((approval,)))
    [finding] = check(visit("09:00", "10:00"), facts(child=child))
    assert sentence(finding) == "The authorization ended Jun 7."


def test_outside_the_times_a_family_can_come_is_a_warning():
    times = FamilyTimes(MONDAY, date(2027, 6, 11), {1: ((13 * 60, 17 * 60),)})
    child = ChildFacts("Maya", family_times=(times,))
    assert kinds(visit("09:00", "10:00"), facts(child=child)) == [Kind.FAMILY_CANNOT_COME]
    assert kinds(visit("13:00", "14:00"), facts(child=child)) == []
    assert kinds(visit("09:00", "10:00", day=date(2027, 6, 15)), facts(child=child)) == []


def held(starts, ends, child=LEO, **more):
    """Hold a time for a family until 8:20."""
    family = booked(starts, ends, child=child, **more)
    return {TUESDAY: (HeldTime(family, at("08:20")),)}


def with_held(known, offered):
    return replace(known, clinic=replace(known.clinic, held=offered))


def test_a_time_offered_to_a_family_is_held_for_them_and_says_until_when():
    known = with_held(facts(), held("09:00", "10:00", therapist=ANA))
    [finding] = check(visit("09:30", "10:30"), known)
    assert sentence(finding) == "Offered to Leo Meyer’s family, held until 8:20."
    assert finding.needs_reason
    assert check(visit("10:00", "11:00"), known) == ()


def test_the_family_itself_may_have_the_time_held_for_them():
    known = with_held(facts(), held("09:00", "10:00", therapist=ANA))
    assert check(visit("09:00", "10:00", child=LEO), known) == ()


def test_the_last_place_of_the_room_is_held_as_well():
    one = held("09:00", "10:00", room=FINE_MOTOR)
    two = held("09:00", "10:00", room=GYM)
    assert kinds(visit("09:00", "10:00", room=FINE_MOTOR), with_held(facts(), one)) == [
        Kind.HELD_FOR_FAMILY
    ]
    assert kinds(visit("09:00", "10:00", room=GYM), with_held(facts(), two)) == []
    noa = booked("09:00", "10:00", child=NOA, room=GYM)
    assert kinds(visit("09:00", "10:00", room=GYM), with_held(facts(noa), two)) == [
        Kind.HELD_FOR_FAMILY
    ]


def test_days_a_family_is_away_are_a_warning_whatever_the_time():
    times = FamilyTimes(MONDAY, date(2027, 7, 9), away=((TUESDAY, date(2027, 6, 9)),))
    child = ChildFacts("Maya", family_times=(times,))
    assert kinds(visit("09:00", "10:00"), facts(child=child)) == [Kind.FAMILY_CANNOT_COME]
    assert kinds(visit("09:00", "10:00", day=MONDAY), facts(child=child)) == []


def test_another_room_than_usual_is_told_but_needs_no_reason():
    child = ChildFacts("Maya", usual_room_id=GYM)
    [finding] = check(visit("09:00", "10:00", room=FINE_MOTOR), facts(child=child))
    assert sentence(finding) == "Fine-Motor, not Sensory Gym."
    assert not finding.needs_reason


# Against an oracle that looks at every single minute.

minutes = st.integers(8 * 60, 12 * 60)
spans = st.tuples(minutes, st.integers(5, 120)).map(lambda pair: (pair[0], sum(pair)))
people = st.tuples(st.sampled_from(sorted(NAMES)), st.sampled_from([ANA, BEN]))
places = st.sampled_from([GYM, FINE_MOTOR, None])
stati = st.sampled_from(list(SessionStatus))


def moment(minute):
    return datetime.combine(TUESDAY, time()) + timedelta(minutes=minute)


@st.composite
def days_and_visits(draw):
    bookings = [
        Booking(n, child, therapist, room, moment(start), moment(end), status)
        for n, ((child, therapist), room, (start, end), status) in enumerate(
            draw(st.lists(st.tuples(people, places, spans, stati), max_size=7)), start=1
        )
    ]
    (child, therapist), room, (start, end) = draw(st.tuples(people, places, spans))
    moved = draw(st.one_of(st.none(), st.integers(1, 7)))
    return bookings, Visit(child, therapist, room, moment(start), moment(end), moved)


def minutes_of(starts, ends, longer=0):
    return range(starts.hour * 60 + starts.minute, ends.hour * 60 + ends.minute + longer)


def most_at_once(asked, others, clean_up=0):
    """Return how many of ``others`` are there in the fullest minute of the visit."""
    each_minute = Counter(
        minute for other in others for minute in minutes_of(other.starts, other.ends, clean_up)
    )
    return max(each_minute[minute] for minute in minutes_of(asked.starts, asked.ends, clean_up))


def oracle(asked, bookings, clean_up):
    """Count minute by minute, the slow and obvious way."""
    live = [each for each in bookings if each.status.takes_time and each.id != asked.session_id]
    in_room = [each for each in live if each.room_id == asked.room_id]
    capacity = {room.id: room.capacity for room in CLINIC.rooms}.get(asked.room_id, len(live) + 1)
    in_the_way = {
        Kind.CHILD_TAKEN: most_at_once(asked, [b for b in live if b.child_id == asked.child_id]),
        Kind.THERAPIST_TAKEN: most_at_once(
            asked, [b for b in live if b.therapist_id == asked.therapist_id]
        ),
        Kind.ROOM_FULL: most_at_once(asked, in_room) >= capacity,
    }
    if not in_the_way[Kind.ROOM_FULL]:
        in_the_way[Kind.ROOM_CLEAN_UP] = most_at_once(asked, in_room, clean_up) >= capacity
    return {kind for kind, is_in_the_way in in_the_way.items() if is_in_the_way}


@given(days_and_visits(), st.sampled_from([0, 10, 25]))
def test_rules_agree_with_looking_at_every_minute(day, clean_up):
    bookings, asked = day
    known = Facts.of(replace(ClinicFacts.of(CLINIC), clean_up_minutes=clean_up), {}, bookings)
    found = {finding.kind for finding in stops(check(asked, known))}
    assert found == oracle(asked, bookings, clean_up)


@given(days_and_visits())
def test_names_of_a_stop_are_those_of_the_sessions_in_the_way(day):
    bookings, asked = day
    known = Facts.of(ClinicFacts.of(CLINIC), {}, bookings)
    for finding in check(asked, known):
        if finding.kind in DOUBLE_BOOKINGS:
            clashing = [each for each in bookings if each.id in finding.session_ids]
            assert clashing
            assert finding.until == max(each.ends for each in clashing)
            assert all(each.overlaps(asked.starts, asked.ends) for each in clashing)
