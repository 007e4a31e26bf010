from datetime import date

import pytest

from ot_desktop.errors import ValidationError
from ot_desktop.settings.closed_days import read_closed_days, with_lunch
from ot_desktop.settings.domain import ClosedDay, Hours

TODAY = date(2027, 6, 1)
MONDAY = Hours(0, 8 * 60, 17 * 60)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("6/18 Staff day", ClosedDay(date(2027, 6, 18), "Staff day")),
        ("Jul 5 holiday", ClosedDay(date(2027, 7, 5), "holiday")),
        ("2027-07-05", ClosedDay(date(2027, 7, 5))),
        ("July 5, 2027 Independence Day", ClosedDay(date(2027, 7, 5), "Independence Day")),
    ],
)
def test_a_closed_day_is_read_with_its_reason(typed, day):
    assert read_closed_days(typed, TODAY) == (day,)


def test_blank_lines_between_closed_days_mean_nothing():
    assert len(read_closed_days("6/18 Staff day\n\n7/5 holiday\n", TODAY)) == 2


def test_a_line_whose_day_means_nothing_is_named():
    with pytest.raises(ValidationError) as refused:
        read_closed_days("6/18 Staff day\nsometime in July", TODAY)
    assert refused.value.fields["closed_days"].startswith("Line 2:")


def test_lunch_parts_the_day_in_two():
    assert with_lunch(MONDAY, 12 * 60, 13 * 60) == (
        Hours(0, 8 * 60, 12 * 60),
        Hours(0, 13 * 60, 17 * 60),
    )


def test_lunch_before_the_clinic_opens_changes_nothing():
    assert with_lunch(MONDAY, 7 * 60, 8 * 60) == (MONDAY,)
