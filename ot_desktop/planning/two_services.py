"""Two services of a child who comes once a day, searched together: which day is for which.

Every pair of (team, usual start) of the one and of the other is bounded by what each could have
alone; the pairs are tried from the best bound down, and each is solved exactly by days and weeks.
The answer is the best there is unless a limit below cut the search short.
"""

from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import islice
from random import Random
from typing import NamedTuple

from ot_desktop.planning.day_share import DayShare
from ot_desktop.planning.response import Response
from ot_desktop.planning.state import Slot, State
from ot_desktop.planning.words import NO_START, START_BITS

MOST_OFFERS = 400  # (team, usual start) looked at for each service
MOST_PAIRS = 300  # pairs of them solved


class Offer(NamedTuple):
    """What a team and a usual start could bring at most, and the cheapest start of every day."""

    bound: int
    team: int
    starts: list[int]
    extra: int


class TwoServices:
    """Finds places for both services of one child at once; the state is only read."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.problem = state.problem
        self.sides = [Response(state, Random(1)) for _ in range(2)]  # noqa: S311  (never drawn)
        self.share = DayShare(state.problem, state.tables)

    def find(self, child: int) -> dict[int, list[Slot]]:
        """Return the best sessions by request, or nothing."""
        kid = self.problem.kids[child]
        requests = [self.problem.requests[number] for number in kid.requests]
        spare = kid.visits - sum(request.least for request in requests)
        if spare < 0:
            return {}
        for side, number in enumerate(kid.requests):
            request = requests[side]
            most = min(request.most, request.least + spare)
            self.sides[side].prepare(number, request.least, most)
            self.share.limit(side, number, request.least, most)
        return self._best_pair(kid.requests, kid.visits)

    def _best_pair(self, numbers: tuple[int, ...], visits: int) -> dict[int, list[Slot]]:
        offers = [self._offers(side) for side in range(len(numbers))]
        best_value, best = -NO_START, None
        for bound, first, second in islice(_pairs_by_bound(*offers), MOST_PAIRS):
            if bound <= best_value:
                break
            self._tick()
            one, other = offers[0][first], offers[1][second]
            self.share.price(0, one.starts)
            self.share.price(1, other.starts)
            value = self.share.best(visits) - one.extra - other.extra
            if value > best_value:
                best_value, best = value, ((one, other), self.share.days)
        if best is None:
            return {}
        return {
            number: self._seated(side, best[0][side], best[1][side])
            for side, number in enumerate(numbers)
        }

    def _tick(self) -> None:
        if self.sides[0].tick is not None:
            self.sides[0].tick()

    def _seated(self, side: int, offer: Offer, days: list[int]) -> list[Slot]:
        width = (1 << START_BITS) - 1
        return self.sides[side].seat(offer.team, days, [offer.starts[day] & width for day in days])

    def _offers(self, side: int) -> list[Offer]:
        """Return what the service could have alone, best first."""
        response = self.sides[side]
        rough = []
        for bound, sessions, team in response.teams_found():
            for days_there, usual in response.usual_starts(team):
                missing = max(0, sessions - days_there)
                rough.append((missing * self.problem.off_time[1] - bound, team, usual))
        rough.sort()
        offers = []
        for _, team, usual in rough[:MOST_OFFERS]:
            value = response.worth(team, usual, -NO_START)
            if response.choice.size:
                extra = self.problem.instance.weights.extra_therapist * (team.bit_count() - 1)
                offers.append(Offer(value, team, response.prices(), extra))
        offers.sort(key=lambda offer: -offer.bound)
        return offers


def _pairs_by_bound(ones: list[Offer], others: list[Offer]) -> Iterator[tuple[int, int, int]]:
    """Give the pairs of places in both lists with their bound, best first; both are in order."""
    waiting = [(-ones[0].bound - others[0].bound, 0, 0)] if ones and others else []
    while waiting:
        bound, first, second = heappop(waiting)
        yield -bound, first, second
        if second == 0 and first + 1 < len(ones):
            heappush(waiting, (-ones[first + 1].bound - others[0].bound, first + 1, 0))
        if second + 1 < len(others):
            heappush(waiting, (-ones[first].bound - others[second + 1].bound, first, second + 1))
