"""Goal attainment: the nine published rows, worked out by hand, and what has no number."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.goals.attainment import Attained, attainment, t_score

# Levels, weights, T. The last column was computed with a pocket calculator, not with our code.
ROWS = [
    ((0,), (1,), 50.00),
    ((1,), (1,), 60.00),
    ((-2,), (1,), 30.00),
    ((0, 0, 0), (1, 1, 1), 50.00),
    ((1, 1, 1), (1, 1, 1), 63.69),
    ((-1, -1, -1), (1, 1, 1), 36.31),
    ((2, 2, 2), (1, 1, 1), 77.39),
    ((-2, -2, -2), (1, 1, 1), 22.61),
    ((1, 0, -1), (3, 2, 1), 54.41),
    ((2, 1, 0, -1), (9, 6, 4, 1), 65.73),
]
LEVELS = st.integers(-2, 2)
WEIGHTS = st.integers(1, 9)


@pytest.mark.parametrize(("levels", "weights", "expected"), ROWS)
def test_t_is_what_the_method_says(levels, weights, expected):
    assert t_score(zip(levels, weights, strict=True)) == pytest.approx(expected, abs=0.005)


def test_without_any_weight_there_is_no_t():
    assert t_score([(2, 0), (-1, 0)]) is None


def test_without_goals_there_is_no_t():
    assert t_score([]) is None


def test_one_weight_more_moves_t_toward_that_goal():
    assert t_score([(2, 2), (-2, 1)]) > t_score([(2, 1), (-2, 1)])


@given(st.lists(st.tuples(LEVELS, WEIGHTS), min_size=1, max_size=5))
def test_t_of_the_opposite_levels_mirrors_at_fifty(goals):
    opposite = [(-level, weight) for level, weight in goals]
    assert t_score(goals) + t_score(opposite) == pytest.approx(100)


@given(st.lists(LEVELS, min_size=1, max_size=5), WEIGHTS)
def test_equal_weights_count_as_one_each(levels, weight):
    """Independently: with equal weights T = 50 + 10·Σx / √(n·(0.7 + 0.3·n))."""
    n = len(levels)
    expected = 50 + 10 * sum(levels) / sqrt(n * (0.7 + 0.3 * n))
    assert t_score([(level, weight) for level in levels]) == pytest.approx(expected)


def test_a_goal_without_a_score_is_left_out_and_counted():
    told = attainment(
        [Attained(1, -2, 0), Attained(1, -2, 0), Attained(1, -2, 0), Attained(9, -1, None)]
    )
    assert (told.scored, told.goals) == (3, 4)
    assert told.now == pytest.approx(50.0)


def test_the_start_is_that_of_the_scored_goals_alone():
    told = attainment([Attained(1, -2, 1), Attained(5, -1, None)])
    assert (told.baseline, told.now, told.change) == (30.0, 60.0, 30.0)


def test_without_a_known_start_there_is_no_change():
    told = attainment([Attained(1, None, 1), Attained(1, -2, 1)])
    assert told.now is not None
    assert (told.baseline, told.change) == (None, None)


def test_nothing_scored_is_no_number():
    told = attainment([Attained(1, -2, None)])
    assert (told.baseline, told.now, told.change, told.scored) == (None, None, None, 0)
