from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.caseload.domain import (
    AlertReview,
    Asked,
    CaregiverDraft,
    ChildDraft,
    age_on,
    first_name,
    initials,
)
from ot_desktop.caseload.goals import GoalDraft
from ot_desktop.errors import ValidationError

TODAY = date(2027, 6, 7)


def problems_of(draft):
    with pytest.raises(ValidationError) as refused:
        draft.check(TODAY)
    return refused.value.fields


def test_age_counts_a_month_only_once_its_day_is_reached():
    assert age_on(date(2020, 5, 31), date(2024, 5, 30)) == (3, 11)
    assert age_on(date(2020, 5, 31), date(2024, 5, 31)) == (4, 0)


@given(st.dates(date(2000, 1, 1), date(2027, 1, 1)), st.integers(0, 9000))
def test_age_never_runs_backwards(born_on, days):
    later = date.fromordinal(born_on.toordinal() + days)
    years, months = age_on(born_on, later)
    assert years >= 0
    assert 0 <= months < 12
    assert age_on(born_on, date.fromordinal(later.toordinal() + 1)) >= (years, months)


def test_a_child_without_a_first_name_is_refused():
    assert "given_name" in problems_of(ChildDraft("  "))


def test_a_birth_date_in_the_future_is_refused():
    assert "born_on" in problems_of(ChildDraft("Maya", born_on=date(2027, 6, 8)))


def test_a_birth_date_of_a_grown_up_is_refused():
    assert "born_on" in problems_of(ChildDraft("Maya", born_on=date(1977, 6, 8)))


def test_every_problem_is_named_at_once():
    draft = ChildDraft("", born_on=date(2030, 1, 1), caregivers=(CaregiverDraft(" "),))
    assert set(problems_of(draft)) == {"given_name", "born_on", "caregiver_0"}


def test_a_birth_date_may_be_unknown():
    ChildDraft("Maya").check(TODAY)


@pytest.mark.parametrize(
    ("asked", "reviewed_on", "due"),
    [
        (Asked.NOT_ASKED, None, True),
        (Asked.NONE_KNOWN, date(2027, 1, 1), False),
        (Asked.NONE_KNOWN, date(2026, 6, 6), True),
        (Asked.LISTED, None, True),
    ],
)
def test_alerts_are_asked_again_after_a_year(asked, reviewed_on, due):
    assert AlertReview(asked, reviewed_on).is_due(TODAY) is due


def test_a_goal_above_its_own_scale_is_refused():
    with pytest.raises(ValidationError) as refused:
        GoalDraft("self-care", "Fastens 4 shirt buttons", out_of=4, target=5).check()
    assert set(refused.value.fields) == {"target"}


@pytest.mark.parametrize(
    ("name", "called"), [("Lucía Ortega", "Lucía"), ("Kim", "Kim"), ("", ""), ("  ", "")]
)
def test_somebody_is_called_by_their_first_name(name, called):
    assert first_name(name) == called


@pytest.mark.parametrize(
    ("given", "family", "letters"), [("maya", "Ortega", "MO"), ("Kim", "", "K"), ("", "", "")]
)
def test_initials_are_one_letter_of_each_name(given, family, letters):
    assert initials(given, family) == letters
