"""Repairs of planned summers: always valid, nothing else moved, and as good as any repair."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from itertools import product
from math import prod

from hypothesis import given, settings
from hypothesis import strategies as st

from ot_desktop.planning.check import check
from ot_desktop.planning.check_score import score
from ot_desktop.planning.domain import Fixed, Plan, Published, Session, TimeOff, Window
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.planner import plan
from tests.planning_cases import stored
from tests.repair_cases import mended

MIDNIGHT = datetime.min.time()
SMALL = "S-1.00-s2"
MOST_REPAIRS = 100  # choices of a sick day that are all tried


@cache
def planned(name):
    """Return a stored instance with a quick plan of it published, before the program begins."""
    instance = instance_from(stored(name))
    sessions = plan(instance, iterations=3, workers=1).sessions
    now = datetime.combine(instance.first_day, MIDNIGHT)
    return replace(instance, published=Published(now, sessions, frozenset()))


def away_on(instance, therapist, *days):
    off = tuple(TimeOff(day) for day in days)
    return replace(
        instance,
        therapists=tuple(
            replace(each, absences=(*each.absences, *off)) if each.id == therapist else each
            for each in instance.therapists
        ),
    )


def room_gone(instance, room, day):
    gone = Fixed("gone", day, Window(0, 24 * 60), None, room, contact=False, label="painted")
    return replace(instance, fixed=(*instance.fixed, gone))


def cancels(instance, child, day):
    return replace(
        instance,
        children=tuple(
            replace(each, unavailable=(*each.unavailable, TimeOff(day)))
            if each.id == child
            else each
            for each in instance.children
        ),
    )


def later(instance, now, locked=()):
    return replace(
        instance, published=replace(instance.published, now=now, locked=frozenset(locked))
    )


@st.composite
def accidents(draw):
    """Return a planned summer to which several things happened, some sessions locked."""
    instance = planned(SMALL)
    sessions = instance.published.sessions
    days = sorted({session.day for session in sessions})
    today = draw(st.sampled_from(days))
    now = datetime.combine(today, MIDNIGHT) + timedelta(hours=draw(st.integers(6, 18)))
    for _ in range(draw(st.integers(1, 3))):
        day = draw(st.sampled_from(days))
        what = draw(st.sampled_from(["sick", "closed", "room", "cancels"]))
        if what == "sick":
            therapist = draw(st.sampled_from(instance.therapists)).id
            instance = away_on(instance, therapist, day, day + timedelta(days=1))
        elif what == "closed":
            instance = replace(instance, closed_days=instance.closed_days | {day})
        elif what == "room":
            instance = room_gone(instance, draw(st.sampled_from(instance.rooms)).id, day)
        else:
            instance = cancels(instance, draw(st.sampled_from(sessions)).child, day)
    return later(instance, now, draw(st.sets(st.sampled_from(sessions), max_size=20)))


def broken_in(instance):
    """Return the published sessions the checker names when nothing is mended."""
    sessions = instance.published.sessions
    found = check(instance, Plan(instance.name, sessions))
    return {sessions[int(each.path[9:-1])] for each in found if each.path.startswith("sessions[")}


@settings(deadline=None, max_examples=20)
@given(accidents())
def test_whatever_happens_the_repair_is_valid_and_only_what_broke_moves(instance):
    found, changes = mended(instance)
    kept = {change.before for change in changes if change.kind == "kept"}
    assert set(instance.published.sessions) - broken_in(instance) <= kept
    assert not any(change.asked for change in changes)
    assert kept <= set(found.sessions)


@settings(deadline=None, max_examples=12)
@given(accidents(), st.integers(0, 3))
def test_every_published_session_is_kept_or_moved_or_lost(instance, families):
    _, changes = mended(instance, may_move=families)
    before = Counter(change.before for change in changes if change.before)
    assert before == Counter(instance.published.sessions)


@settings(deadline=None, max_examples=12)
@given(accidents(), st.integers(1, 3))
def test_no_more_families_move_than_may(instance, families):
    first, _ = mended(instance)
    found, changes = mended(instance, may_move=families)
    family_of = {child.id: child.family for child in instance.children}
    moved = {family_of[change.before.child] for change in changes if change.asked}
    assert len(moved) <= families
    assert found.score >= first.score


@settings(deadline=None, max_examples=12)
@given(accidents())
def test_a_replacement_is_in_the_week_of_the_session(instance):
    _, changes = mended(instance)
    weeks = [
        (change.before.day.isocalendar()[:2], change.after.day.isocalendar()[:2])
        for change in changes
        if change.before and change.after
    ]
    assert all(before == after for before, after in weeks)


def possible(instance, rest, lost):
    """Return every place for a lost session in its week beside the rest, tried one by one."""
    child, service = instance.service_of[lost.service]
    givers = [each.id for each in instance.therapists if service.skill in each.skills]
    rooms = [each.id for each in instance.rooms if each.kind in service.room_kinds]
    found = []
    for day in (lost.day + timedelta(days=number - lost.day.weekday()) for number in range(7)):
        near = [each for each in rest if each.service == service.id or each.day == day]
        for window in child.availability.get(day.weekday(), ()):
            starts = range(window.start, window.end - service.duration_min + 1, instance.grid_min)
            for start, therapist, room in product(starts, givers, rooms):
                place = Session(child.id, service.id, day, start, therapist, room)
                if not check(instance, Plan(instance.name, (*near, place))):
                    found.append(place)
    return found


def best_repair(instance, rest, options):
    """Return the most points of all repairs: every choice of places for the lost sessions."""
    best = None
    for choice in product(*([None, *places] for places in options)):
        found = Plan(instance.name, (*rest, *(place for place in choice if place)))
        points = score(instance, found)
        if (best is None or points > best) and not check(instance, found):
            best = points
    return best


def sick_days(name):
    """Give the stored instance once for every day of a therapist, with the sessions hit."""
    instance = planned(name)
    sessions = instance.published.sessions
    for therapist, day in sorted({(each.therapist, each.day) for each in sessions}):
        hit = [each for each in sessions if (each.therapist, each.day) == (therapist, day)]
        yield away_on(instance, therapist, day), hit


def test_sick_days_are_mended_as_well_as_they_can_be():
    reached = possible_at_best = 0
    for instance, hit in sick_days("XS-1.00-s2"):
        rest = [each for each in instance.published.sessions if each not in hit]
        options = [possible(instance, rest, lost) for lost in hit]
        if prod(len(places) + 1 for places in options) <= MOST_REPAIRS:
            nothing = score(instance, Plan(instance.name, tuple(rest)))
            best = best_repair(instance, rest, options)
            found, _ = mended(instance)
            assert found.score <= best
            reached += found.score - nothing
            possible_at_best += best - nothing
    assert possible_at_best > 0
    assert reached >= 0.995 * possible_at_best
