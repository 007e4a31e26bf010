"""Makes a place for one session by giving another one of the week another place."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.programs.facts import Service
from ot_desktop.programs.open_slots import OpenSlots, week_days
from ot_desktop.programs.placement import Fix, FixKind, Place, Placement, Step
from ot_desktop.programs.situation import Situation

MOST_TRIED = 8


def swaps(situation: Situation, service: Service) -> Iterator[Fix]:
    """Yield swaps: the session takes another's place, which moves within its week and fits."""
    for other in islice(_others(situation, service), MOST_TRIED):
        without = situation.after([other], [])
        for place in _places_at(situation, service, other):
            if not OpenSlots(without, service.id).fits(place):
                continue
            mine = _placed(situation, service, place)
            home = _other_home(without.after([], [mine]), other)
            if home is not None:
                name = situation.facts.children[other.program_child_id].given_name
                at = f"{long_day(place.day)}, {clock_text(place.starts)}"
                steps = (Step(other.wanted_id, home, other.id), Step(service.id, place))
                yield Fix(FixKind.SWAP, f"Swap with {name}, {at}", steps)
                break


def _others(situation: Situation, service: Service) -> Iterator[Placement]:
    """Yield sessions that may move and whose time could serve, own therapist's first."""
    slots = OpenSlots(situation, service.id)
    own = service.child.wishes.therapist_id
    days = [day for day in situation.facts.program.days if not slots.word_of(day)]
    found = [
        each
        for day in days
        for each in situation.by_day.get(day, ())
        if each.program_child_id != service.child.id
        and not each.is_locked
        and not each.is_history
        and each.place.therapist_id in service.kind.therapist_ids
        and _can_come(service, each)
    ]
    yield from sorted(found, key=lambda each: (each.place.therapist_id != own, each.place))


def _can_come(service: Service, other: Placement) -> bool:
    start = other.starts.hour * 60 + other.starts.minute
    return any(
        each.weekday == other.place.day.weekday()
        and each.starts_min <= start
        and start + service.minutes <= each.ends_min
        for each in service.child.wishes.can_come
    )


def _places_at(situation: Situation, service: Service, other: Placement) -> Iterator[Place]:
    rooms = service.kind.room_ids
    for room_id in sorted(rooms, key=lambda each: (each != other.place.room_id, each)):
        if room_id in situation.facts.clinic.rooms:
            yield replace(other.place, room_id=room_id)


def _placed(situation: Situation, service: Service, place: Place) -> Placement:
    new_id = max(situation.placements, default=0) + 1
    child = service.child
    return Placement(new_id, child.id, child.child_id, service.id, place, service.minutes)


def _other_home(situation: Situation, other: Placement) -> Place | None:
    """Return the nearest other place of the week in which the other session fits."""
    slots = OpenSlots(situation, other.wanted_id)
    proposed = [
        place
        for day in week_days(other.place.day)
        if day in situation.facts.days
        for place in slots.proposed(day)
    ]
    proposed.sort(
        key=lambda place: (
            place.therapist_id != other.place.therapist_id,
            abs(place.starts - other.starts),
        )
    )
    return next((place for place in proposed if slots.fits(place)), None)
