"""When a therapist or a room cannot be booked on a day, and why, as a calendar shades it."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ot_desktop.scheduling.facts import ClinicFacts, Spans, TimeOff

NOON_FROM, NOON_UNTIL = 11 * 60, 14 * 60 + 30
_LONGEST_LUNCH = 120


class Shade(NamedTuple):
    """Minutes of the day, and why: "Lunch", "Off from 3:15", "Training"; "" when not open."""

    from_minute: int
    until_minute: int
    words: str = ""


def therapist_shades(
    clinic: ClinicFacts, therapist_id: int, day: date, hours: tuple[int, int]
) -> tuple[Shade, ...]:
    """Return when a therapist cannot be booked; hours nobody entered shade nothing."""
    therapist = clinic.therapists.get(therapist_id)
    spans: Spans = clinic.hours.get(day.weekday(), ())
    if therapist is not None and therapist.hours:
        spans = clinic.therapist_hours.get((therapist_id, day.weekday()), ())
        if not spans:
            return (Shade(*hours, "Off all day"),)
    shades = list(_outside(spans, hours)) if spans else []
    return (*shades, *_off(clinic.away.get((therapist_id, day), ()), hours))


def room_shades(
    clinic: ClinicFacts, room_id: int, day: date, hours: tuple[int, int]
) -> tuple[Shade, ...]:
    """Return when a room is closed."""
    return tuple(_off(clinic.room_closed.get((room_id, day), ()), hours))


def day_hours(clinic: ClinicFacts, day: date, visits: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Return the hours a board shows: the clinic's, and those of every visit, whole hours."""
    spans = clinic.hours.get(day.weekday(), ())
    opens = [start for start, _end in spans] or [8 * 60]
    closes = [end for _start, end in spans] or [17 * 60]
    for start, end in visits:
        opens.append(start)
        closes.append(end)
    return min(opens) // 60 * 60, -(-max(closes) // 60) * 60


def _outside(spans: Spans, hours: tuple[int, int]) -> Iterator[Shade]:
    first, last = spans[0][0], spans[-1][1]
    if first > hours[0]:
        yield Shade(hours[0], first, "")
    for (_start, end), (start, _end) in pairwise(spans):
        is_lunch = end >= NOON_FROM and start <= NOON_UNTIL and start - end <= _LONGEST_LUNCH
        yield Shade(end, start, "Lunch" if is_lunch else "Off")
    if last < hours[1]:
        yield Shade(last, hours[1], f"Off from {last // 60 % 12 or 12}:{last % 60:02}")


def _off(absences: Iterable[TimeOff], hours: tuple[int, int]) -> Iterator[Shade]:
    for off in absences:
        start, end = max(off.minutes[0], hours[0]), min(off.minutes[1], hours[1])
        if start < end:
            yield Shade(start, end, f"Off ({off.reason})" if off.reason else "Off")
