"""Which days are for which of two services, for a child who comes once a day: exact.

Each service has a price for every day. Week by week, the cheapest choice is kept for every number
of sessions of the one and of the other; then the weeks are put together.
"""

from ot_desktop.planning import words
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.tables import Tables
from ot_desktop.planning.words import Row

MOST_A_WEEK = 7  # sessions of a service
STEP = MOST_A_WEEK + 1
CELLS = STEP * STEP  # numbers of sessions in a week, of the one service and of the other
HELD = 3  # what the day before held: nothing, the one, the other


class DayShare:
    """Shares the days of one child at a time; ``days`` holds the choice, a list a service."""

    def __init__(self, problem: Problem, tables: Tables) -> None:
        self.tables = tables
        self._rows: list[Row] = []
        self.stride = max((each.most for each in problem.requests), default=0) + 1
        self._number = self._row(2)
        self._least = self._row(2)
        self._most = self._row(2)
        self._a_week = self._row(2)
        self._penalty = self._row(2)
        self._price = self._row(2 * tables.days)
        self._points = self._row(HELD * CELLS)
        self._pick = self._row(HELD * CELLS)
        self._points_after = self._row(HELD * CELLS)
        self._pick_after = self._row(HELD * CELLS)
        self._week_points = self._row(CELLS)
        self._week_pick = self._row(tables.weeks * CELLS)
        self._best = self._row(self.stride * self.stride)
        self._share = self._row(tables.weeks * self.stride * self.stride)
        self.days: list[list[int]] = [[], []]

    def _row(self, count: int) -> Row:
        kept = words.row(count)
        self._rows.append(kept)
        return words.view(kept)

    def limit(self, side: int, number: int, least: int, most: int) -> None:
        """Choose so many sessions of this service on one side (0 or 1) from now on."""
        tables = self.tables
        self._number[side], self._least[side], self._most[side] = number, least, most
        self._a_week[side] = min(tables.per_week[number], MOST_A_WEEK)
        self._penalty[side] = tables.adjacent_days if tables.spread[number] else 0

    def price(self, side: int, starts: list[int]) -> None:
        """Take the price of every day from a service's cheapest starts, as the offers keep them."""
        for day in range(self.tables.days):
            start = starts[day]
            self._price[side * self.tables.days + day] = start >> words.START_BITS

    def best(self, visits: int) -> int:
        """Choose the days with the most points (care minus prices) and return these points.

        They are ``-NO_START`` where so few sessions cannot be had, or so many in all.
        """
        for cell in range(self.stride * self.stride):
            self._best[cell] = words.NO_START
        self._best[0] = 0
        for week in range(self.tables.weeks):
            self._choose_in(week)
            self._add(week)
        found, found_ones, found_others = -words.NO_START, -1, -1
        care, other_care = self.tables.care[self._number[0]], self.tables.care[self._number[1]]
        for ones in range(self._least[0], self._most[0] + 1):
            for others in range(self._least[1], self._most[1] + 1):
                cost = self._best[ones * self.stride + others]
                if cost < words.NO_START and ones + others <= visits:
                    value = ones * care + others * other_care - cost
                    if value > found:
                        found, found_ones, found_others = value, ones, others
        self.days = [[], []]
        if found_ones >= 0:
            self._trace(found_ones, found_others)
        return found

    def _choose_in(self, week: int) -> None:
        """Note a week's cheapest choice for every number of sessions of the two."""
        for cell in range(HELD * CELLS):
            self._points[cell] = words.NO_START
        self._points[0] = self._pick[0] = 0
        first, shift = self.tables.first_day[week], 0
        for day in range(first, self.tables.first_day[week + 1]):
            self._choose_on(day, words.one(shift))
            shift += 2
        for cell in range(CELLS):
            self._rest(cell)
            self._week_points[cell] = self._points_after[cell]
            self._week_pick[week * CELLS + cell] = self._pick_after[cell]

    def _choose_on(self, day: int, bit: int) -> None:
        """Go on from the day before; ``bit`` marks the one service, its double the other."""
        tables = self.tables
        for cell in range(CELLS, HELD * CELLS):
            self._points_after[cell] = words.NO_START
        for cell in range(CELLS):
            self._rest(cell)
        for side in range(2):
            price = self._price[side * tables.days + day]
            if price < words.NO_START:
                penalty = self._penalty[side] if tables.follows[day] else 0
                self._use(side, price, penalty, bit * (side + 1))
        for cell in range(HELD * CELLS):
            self._points[cell], self._pick[cell] = self._points_after[cell], self._pick_after[cell]

    def _use(self, side: int, price: int, penalty: int, mark: int) -> None:
        """Hold a session of this side on the day after every choice so far."""
        step = STEP if side == 0 else 1
        for ones in range(self._a_week[0] + (side == 1)):
            for others in range(self._a_week[1] + (side == 0)):
                cell = ones * STEP + others
                held = (side + 1) * CELLS + cell + step
                points, pick = self._points[cell], self._pick[cell]
                for before in range(1, HELD):
                    at = before * CELLS + cell
                    dear = penalty if before == side + 1 else 0
                    if self._points[at] + dear < points:
                        points, pick = self._points[at] + dear, self._pick[at]
                if points < words.NO_START:
                    self._points_after[held] = points + price
                    self._pick_after[held] = pick | mark

    def _rest(self, cell: int) -> None:
        """Rest after every choice so far: keep the cheapest of what the day before held."""
        points, pick = self._points[cell], self._pick[cell]
        for before in range(1, HELD):
            at = before * CELLS + cell
            if self._points[at] < points:
                points, pick = self._points[at], self._pick[at]
        self._points_after[cell], self._pick_after[cell] = points, pick

    def _add(self, week: int) -> None:
        """Add a week to the cheapest choices of the weeks before it, by numbers of sessions."""
        first = week * self.stride * self.stride
        for ones in range(self._most[0], -1, -1):
            for others in range(self._most[1], -1, -1):
                least, taken = words.NO_START, 0
                for more in range(min(ones, self._a_week[0]) + 1):
                    for more_others in range(min(others, self._a_week[1]) + 1):
                        cell = more * STEP + more_others
                        before = (ones - more) * self.stride + others - more_others
                        points = self._best[before] + self._week_points[cell]
                        if points < least:
                            least, taken = points, cell
                self._best[ones * self.stride + others] = least
                self._share[first + ones * self.stride + others] = taken

    def _trace(self, ones: int, others: int) -> None:
        """Read the days of the choice of so many sessions."""
        for week in range(self.tables.weeks - 1, -1, -1):
            first = week * self.stride * self.stride
            taken = self._share[first + ones * self.stride + others]
            pick = self._week_pick[week * CELLS + taken]
            ones -= taken // STEP
            others -= taken % STEP
            for day in range(self.tables.first_day[week], self.tables.first_day[week + 1]):
                if pick & 1:
                    self.days[0].append(day)
                elif pick & 2:
                    self.days[1].append(day)
                pick >>= 2
