"""Typed dates rolled over days on which nobody is seen, and said so."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.programs.dates import OpenDays, monday_of

WEEK = frozenset(range(5))
CLOSED = {date(2027, 6, 18): "Staff training", date(2027, 7, 5): "Independence Day, observed"}
CLINIC = OpenDays(WEEK, CLOSED)
days = st.dates(date(2027, 1, 1), date(2028, 12, 31))


def test_a_saturday_begins_on_monday_and_says_so():
    hints = CLINIC.hints(date(2027, 6, 5), date(2027, 6, 11))
    assert hints == ("Jun 5 is a Saturday – begins Mon, Jun 7",)


def test_a_closed_first_day_is_rolled_over_with_its_reason():
    hints = CLINIC.hints(date(2027, 7, 5), date(2027, 7, 9))
    assert hints == ("Jul 5 is closed (Independence Day, observed) – begins Tue, Jul 6",)


def test_a_sunday_ends_on_friday():
    hints = CLINIC.hints(date(2027, 6, 7), date(2027, 6, 13))
    assert hints == ("Jun 13 is a Sunday – ends Fri, Jun 11",)


def test_closed_days_in_between_are_listed():
    assert CLINIC.hints(date(2027, 6, 14), date(2027, 6, 21)) == (
        "Closed: Fri, Jun 18 (Staff training)",
    )


def test_a_closed_day_without_a_reason_is_only_named():
    clinic = OpenDays(WEEK, {date(2027, 6, 9): ""})
    assert clinic.hints(date(2027, 6, 7), date(2027, 6, 11)) == ("Closed: Wed, Jun 9",)


def test_a_closed_weekend_is_not_worth_a_word():
    clinic = OpenDays(WEEK, {date(2027, 6, 12): "Open house"})
    assert clinic.hints(date(2027, 6, 7), date(2027, 6, 18)) == ()


def test_dates_with_no_open_day_say_so():
    assert CLINIC.hints(date(2027, 6, 12), date(2027, 6, 13)) == (
        "Nobody is seen on any of these days. Choose other dates.",
    )


def test_without_known_hours_the_week_has_five_days():
    clinic = OpenDays(frozenset(), {})
    assert len(clinic.between(date(2027, 6, 7), date(2027, 6, 13))) == 5


@given(days, st.integers(0, 60), st.sets(st.integers(0, 6), min_size=1))
def test_the_days_of_a_program_are_all_open_and_none_is_forgotten(first, length, weekdays):
    clinic = OpenDays(frozenset(weekdays), CLOSED)
    last = first + timedelta(days=length)
    found = clinic.between(first, last)
    everyday = [first + timedelta(days=offset) for offset in range(length + 1)]
    assert list(found) == [
        day for day in everyday if day.weekday() in weekdays and day not in CLOSED
    ]


@given(days)
def test_a_week_begins_on_monday(day):
    monday = monday_of(day)
    assert monday.weekday() == 0
    assert 0 <= (day - monday).days <= 6
