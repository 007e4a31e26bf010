"""Where a visit of a length would fit, whoever comes: the next free places of a stretch of days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from ot_desktop.scheduling.alternatives import DayPlaces
from ot_desktop.scheduling.checking import VisitCheck
from ot_desktop.scheduling.domain import Visit
from ot_desktop.scheduling.facts import Facts
from ot_desktop.scheduling.rules import check

MOST = 10
_NOBODY = 0  # the child is not known yet
_USUAL_HOURS = ((8 * 60, 17 * 60),)


@dataclass(frozen=True, slots=True)
class SlotWish:
    """What is looked for, from ``first`` to ``last``; None is anybody, or any room."""

    minutes: int
    first: date
    last: date
    therapist_id: int | None = None
    room_id: int | None = None


@dataclass(frozen=True, slots=True)
class FreeSlot:
    """A place in which nothing is in the way."""

    visit: Visit
    therapist_name: str
    room_name: str


def free_slots(
    ask: VisitCheck, wish: SlotWish, after: datetime, most: int = MOST
) -> tuple[FreeSlot, ...]:
    """Return the next places after a moment, by time; those of a therapist do not overlap."""
    days = (wish.last - wish.first).days + 1
    found = (
        slot
        for day in (wish.first + timedelta(days=n) for n in range(days))
        if ask.is_open(day) and day >= after.date()
        for slot in _of_day(ask.day_facts(day), wish, day, after)
    )
    return tuple(islice(found, most))


def _of_day(facts: Facts, wish: SlotWish, day: date, after: datetime) -> Iterator[FreeSlot]:
    clinic = facts.clinic
    midnight, length = datetime.combine(day, time()), timedelta(minutes=wish.minutes)
    any_room = next(iter(clinic.rooms), None)
    therapists = clinic.therapists if wish.therapist_id is None else (wish.therapist_id,)
    like = Visit(_NOBODY, 0, wish.room_id or any_room, midnight, midnight + length)
    places = DayPlaces(like, facts)
    free_from = dict.fromkeys(therapists, after)
    for starts in _starts(facts, wish, day):
        minute = (starts - midnight) // timedelta(minutes=1)
        for therapist_id in therapists:
            if starts < free_from[therapist_id] or not places.is_there(minute, therapist_id):
                continue
            for room_id in places.rooms_at(minute):
                visit = Visit(_NOBODY, therapist_id, room_id, starts, starts + length)
                is_wanted = wish.room_id in {None, room_id}
                if is_wanted and not check(visit, facts):
                    free_from[therapist_id] = visit.ends
                    names = clinic.therapist_name(therapist_id), clinic.room_name(room_id)
                    yield FreeSlot(visit, *names)
                    break


def _starts(facts: Facts, wish: SlotWish, day: date) -> Iterator[datetime]:
    clinic, midnight = facts.clinic, datetime.combine(day, time())
    spans = clinic.hours.get(day.weekday(), ()) if clinic.hours else _USUAL_HOURS
    for opens, closes in spans:
        for minute in range(opens, closes - wish.minutes + 1, clinic.grid_minutes):
            yield midnight + timedelta(minutes=minute)
