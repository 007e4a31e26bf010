"""Dates and times are read as people type them, and nothing else is."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.typed_dates import Lean, parse_date, parse_time, stepped

TUESDAY = date(2026, 6, 9)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", TUESDAY),
        ("tom", date(2026, 6, 10)),
        ("fri", date(2026, 6, 12)),
        ("Friday", date(2026, 6, 12)),
        ("tue", TUESDAY),
        ("next tue", date(2026, 6, 16)),
        ("6/12", date(2026, 6, 12)),
        ("6.12.26", date(2026, 6, 12)),
        ("6/8", date(2027, 6, 8)),
        ("jun 12", date(2026, 6, 12)),
        ("June 12, 2027", date(2027, 6, 12)),
        ("12 june", date(2026, 6, 12)),
        ("Jun 12th", date(2026, 6, 12)),
        ("+2w", date(2026, 6, 23)),
        ("+ 3 d", date(2026, 6, 12)),
        ("-1w", date(2026, 6, 2)),
        ("+1m", date(2026, 7, 9)),
        ("2027-06-07", date(2027, 6, 7)),
        ("2/29", date(2028, 2, 29)),
        ("061226", date(2026, 6, 12)),
        ("06122026", date(2026, 6, 12)),
    ],
)
def test_a_typed_date_is_read(typed, meant):
    assert parse_date(typed, TUESDAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "t",
        "j 5",
        "2/30",
        "13/1",
        "soon",
        "6/12/",
        "0/0",
        "2026-13-01",
        "+",
        "+9999y",
        "133020",
        "0612",
    ],
)
def test_what_means_no_date_is_not_guessed(typed):
    assert parse_date(typed, TUESDAY) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("6/12", date(2025, 6, 12)),
        ("2/3/20", date(2020, 2, 3)),
        ("020320", date(2020, 2, 3)),
        ("2/3/30", date(1930, 2, 3)),
        ("fri", date(2026, 6, 5)),
    ],
)
def test_birthdays_lean_to_the_past(typed, meant):
    assert parse_date(typed, TUESDAY, Lean.PAST) == meant


def test_a_month_later_stays_in_the_month():
    assert parse_date("+1m", date(2026, 1, 31)) == date(2026, 2, 28)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_an_iso_date_means_itself(day):
    assert parse_date(day.isoformat(), TUESDAY) == day


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(0, 400))
def test_a_date_without_a_year_is_the_next_one(today, ahead):
    day = today + timedelta(days=ahead)
    meant = parse_date(f"{day.month}/{day.day}", today)
    assert meant is not None
    assert (meant.month, meant.day) == (day.month, day.day)
    assert today <= meant <= day or ahead == 0


@given(st.text(max_size=20), st.sampled_from(Lean))
def test_any_text_is_read_without_a_crash(text, lean):
    assert parse_date(text, TUESDAY, lean) is None or isinstance(
        parse_date(text, TUESDAY, lean), date
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10", time(10)),
        ("10:15", time(10, 15)),
        ("1015", time(10, 15)),
        ("1p", time(13)),
        ("1", time(13)),
        ("7", time(7)),
        ("07:30", time(7, 30)),
        ("12", time(12)),
        ("12 am", time(0)),
        ("3:45 PM", time(15, 45)),
        ("15:30", time(15, 30)),
    ],
)
def test_a_typed_time_is_read(typed, meant):
    assert parse_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "25", "10:75", "13p", "0a", "noonish", "10:1"])
def test_what_means_no_time_is_not_guessed(typed):
    assert parse_time(typed) is None


@given(st.times())
def test_a_full_time_means_itself(moment):
    shown = moment.replace(second=0, microsecond=0)
    assert parse_time(shown.strftime("%I:%M %p")) == shown


@given(st.text(max_size=12))
def test_any_text_as_a_time_does_not_crash(text):
    parse_time(text)


@given(st.times(), st.sampled_from([15, -15]))
def test_a_step_lands_on_a_quarter_and_moves_that_way(moment, minutes):
    start = moment.replace(second=0, microsecond=0)
    after = stepped(start, minutes)
    assert after.minute % 15 == 0
    assert after >= start or minutes < 0 or start >= time(23, 45)
    assert after <= start or minutes > 0
