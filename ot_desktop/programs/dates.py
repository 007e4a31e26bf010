"""Which days an intensive has: typed dates rolled over days on which nobody is seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ot_desktop.day_words import long_day, short_day, weekday

ONE_DAY = timedelta(days=1)
USUAL_WEEK = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class OpenDays:
    """On which days the clinic sees anybody; no weekdays known means Monday to Friday."""

    weekdays: frozenset[int]
    closed: Mapping[date, str]

    def is_open(self, day: date) -> bool:
        """Say whether anybody is seen."""
        return day.weekday() in (self.weekdays or USUAL_WEEK) and day not in self.closed

    def between(self, first: date, last: date) -> tuple[date, ...]:
        """Return the open days, both ends included."""
        count = (last - first).days + 1
        days = (first + ONE_DAY * offset for offset in range(count))
        return tuple(day for day in days if self.is_open(day))

    def closed_between(self, first: date, last: date) -> tuple[tuple[date, str], ...]:
        """Return closed days that would have been open ones, with their reasons."""
        weekdays = self.weekdays or USUAL_WEEK
        return tuple(
            (day, reason)
            for day, reason in sorted(self.closed.items())
            if first <= day <= last and day.weekday() in weekdays
        )

    def hints(self, starts_on: date, ends_on: date) -> tuple[str, ...]:
        """Say what the typed dates become, and what lies closed between them."""
        days = self.between(starts_on, ends_on)
        if not days:
            return ("Nobody is seen on any of these days. Choose other dates.",)
        hints = []
        if days[0] != starts_on:
            hints.append(f"{self._why(starts_on)} – begins {long_day(days[0])}")
        if days[-1] != ends_on:
            hints.append(f"{self._why(ends_on)} – ends {long_day(days[-1])}")
        inside = self.closed_between(days[0], days[-1])
        if inside:
            listed = ", ".join(f"{long_day(day)}{_because(reason)}" for day, reason in inside)
            hints.append(f"Closed: {listed}")
        return tuple(hints)

    def _why(self, day: date) -> str:
        if day in self.closed:
            return f"{short_day(day)} is closed{_because(self.closed[day])}"
        return f"{short_day(day)} is a {weekday(day)}"


def monday_of(day: date) -> date:
    """Return the Monday of the day's week."""
    return day - ONE_DAY * day.weekday()


def _because(reason: str) -> str:
    return f" ({reason})" if reason else ""
