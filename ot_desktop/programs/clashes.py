"""Which sessions of a plan cannot stay where they are, and a way out for each."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.programs.open_slots import OpenSlots
from ot_desktop.programs.place_check import PlaceChecker
from ot_desktop.programs.placement import (
    Clash,
    Fix,
    FixKind,
    Place,
    Placement,
    Remark,
    Slot,
    Step,
)
from ot_desktop.programs.situation import Situation
from ot_desktop.scheduling.domain import Booking

MOST_WITH_FIXES = 8  # a whole week of clashes is for the planner to repair, not for one click each
FIXES_A_CLASH = 3
TOO_MANY = frozenset({"day", "week", "done"})


def stopped(situation: Situation) -> dict[int, tuple[Remark, ...]]:
    """Return what forbids sessions where they are, by id; what has happened is not judged."""
    judge(situation, situation.placements.values())
    return {each: situation.judged[each] for each in situation.placements if situation.judged[each]}


def judge(situation: Situation, placements: Iterable[Placement], most: int | None = None) -> int:
    """Look at sessions not looked at yet, at ``most`` so many; return how many are left."""
    waiting = [each for each in placements if each.id not in situation.judged]
    for placement in waiting[:most]:
        situation.judged[placement.id] = _stops(situation, placement)
    return len(waiting[most:]) if most is not None else 0


def clashes(situation: Situation) -> tuple[Clash, ...]:
    """Return every clash once, by day; the first ones with fixes."""
    found: dict[object, Clash] = {}
    forbidden = stopped(situation)
    placements = [situation.placements[each] for each in forbidden]
    for placement in sorted(placements, key=lambda each: (each.place, each.id)):
        for remark in forbidden[placement.id]:
            key, clash = _clash(situation, placement, remark)
            found.setdefault(key, clash)
    listed = sorted(found.values(), key=lambda each: each.day)
    return tuple(
        _with_fixes(situation, clash) if number < MOST_WITH_FIXES else clash
        for number, clash in enumerate(listed)
    )


def clash_ids(situation: Situation) -> frozenset[int]:
    """Return the planned sessions in a clash, as far as they have been judged."""
    remarks = {each: situation.judged.get(each) for each in situation.placements}
    forbidden = {each: found for each, found in remarks.items() if found}
    others = (each for found in forbidden.values() for each in found)
    return frozenset(forbidden).union(*(each.planned_ids for each in others))


def _stops(situation: Situation, placement: Placement) -> tuple[Remark, ...]:
    if placement.is_history or not situation.takes_time(placement):
        return ()
    checker = PlaceChecker(situation, placement.wanted_id, placement.id)
    return tuple(each for each in checker.stops(placement.place) if each.word != "past")


def _clash(situation: Situation, placement: Placement, remark: Remark) -> tuple[object, Clash]:
    day = placement.place.day
    if remark.word in TOO_MANY:
        which = (remark.word, placement.wanted_id, day.isocalendar()[:2])
        return which, Clash(remark.text, day, (placement.id,))
    if not remark.planned_ids and not remark.session_ids:
        text = f"{_when_and_who(situation, placement)}: {remark.text}"
        return (remark.word, placement.id), Clash(text, day, (placement.id,))
    ids = (placement.id, *remark.planned_ids)
    key = (frozenset(ids), frozenset(remark.session_ids))
    return key, Clash(_text(situation, placement, remark), day, ids, remark.session_ids)


def _text(situation: Situation, placement: Placement, remark: Remark) -> str:
    """Say who meets whom: "Gym is used twice on Wed, Jun 10 at 9:00: Leilani (Amara) and …"."""
    facts = situation.facts
    at = f"on {long_day(placement.place.day)} at {clock_text(placement.starts)}"
    names = " and ".join([_who(situation, placement), *_others(situation, remark)])
    if remark.word == "room":
        room = facts.clinic.rooms.get(placement.place.room_id)
        used = "used twice" if room and room.capacity == 1 else "too full"
        return f"{facts.clinic.room_name(placement.place.room_id)} is {used} {at}: {names}."
    if remark.word == "busy":
        return f"{facts.first_name(placement.place.therapist_id)} is booked twice {at}: {names}."
    if remark.word == "child":
        name = facts.children[placement.program_child_id].given_name
        return f"{name} is booked twice {at}: {names}."
    return f"{_when_and_who(situation, placement)}: {remark.text}"


def _who(situation: Situation, placement: Placement) -> str:
    facts = situation.facts
    child = facts.children[placement.program_child_id]
    return f"{child.given_name} ({facts.first_name(placement.place.therapist_id)})"


def _others(situation: Situation, remark: Remark) -> Iterator[str]:
    for planned_id in remark.planned_ids:
        yield _who(situation, situation.placements[planned_id])
    for each in _bookings(situation, remark.session_ids):
        yield f"{each.child_name.split()[0]} ({each.therapist_name.split()[0]}, stays put)"


def _bookings(situation: Situation, session_ids: Iterable[int]) -> Iterator[Booking]:
    wanted = set(session_ids)
    for day in situation.facts.bookings.values():
        yield from (each for each in day if each.id in wanted)


def _when_and_who(situation: Situation, placement: Placement) -> str:
    child = situation.facts.children[placement.program_child_id]
    return f"{child.given_name}, {long_day(placement.place.day)} at {clock_text(placement.starts)}"


def _with_fixes(situation: Situation, clash: Clash) -> Clash:
    fixes: list[Fix] = []
    for planned_id in reversed(clash.planned_ids):
        placement = situation.placements[planned_id]
        if not placement.is_locked and not placement.is_history:
            fixes += _moves(situation, placement)
    ordered = sorted(fixes, key=lambda fix: _size(situation, fix))
    return Clash(
        clash.text, clash.day, clash.planned_ids, clash.session_ids, tuple(ordered[:FIXES_A_CLASH])
    )


def _moves(situation: Situation, placement: Placement) -> Iterator[Fix]:
    """Yield another room, another therapist, and the nearest other time of the day."""
    slots = OpenSlots(situation, placement.wanted_id, placement.id)
    free = [slot for slot in slots.of_days([placement.place.day]) if slot.room_ids]
    now = placement.place
    same_time = [slot for slot in free if slot.starts == now.starts]
    other_times = [
        slot for slot in free if slot.therapist_id == now.therapist_id and slot.starts != now.starts
    ]
    other_times.sort(key=lambda slot: abs(slot.starts - now.starts))
    for slot in [*same_time, *other_times[:1]]:
        yield _move(situation, placement, slot)


def _move(situation: Situation, placement: Placement, slot: Slot) -> Fix:
    facts = situation.facts
    room_id = placement.place.room_id
    room_id = room_id if room_id in slot.room_ids else slot.room_ids[0]
    place = Place(slot.starts, slot.therapist_id, room_id)
    name = facts.children[placement.program_child_id].given_name
    if slot.therapist_id != placement.place.therapist_id:
        text = f"Give {name} to {facts.first_name(slot.therapist_id)}"
    elif slot.starts != placement.starts:
        text = f"Move {name} to {clock_text(slot.starts)}"
    else:
        text = f"Move {name} to {facts.clinic.room_name(room_id)}"
    return Fix(FixKind.MOVE, text, (Step(placement.wanted_id, place, placement.id),))


def _size(situation: Situation, fix: Fix) -> tuple[bool, timedelta, bool]:
    """Return how much a fix changes: a room is less than a therapist, that less than a time."""
    [step] = fix.steps
    if step.place is None or step.planned_id is None:
        raise ValueError("a move has a place")
    now = situation.placements[step.planned_id].place
    moved = abs(step.place.starts - now.starts)
    return bool(moved), moved, step.place.therapist_id != now.therapist_id
