from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.errors import ValidationError
from ot_desktop.scheduling.domain import MAX_SESSIONS, SeriesRequest
from ot_desktop.scheduling.series import date_series

CLOSED = {date(2027, 6, 18): "Staff training", date(2027, 7, 5): "Independence Day, observed"}
MAYA = SeriesRequest(
    child_id=1,
    starts_on=date(2027, 6, 5),
    weekdays=frozenset(range(5)),
    times=(time(9),),
    length_minutes=60,
    therapist_id=1,
    room_id=1,
    count=20,
)
IRIS = replace(
    MAYA, starts_on=date(2027, 6, 14), count=12, latest_day=date(2027, 6, 25), child_id=2
)


def days(series):
    return [start.date() for start in series.starts]


def test_twenty_weekdays_from_saturday_june_5_end_on_tuesday_july_6():
    series = date_series(MAYA, CLOSED)
    assert len(series.starts) == 20
    assert (days(series)[0], days(series)[-1]) == (date(2027, 6, 7), date(2027, 7, 6))
    assert series.moved_from == date(2027, 6, 5)


def test_closed_days_stand_in_the_series_with_their_reason():
    left_out = [
        (row.day, row.closed_for) for row in date_series(MAYA, CLOSED).rows if not row.starts
    ]
    assert left_out == list(CLOSED.items())


def test_twelve_on_monday_wednesday_friday_end_on_wednesday_july_7():
    series = date_series(replace(MAYA, weekdays=frozenset({0, 2, 4}), count=12), CLOSED)
    assert len(series.starts) == 12
    assert days(series)[-1] == date(2027, 7, 7)


def test_two_sessions_a_day_are_one_series():
    series = date_series(replace(MAYA, times=(time(14), time(9)), count=5), CLOSED)
    assert [(start.day, start.hour) for start in series.starts] == [
        (7, 9),
        (7, 14),
        (8, 9),
        (8, 14),
        (9, 9),
    ]


def test_a_series_ends_on_the_last_day_when_it_ends_by_date():
    series = date_series(replace(MAYA, count=None, last_day=date(2027, 7, 6)), CLOSED)
    assert len(series.starts) == 20


def test_iris_gets_nine_days_and_three_cannot_be_placed():
    series = date_series(IRIS, CLOSED)
    assert len(series.starts) == 9
    assert series.not_placed == 3
    assert max(days(series)) <= date(2027, 6, 25)


def test_a_start_on_a_chosen_weekday_is_not_moved():
    assert date_series(replace(MAYA, starts_on=date(2027, 6, 7)), CLOSED).moved_from is None


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("child_id", {"child_id": None}),
        ("therapist_id", {"therapist_id": None}),
        ("starts_on", {"starts_on": None}),
        ("weekdays", {"weekdays": frozenset()}),
        ("weekdays", {"weekdays": frozenset({7})}),
        ("times", {"times": ()}),
        ("times", {"times": (time(9), time(9, 30))}),
        ("times", {"times": (time(23, 30),)}),
        ("length_minutes", {"length_minutes": 0}),
        ("count", {"count": None}),
        ("count", {"count": 0}),
        ("count", {"count": MAX_SESSIONS + 1}),
        ("count", {"last_day": date(2027, 7, 6)}),
        ("last_day", {"count": None, "last_day": date(2027, 6, 4)}),
        ("last_day", {"count": None, "last_day": date(2027, 6, 6)}),
        ("last_day", {"count": None, "last_day": date(2028, 6, 6)}),
        ("latest_day", {"latest_day": date(2027, 6, 1)}),
    ],
)
def test_each_field_that_cannot_be_booked_is_named(field, changes):
    with pytest.raises(ValidationError) as refused:
        date_series(replace(MAYA, **changes), CLOSED)
    assert field in refused.value.fields


requests = st.builds(
    replace,
    st.just(MAYA),
    starts_on=st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    times=st.sampled_from([(time(9),), (time(9), time(14))]),
    count=st.integers(1, MAX_SESSIONS),
)


@given(requests, st.sets(st.integers(0, 60)), st.one_of(st.none(), st.integers(0, 90)))
def test_a_series_keeps_to_its_days_and_never_passes_the_latest_day(request, closed, stay):
    closed_days = {request.starts_on + timedelta(days=each): "" for each in closed}
    latest = None if stay is None else request.starts_on + timedelta(days=stay)
    series = date_series(replace(request, latest_day=latest), closed_days)
    assert list(series.starts) == sorted(set(series.starts))
    assert len(series.starts) + series.not_placed == request.count
    assert not series.not_placed or latest is not None
    for day in days(series):
        assert day.weekday() in request.weekdays
        assert day not in closed_days
        assert request.starts_on <= day <= (latest or date.max)


@given(requests)
def test_ending_on_the_day_a_counted_series_ends_gives_the_same_dates(request):
    counted = date_series(replace(request, times=(time(9),)), CLOSED)
    by_date = replace(request, times=(time(9),), count=None, last_day=days(counted)[-1])
    assert date_series(by_date, CLOSED).starts == counted.starts
