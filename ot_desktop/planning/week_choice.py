"""Which days of which weeks to take when every day has a price: exact, within the limits.

A choice of days is one number: its points * 4**days + its sessions, two bits a day. So the least
of several choices is the cheapest, and adding two choices adds points and days alike.
"""

from dataclasses import dataclass
from itertools import pairwise

from ot_desktop.planning.masks import NO_START
from ot_desktop.planning.problem import Problem, Request

Table = list[int]  # by number of sessions: the cheapest choice


@dataclass(slots=True)
class DayPrices:
    """What a day's session, and where allowed two, would cost; NO_START where there is none."""

    one: list[int]
    two: list[int]  # empty where the child comes once a day


class WeekChoice:
    """Chooses the days of one service."""

    def __init__(self, problem: Problem, request: Request) -> None:
        self.weeks = problem.week_days
        self.follows = problem.follows
        self.care = request.care
        self.per_week = request.per_week
        self.penalty = problem.instance.weights.adjacent_days if request.spread else 0
        self.shift = 2 * len(problem.days)
        self.none = NO_START << self.shift  # dearer than any choice
        self.in_a_row = self._fewest_in_a_row(request.most)

    def _fewest_in_a_row(self, most: int) -> list[int]:
        """Return how many pairs of days in a row so many sessions cannot avoid, once a day."""
        steps = []
        for week in self.weeks:
            size = len(week)
            pairs = [max(0, 2 * count - size - 1) for count in range(min(size, self.per_week) + 1)]
            steps += [later - earlier for earlier, later in pairwise(pairs)]
        steps.sort()
        fewest = [0]
        for count in range(most):
            fewest.append(fewest[-1] + (steps[count] if count < len(steps) else 0))
        return fewest

    def best(self, prices: DayPrices, limits: tuple[int, int], beat: int) -> tuple[list[int], int]:
        """Return the days with the most points (care minus prices), and these points.

        ``limits`` are the least and the most sessions; a day that holds two is there twice. A
        result that cannot exceed ``beat`` may be worth less than it could be.
        """
        chosen, value, bound = self._cheapest_days(prices, limits)
        if not self.penalty and not prices.two:
            return chosen, value
        if bound <= beat:
            return [], -NO_START
        return self._exactly(prices, limits)

    def _cheapest_days(
        self, prices: DayPrices, limits: tuple[int, int]
    ) -> tuple[list[int], int, int]:
        """Return the cheapest sessions as if days were independent; and points never exceeded."""
        least, most = limits
        offered: list[tuple[int, int]] = []
        for week in self.weeks:
            possible = [(prices.one[day], day) for day in week if prices.one[day] < NO_START]
            if prices.two:
                possible += self._halves(prices, week)
            possible.sort()
            offered += possible[: self.per_week]
        offered.sort()
        chosen: list[int] = []
        value, bound = 0, -NO_START
        for price, day in offered[:most]:
            if price > self.care and len(chosen) >= least:
                break
            chosen.append(day)
            value += self.care - price
            if len(chosen) >= least:
                forced = 0 if prices.two else self.in_a_row[len(chosen)] * self.penalty
                bound = max(bound, value - forced)
        if len(chosen) < least:
            return [], -NO_START, -NO_START
        return chosen, value, bound

    def _halves(self, prices: DayPrices, week: list[int]) -> list[tuple[int, int]]:
        """Return a price for a day's second session that makes two no dearer than they are."""
        return [
            (prices.two[day] - prices.one[day], day)
            for day in week
            if prices.one[day] < NO_START and prices.two[day] < NO_START
        ]

    def _exactly(self, prices: DayPrices, limits: tuple[int, int]) -> tuple[list[int], int]:
        """Return the best days where days in a row cost points, or a day may hold two sessions."""
        least, most = limits
        best: Table = [0]
        for week in self.weeks:
            best = self._both(best, self._week(prices, week), most)
        found, choice = -NO_START, 0
        for count in range(least, len(best)):
            points = best[count] >> self.shift
            if points < NO_START and count * self.care - points > found:
                found, choice = count * self.care - points, best[count]
        return self._days(choice), found

    def _days(self, choice: int) -> list[int]:
        """Return the days of a choice."""
        days = []
        for week in self.weeks:
            for day in week:
                days += [day] * (choice >> 2 * day & 3)
        return days

    def _week(self, prices: DayPrices, week: list[int]) -> Table:
        """Return the cheapest choice of 0, 1, 2 … sessions in a week."""
        none, penalty = self.none, self.penalty << self.shift
        rested: Table = [0]  # nothing on the day before
        used: Table = []  # something on the day before
        for day in week:
            both = _cheaper(rested, used)
            taken: Table = []
            if prices.one[day] < NO_START:
                before = both
                if penalty and self.follows[day]:
                    before = _cheaper(rested, [choice + penalty for choice in used])
                session = (prices.one[day] << self.shift) + (1 << 2 * day)
                taken = [none, *[choice + session for choice in before]]
                if prices.two and prices.two[day] < NO_START:
                    session = (prices.two[day] << self.shift) + (2 << 2 * day)
                    twice = [none, none, *[choice + session for choice in before]]
                    taken = _cheaper(taken, twice)
            rested, used = both, taken[: self.per_week + 1]
        return _cheaper(rested, used)

    def _both(self, one: Table, other: Table, most: int) -> Table:
        """Return the cheapest choice for every number of sessions in two parts of the program."""
        size = min(most, len(one) + len(other) - 2) + 1
        best = [self.none] * size
        for more, taken in enumerate(other):
            reached = min(len(one), size - more)
            for count in range(reached):
                choice = one[count] + taken
                if choice < best[count + more]:  # noqa: PLR1730  (the inner loop: no call)
                    best[count + more] = choice
        return best


def _cheaper(one: Table, other: Table) -> Table:
    """Return the cheaper choice for every number of sessions."""
    if len(one) < len(other):
        one, other = other, one
    return [*map(min, one, other), *one[len(other) :]]
