"""Which place in a room everybody gets, and times on the planner's grid."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import GRID_MINUTES
from ot_desktop.programs.planner_words import room_word
from ot_desktop.settings.domain import Room

GRID = timedelta(minutes=GRID_MINUTES)


@dataclass(frozen=True, slots=True)
class Seat:
    """Who needs a place in a room from when to when; ``id`` names the visit."""

    id: int
    room_id: int
    starts: datetime
    ends: datetime


def seats_of(seats: Collection[Seat], rooms: Mapping[int, Room]) -> dict[int, str]:
    """Give each visit a place of its room: in order of start, the first one that is free.

    That way as few places are used as anybody could; who finds none sits in the last one.
    """
    free_from: dict[tuple[int, int], datetime] = {}
    found = {}
    for seat in sorted(seats, key=lambda each: (each.starts, each.id)):
        room = rooms.get(seat.room_id)
        if room is None:
            continue
        for place in range(1, room.capacity + 1):
            free = free_from.get((room.id, place), seat.starts)
            if free <= seat.starts or place == room.capacity:
                free_from[room.id, place] = max(free, _rounded_up(seat.ends))
                found[seat.id] = room_word(room.id, place)
                break
    return found


def up(minutes: int) -> int:
    """Return the next minute of the grid."""
    return -(-minutes // GRID_MINUTES) * GRID_MINUTES


def down(minutes: int) -> int:
    """Return the last minute of the grid before."""
    return minutes // GRID_MINUTES * GRID_MINUTES


def outward(start: int, end: int) -> Window:
    """Return the stretch of the grid that holds another stretch."""
    return Window(down(start), up(end))


def _rounded_up(moment: datetime) -> datetime:
    over = timedelta(minutes=moment.minute % GRID_MINUTES)
    return moment - over + GRID if over else moment
