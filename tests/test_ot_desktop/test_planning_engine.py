"""The engine: its state, its best response, whole plans, and what must not change a plan."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ot_desktop.errors import ClinicError
from ot_desktop.planning.check import check
from ot_desktop.planning.check_score import score
from ot_desktop.planning.domain import Plan
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.masks import bits, hits, runs, span, trip_points
from ot_desktop.planning.moves import Moves
from ot_desktop.planning.open_places import find_place
from ot_desktop.planning.planner import plan, sessions_of
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.start import state_of
from ot_desktop.planning.state import State
from tests.bench.by_hand import careful_person
from tests.planning_cases import STORED, a_session, a_small_clinic, stored

INSTANCES = {name: instance_from(stored(name)) for name in STORED}
PROBLEMS = {name: Problem(instance) for name, instance in INSTANCES.items()}
SLOTS = st.integers(0, 2**20)
LENGTH = st.integers(1, 9)


def moved_about(name, seed, moves):
    """Return a state after some random moves, and the moves to go on with."""
    state = State(PROBLEMS[name])
    about = Moves(state, Random(seed))  # noqa: S311  (a search, not a secret)
    for child in about.random.sample(range(len(PROBLEMS[name].kids)), len(PROBLEMS[name].kids)):
        about.places.insert(child)
    for _ in range(moves):
        about.random.choice([about.ruin_and_recreate, about.eject_and_insert])()
    return state, about


def all_of(state):
    """Return everything the state keeps, orders left out that nothing depends on."""
    return (
        state.sessions,
        list(state.free_therapist),
        list(state.contact_left),
        list(state.free_room),
        list(state.busy),
        list(state.visits),
        list(state.holders.therapists),
        list(state.holders.rooms),
        list(state.points),
        list(state.trip_points),
        state.score,
    )


@given(SLOTS, LENGTH)
def test_runs_are_the_starts_with_room(mask, length):
    expected = [start for start in range(21) if mask >> start & span(0, length) == span(0, length)]
    assert bits(runs(mask, length)) == expected


@given(SLOTS, LENGTH)
def test_hits_are_the_starts_that_touch(mask, length):
    expected = [start for start in range(21) if mask & span(start, length)]
    assert bits(hits(mask, length)) == expected


def test_a_pause_longer_than_the_gap_is_another_trip():
    travel, waiting = 100, 1
    assert trip_points(0b1100110000011, 2, travel, waiting) == 2 * travel + 2 * waiting


@settings(max_examples=15)
@given(st.sampled_from(STORED), st.integers(0, 10**6))
def test_a_move_that_is_taken_back_leaves_the_state_as_it_was(name, seed):
    state, about = moved_about(name, seed, 1)
    before, kept = all_of(state), state.snapshot()
    before = tuple(list(each) if isinstance(each, list) else each for each in before)
    about.random.choice([about.ruin_and_recreate, about.eject_and_insert])()
    state.restore(kept)
    assert all_of(state) == before


@settings(max_examples=15)
@given(st.sampled_from(STORED), st.integers(0, 10**6), st.integers(0, 6))
def test_after_any_moves_the_plan_is_valid_and_has_the_points_the_checker_counts(name, seed, moves):
    state, _ = moved_about(name, seed, moves)
    instance = INSTANCES[name]
    found = Plan(instance.name, sessions_of(PROBLEMS[name], state.sessions))
    assert check(instance, found) == []
    assert score(instance, found) == state.score


@settings(max_examples=10)
@given(st.sampled_from(STORED), st.integers(0, 10**6))
def test_an_emptied_state_is_as_new(name, seed):
    state, _ = moved_about(name, seed, 1)
    for child in range(len(PROBLEMS[name].kids)):
        state.take_out(child)
    assert all_of(state) == all_of(State(PROBLEMS[name]))


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("name", ["S-1.00-s1", "S-1.00-s2"])
def test_two_services_searched_together_are_never_worse_than_one_after_the_other(name, seed):
    state, about = moved_about(name, seed, 0)
    problem = PROBLEMS[name]
    for child, kid in enumerate(problem.kids):
        if len(kid.requests) != 2 or kid.per_day != 1:
            continue
        state.take_out(child)
        before = state.score
        about.places.insert(child)
        in_turn = state.score - before
        state.take_out(child)
        for number, sessions in about.places.together.find(child).items():
            state.place(number, sessions)
        assert state.score - before >= in_turn


@pytest.mark.parametrize("name", STORED)
def test_a_plan_is_valid_and_its_claim_true(name):
    found = plan(INSTANCES[name], iterations=12, seed=3, workers=1)
    assert check(INSTANCES[name], found) == []
    assert score(INSTANCES[name], found) == found.score
    placed = {session.child for session in found.sessions}
    assert placed | set(found.unplaced) == {child.id for child in INSTANCES[name].children}


def test_the_same_seed_and_iterations_give_the_same_plan():
    one, other = (plan(INSTANCES["S-1.00-s1"], iterations=15, seed=7, workers=1) for _ in range(2))
    assert one == other


def test_no_child_who_fits_stays_out():
    instance = INSTANCES["S-1.00-s2"]
    found = plan(instance, iterations=5, workers=1)
    assert [child for child in found.unplaced if find_place(instance, found, child, 1)] == []


def test_nobody_stays_out_while_one_of_lower_priority_holds_the_place():
    instance = INSTANCES["S-1.00-s1"]
    found = plan(instance, iterations=5, workers=1)
    priority = {child.id: child.priority for child in instance.children}
    envied = [
        (out, other)
        for out in found.unplaced
        for other in {session.child for session in found.sessions}
        if priority[other] > priority[out] and find_place(instance, without(found, other), out, 1)
    ]
    assert envied == []


def without(found, child):
    kept = tuple(session for session in found.sessions if session.child != child)
    return replace(found, sessions=kept)


def test_a_week_later_everything_is_the_same():
    instance = INSTANCES["XS-1.00-s1"]
    week = timedelta(days=7)
    found, later = (
        plan(instance, iterations=20, workers=1),
        plan(a_week_later(instance), iterations=20, workers=1),
    )
    assert [replace(session, day=session.day + week) for session in found.sessions] == list(
        later.sessions
    )


def a_week_later(instance):
    week = timedelta(days=7)

    def moved(each):
        return replace(each, day=each.day + week)

    def shifted(child):
        dates = child.authorization
        dates = replace(dates, first_day=dates.first_day + week, last_day=dates.last_day + week)
        return replace(child, authorization=dates, unavailable=tuple(map(moved, child.unavailable)))

    return replace(
        instance,
        first_day=instance.first_day + week,
        last_day=instance.last_day + week,
        closed_days=frozenset(day + week for day in instance.closed_days),
        fixed=tuple(map(moved, instance.fixed)),
        children=tuple(map(shifted, instance.children)),
        therapists=tuple(
            replace(each, absences=tuple(map(moved, each.absences))) for each in instance.therapists
        ),
    )


@pytest.mark.parametrize("name", ["XS-1.00-s1", "XS-1.00-s2"])
def test_other_names_and_another_order_reach_the_same_points(name):
    data = stored(name)
    mixed = Random(5)  # noqa: S311  (a test, not a secret)
    for key in ("rooms", "therapists", "families", "children", "fixed"):
        mixed.shuffle(data[key])
    for number, child in enumerate(data["children"]):
        child["name"] = f"Child {number}"
    shuffled = instance_from(data)
    found, other = (plan(each, iterations=150, workers=1) for each in (INSTANCES[name], shuffled))
    assert found.score == other.score


def test_more_time_of_the_family_never_lowers_a_childs_best():
    instance = INSTANCES["XS-1.00-s1"]
    empty = Plan(instance.name, ())
    for child in instance.children:
        wider = replace(child, availability=dict.fromkeys(range(5), instance_day(instance)))
        others = tuple(wider if each.id == child.id else each for each in instance.children)
        more = find_place(replace(instance, children=others), empty, child.id, 1)
        less = find_place(instance, empty, child.id, 1)
        assert max((each.points for each in more), default=0) >= max(
            (each.points for each in less), default=0
        )


def instance_day(instance):
    return (instance.open_hours[0],)


def test_the_best_place_beside_the_others_comes_first_and_is_valid():
    instance = INSTANCES["S-1.00-s1"]
    found = plan(instance, iterations=5, workers=1)
    child = found.sessions[0].child
    options = find_place(instance, found, child)
    assert [each.points for each in options] == sorted(
        (each.points for each in options), reverse=True
    )
    for option in options:
        placed = replace(
            without(found, child), sessions=(*without(found, child).sessions, *option.sessions)
        )
        assert check(instance, placed) == []
        assert score(instance, placed) == score(instance, without(found, child)) + option.points


def test_a_plan_becomes_a_state_and_a_plan_again():
    instance = INSTANCES["S-1.00-s1"]
    found = plan(instance, iterations=3, workers=1)
    state = state_of(PROBLEMS["S-1.00-s1"], found)
    assert sorted(sessions_of(PROBLEMS["S-1.00-s1"], state.sessions)) == sorted(found.sessions)


def test_a_cancelled_search_gives_the_best_plan_so_far():
    calls = iter(range(10**6))
    found = plan(
        INSTANCES["S-1.00-s1"], iterations=10**6, workers=1, cancel=lambda: next(calls) > 200
    )
    assert check(INSTANCES["S-1.00-s1"], found) == []
    assert found.sessions


def test_progress_is_told_several_times_a_second():
    told = []
    plan(INSTANCES["S-1.00-s1"], seconds=0.7, workers=1, progress=told.append)
    assert len(told) >= 3
    assert told[-1].score > 0


def test_a_published_plan_is_not_planned_anew():
    data = a_small_clinic(published={"now": "2026-06-01T07:00", "sessions": [a_session()]})
    with pytest.raises(ClinicError, match="published"):
        plan(instance_from(data), iterations=1, workers=1)


@pytest.mark.parametrize("name", STORED)
def test_the_planner_is_better_than_a_careful_person(name):
    instance = INSTANCES[name]
    assert plan(instance, iterations=30, workers=1).score >= score(
        instance, careful_person(instance)
    )
