"""The planner on small summers whose best plans were proven by another solver."""

from functools import cache

import pytest

from ot_desktop.planning.bound import bound
from ot_desktop.planning.check import check
from ot_desktop.planning.check_score import score
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.planner import plan
from tests.bench.summers import fingerprint, known_summers, proven_optima, summer

OPTIMA = proven_optima()
MOVES = 300
MORE_MOVES = {"XS-1.00-g17": 1_000}


@cache
def planned(name):
    instance = instance_from(summer(name))
    return instance, plan(instance, iterations=MORE_MOVES.get(name, MOVES), workers=1)


def test_there_are_thirty_small_summers_with_a_proven_optimum():
    assert len(OPTIMA) == 30


@pytest.mark.parametrize("name", OPTIMA)
def test_the_optimum_was_proven_of_this_very_summer(name):
    assert fingerprint(summer(name)) == known_summers()[name]["file"]


@pytest.mark.parametrize("name", OPTIMA)
def test_no_plan_is_better_than_the_proven_best(name):
    instance, found = planned(name)
    assert check(instance, found) == []
    assert score(instance, found) <= OPTIMA[name]


def test_few_moves_reach_the_proven_best_within_a_twentieth_of_a_percent():
    """g17 needs more moves: four of its five placed children share a therapist.

    All five differ between the plan 11 points short, where the search rests, and the best one.
    """
    reached = sum(score(*planned(name)) for name in OPTIMA)
    assert reached >= 0.9995 * sum(OPTIMA.values())


@pytest.mark.parametrize("name", OPTIMA)
def test_the_bound_is_never_below_the_proven_best(name):
    instance, _ = planned(name)
    assert bound(instance, evaluations=3) >= OPTIMA[name]
