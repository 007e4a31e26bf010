"""Times as people type them, and the way they are written back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.planning.domain import Window
from ot_desktop.programs.typed_times import (
    merged,
    parse_times,
    parse_windows,
    times_text,
    windows_text,
)
from ot_desktop.settings.domain import Hours

OPEN = {day: Window(8 * 60, 17 * 60) for day in range(5)}
WEEK = range(5)


def spans(days, start, end):
    return tuple(Hours(day, start * 60, end * 60) for day in days)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mon-thu am", spans(range(4), 8, 12)),
        ("Mon – Thu AM", spans(range(4), 8, 12)),
        ("tue 14-17", spans([1], 14, 17)),
        ("tue 2-5", spans([1], 14, 17)),
        ("tue 2pm to 5pm", spans([1], 14, 17)),
        ("wed 8-5", spans([2], 8, 17)),
        ("mornings", spans(WEEK, 8, 12)),
        ("afternoons", spans(WEEK, 12, 17)),
        ("any", spans(WEEK, 8, 17)),
        ("weekdays after 3", spans(WEEK, 15, 17)),
        ("before 11", spans(WEEK, 8, 11)),
        ("mon", spans([0], 8, 17)),
        ("mon, wed and fri", spans([0, 2, 4], 8, 17)),
        ("m/w/f 8-10", spans([0, 2, 4], 8, 10)),
        ("tu th pm", spans([1, 3], 12, 17)),
        ("Mondays and Tuesdays all day", spans([0, 1], 8, 17)),
        ("mon 9-11, 14-16; tue 10-12", spans([0], 9, 11) + spans([0], 14, 16) + spans([1], 10, 12)),
        ("mon am tue pm", spans([0], 8, 12) + spans([1], 12, 17)),
        ("mon am\ntue pm", spans([0], 8, 12) + spans([1], 12, 17)),
        ("fri-mon am", spans([0, 4], 8, 12) + spans([5, 6], 0, 12)),
        ("thu 7-8pm", spans([3], 19, 20)),
        ("mon am mon pm", spans([0], 8, 17)),
    ],
)
def test_typed_times_are_read(typed, meant):
    assert parse_times(typed, OPEN) == merged(meant)


def test_half_hours_are_read():
    assert parse_times("mon 9:30-11.15", OPEN) == (Hours(0, 570, 675),)


@pytest.mark.parametrize("typed", ["", " ", "soon", "mon 14", "mon 9-", "t 9-10", "mon am maybe"])
def test_what_means_nothing_is_refused_as_a_whole(typed):
    assert parse_times(typed, OPEN) is None


def test_a_first_choice_has_no_days():
    assert parse_windows("mornings", OPEN) == (Window(8 * 60, 12 * 60),)
    assert parse_windows("9-11, 13-15", OPEN) == (Window(540, 660), Window(780, 900))


def test_a_first_choice_that_means_nothing_is_refused():
    assert parse_windows("whenever", OPEN) is None


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        (spans(range(4), 8, 12), "Mon-Thu am"),
        (spans([0, 2], 12, 17), "Mon Wed pm"),
        (spans([0, 1], 8, 17), "Mon Tue"),
        (spans([0], 9, 11) + spans([4], 14, 16), "Mon 9:00-11:00; Fri 2:00-4:00"),
    ],
)
def test_times_are_written_the_way_they_are_typed(hours, text):
    assert times_text(hours, OPEN) == text


def test_a_first_choice_is_written_with_its_times():
    assert windows_text((Window(480, 720), Window(780, 900))) == "8:00-12:00, 1:00-3:00"


@pytest.mark.parametrize(
    ("starts", "ends", "text"),
    [(390, 510, "6:30am-8:30am"), (990, 1170, "4:30-7:30"), (420, 1200, "7:00am-8:00pm")],
)
def test_early_and_late_times_say_which_half_of_the_day_they_mean(starts, ends, text):
    assert windows_text((Window(starts, ends),)) == text


minutes = st.integers(0, 24 * 4).map(lambda quarter: quarter * 15)
stretches = st.builds(
    lambda day, ends: Hours(day, min(ends), max(ends)),
    st.integers(0, 6),
    st.tuples(minutes, minutes).filter(lambda ends: ends[0] != ends[1]),
)


@given(st.lists(stretches, min_size=1, max_size=8))
def test_what_is_written_reads_the_same(hours):
    wanted = merged(hours)
    assert parse_times(times_text(wanted, OPEN), OPEN) == wanted


@given(st.lists(stretches, max_size=8))
def test_merging_keeps_every_minute_and_no_two_stretches_touch(hours):
    def minutes_of(found):
        return {(e.weekday, m) for e in found for m in range(e.starts_min, e.ends_min)}

    found = merged(hours)
    assert minutes_of(found) == minutes_of(hours)
    assert all(
        one.weekday != other.weekday or one.ends_min < other.starts_min
        for one, other in pairwise(found)
    )


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading(typed):
    found = parse_times(typed, OPEN)
    assert found is None or all(each.starts_min < each.ends_min for each in found)
