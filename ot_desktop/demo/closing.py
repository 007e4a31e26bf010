"""The days the demo clinic is closed: holidays where they fall or are observed, staff days."""

from collections.abc import Iterator
from datetime import date, timedelta

from ot_desktop.demo.story import told
from ot_desktop.settings.holidays import MONDAY, THURSDAY, nth_weekday, observed

FRIDAY = 4


def closed_days(year: int) -> Iterator[tuple[date, str]]:
    """Yield every closed day of a year with its reason."""
    for month_and_day, reason in told("clinic")["closed"]:
        month, day = (int(part) for part in month_and_day.split("-"))
        kept = observed(date(year, month, day), reason)
        yield kept.day, kept.reason
    yield nth_weekday(year, 6, MONDAY, 0), "Memorial Day"
    yield nth_weekday(year, 9, MONDAY, 1), "Labor Day"
    thanksgiving = nth_weekday(year, 11, THURSDAY, 4)
    yield thanksgiving, "Thanksgiving"
    yield thanksgiving + timedelta(days=1), "Thanksgiving"
    yield nth_weekday(year, 9, FRIDAY, 3), told("clinic")["staff_day"]
