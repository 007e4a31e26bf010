"""Places a child who fits nowhere by asking a few other families to move within their weeks."""

from collections.abc import Callable, Iterator
from itertools import combinations
from random import Random

from ot_desktop.planning.booked import Booked
from ot_desktop.planning.broken import Broken
from ot_desktop.planning.child_places import ChildPlaces, Joint
from ot_desktop.planning.replacing import Replacing
from ot_desktop.planning.response import Response
from ot_desktop.planning.single_openings import SingleOpenings, add, remove
from ot_desktop.planning.state import State

MOST_PROMISING = 7  # families looked at for two and more together


class MakingRoom:
    """Tries families alone, then together: all they have is lifted, and nothing of it may be lost.

    What is not in the child's way goes back to where it was.
    """

    def __init__(self, state: State, movable: list[Booked]) -> None:
        self.state = state
        self.problem = state.problem
        self.places = ChildPlaces(state, Response(state, Random(1)))  # noqa: S311  (no secret)
        self.places.joint = Joint.IN_NEED
        self.openings = SingleOpenings(state)
        self.movable: dict[int, list[Booked]] = {}
        for booked in movable:
            self.movable.setdefault(self._family(booked.number), []).append(booked)

    def insert(self, child: int, families: int, go_on: Callable[[], bool]) -> tuple[int, ...]:
        """Place the child; return which families have to move, none where there is no way."""
        before = self.state.snapshot()
        best_points, best = 0, before
        found: tuple[int, ...] = ()
        for asked in self._askable(child, families):
            if not go_on() or (found and len(asked) > len(found)):
                break
            points = self._try(child, asked)
            if points > best_points:
                best_points, best, found = points, self.state.snapshot(), asked
            self.state.restore(before)
        self.state.restore(best)
        return found

    def _askable(self, child: int, families: int) -> Iterator[tuple[int, ...]]:
        """Give the families to ask, each alone, then the promising ones together."""
        own = self.problem.kids[child].family
        near = [family for family in self.movable if family != own]
        if families:
            yield from ((family,) for family in near)
        if families > 1:
            near.sort(key=lambda family: -self._promise(child, family))
            for size in range(2, families + 1):
                yield from combinations(near[:MOST_PROMISING], size)

    def _promise(self, child: int, family: int) -> int:
        """Return how many sessions the child could have without the family, any number counted."""
        self._lift((family,))
        found = 0
        for number in self.problem.kids[child].requests:
            found += len(self.places.response.find(number, 1, self.problem.requests[number].most))
        for booked in self.movable[family]:
            add(self.state, booked.number, booked.slot)
        return found

    def _lift(self, families: tuple[int, ...]) -> list[Booked]:
        lifted = [booked for family in families for booked in self.movable[family]]
        for booked in lifted:
            remove(self.state, booked.number, booked.slot)
        return lifted

    def _try(self, child: int, families: tuple[int, ...]) -> int:
        """Place the child as if the families had nothing to come; return the points, or 0."""
        before = self.state.score
        lifted = self._lift(families)
        if not self.places.insert(child):
            return 0
        aside = []
        for booked in lifted:
            if self.openings.can_have(booked.number, booked.slot):
                add(self.state, booked.number, booked.slot)
            else:
                aside.append(Broken(*booked))
        points = self.state.score - before
        replacing = Replacing(self.state, aside)
        lost = replacing.replace()
        return 0 if lost else points + replacing.gained

    def _family(self, number: int) -> int:
        return self.problem.kids[self.problem.requests[number].child].family
