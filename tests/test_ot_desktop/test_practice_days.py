"""The days a family practices on and the visit a chart comes back on."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.home_programs.domain import Visit
from ot_desktop.home_programs.practice import practice_days, visit_to_bring, weeks

MONDAY = date(2027, 6, 7)


def test_days_run_from_the_first_to_the_last():
    assert practice_days(MONDAY, date(2027, 6, 9)) == (MONDAY, date(2027, 6, 8), date(2027, 6, 9))


def test_closed_days_are_left_out():
    assert date(2027, 6, 18) not in practice_days(MONDAY, date(2027, 6, 25), [date(2027, 6, 18)])


def test_no_days_lie_between_a_last_day_and_a_later_first():
    assert practice_days(MONDAY, MONDAY - timedelta(days=1)) == ()


def test_a_chart_comes_back_on_the_first_visit_from_its_last_day_on():
    visits = [
        Visit(datetime.fromisoformat(f"2027-06-{day}T09:00"), "Ana") for day in ("14", "08", "11")
    ]
    assert visit_to_bring(visits, practice_days(MONDAY, date(2027, 6, 11))) == visits[2]


def test_a_chart_longer_than_the_series_comes_back_on_the_last_visit():
    visits = [Visit(datetime.fromisoformat("2027-06-08T09:00"), "Ana")]
    assert visit_to_bring(visits, practice_days(MONDAY, date(2027, 6, 30))) == visits[0]


def test_without_visits_no_visit_is_named():
    assert visit_to_bring([], [MONDAY]) is None


@given(st.dates(), st.integers(0, 27))
def test_charts_hold_all_days_seven_at_a_time(first, length):
    try:
        days = practice_days(first, first + timedelta(days=length))
    except OverflowError:
        return
    assert tuple(day for week in weeks(days) for day in week) == days
    assert all(len(week) <= 7 for week in weeks(days))
