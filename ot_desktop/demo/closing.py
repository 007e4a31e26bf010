"""The days the demo clinic is closed: holidays where they fall or are observed, staff days."""

from collections.abc import Iterator
from datetime import date, timedelta

from ot_desktop.demo.story import told

SATURDAY, SUNDAY = 5, 6
THURSDAY, FRIDAY, MONDAY = 3, 4, 0


def closed_days(year: int) -> Iterator[tuple[date, str]]:
    """Yield every closed day of a year with its reason."""
    for month_and_day, reason in told("clinic")["closed"]:
        month, day = (int(part) for part in month_and_day.split("-"))
        yield _observed(date(year, month, day), reason)
    yield _nth(year, 6, MONDAY, 0), "Memorial Day"
    yield _nth(year, 9, MONDAY, 1), "Labor Day"
    thanksgiving = _nth(year, 11, THURSDAY, 4)
    yield thanksgiving, "Thanksgiving"
    yield thanksgiving + timedelta(days=1), "Thanksgiving"
    yield _nth(year, 9, FRIDAY, 3), told("clinic")["staff_day"]


def _observed(day: date, reason: str) -> tuple[date, str]:
    shift = {SATURDAY: -1, SUNDAY: 1}.get(day.weekday(), 0)
    return day + timedelta(days=shift), f"{reason}, observed" if shift else reason


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    """Return the ``number``th such weekday of a month; 0 is the last one before the month."""
    first = date(year, month, 1)
    to_first = (weekday - first.weekday()) % 7
    return first + timedelta(days=to_first + 7 * (number - 1))
