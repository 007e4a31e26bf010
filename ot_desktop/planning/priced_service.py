"""The most points one service can bring at given prices: never less than any plan's, often exact.

Left out, which can only raise the points: the size of a team of more than two (or of one that gives
two sessions on a day), waiting between two sessions of a day, and which days in a row are taken
(how many cannot be avoided is not).
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from operator import add

from ot_desktop.planning.priced_day import NONE, PricedDay, possible_starts
from ot_desktop.planning.prices import SCALE, Prices

Costs = list[int]  # by day the service could be on; where two fit, then by day of the second
Team = tuple[int, ...]  # positions
NEVER = -NONE  # the points of a service that cannot have its least number of sessions


class PricedService:
    """One service; ``trip`` is what the first session of a day has to bear, ``again`` a second."""

    def __init__(self, prices: Prices, number: int, trip: int, again: int) -> None:
        problem = prices.problem
        self.prices, self.request = prices, problem.requests[number]
        kid, weights = problem.kids[self.request.child], problem.instance.weights
        others = sum(problem.requests[each].least for each in kid.requests if each != number)
        self.least, self.most = self.request.least, min(self.request.most, kid.visits - others)
        self.care, self.again = self.request.care * SCALE, again - trip
        self.extra = weights.extra_therapist * SCALE
        self.twice = kid.per_day > 1
        self.exact = 1 if self.twice else 2  # teams of so many are looked at one by one
        self.days = [
            PricedDay(prices, number, day, trip)
            for day in range(prices.days)
            if any(possible_starts(prices, number, day))
        ]
        self.low = min((day.first for day in self.days), default=0)
        self.high = max((day.last for day in self.days), default=0)
        points = problem.off_time
        self.shape = (points[1] * SCALE, weights.off_time_per_slot * SCALE, max(points) * SCALE)
        self.able = sorted({person[0] for day in self.days for person in day.people})
        self.weeks = self._weeks()
        self.in_a_row = self._in_a_row()
        self.usual, self.team = self.low, tuple(self.able[:1])  # of the best plan found last

    def _weeks(self) -> list[tuple[int, int]]:
        """Return from which to before which of ``days`` each week goes."""
        weeks, end = [], 0
        for week in self.prices.problem.week_days:
            start = end
            end += sum(day.day in week for day in self.days)
            weeks.append((start, end))
        return weeks

    def _in_a_row(self) -> list[int]:
        """Return what each session more costs because days in a row cannot all be avoided."""
        problem, request = self.prices.problem, self.request
        steps: list[int] = []
        for week in problem.week_days if request.spread and not self.twice else ():
            here: list[int] = []
            for size in _stretches(week, problem.follows):
                pairs = [max(0, 2 * count - size - 1) for count in range(size + 1)]
                here += [pairs[count + 1] - pairs[count] for count in range(size)]
            steps += sorted(here)[: request.per_week]
        weight = problem.instance.weights.adjacent_days * SCALE
        row = [step * weight for step in sorted(steps)[: self.most]]
        return row + [0] * (self.most - len(row))

    def best(self) -> int:
        """Return the most points at the prices of now; ``usual`` and ``team`` bring them."""
        if self.most < self.least or not self.days:
            return NEVER
        for day in self.days:
            day.look_up()
        self._tables: dict[int, list[Costs]] = {}
        everybody = [self._worth(costs) for costs in self._table(tuple(self.able))]
        value = self._worth(self._of_team(self.usual - self.low)) - self._extra()
        for at in sorted(range(len(everybody)), key=lambda at: -everybody[at]):
            if everybody[at] <= value:
                break
            value = self._best_team(at, everybody[at], value)
        return value

    def _of_team(self, at: int) -> Costs:
        """Return what the days cost with the team that was best last time."""
        if len(self.team) > self.exact:
            return self._table(tuple(self.able))[at]
        columns = [self._column(position, at) for position in self.team]
        return columns[0] if len(columns) == 1 else list(map(min, *columns))

    def _extra(self) -> int:
        """Return what the team costs that was best last time."""
        return self.extra * (min(len(self.team), self.exact + 1) - 1)

    def _best_team(self, at: int, everybody: int, value: int) -> int:
        """Return the best value with a usual start, or the value so far."""
        able, most = self.able, self.request.max_team
        columns = [self._column(position, at) for position in able]
        for position, column in zip(able, columns, strict=True):
            value = self._better(self._worth(column), at, (position,), value)
        if self.exact > 1 and most > 1 and everybody - self.extra > value:
            for one, other in combinations(range(len(able)), 2):
                worth = self._worth(list(map(min, columns[one], columns[other]))) - self.extra
                value = self._better(worth, at, (able[one], able[other]), value)
        if most > self.exact:
            bound = everybody - self.extra * self.exact
            value = self._better(bound, at, tuple(able), value)
        return value

    def _column(self, position: int, at: int) -> Costs:
        """Return what the days cost with one therapist and a usual start."""
        table = self._tables.get(position)
        if table is None:
            table = self._tables[position] = self._table((position,))
        return table[at]

    def _table(self, team: Team) -> list[Costs]:
        """Return by usual start what the days cost with whoever of a team is cheapest."""
        ones, twos = [], []
        for day in self.days:
            costs = day.of(team)
            before, after = day.first - self.low, self.high - day.last
            ones.append(spread(costs, before, after, self.shape))
            if self.twice:
                pairs = day.pairs(costs, self.again)
                twos.append(spread(pairs, before, after, self.shape))
        once = list(map(list, zip(*ones, strict=True)))
        if not self.twice:
            return once
        return [_shared(one, two) for one, two in zip(once, zip(*twos, strict=True), strict=True)]

    def _better(self, worth: int, at: int, team: Team, value: int) -> int:
        if worth > value:
            self.usual, self.team = self.low + at, team
            return worth
        return value

    def _worth(self, costs: Costs) -> int:
        """Return the points of the cheapest days within the limits."""
        pool: list[int] = []
        for start, end in self.weeks:
            week = costs[start:end]
            if self.twice:
                week += costs[len(self.days) + start : len(self.days) + end]
            week.sort()
            pool += week[: self.request.per_week]
        pool.sort()
        if len(pool) < self.least or pool[self.least - 1] >= NONE:
            return NEVER
        value = 0
        for count, cost in enumerate(pool[: self.most]):
            gain = self.care - cost - self.in_a_row[count]
            if gain <= 0 and count >= self.least:
                break
            value += gain
        return value

    def count_use(self, usage: list[int]) -> None:
        """Add what the best sessions use of every row."""
        off_time = self.prices.problem.off_time
        for at, count in self._chosen().items():
            day = self.days[at]
            costs = day.of(self.team)
            off = [
                off_time[abs(start - self.usual)] * SCALE for start in range(day.first, day.last)
            ]
            first = list(map(add, costs if count == 1 else day.pairs(costs, self.again), off))
            start = first.index(min(first))
            day.count_use(self.team, day.first + start, usage)
            if count > 1:
                later = costs[start + self.request.length :]
                second = start + self.request.length + later.index(min(later))
                day.count_use(self.team, day.first + second, usage)

    def _chosen(self) -> dict[int, int]:
        """Return the best days, as in ``_worth``, with the number of their sessions."""
        costs, days = self._of_team(self.usual - self.low), len(self.days)
        pool: list[tuple[int, int]] = []
        for start, end in self.weeks:
            week = [(costs[at], at) for at in range(start, end)]
            if self.twice:
                week += [(costs[days + at], days + at) for at in range(start, end)]
            pool += sorted(week)[: self.request.per_week]
        chosen: dict[int, int] = {}
        for count, (cost, at) in enumerate(sorted(pool)[: self.most]):
            if cost >= NONE or (
                count >= self.least and self.care - cost - self.in_a_row[count] <= 0
            ):
                break
            chosen[at % days] = chosen.get(at % days, 0) + 1
        return chosen


def spread(costs: list[int], before: int, after: int, shape: tuple[int, int, int]) -> list[int]:
    """Return by usual start the cheapest start, being off the usual one included.

    ``before`` and ``after`` say how many usual starts there are on either side of the costs;
    ``shape`` is the cost of being one slot off, of each slot more, and the most it can be.
    """
    near, slope, far = shape
    near -= slope
    furthest = min(costs) + far
    padded = [NONE] * before + costs + [NONE] * after
    found = []
    cheap = NONE
    for cost in padded:
        cheap += slope
        if cost < cheap:  # noqa: PLR1730  (an inner loop: no call)
            cheap = cost
        best = cheap + near
        if furthest < best:  # noqa: PLR1730  (as above)
            best = furthest
        found.append(best if best < cost else cost)
    cheap = NONE
    for at in range(len(padded) - 1, -1, -1):
        cheap += slope
        cost = padded[at]
        if cost < cheap:  # noqa: PLR1730  (as above)
            cheap = cost
        if cheap + near < found[at]:  # noqa: PLR1730  (as above)
            found[at] = cheap + near
    return found


def _shared(ones: Sequence[int], twos: Sequence[int]) -> Costs:
    """Return first and second sessions' costs; no second one is cheaper than the first."""
    firsts, seconds = [], []
    for one, two in zip(ones, twos, strict=True):
        second = two - one if two < NONE else NONE
        cheaper = second < one
        firsts.append(two // 2 if cheaper else one)
        seconds.append(two // 2 if cheaper else second)
    return firsts + seconds


def _stretches(week: list[int], follows: list[bool]) -> Iterator[int]:
    """Give the length of every row of days without a gap."""
    size = 0
    for day in week:
        if size and not follows[day]:
            yield size
            size = 0
        size += 1
    yield size
