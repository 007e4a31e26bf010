"""Holidays against the published federal calendars of 2026 and 2027 (opm.gov)."""

from datetime import date

from ot_desktop.settings.holidays import holidays_between


def days(first, last):
    return {each.day: each.reason for each in holidays_between(first, last)}


def test_the_summer_of_2026_has_two_holidays_one_of_them_observed():
    assert days(date(2026, 6, 5), date(2026, 7, 17)) == {
        date(2026, 6, 19): "Juneteenth",
        date(2026, 7, 3): "Independence Day, observed",
    }


def test_the_summer_of_2027_keeps_both_on_neighboring_days():
    assert days(date(2027, 6, 7), date(2027, 7, 16)) == {
        date(2027, 6, 18): "Juneteenth, observed",
        date(2027, 7, 5): "Independence Day, observed",
    }


def test_moving_holidays_fall_where_the_calendar_has_them():
    year = days(date(2026, 1, 1), date(2026, 12, 31))
    assert year[date(2026, 5, 25)] == "Memorial Day"
    assert year[date(2026, 9, 7)] == "Labor Day"
    assert year[date(2026, 11, 26)] == "Thanksgiving"


def test_a_new_year_on_a_saturday_is_kept_in_the_year_before():
    assert days(date(2027, 12, 20), date(2027, 12, 31)) == {
        date(2027, 12, 24): "Christmas Day, observed",
        date(2027, 12, 31): "New Year’s Day, observed",
    }
