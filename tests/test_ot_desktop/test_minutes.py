"""The minutes rule: limits, reasons and refusals, to the letter."""

from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.errors import ValidationError
from ot_desktop.home_programs.minutes import (
    CLINIC_DEFAULT,
    PRESETS,
    FamilyLimit,
    Verdict,
    check,
)


@dataclass(frozen=True)
class Timing:
    minutes: int
    times_per_week: int = 7
    is_embedded: bool = False


UP_TO_5 = PRESETS[0]


def test_7_minutes_for_a_family_with_5_need_a_reason():
    result = check([Timing(3), Timing(4)], UP_TO_5)
    assert result.summary == "7 min a day, limit 5"
    assert result.verdict is Verdict.NEEDS_REASON
    with pytest.raises(ValidationError, match="7 min a day, limit 5"):
        result.require(reason="  ")


def test_a_typed_reason_lets_an_over_full_program_print():
    check([Timing(3), Timing(4)], UP_TO_5).require(reason="Grandmother helps in the evening")


def test_exactly_the_limit_is_fine():
    result = check([Timing(3), Timing(3), Timing(4)], FamilyLimit(most=10))
    assert (result.verdict, result.summary) == (Verdict.FINE, "10 of 10 minutes used")


def test_exactly_twice_the_limit_still_prints_with_a_reason():
    assert check([Timing(10)], UP_TO_5).verdict is Verdict.NEEDS_REASON


def test_more_than_twice_the_limit_cannot_print_whatever_the_reason():
    result = check([Timing(11)], UP_TO_5)
    with pytest.raises(ValidationError, match="twice"):
        result.require(reason="They want it")


def test_minutes_are_shared_over_the_familys_days():
    result = check([Timing(4, 5), Timing(4, 5)], FamilyLimit(most=10, days_per_week=5))
    assert result.minutes_a_day == 8


def test_the_busiest_day_holds_everything_that_can_fall_on_it():
    result = check([Timing(5, 2), Timing(3, 14)], FamilyLimit(most=10))
    assert result.busiest_day == 5 + 6


def test_embedded_activities_take_no_minutes():
    assert check([Timing(3), Timing(9, is_embedded=True)], UP_TO_5).minutes_a_day == 3


def test_a_program_of_embedded_activities_only_prints():
    assert check([Timing(5, is_embedded=True)], UP_TO_5).verdict is Verdict.FINE


@pytest.mark.parametrize("activities", [[], [Timing(0)], [Timing(3, 0)]])
def test_no_activity_minutes_cannot_print(activities):
    assert check(activities).verdict is Verdict.CANNOT_PRINT


def test_3_activities_raise_no_eyebrow():
    assert check([Timing(1)] * 3).notices == ()


def test_4_activities_are_warned_about_and_print():
    result = check([Timing(1)] * 4)
    assert result.verdict is Verdict.FINE
    assert "4 activities" in result.notices[0]


def test_6_activities_need_a_reason():
    result = check([Timing(1)] * 6)
    assert result.verdict is Verdict.NEEDS_REASON


def test_the_clinic_starts_from_5_to_10_minutes():
    assert (CLINIC_DEFAULT.least, CLINIC_DEFAULT.most) == (5, 10)


@pytest.mark.parametrize("values", [{"most": 0}, {"most": 61}, {"most": 5, "days_per_week": 8}])
def test_an_impossible_limit_is_refused(values):
    with pytest.raises(ValidationError):
        FamilyLimit(**values)


timings = st.lists(
    st.builds(Timing, st.integers(1, 30), st.integers(1, 21), st.booleans()), min_size=1, max_size=8
)


@given(timings, st.integers(1, 7))
def test_an_average_day_never_beats_the_busiest(activities, days):
    result = check(activities, FamilyLimit(most=10, days_per_week=days))
    assert result.minutes_a_day <= result.busiest_day
    assert result.minutes_a_day == Fraction(result.minutes_a_day)
