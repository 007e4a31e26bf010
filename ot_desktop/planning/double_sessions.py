"""Two sessions of a service on one day: which second start, with whom, goes best with a first."""

from ot_desktop.planning.masks import bits, runs, span
from ot_desktop.planning.problem import Request
from ot_desktop.planning.state import State

Pair = tuple[int, int, int, int]  # points, second start, positions of the two therapists


class DoubleSessions:
    """Pairs of starts of one service on one day for a team; the state is only read."""

    def __init__(self, state: State, number: int, free: list[list[int]]) -> None:
        self.state = state
        self.problem = state.problem
        self.number = number
        self.request: Request = state.problem.requests[number]
        self.family = state.problem.kids[self.request.child].family
        self.free = free  # by position and day: starts with therapist and room
        self.wish = self.problem.instance.weights.not_preferred
        self.wait = self.problem.instance.weights.wait_per_slot

    def pairs(self, team: tuple[int, ...], day: int) -> dict[int, Pair]:
        """Return the best pair for every first start of the day."""
        starts = 0
        for position in team:
            starts |= self.free[position][day]
        if not starts or self.state.visits[self.request.child * self.state.days + day]:
            return {}
        found = {}
        for first in bits(starts):
            best = self._second(team, day, first, starts)
            if best is not None:
                found[first] = best
        return found

    def _second(self, team: tuple[int, ...], day: int, first: int, starts: int) -> Pair | None:
        end = first + self.request.length
        best: Pair | None = None
        for second in bits(starts >> end << end):
            trip = self._trip(day, first, second)
            if best is not None and second - end > self.problem.trip_gap:
                break
            wishes = self.wish * (
                2 - (self.request.preferred >> first & 1) - (self.request.preferred >> second & 1)
            )
            for one in team:
                for other in team:
                    points = trip + wishes + self.request.strangers[one]
                    points += self.request.strangers[other]
                    better = best is None or points < best[0]
                    if better and self._possible(day, (one, first), (other, second)):
                        best = (points, second, one, other)
        return best

    def _trip(self, day: int, first: int, second: int) -> int:
        """Return what the two sessions add to the family's trips of the day."""
        busy = self.state.family_busy(self.family, day)
        length = self.request.length
        both = busy | span(first, length) | span(second, length)
        before = self.state.trip_cost(self.family, busy)
        return self.state.trip_cost(self.family, both) - before

    def _possible(self, day: int, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Say whether the therapists can give both sessions, each (position, start)."""
        if not self.free[one[0]][day] >> one[1] & 1 or not self.free[other[0]][day] >> other[1] & 1:
            return False
        if one[0] != other[0]:
            return True
        therapist, length = self.request.therapists[one[0]], self.request.length
        with_notes = length + self.problem.note_slots[therapist]
        at = therapist * self.state.days + day
        if other[1] < one[1] + with_notes or self.state.contact_left[at] < 2 * length:
            return False
        owed = self.problem.lunch_starts[at]
        left = self.state.free_therapist[at]
        left &= ~span(one[1], with_notes) & ~span(other[1], with_notes)
        return not owed or bool(owed & runs(left, self.problem.lunch_slots[therapist]))
