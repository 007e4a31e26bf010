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


def taken(instance, day, *, therapist=None, room=None):
    """Return the instance with a meeting of a therapist, or a room that is painted."""
    entry = Fixed("new", day, Window(9 * 60, 14 * 60), therapist, room, contact=True, label="")
    return replace(instance, fixed=(*instance.fixed, entry))


def child_changed(instance, child_id, **changes):
    return replace(
        instance,
        children=tuple(
            replace(each, **{name: change(each) for name, change in changes.items()})
            if each.id == child_id else each
            for each in instance.children
        ),
    )  # fmt: skip


def cancels(instance, session, day):
    return child_changed(
        instance, session.child, unavailable=lambda child: (*child.unavailable, TimeOff(day))
    )


def excludes(instance, session, _day):
    return child_changed(
        instance,
        session.child,
        excluded_therapists=lambda child: child.excluded_therapists | {session.therapist},
    )


def runs_out(instance, session, day):
    return child_changed(
        instance,
        session.child,
        authorization=lambda child: replace(child.authorization, visits=6, last_day=day),
    )


ACCIDENTS = {
    "sick": lambda instance, session, day: away_on(instance, session.therapist, day),
    "closed": lambda instance, _, day: replace(instance, closed_days=instance.closed_days | {day}),
    "meeting": lambda instance, session, day: taken(instance, day, therapist=session.therapist),
    "painted": lambda instance, session, day: taken(instance, day, room=session.room),
    "cancels": cancels,
    "excludes": excludes,
    "runs out": runs_out,
}
ANY = st.integers(0, 10**6)
STORIES = st.tuples(
    st.lists(st.tuples(st.sampled_from(sorted(ACCIDENTS)), ANY, ANY), min_size=1, max_size=3),
    ANY,
    st.integers(6, 18),
    st.sets(ANY, max_size=20),
)


def later(instance, now, locked=()):
    return replace(
        instance, published=replace(instance.published, now=now, locked=frozenset(locked))
    )


def told(story):
    """Return a planned summer to which several things happened by some hour, sessions locked."""
    accidents, today, hour, locks = story
    instance = planned(SMALL)
    sessions = instance.published.sessions
    days = sorted({session.day for session in sessions})
    for what, day, number in accidents:
        session = sessions[number % len(sessions)]
        instance = ACCIDENTS[what](instance, session, days[day % len(days)])
    now = datetime.combine(days[today % len(days)], MIDNIGHT) + timedelta(hours=hour)
    return later(instance, now, {sessions[each % len(sessions)] for each in locks})


def broken_in(instance):
    """Return the published sessions that break a rule, or of which one has to go, if none moves."""
    sessions = instance.published.sessions
    found = set()
    for each in check(instance, Plan(instance.name, sessions)):
        if each.path.startswith("children"):
            child = instance.children[int(each.path[9:-1])].id
            found |= {session for session in sessions if session.child == child}
        else:
            named = sessions[int(each.path[9:-1])]
            found.add(named)
            if each.code in {"LUNCH", "CONTACT_MAX"}:
                found |= {session for session in sessions if same_day(session, named)}
    return found


def same_day(one, other):
    return (one.therapist, one.day) == (other.therapist, other.day)


@settings(max_examples=20)
@given(STORIES)
def test_whatever_happens_the_repair_is_valid_and_only_what_broke_moves(story):
    instance = told(story)
    found, changes = mended(instance)
    kept = {change.before for change in changes if change.kind == "kept"}
    assert set(instance.published.sessions) - broken_in(instance) <= kept
    assert not any(change.asked for change in changes)
    assert kept <= set(found.sessions)


@settings(max_examples=12)
@given(STORIES, st.integers(0, 3))
def test_every_published_session_is_kept_or_moved_or_lost(story, families):
    instance = told(story)
    _, changes = mended(instance, may_move=families)
    before = Counter(change.before for change in changes if change.before)
    assert before == Counter(instance.published.sessions)


@settings(max_examples=12)
@given(STORIES, st.integers(1, 3))
def test_no_more_families_move_than_may(story, families):
    instance = told(story)
    first, _ = mended(instance)
    found, changes = mended(instance, may_move=families)
    family_of = {child.id: child.family for child in instance.children}
    moved = {family_of[change.before.child] for change in changes if change.asked}
    assert len(moved) <= families
    assert found.score >= first.score


@settings(max_examples=12)
@given(STORIES)
def test_a_replacement_is_in_the_week_of_the_session(story):
    instance = told(story)
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
