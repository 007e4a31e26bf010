"""What a slot of a therapist, of a kind of room or of a family costs a child, for the bound.

All prices are in one flat list of whole numbers, ``SCALE`` to a point, so that the bound is exact
whatever they are. A stretch of slots is priced by the difference of two running sums.
"""

from array import array
from dataclasses import dataclass
from itertools import accumulate

from ot_desktop.planning.masks import bits, runs
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.words import Row, row

SCALE = 256


@dataclass(frozen=True, slots=True)
class Block:
    """Where the prices of one group of rows begin, and how many a day there are."""

    start: int
    width: int

    def at(self, number: int, days: int, day: int) -> int:
        """Return the first row of somebody's day."""
        return self.start + (number * days + day) * self.width


class Prices:
    """The rows that children compete for: what each holds, and what it costs now."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.days, self.slots = len(problem.days), problem.slots
        self.kinds = list(dict.fromkeys(room.kind for room in problem.instance.rooms))
        self.kind_of = [self.kinds.index(room.kind) for room in problem.instance.rooms]
        self.capacity: list[int] = []
        self.therapists = self._block(self._free_time(), self.slots)
        self.contact = self._block([max(0, left) for left in problem.contact_left], 1)
        self.rooms = self._block(self._free_rooms(), self.slots)
        alone = {kid.family for kid in problem.kids if kid.siblings}
        self.family_of = {family: number for number, family in enumerate(sorted(alone))}
        self.families = self._block([1] * (len(alone) * self.days * self.slots), self.slots)
        # A child's own rows cost what they cost only if the child is in: they hold nothing here.
        self.child_days = self._block([0] * (len(problem.kids) * self.days), 1)
        self.visits = self._block([0] * len(problem.kids), 1)
        self.price = row(len(self.capacity))
        self.lunches = self._lunches()
        self.sums: Row = row(1)
        self.add_up()

    def _block(self, capacity: list[int], width: int) -> Block:
        block = Block(len(self.capacity), width)
        self.capacity += capacity
        return block

    def _free_time(self) -> list[int]:
        return [mask >> slot & 1 for mask in self.problem.free_therapist for slot in self._all()]

    def _all(self) -> range:
        return range(self.slots)

    def _free_rooms(self) -> list[int]:
        """Return how many rooms of each kind are free, by kind, day and slot."""
        rooms, free = self.problem.instance.rooms, self.problem.free_room
        return [
            sum(
                free[number * self.days + day] >> slot & 1
                for number, room in enumerate(rooms)
                if room.kind == kind
            )
            for kind in self.kinds
            for day in range(self.days)
            for slot in self._all()
        ]

    def _lunches(self) -> list[tuple[int, list[int]]]:
        """Return for every lunch that is owed its length and the rows it can begin at."""
        problem, found = self.problem, []
        for number, lunch in enumerate(problem.lunch_slots):
            for day in range(self.days):
                at = number * self.days + day
                free = problem.lunch_starts[at] & runs(problem.free_therapist[at], max(1, lunch))
                if free:
                    first = self.therapists.at(number, self.days, day)
                    found.append((lunch, [first + start for start in bits(free)]))
        return found

    def add_up(self) -> None:
        """Make the running sums of the prices; some more, so that stretches may overhang."""
        sums = list(accumulate(self.price, initial=0))
        self.sums = array("q", sums + sums[-1:] * 2 * self.slots)

    def cheapest_lunches(self) -> list[tuple[int, int, int]]:
        """Return for every lunch what it costs at least, the row it begins at, and its length."""
        return [
            min((self.sums[row + length] - self.sums[row], row, length) for row in rows)
            for length, rows in self.lunches
        ]
