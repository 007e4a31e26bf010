"""Two sessions of a service on one day: which second start, with whom, goes best with a first."""

from ot_desktop.planning.masks import Level, cheapest_start, runs, span
from ot_desktop.planning.problem import Request
from ot_desktop.planning.state import State

Pairs = dict[int, tuple[int, int]]  # by first start: points and the second start


class DoubleSessions:
    """Pairs of starts of one service on a day; the state is only read."""

    def __init__(self, state: State, number: int, free: list[list[int]]) -> None:
        self.state = state
        self.problem = state.problem
        self.request: Request = state.problem.requests[number]
        self.family = state.problem.kids[self.request.child].family
        self.free = free  # by position and day: starts with therapist and room
        self.wish = self.problem.instance.weights.not_preferred
        self._pairs: dict[tuple[int, int], list[Pairs]] = {}
        self._levels: dict[tuple[int, int], list[list[Level]]] = {}
        self._columns: dict[tuple[int, int, int], list[int]] = {}
        self._trips: dict[tuple[int, int], int] = {}
        self._busy = [state.family_busy(self.family, day) for day in range(state.days)]

    def column(self, one: int, other: int, usual: int) -> list[int]:
        """Return every day's cheapest first start, as the response keeps it."""
        known = self._columns.get((one, other, usual))
        if known is None:
            if (one, other) not in self._levels:
                self._find_pairs(one, other)
            off_time, width = self.problem.off_time, self.problem.slots + 1
            known = [
                cheapest_start(levels, usual, off_time, width)
                for levels in self._levels[one, other]
            ]
            self._columns[one, other, usual] = known
        return known

    def pair(self, team: tuple[int, ...], day: int, first: int) -> tuple[int, int, int]:
        """Return the best second start and the positions of both therapists."""
        found = []
        for one in team:
            for other in team:
                known = self._pairs[one, other][day].get(first)
                if known is not None:
                    found.append((*known, one, other))
        _, second, one, other = min(found)
        return second, one, other

    def _find_pairs(self, one: int, other: int) -> None:
        by_day = [self._pairs_of(one, other, day) for day in range(self.state.days)]
        self._pairs[one, other] = by_day
        self._levels[one, other] = [_by_points(pairs) for pairs in by_day]

    def _pairs_of(self, one: int, other: int, day: int) -> Pairs:
        """Return the best pair for every first start of the day."""
        firsts, seconds = self.free[one][day], self.free[other][day]
        if not firsts or not seconds or self.state.visits[self._at(day)]:
            return {}
        if one == other and not self._has_hours(one, day):
            return {}
        strangers = self.request.strangers[one] + self.request.strangers[other]
        found: Pairs = {}
        while firsts:
            low = firsts & -firsts
            firsts ^= low
            first = low.bit_length() - 1
            best = self._second(one, other, day, first)
            if best is not None:
                liked = self.request.preferred >> first & 1
                found[first] = (best[0] + strangers + (0 if liked else self.wish), best[1])
        return found

    def _at(self, day: int) -> int:
        return self.request.child * self.state.days + day

    def _has_hours(self, position: int, day: int) -> bool:
        at = self.request.therapists[position] * self.state.days + day
        return self.state.contact_left[at] >= 2 * self.request.length

    def _second(self, one: int, other: int, day: int, first: int) -> tuple[int, int] | None:
        """Return the trip's points with the best second start, and that start."""
        end = first + self.request.length
        notes = self.problem.note_slots[self.request.therapists[one]] if one == other else 0
        left = self.free[other][day] >> (end + notes) << (end + notes)
        wait = self.problem.instance.weights.wait_per_slot
        best: tuple[int, int] | None = None
        while left:
            low = left & -left
            left ^= low
            second = low.bit_length() - 1
            far = second - end > self.problem.trip_gap
            if best is not None and (far or (second - end) * wait > best[0] - self._alone(day)):
                break  # later starts only wait longer
            points = self._trip(day, first, second)
            if not self.request.preferred >> second & 1:
                points += self.wish
            better = best is None or points < best[0]
            if better and (one != other or self._lunch_left(one, day, first, second)):
                best = (points, second)
        return best

    def _alone(self, day: int) -> int:
        """Return the least points of a trip; only where nobody of the family comes that day."""
        return self.problem.travel[self.family] if not self._busy[day] else -(10**9)

    def _trip(self, day: int, first: int, second: int) -> int:
        """Return what the two sessions add to the family's trips of the day."""
        busy, length = self._busy[day], self.request.length
        if not busy:
            known = self._trips.get((0, second - first))
            if known is not None:
                return known
        both = busy | span(first, length) | span(second, length)
        before = self.state.trip_cost(self.family, busy)
        points = self.state.trip_cost(self.family, both) - before
        if not busy:
            self._trips[0, second - first] = points
        return points

    def _lunch_left(self, position: int, day: int, first: int, second: int) -> bool:
        """Say whether one therapist who gives both sessions still has a lunch."""
        therapist = self.request.therapists[position]
        at = therapist * self.state.days + day
        owed = self.problem.lunch_starts[at]
        if not owed:
            return True
        length = self.request.length + self.problem.note_slots[therapist]
        left = self.state.free_therapist[at] & ~span(first, length) & ~span(second, length)
        return bool(owed & runs(left, self.problem.lunch_slots[therapist]))


def _by_points(pairs: Pairs) -> list[Level]:
    """Return the first starts of the pairs by what the best pair costs, cheapest first."""
    levels: dict[int, int] = {}
    for first, (points, _) in pairs.items():
        levels[points] = levels.get(points, 0) | 1 << first
    return sorted(levels.items())
