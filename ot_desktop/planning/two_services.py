"""Two services of a child who comes once a day, searched together: which day is for which.

Every pair of (team, usual start) of the one and of the other is bounded by what each could have
alone; the pairs are tried from the best bound down, and each is solved exactly by days and weeks.
The answer is the best there is unless a limit below cut the search short.
"""

from random import Random
from typing import NamedTuple

from ot_desktop.planning.response import Response
from ot_desktop.planning.state import Slot, State
from ot_desktop.planning.words import NO_START, START_BITS

MOST_OFFERS = 400  # (team, usual start) looked at for each service
MOST_PAIRS = 300  # pairs of them solved
Counts = dict[tuple[int, int], int]  # by sessions of the one and of the other: cheapest choice


class Offer(NamedTuple):
    """What a team and a usual start could bring at most, and the price of every day."""

    bound: int
    team: int
    starts: list[int]
    prices: list[int]
    extra: int


class TwoServices:
    """Finds places for both services of one child at once; the state is only read."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.problem = state.problem
        self.sides = [Response(state, Random(1)) for _ in range(2)]  # noqa: S311  (never drawn)

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
        return self._best_pair(kid.requests, kid.visits)

    def _best_pair(self, numbers: tuple[int, ...], visits: int) -> dict[int, list[Slot]]:
        offers = [self._offers(side) for side in range(len(numbers))]
        pairs = [
            (one.bound + other.bound, first, second)
            for first, one in enumerate(offers[0])
            for second, other in enumerate(offers[1])
        ]
        pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
        best_value, best = -NO_START, None
        for bound, first, second in pairs[:MOST_PAIRS]:
            if bound <= best_value:
                break
            self._tick()
            one, other = offers[0][first], offers[1][second]
            days = DayShare(self.sides, one, other, visits)
            if days.value > best_value:
                best_value, best = days.value, (one, other, days)
        if best is None:
            return {}
        one, other, days = best
        return {
            numbers[0]: self._seated(0, one, days.ones),
            numbers[1]: self._seated(1, other, days.others),
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
                starts = response.prices()
                prices = [start >> START_BITS for start in starts]
                extra = self.problem.instance.weights.extra_therapist * (team.bit_count() - 1)
                offers.append(Offer(value, team, starts, prices, extra))
        offers.sort(key=lambda offer: -offer.bound)
        return offers


class DayShare:
    """Shares the days between two services at given prices; exact."""

    def __init__(self, sides: list[Response], one: Offer, other: Offer, visits: int) -> None:
        self.problem = sides[0].state.problem
        self.requests = [self.problem.requests[side.number] for side in sides]
        self.sides, self.one, self.other, self.visits = sides, one, other, visits
        self.shift = 2 * len(self.problem.days)
        weights = self.problem.instance.weights
        self.penalties = [weights.adjacent_days if each.spread else 0 for each in self.requests]
        self.value, self.ones, self.others = self._solve()

    def _solve(self) -> tuple[int, list[int], list[int]]:
        """Return the points and the days of each, or points below any plan's."""
        best: Counts = {(0, 0): 0}
        for week in self.problem.week_days:
            best = self._both(best, self._week(week))
        found, choice = -NO_START, 0
        for (ones, others), cheapest in best.items():
            enough = ones >= self.sides[0].least and others >= self.sides[1].least
            if enough and ones + others <= self.visits:
                care = ones * self.requests[0].care + others * self.requests[1].care
                value = care - (cheapest >> self.shift)
                if value > found:
                    found, choice = value, cheapest
        days = range(len(self.problem.days))
        ones_days = [day for day in days if choice >> 2 * day & 3 == 1]
        others_days = [day for day in days if choice >> 2 * day & 3 == 2]  # noqa: PLR2004  (the mark)
        return found - self.one.extra - self.other.extra, ones_days, others_days

    def _week(self, week: list[int]) -> Counts:
        """Return the cheapest choices of a week by how many sessions each service has."""
        last: list[Counts] = [
            {(0, 0): 0},
            {},
            {},
        ]  # by what the day before held: nothing, one, other
        for day in week:
            follows = self.problem.follows[day]
            after: list[Counts] = [self._cheapest(last, (0, 0, 0)), {}, {}]
            for side, offer in enumerate((self.one, self.other)):
                if offer.prices[day] < NO_START:
                    row = [0, 0, 0]
                    row[side + 1] = self.penalties[side] if follows else 0
                    before = self._cheapest(last, (row[0], row[1], row[2]))
                    after[side + 1] = self._add(before, side, day, offer.prices[day])
            last = after
        return self._cheapest(last, (0, 0, 0))

    def _cheapest(self, last: list[Counts], penalties: tuple[int, int, int]) -> Counts:
        merged: Counts = {}
        for counts, penalty in zip(last, penalties, strict=True):
            for key, choice in counts.items():
                priced = choice + (penalty << self.shift)
                if key not in merged or priced < merged[key]:
                    merged[key] = priced
        return merged

    def _add(self, before: Counts, side: int, day: int, price: int) -> Counts:
        """Return the choices with the day's session, within the service's weekly limit."""
        session = (price << self.shift) + (side + 1 << 2 * day)
        limit = self.requests[side].per_week
        return {
            (ones + (side == 0), others + (side == 1)): choice + session
            for (ones, others), choice in before.items()
            if (ones, others)[side] < limit
        }

    def _both(self, before: Counts, week: Counts) -> Counts:
        """Return the cheapest choices of the weeks so far and one more."""
        most = self.sides[0].choice.most, self.sides[1].choice.most
        merged: Counts = {}
        for (ones, others), choice in before.items():
            for (more, more_others), taken in week.items():
                key = (ones + more, others + more_others)
                if key[0] > most[0] or key[1] > most[1]:
                    continue
                if key not in merged or choice + taken < merged[key]:
                    merged[key] = choice + taken
        return merged
