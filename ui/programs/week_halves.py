"""A clinic's week in mornings and afternoons, and a family's times put on it or taken off."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ot_desktop.planning.domain import Window
from ot_desktop.settings.domain import Hours

NOON = 12 * 60


@dataclass(frozen=True, slots=True)
class Half:
    """One morning or afternoon as far as the clinic is open."""

    weekday: int
    starts_min: int
    ends_min: int
    is_morning: bool


def halves_of(clinic_hours: Iterable[Hours]) -> tuple[Half, ...]:
    """Return the mornings and afternoons of the clinic's open days, in order."""
    outer: dict[int, tuple[int, int]] = {}
    for each in clinic_hours:
        first, last = outer.get(each.weekday, (each.starts_min, each.ends_min))
        outer[each.weekday] = (min(first, each.starts_min), max(last, each.ends_min))
    halves = []
    for weekday in sorted(outer):
        opens, closes = outer[weekday]
        if opens < NOON:
            halves.append(Half(weekday, opens, min(NOON, closes), is_morning=True))
        if closes > NOON:
            halves.append(Half(weekday, max(NOON, opens), closes, is_morning=False))
    return tuple(halves)


def open_hours(clinic_hours: Iterable[Hours]) -> dict[int, Window]:
    """Return from when until when the clinic is open, by weekday."""
    found: dict[int, Window] = {}
    for half in halves_of(clinic_hours):
        known = found.get(half.weekday, Window(half.starts_min, half.ends_min))
        found[half.weekday] = Window(
            min(known.start, half.starts_min), max(known.end, half.ends_min)
        )
    return found


def share(hours: Iterable[Hours], half: Half) -> float:
    """Return how much of a half the family can come, 0 to 1."""
    minutes = sum(
        max(0, min(each.ends_min, half.ends_min) - max(each.starts_min, half.starts_min))
        for each in hours
        if each.weekday == half.weekday
    )
    return min(1.0, minutes / (half.ends_min - half.starts_min))


def with_half(hours: Iterable[Hours], half: Half) -> tuple[Hours, ...]:
    """Return the times with the whole half."""
    added = Hours(half.weekday, half.starts_min, half.ends_min)
    return _joined([*hours, added])


def without_half(hours: Iterable[Hours], half: Half) -> tuple[Hours, ...]:
    """Return the times with nothing of the half."""
    left = []
    for each in hours:
        if each.weekday != half.weekday:
            left.append(each)
            continue
        before = Hours(each.weekday, each.starts_min, min(each.ends_min, half.starts_min))
        after = Hours(each.weekday, max(each.starts_min, half.ends_min), each.ends_min)
        left += [part for part in (before, after) if part.starts_min < part.ends_min]
    return _joined(left)


def chosen_halves(
    halves: Sequence[Half], weekdays: Iterable[int], *, mornings: bool, afternoons: bool
) -> tuple[Hours, ...]:
    """Return the times of some days: mornings, afternoons or both."""
    days = set(weekdays)
    hours: tuple[Hours, ...] = ()
    for half in halves:
        if half.weekday in days and (mornings if half.is_morning else afternoons):
            hours = with_half(hours, half)
    return hours


def _joined(hours: Iterable[Hours]) -> tuple[Hours, ...]:
    """Return the times in order, those that touch as one."""
    joined: list[Hours] = []
    for each in sorted(hours, key=lambda one: (one.weekday, one.starts_min)):
        last = joined[-1] if joined else None
        if last and last.weekday == each.weekday and each.starts_min <= last.ends_min:
            ends = max(last.ends_min, each.ends_min)
            joined[-1] = Hours(last.weekday, last.starts_min, ends)
        else:
            joined.append(each)
    return tuple(joined)
