"""The bound: never below any plan's points, whatever the prices; and how it is told."""

from array import array
from random import Random
from time import sleep

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ot_desktop.planning.bound import at_most, bound, gap_text
from ot_desktop.planning.bound_beside import BoundBeside
from ot_desktop.planning.check_score import score
from ot_desktop.planning.child_places import ChildPlaces, Joint
from ot_desktop.planning.domain import Session
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.moves import Moves
from ot_desktop.planning.planner import plan
from ot_desktop.planning.priced_child import Relaxation
from ot_desktop.planning.prices import SCALE
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.response import Response
from ot_desktop.planning.state import State
from tests.bench.by_hand import careful_person
from tests.planning_cases import STORED, a_child, a_service, a_small_clinic, a_therapist, stored

INSTANCES = {name: instance_from(stored(name)) for name in STORED}
PROBLEMS = {name: Problem(instance) for name, instance in INSTANCES.items()}
RELAXATIONS = {name: Relaxation(problem) for name, problem in PROBLEMS.items()}
# Points of the best plans and bounds found by the research before this program was written.
KNOWN = {"S-1.00-s1": (21106, 21689), "S-1.00-s2": (14862, 15248)}


def nothing():
    pass


def relaxed_bound(name, prices):
    """Return the bound of a stored instance at these prices, in points."""
    relaxation = RELAXATIONS[name]
    relaxation.prices.price = array("q", prices)
    return relaxation.evaluate(nothing) / SCALE


def random_prices(name, mixed):
    """Return prices for some rows, from nothing to more than any session is worth."""
    dear = mixed.choice([1, 5, 20, 100]) * SCALE
    share = mixed.choice([0.02, 0.2, 0.8])
    return [
        mixed.randint(0, dear) if mixed.random() < share else 0
        for _ in RELAXATIONS[name].prices.capacity
    ]


def some_plan(name, mixed):
    """Return the state of a plan made in random order and moved about a little."""
    state = State(PROBLEMS[name])
    about = Moves(state, mixed)
    for child in mixed.sample(range(len(PROBLEMS[name].kids)), len(PROBLEMS[name].kids)):
        about.places.insert(child)
    about.eject_and_insert()
    return state


@settings(max_examples=15)
@given(st.sampled_from(STORED), st.integers(0, 10**6))
def test_at_any_prices_the_bound_is_at_least_any_plans_score(name, seed):
    mixed = Random(seed)  # noqa: S311  (a test, not a secret)
    assert relaxed_bound(name, random_prices(name, mixed)) >= some_plan(name, mixed).score


@pytest.mark.parametrize("name", STORED)
def test_better_prices_never_go_below_a_plan_of_the_planner(name):
    found = plan(INSTANCES[name], iterations=12, seed=3)
    lowest = bound(INSTANCES[name], evaluations=2, best=lambda: found.score)
    assert lowest >= found.score
    assert lowest <= bound(INSTANCES[name], evaluations=0)


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_the_bound_of_every_child_alone_lies_between_what_is_known(name):
    best_known, bound_known = KNOWN[name]
    assert best_known <= bound(INSTANCES[name], evaluations=0) <= bound_known + 5


@pytest.mark.parametrize("name", STORED)
def test_a_child_alone_is_never_said_to_bring_less_than_its_best_place(name):
    problem, relaxation = PROBLEMS[name], Relaxation(PROBLEMS[name])
    relaxation.evaluate(nothing)
    most = {each.child: each.value(relaxation.scratch) for each in relaxation.children}
    state = State(problem)
    places = ChildPlaces(state, Response(state, Random(1)))  # noqa: S311  (never drawn)
    places.joint = Joint.ALWAYS
    for child in range(len(problem.kids)):
        places.insert(child)
        assert most.get(child, 0) >= state.score * SCALE
        state.take_out(child)


@pytest.mark.parametrize("name", STORED)
def test_every_bound_told_is_better_than_the_one_before(name):
    told = []
    last = bound(INSTANCES[name], evaluations=4, on_bound=told.append)
    assert told == sorted(set(told), reverse=True)
    assert told[-1] == last


def test_the_same_number_of_evaluations_gives_the_same_bound():
    one, other = (bound(INSTANCES["XS-1.00-s2"], evaluations=9) for _ in range(2))
    assert one == other


def a_clinic_of(*children, **changes):
    families = [
        {"id": child["family"], "travel_min": 25, "caregivers": 1, "children": [child["id"]]}
        for child in children
    ]
    return instance_from(a_small_clinic(children=list(children), families=families, **changes))


def test_one_child_alone_is_bounded_by_its_best_plan():
    instance = a_clinic_of(a_child("c1", "f1"))
    assert bound(instance, evaluations=0) == 164  # two sessions of 84 points, a trip of 2 each


def test_children_for_whom_there_is_room_are_bounded_by_what_they_get():
    instance = a_clinic_of(a_child("c1", "f1"), a_child("c2", "f2"))
    found = plan(instance, iterations=20)
    assert bound(instance, evaluations=0) == found.score == 328


def test_prices_tell_that_two_children_cannot_have_the_same_hour():
    hours = {"mon": [["08:00", "09:15"]]}
    therapists = [a_therapist(1, hours=hours, lunch=None)]
    children = [a_child(f"c{number}", f"f{number}") for number in (1, 2)]
    instance = a_clinic_of(*children, therapists=therapists)
    assert bound(instance, evaluations=0) == 164
    assert bound(instance, evaluations=60, best=lambda: 82) < 90


def test_a_child_who_cannot_come_at_all_adds_nothing():
    never = a_child("c2", "f2", services=[a_service("c2", skill="feeding")])
    instance = a_clinic_of(a_child("c1", "f1"), never)
    assert bound(instance, evaluations=0) == 164


def test_nobody_at_all_is_bounded_by_nothing():
    assert bound(a_clinic_of(), evaluations=2) == 0


def test_a_canceled_search_still_gives_a_bound():
    instance = INSTANCES["S-1.00-s1"]
    assert bound(instance, cancel=lambda: True) == at_most(instance)


def test_the_search_ends_when_the_best_plan_is_known_to_be_the_best():
    instance = a_clinic_of(a_child("c1", "f1"))
    calls = iter(range(3))
    assert bound(instance, seconds=60, best=lambda: 164 + 0 * next(calls)) == 164


@pytest.mark.parametrize("name", STORED)
def test_the_care_of_every_full_dose_is_a_bound_too(name):
    instance = INSTANCES[name]
    careful = score(instance, careful_person(instance))
    assert at_most(instance) >= bound(instance, evaluations=0) >= careful


@pytest.mark.parametrize(
    ("points", "most", "told"),
    [
        (950, 1000, "at most 5.0% below any possible plan"),
        (999, 1000, "at most 0.1% below any possible plan"),
        (59175, 61512, "at most 3.8% below any possible plan"),
        (1000, 1000, "no plan can be better"),
        (0, 0, "no plan can be better"),
    ],
)
def test_the_gap_is_told_in_plain_words_and_rounded_up(points, most, told):
    assert gap_text(points, most) == told


def test_a_bound_is_found_beside_a_search():
    instance = INSTANCES["S-1.00-s1"]
    with BoundBeside(instance, 600) as beside:
        while beside.latest(20000) is None:
            sleep(0.02)
    assert 20000 < beside.in_the_end(20000, None) <= bound(instance, evaluations=0)


def test_a_plan_comes_with_its_bound_and_with_reasons():
    found = plan(INSTANCES["XS-1.00-s2"], iterations=10)
    assert found.bound >= found.score
    assert found.unplaced
    assert all(found.unplaced.values())


def test_who_cancels_does_not_wait_for_bound_and_reasons():
    calls = iter(range(10**6))
    found = plan(
        INSTANCES["S-1.00-s1"], iterations=10**6, workers=1, cancel=lambda: next(calls) > 99
    )
    assert found.bound is None
    assert not any(found.unplaced.values())


def test_points_of_a_child_who_is_only_partly_in_have_no_bound():
    whole = a_service("c1", sessions=4, min_sessions=4)
    instance = a_clinic_of(a_child("c1", "f1", services=[whole]))
    stays = Session("c1", "c1-a", instance.first_day, 480, "t1", "gym-1")
    found = plan(instance, iterations=2, keep=frozenset([stays]))
    assert (found.score, found.bound) == (82, None)
