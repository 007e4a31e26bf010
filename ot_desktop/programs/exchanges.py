"""Sessions of one week that can trade places, and free times, for one session of a plan."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.programs.open_slots import OpenSlots, week_days
from ot_desktop.programs.place_check import PlaceChecker
from ot_desktop.programs.placement import Fix, FixKind, Place, Placement, Step
from ot_desktop.programs.situation import Situation

MOST_TRIED = 40
MOST_SWAPS = 8
MOST_TIMES = 6


def exchanges(situation: Situation, mine: Placement) -> Iterator[Fix | None]:
    """Yield swaps with other children's sessions of the week, then free times of the week.

    None comes wherever something was looked at in vain, so that a screen can breathe.
    """
    yield from _at_most(MOST_SWAPS, _swaps(situation, mine))
    yield from _at_most(MOST_TIMES, _times(situation, mine))


def _at_most(count: int, found: Iterator[Fix | None]) -> Iterator[Fix | None]:
    for each in found:
        yield each
        count -= each is not None
        if not count:
            return


def first_stop(situation: Situation, steps: Iterable[Step]) -> str:
    """Say what stops the steps when they are all done at once; nothing when they fit."""
    steps = tuple(steps)
    before = [situation.placements[each.planned_id] for each in steps if each.planned_id]
    if any(each.is_locked or each.is_history for each in before):
        return "A session of it is locked or has happened."
    lifted = situation.after(before, [])
    for step, placement in zip(steps, before, strict=True):
        if step.place is None:
            continue
        stops = PlaceChecker(lifted, step.wanted_id).stops(step.place)
        if stops:
            return stops[0].text
        lifted = lifted.after([], [replace(placement, place=step.place)])
    return ""


def _swaps(situation: Situation, mine: Placement) -> Iterator[Fix | None]:
    for other in islice(_others(situation, mine), MOST_TRIED):
        for there, here in _trades(mine.place, other.place):
            steps = (Step(mine.wanted_id, there, mine.id), Step(other.wanted_id, here, other.id))
            if not first_stop(situation, steps):
                yield Fix(FixKind.SWAP, _swap_text(situation, mine, other), steps)
                break
            yield None


def _others(situation: Situation, mine: Placement) -> Iterator[Placement]:
    """Yield sessions of other children that may move, own therapist's first, nearest first."""
    found = [
        each
        for day in week_days(mine.place.day)
        for each in situation.by_day.get(day, ())
        if each.program_child_id != mine.program_child_id
        and not (each.is_locked or each.is_history)
        and each.starts != mine.starts
        and each.length_minutes == mine.length_minutes
    ]
    own = mine.place.therapist_id
    yield from sorted(
        found,
        key=lambda each: (each.place.therapist_id != own, abs(each.starts - mine.starts), each.id),
    )


def _trades(mine: Place, other: Place) -> Iterator[tuple[Place, Place]]:
    """Yield ways to trade times: all keep therapist and room, or the therapist only, or neither."""
    yield replace(mine, starts=other.starts), replace(other, starts=mine.starts)
    yield (
        replace(other, therapist_id=mine.therapist_id),
        replace(mine, therapist_id=other.therapist_id),
    )
    yield other, mine


def _times(situation: Situation, mine: Placement) -> Iterator[Fix | None]:
    """Yield free times of the week with the same therapist, nearest first."""
    slots = OpenSlots(situation, mine.wanted_id, mine.id)
    free: list[Place] = []
    for day in week_days(mine.place.day):
        yield None
        if day in situation.facts.days:
            free += slots.proposed(day)
    own = mine.place.therapist_id
    free = [each for each in free if each.therapist_id == own and each.starts != mine.starts]
    for place in sorted(free, key=lambda each: abs(each.starts - mine.starts)):
        if slots.fits(place):
            name = situation.facts.children[mine.program_child_id].short_name
            text = f"{name}: {_when(mine.place)} to {_when(place)}"
            yield Fix(FixKind.MOVE, text, (Step(mine.wanted_id, place, mine.id),))
        else:
            yield None


def _swap_text(situation: Situation, mine: Placement, other: Placement) -> str:
    """Return like ``Talia B., Tue, Jun 9, 10:00 with Leo M., Wed, Jun 10, 9:00``."""
    children = situation.facts.children
    one, two = (children[each.program_child_id].short_name for each in (mine, other))
    return f"{one}, {_when(mine.place)} with {two}, {_when(other.place)}"


def _when(place: Place) -> str:
    return f"{long_day(place.day)}, {clock_text(place.starts)}"
