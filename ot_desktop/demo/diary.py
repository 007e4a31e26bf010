"""Who of the demo clinic is free when; what the file would refuse is never asked of it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ot_desktop.scheduling.domain import Visit

Key = tuple[str, int, date]


class Diary:
    """Every taken minute of children, therapists and rooms."""

    def __init__(self, capacities: dict[int, int]) -> None:
        self._capacities = capacities
        self._taken: defaultdict[Key, list[Visit]] = defaultdict(list)

    def is_free(self, visit: Visit) -> bool:
        """Say whether child and therapist are free and the room has a place left."""
        for key in _keys(visit):
            most = self._capacities[key[1]] if key[0] == "room" else 1
            there = [each for each in self._taken[key] if _overlap(each, visit)]
            if len(there) >= most:
                return False
        return True

    def take(self, visit: Visit) -> None:
        """Write a visit down."""
        for key in _keys(visit):
            self._taken[key].append(visit)

    def rooms(self) -> list[int]:
        """Return all rooms."""
        return list(self._capacities)


def _keys(visit: Visit) -> Iterator[Key]:
    yield "child", visit.child_id, visit.day
    yield "therapist", visit.therapist_id, visit.day
    if visit.room_id is not None:
        yield "room", visit.room_id, visit.day


def _overlap(one: Visit, other: Visit) -> bool:
    return one.starts < other.ends and one.ends > other.starts
