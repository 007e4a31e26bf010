"""The holidays most clinics close for, where they fall or are observed."""

from collections.abc import Iterator
from datetime import date, timedelta

from ot_desktop.settings.domain import ClosedDay

SATURDAY, SUNDAY = 5, 6
THURSDAY, MONDAY = 3, 0
_FIXED = (
    (1, 1, "New Year’s Day"),
    (6, 19, "Juneteenth"),
    (7, 4, "Independence Day"),
    (11, 11, "Veterans Day"),
    (12, 25, "Christmas Day"),
)


def holidays_between(first: date, last: date) -> tuple[ClosedDay, ...]:
    """Return the holidays between two days, both included, in order."""
    found = (each for year in range(first.year - 1, last.year + 2) for each in _of(year))
    return tuple(sorted((each for each in found if first <= each.day <= last), key=_when))


def observed(day: date, reason: str) -> ClosedDay:
    """Return the workday on which a holiday is kept: Friday for Saturday, Monday for Sunday."""
    shift = {SATURDAY: -1, SUNDAY: 1}.get(day.weekday(), 0)
    return ClosedDay(day + timedelta(days=shift), f"{reason}, observed" if shift else reason)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """Return the ``number``th such weekday of a month; 0 is the last one before the month."""
    first = date(year, month, 1)
    to_first = (weekday - first.weekday()) % 7
    return first + timedelta(days=to_first + 7 * (number - 1))


def _of(year: int) -> Iterator[ClosedDay]:
    for month, day, reason in _FIXED:
        yield observed(date(year, month, day), reason)
    yield ClosedDay(nth_weekday(year, 6, MONDAY, 0), "Memorial Day")
    yield ClosedDay(nth_weekday(year, 9, MONDAY, 1), "Labor Day")
    yield ClosedDay(nth_weekday(year, 11, THURSDAY, 4), "Thanksgiving")


def _when(closed: ClosedDay) -> date:
    return closed.day
