"""Dates are read as written; month or day first is proved or asked, never guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.importing.dates import DateOrder, OrderEvidence, order_evidence, read_date

YEAR = 2026
DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2015-07-08", date(2015, 7, 8)),
        ("2015/7/8", date(2015, 7, 8)),
        ("20150708", date(2015, 7, 8)),
        ("2015-07-08T00:00:00", date(2015, 7, 8)),
        ("06/16/2021", date(2021, 6, 16)),
        ("16.06.2021", date(2021, 6, 16)),
        ("6/16/21 12:00 AM", date(2021, 6, 16)),
        ("05/05/2020", date(2020, 5, 5)),
        ("Jan 17, 2013", date(2013, 1, 17)),
        ("January 17th 2013", date(2013, 1, 17)),
        ("25 May 2018", date(2018, 5, 25)),
        ("25-May-18", date(2018, 5, 25)),
        ("Sept. 3, 2019", date(2019, 9, 3)),
        ("Tuesday, 4 August 2020", date(2020, 8, 4)),
        ("25 de mayo de 2018", date(2018, 5, 25)),
        ("miércoles 3 de abril de 2019", date(2019, 4, 3)),
        ("45264", date(2023, 12, 4)),
        ("45264.0", date(2023, 12, 4)),
    ],
)
def test_reads_the_ways_people_write_dates(text, day):
    assert read_date(text, None, YEAR).day == day


def test_a_date_that_could_be_two_days_is_both_until_asked():
    reading = read_date("03/04/2020", None, YEAR)
    assert (reading.day, reading.day_first) == (date(2020, 3, 4), date(2020, 4, 3))


@pytest.mark.parametrize(
    ("order", "day"),
    [(DateOrder.MONTH_FIRST, date(2020, 3, 4)), (DateOrder.DAY_FIRST, date(2020, 4, 3))],
)
def test_the_answer_settles_it(order, day):
    assert read_date("03/04/2020", order, YEAR).day == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("02/30/2021", "February 2021 has no day 30."),
        ("30/02/2021", "February 2021 has no day 30."),
        ("2021-02-29", "February 2021 has no day 29."),
        ("2021-13-01", "There is no month 13."),
        ("Feb 30, 2021", "February 2021 has no day 30."),
        ("soon", "This is not a date that can be read; type it like 2021-02-28."),
        ("1/2/3/4", "This is not a date that can be read; type it like 2021-02-28."),
        ("99999", "This is not a date that can be read; type it like 2021-02-28."),
    ],
)
def test_an_impossible_date_says_why(text, reason):
    assert read_date(text, None, YEAR).reason == reason


@pytest.mark.parametrize(
    ("text", "year"), [("01/31/26", 2026), ("01/31/27", 1927), ("01/31/99", 1999)]
)
def test_two_digit_years_are_never_in_the_future(text, year):
    reading = read_date(text, None, YEAR)
    assert reading.day is not None
    assert reading.day.year == year


def test_one_clear_date_settles_its_column():
    evidence = order_evidence(["03/04/2020", "2015-07-08", "06/16/2021"], YEAR)
    assert (evidence.order, evidence.month_first_example) == (DateOrder.MONTH_FIRST, "06/16/2021")


def test_a_column_that_contradicts_itself_settles_nothing():
    assert order_evidence(["16/06/2021", "06/16/2021"], YEAR).order is None


def test_an_impossible_date_is_no_evidence():
    assert order_evidence(["02/30/2021"], YEAR) == OrderEvidence()


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%d %b %Y", "%B %d, %Y", "%Y%m%d", "%Y/%m/%d"]))
def test_clear_formats_are_never_misread(day, shape):
    assert read_date(day.strftime(shape), None, YEAR).day == day


@given(DAYS, st.sampled_from("/-."))
def test_a_known_order_reads_every_day_back(day, mark):
    month_first = mark.join((f"{day.month:02}", f"{day.day:02}", f"{day.year}"))
    day_first = mark.join((f"{day.day:02}", f"{day.month:02}", f"{day.year}"))
    assert read_date(month_first, DateOrder.MONTH_FIRST, YEAR).day == day
    assert read_date(day_first, DateOrder.DAY_FIRST, YEAR).day == day


@given(DAYS)
def test_an_unknown_order_is_right_or_asked(day):
    reading = read_date(f"{day.month}/{day.day}/{day.year}", None, YEAR)
    assert day in (reading.day, reading.day_first)
    assert reading.is_ambiguous == (day.day <= 12 and day.day != day.month)


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_spreadsheet_day_numbers_are_read(day):
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)
    assert read_date(str(serial), None, YEAR).day == day


@given(st.text(max_size=80))
def test_any_text_is_a_date_or_a_reason(text):
    reading = read_date(text, None, YEAR)
    assert (reading.day is None) == bool(reading.reason)
