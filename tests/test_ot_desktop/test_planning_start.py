"""Solving again: the search goes on from a plan, and what a person moved or locked stays."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ot_desktop.errors import ClinicError
from ot_desktop.planning.check import check
from ot_desktop.planning.check_score import score
from ot_desktop.planning.domain import Plan, TimeOff
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.moves import Moves
from ot_desktop.planning.planner import plan, sessions_of
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.start import beginning_of, started
from tests.planning_cases import stored

NAMES = ["S-1.00-s1", "S-1.00-s2"]
INSTANCES = {name: instance_from(stored(name)) for name in NAMES}
PLANS = {name: plan(INSTANCES[name], iterations=30, workers=1) for name in NAMES}


def some_of(found, seed, share=0.3):
    """Return a random part of a plan's sessions, always the same for a seed."""
    drawn = Random(seed)  # noqa: S311  (a test, not a secret)
    return frozenset(each for each in found.sessions if drawn.random() < share)


@pytest.mark.parametrize("name", NAMES)
def test_a_search_that_goes_on_from_a_plan_is_never_worse(name):
    again = plan(INSTANCES[name], iterations=1, workers=1, start=PLANS[name])
    assert again.score >= PLANS[name].score


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_has_to_stay_is_in_the_new_plan(name, seed):
    instance, before = INSTANCES[name], PLANS[name]
    keep = some_of(before, seed)
    again = plan(instance, iterations=60, workers=1, seed=seed, start=before, keep=keep)
    assert keep <= set(again.sessions)
    assert check(instance, again) == []
    assert score(instance, again) == again.score


@settings(max_examples=12)
@given(st.sampled_from(NAMES), st.integers(0, 10**6))
def test_no_move_touches_what_stays_and_the_points_are_those_of_the_checker(name, seed):
    instance, before = INSTANCES[name], PLANS[name]
    problem = Problem(instance)
    keep = some_of(before, seed)
    state = started(problem, beginning_of(problem, before, keep))
    about = Moves(state, Random(seed))  # noqa: S311
    for _ in range(4):
        about.random.choice([about.ruin_and_recreate, about.eject_and_insert])()
        now = Plan(instance.name, sessions_of(problem, state.sessions))
        assert keep <= set(now.sessions)
        assert {each.code for each in check(instance, now)} <= {"DOSE"}  # only kept ones are left
        assert score(instance, now) == state.score


def test_children_whose_times_are_gone_begin_without_a_place():
    instance, before = INSTANCES["S-1.00-s1"], PLANS["S-1.00-s1"]
    session = before.sessions[0]
    away = tuple(
        replace(each, absences=(*each.absences, TimeOff(session.day)))
        if each.id == session.therapist
        else each
        for each in instance.therapists
    )
    again = plan(replace(instance, therapists=away), iterations=0, workers=1, start=before)
    assert session not in again.sessions
    assert check(replace(instance, therapists=away), again) == []


def test_a_session_that_cannot_stay_is_told_with_its_child():
    instance, before = INSTANCES["S-1.00-s1"], PLANS["S-1.00-s1"]
    session = before.sessions[0]
    child = next(each for each in instance.children if each.id == session.child)
    early = replace(session, start=session.start - 24 * 60)
    with pytest.raises(ClinicError, match=child.name):
        plan(instance, iterations=0, workers=1, keep=frozenset([early]))
    other_day = replace(session, day=session.day + timedelta(days=400))
    with pytest.raises(ClinicError, match=child.name):
        plan(instance, iterations=0, workers=1, keep=frozenset([other_day]))


def test_two_workers_keep_what_has_to_stay():
    instance, before = INSTANCES["S-1.00-s1"], PLANS["S-1.00-s1"]
    keep = some_of(before, 5)
    again = plan(instance, iterations=20, workers=2, start=before, keep=keep)
    assert keep <= set(again.sessions)
    assert again.score >= before.score
