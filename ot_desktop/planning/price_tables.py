"""The best sessions of one service at given prices: what the bound spends its time on.

Everything is a flat row of whole numbers: costs by person, day and start; tables by person, usual
start and day. After the last person comes everybody, who is whoever is cheapest at the moment.
"""

from ot_desktop.planning import words
from ot_desktop.planning.price_layout import NONE, Layout, Scratch
from ot_desktop.planning.words import Row

Pick = tuple[int, int, int]  # day, person, start
Cheapest = tuple[int, int, int]  # cost, person, start
MOST_EXACT = 2  # people in a team that is looked at as it is


class PriceTables:
    """Finds the best sessions of one service; ``picks`` are those of the last search."""

    def __init__(self, layout: Layout, scratch: Scratch) -> None:
        self.layout, self.scratch = layout, scratch  # keeps what is viewed below alive
        self.days, self.people, self.kinds = layout.days, layout.people, layout.kinds
        self.starts, self.length = layout.starts, layout.length
        self.care, self.extra, self.again = layout.care, layout.extra, layout.again
        self.near, self.slope, self.far = layout.off_time
        self.least, self.most = layout.least, layout.most
        self.per_week, self.max_team = layout.per_week, layout.max_team
        self.weeks, self.week_ends = len(layout.weeks) - 1, words.view(layout.weeks)
        self.in_a_row = words.view(layout.in_a_row)
        self.twice, self.none = layout.twice, NONE
        self.exact = 1 if layout.twice else MOST_EXACT
        self.stride = layout.days * (2 if layout.twice else 1)
        self.base, self.rows = words.view(layout.costs), words.view(layout.rows)
        self.contact, self.needed = words.view(layout.contact), words.view(layout.needed)
        self.rooms, self.room_rows = words.view(layout.rooms), words.view(layout.room_rows)
        self.family_rows, self.own_rows = (
            words.view(layout.family_rows),
            words.view(layout.own_rows),
        )
        self.costs, self.table = words.view(scratch.costs), words.view(scratch.table)
        self.common, self.pairs = words.view(scratch.common), words.view(scratch.pairs)
        self.made: list[bool] = []
        self.usual, self.one, self.other = 0, 0, -1  # usual start and team of the best so far
        self.picks: list[Pick] = []

    def best(self, sums_row: Row, price_row: Row) -> int:
        """Return the most points at these prices, given with their running sums."""
        self._look_up(sums_row, price_row)
        self.made = [False] * (self.people + 1)
        value = self._worth(self._team_column(self.usual)) - self._team_extra()
        order = []
        for usual in range(self.starts):
            order.append((-self._worth(self._column(self.people, usual)), usual))  # noqa: PERF401  (compiled)
        order.sort()
        for bound, usual in order:
            if -bound <= value:
                break
            value = self._best_team(usual, -bound, value)
        self._pick()
        return value

    def _look_up(self, sums_row: Row, price_row: Row) -> None:
        """Work out what every start costs now."""
        sums, price, costs, base = (
            words.view(sums_row),
            words.view(price_row),
            self.costs,
            self.base,
        )
        starts, common, cells = self.starts, self.common, self.days * self.starts
        for at in range(cells):
            costs[self.people * cells + at] = self.none
        for day in range(self.days):
            self._look_up_day(day, sums, price)
            for person in range(self.people):
                first = (person * self.days + day) * starts
                everybody = self.people * cells + day * starts
                begin = self.rows[person * self.days + day]
                end = begin + self.needed[person]
                same = price[self.contact[person * self.days + day]] * self.length
                for at in range(starts):
                    cost = base[first + at]
                    if cost < self.none:
                        cost += common[at] + same + sums[end + at] - sums[begin + at]
                        least = costs[everybody + at]
                        costs[everybody + at] = cost if cost < least else least
                    costs[first + at] = cost

    def _look_up_day(self, day: int, sums: Row, price: Row) -> None:
        """Work out what every start of a day costs whoever gives the session."""
        starts, common, length = self.starts, self.common, self.length
        for at in range(starts):
            common[at] = self.none
        for kind in range(self.kinds):
            begin = self.room_rows[kind * self.days + day]
            free = (kind * self.days + day) * starts
            for at in range(starts):
                if self.rooms[free + at]:
                    cost = sums[begin + length + at] - sums[begin + at]
                    common[at] = cost if cost < common[at] else common[at]
        self._add_own(day, sums, price)

    def _add_own(self, day: int, sums: Row, price: Row) -> None:
        """Add what the family's and the child's own time costs on a day."""
        starts, common, length = self.starts, self.common, self.length
        begin = self.family_rows[day]
        for at in range(starts if begin >= 0 else 0):
            common[at] += sums[begin + length + at] - sums[begin + at]
        if self.own_rows[2 * day] >= 0:
            own = price[self.own_rows[2 * day]] + price[self.own_rows[2 * day + 1]]
            for at in range(starts):
                common[at] += own

    def _column(self, person: int, usual: int) -> int:
        """Return where the costs of the days with a person and a usual start are in the table."""
        if not self.made[person]:
            self.made[person] = True
            for day in range(self.days):
                self._fill(person, day)
        return (person * self.starts + usual) * self.stride

    def _fill(self, person: int, day: int) -> None:
        """Put a day of a person into the table."""
        first = (person * self.days + day) * self.starts
        column = person * self.starts * self.stride + day
        self._spread(self.costs, first, column)
        if self.twice:
            self._find_pairs(first)
            self._spread(self.pairs, 0, column + self.days)
            for usual in range(self.starts):
                self._share(column + usual * self.stride)

    def _spread(self, costs: Row, first: int, column: int) -> None:
        """Put the cheapest start for every usual one into the table, being off it included."""
        table, starts, stride, slope = self.table, self.starts, self.stride, self.slope
        near, cheap, least = self.near - slope, self.none, self.none
        for at in range(starts):
            cost = costs[first + at]
            least = cost if cost < least else least
        least += self.far
        for at in range(starts):
            cost = costs[first + at]
            cheap += slope
            cheap = cost if cost < cheap else cheap
            best = cheap + near if cheap + near < least else least
            table[column + at * stride] = best if best < cost else cost
        cheap = self.none
        for back in range(starts):
            at = starts - 1 - back
            cost = costs[first + at]
            cheap += slope
            cheap = cost if cost < cheap else cheap
            best = table[column + at * stride]
            table[column + at * stride] = cheap + near if cheap + near < best else best

    def _find_pairs(self, first: int) -> None:
        """Note by start what it costs with the cheapest second session after it."""
        costs, pairs, starts, none = self.costs, self.pairs, self.starts, self.none
        later = none
        for back in range(starts):
            at = starts - 1 - back
            after, cost = at + self.length, costs[first + at]
            if after < starts:
                later = costs[first + after] if costs[first + after] < later else later
            pairs[at] = cost + later + self.again if cost < none and later < none else none

    def _share(self, cell: int) -> None:
        """Make of two sessions' cost that of a second one; none is cheaper than the first."""
        table, second = self.table, cell + self.days
        if table[second] >= self.none:
            return
        if table[second] < 2 * table[cell]:
            table[cell] = table[second] // 2
            table[second] = table[cell]
        else:
            table[second] -= table[cell]

    def _mix(self, one: int, other: int) -> int:
        """Return where the costs of the days with the cheaper of two columns are."""
        column, table = (self.people + 1) * self.starts * self.stride, self.table
        for day in range(self.days):
            first, second = table[one + day], table[other + day]
            table[column + day] = first if first < second else second
        return column

    def _team_column(self, usual: int) -> int:
        """Return the column of the team that was best last time."""
        column = self._column(self.one, usual)
        return column if self.other < 0 else self._mix(column, self._column(self.other, usual))

    def _team_extra(self) -> int:
        """Return what the team that was best last time costs."""
        if self.one == self.people:
            return self.extra * self.exact
        return self.extra if self.other >= 0 else 0

    def _best_team(self, usual: int, everybody: int, value: int) -> int:
        """Return the best value with the usual start, or the value so far."""
        most = self.max_team
        for person in range(self.people):
            worth = self._worth(self._column(person, usual))
            if worth > value:
                value, self.usual, self.one, self.other = worth, usual, person, -1
        if self.exact > 1 and most > 1 and everybody - self.extra > value:
            value = self._best_pair(usual, value)
        if most > self.exact and everybody - self.extra * self.exact > value:
            value = everybody - self.extra * self.exact
            self.usual, self.one, self.other = usual, self.people, -1
        return value

    def _best_pair(self, usual: int, value: int) -> int:
        for one in range(self.people):
            for other in range(one + 1, self.people):
                column = self._mix(self._column(one, usual), self._column(other, usual))
                worth = self._worth(column) - self.extra
                if worth > value:
                    value, self.usual, self.one, self.other = worth, usual, one, other
        return value

    def _worth(self, column: int) -> int:
        """Return the points of the cheapest days within the limits."""
        pool = self._pool(column)
        value, count = 0, 0
        for cost in pool:
            gain = self.care - cost - self.in_a_row[count]
            if cost >= self.none or (gain <= 0 and count >= self.least):
                break
            value += gain
            count += 1
            if count == self.most:
                break
        return value if count >= self.least else -self.none

    def _pool(self, column: int) -> list[int]:
        """Return the costs of the days, the cheapest of each week in order."""
        pool: list[int] = []
        for week in range(self.weeks):
            start, end = self.week_ends[week], self.week_ends[week + 1]
            costs = [self.table[column + day] for day in range(start, end)]
            if self.twice:
                costs += [self.table[column + self.days + day] for day in range(start, end)]
            costs.sort()
            pool += costs[: self.per_week]
        pool.sort()
        return pool

    def _pick(self) -> None:
        """Note the sessions that the best value is made of."""
        column, self.picks = self._team_column(self.usual), []
        pool: list[tuple[int, int]] = []
        for number in range(self.weeks):
            start, end = self.week_ends[number], self.week_ends[number + 1]
            week = [(self.table[column + day], day) for day in range(start, end)]
            if self.twice:
                seconds = range(self.days + start, self.days + end)
                week += [(self.table[column + day], day) for day in seconds]
            week.sort()
            pool += week[: self.per_week]
        pool.sort()
        sessions = [0] * self.days
        for count, (cost, day) in enumerate(pool[: self.most]):
            gain = self.care - cost - self.in_a_row[count]
            if cost >= NONE or (gain <= 0 and count >= self.least):
                break
            sessions[day % self.days] += 1
        for day, count in enumerate(sessions):
            if count:
                self._pick_on(day, twice=count > 1)

    def _pick_on(self, day: int, *, twice: bool) -> None:
        """Note a day's cheapest session with the team, or its two."""
        by_start = [self._cheapest(day, at) for at in range(self.starts)]
        later = (NONE, 0, 0)
        seconds = [later] * self.starts
        for at in reversed(range(self.starts - self.length)):
            later = min(later, by_start[at + self.length])
            seconds[at] = later
        costs = [
            cost + self._off_time(at) + (seconds[at][0] if twice else 0)
            for at, (cost, _, _) in enumerate(by_start)
        ]
        first = costs.index(min(costs))
        for cost, person, at in (by_start[first], seconds[first])[: 2 if twice else 1]:
            if cost < NONE:
                self.picks.append((day, person, at))

    def _cheapest(self, day: int, at: int) -> Cheapest:
        """Return the least cost of a start with the team, and with whom."""
        team = range(self.people)
        if self.one < self.people:
            team = range(self.one, self.one + 1)
        people = [*team, self.other] if self.other >= 0 else [*team]
        return min(
            (self.costs[(person * self.days + day) * self.starts + at], person, at)
            for person in people
        )

    def _off_time(self, at: int) -> int:
        off = abs(at - self.usual)
        return min(self.near + self.slope * (off - 1), self.far) if off else 0
