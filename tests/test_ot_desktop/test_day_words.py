from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ot_desktop import day_words
from ot_desktop.typed_dates import parse_date

TUESDAY = date(2026, 6, 9)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (day_words.weekday, "Tuesday"),
        (day_words.short_weekday, "Tue"),
        (day_words.month_title, "June 2026"),
        (day_words.short_day, "Jun 9"),
        (day_words.dated, "Jun 9, 2026"),
        (day_words.long_day, "Tue, Jun 9"),
        (day_words.full_day, "June 9, 2026"),
        (day_words.spoken_day, "Tuesday, June 9, 2026"),
    ],
)
def test_a_day_has_one_form_for_each_place(form, words):
    assert form(TUESDAY) == words


def test_a_long_day_names_the_year_only_when_it_is_another():
    assert day_words.long_day(TUESDAY, date(2026, 1, 1)) == "Tue, Jun 9"
    assert day_words.long_day(TUESDAY, date(2027, 1, 1)) == "Tue, Jun 9, 2026"


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (TUESDAY, "Today"),
        (date(2026, 6, 8), "Tue, Jun 9"),
        (date(2025, 6, 9), "Jun 9, 2026"),
    ],
)
def test_a_day_reads_against_today(today, words):
    assert day_words.day_text(TUESDAY, today) == words


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (TUESDAY, "Today"),
        (date(2026, 6, 3), "Tue"),
        (date(2026, 6, 15), "Tue"),
        (date(2026, 6, 2), "Jun 9"),
        (date(2026, 6, 16), "Jun 9"),
        (date(2025, 6, 9), "Jun 9, 2026"),
    ],
)
def test_a_near_day_needs_no_date(today, words):
    assert day_words.near_day_text(TUESDAY, today) == words


@given(some.dates(), some.integers(-6, 6))
def test_a_bare_weekday_never_names_another_day(today, away):
    try:
        day = today + timedelta(days=away)
    except OverflowError:
        return
    words = day_words.near_day_text(day, today)
    assert (words == "Today") == (away == 0)
    assert words in {"Today", day_words.short_weekday(day)}


@pytest.mark.parametrize(
    ("at", "clock", "am_pm"),
    [
        (time(0, 5), "12:05", "12:05 AM"),
        (time(9, 0), "9:00", "9:00 AM"),
        (time(12, 30), "12:30", "12:30 PM"),
        (datetime.combine(TUESDAY, time(13, 30)), "1:30", "1:30 PM"),
    ],
)
def test_a_time_reads_as_clinics_say_it(at, clock, am_pm):
    assert day_words.clock_text(at) == clock
    assert day_words.clock_am_pm(at) == am_pm


@given(some.dates(min_value=date(1000, 1, 1)))
def test_what_is_written_reads_back_as_the_same_day(day):
    assert parse_date(day_words.full_day(day), TUESDAY) == day
    assert parse_date(day_words.dated(day), TUESDAY) == day
    assert parse_date(day_words.weekday(day), day) == day
