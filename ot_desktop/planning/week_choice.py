"""Which days of which weeks to take when every day has a price: exact, within the limits.

Prices are read from ``one`` (the cheapest start of each day) and, where a child may come twice a
day, from ``two``; both as the offers keep them. A day's two sessions count in its week as two.
"""

from ot_desktop.planning import words
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.tables import Tables
from ot_desktop.planning.words import Row

DAY_BITS = 10  # a day's number is less than 1024
MOST_IN_WEEK = 14
PICK = 128  # a week's choice: seven bits of its days with one session, above them those with two


class WeekChoice:
    """Chooses the days of one service at a time; the choice is in ``chosen``, ``size`` long."""

    def __init__(self, problem: Problem, tables: Tables) -> None:
        self.tables = tables
        self.days, self.weeks = tables.days, tables.weeks
        self._rows: list[Row] = []
        self.one = self._row(self.days)
        self.two = self._row(self.days)
        self.extra = self._row(self.days)  # points a day costs beside its price
        self.week_left = self._row(self.weeks)  # sessions each week may still have
        self.chosen = self._row(2 * self.days)
        self._offered = self._row(2 * self.days)
        self.most_ever = max((each.most for each in problem.requests), default=0)
        self._in_a_row = self._row((self.most_ever + 1) * len(problem.requests))
        for number, request in enumerate(problem.requests):
            self._note_pairs(number, request.per_week, request.most)
        self._rested = self._row(16)
        self._rested_pick = self._row(16)
        self._used = self._row(16)
        self._used_pick = self._row(16)
        self._week_points = self._row(16 * self.weeks)
        self._week_pick = self._row(16 * self.weeks)
        self._best = self._row(self.most_ever + 1)
        self._share = self._row((self.most_ever + 1) * self.weeks)
        self.size = self.care = self.penalty = self.least = self.most = self.in_a_row = 0
        self.twice = False

    def _row(self, count: int) -> Row:
        kept = words.row(count)
        self._rows.append(kept)
        return words.view(kept)

    def _note_pairs(self, number: int, per_week: int, most: int) -> None:
        """Note how many pairs of days in a row so many sessions cannot avoid, once a day."""
        steps: list[int] = []
        for week in range(self.weeks):
            steps += sorted(self._pairs_of(week))[:per_week]
        steps.sort()
        first, pairs = number * (self.most_ever + 1), 0
        for count in range(1, min(most, len(steps)) + 1):
            pairs += steps[count - 1]
            self._in_a_row[first + count] = pairs

    def _pairs_of(self, week: int) -> list[int]:
        """Return how many pairs each further session of a week makes, stretch by stretch."""
        steps: list[int] = []
        size = 0
        end = self.tables.first_day[week + 1]
        for day in range(self.tables.first_day[week], end):
            size += 1
            if day + 1 == end or not self.tables.follows[day + 1]:
                steps += [min(2, max(0, 2 * count - size - 1)) for count in range(1, size + 1)]
                size = 0
        return steps

    def limit(self, number: int, least: int, most: int, per_day: int) -> None:
        """Choose for this service from now on, so many sessions, with nothing booked yet."""
        tables = self.tables
        self.care, self.least, self.most = tables.care[number], least, most
        self.penalty = tables.adjacent_days if tables.spread[number] else 0
        self.in_a_row = number * (self.most_ever + 1)
        self.twice = per_day > 1
        for week in range(self.weeks):
            self.week_left[week] = min(tables.per_week[number], MOST_IN_WEEK)
        for day in range(self.days):
            self.extra[day] = 0

    def mind(self, day: int) -> None:
        """Count in a session that stays: its week, and the days before and after it."""
        tables = self.tables
        self.week_left[tables.week[day]] -= 1
        if tables.follows[day]:
            self.extra[day - 1] += self.penalty
        if day + 1 < self.days and tables.follows[day + 1]:
            self.extra[day + 1] += self.penalty

    def best(self, beat: int) -> int:
        """Choose the days with the most points (care minus prices); return these points.

        A choice that cannot exceed ``beat`` may be worth less than it could be.
        """
        value = self._cheapest_days()
        if not self.penalty and not self.twice:
            return value
        if value <= beat:
            return -words.NO_START
        return self._exactly()

    def _cheapest_days(self) -> int:
        """Choose as if days were independent; return points that no choice exceeds."""
        offered = 0
        for week in range(self.weeks):
            begin = offered
            for day in range(self.tables.first_day[week], self.tables.first_day[week + 1]):
                price = self.one[day] >> words.START_BITS
                if price < words.NO_START:
                    price += self.extra[day]
                    self._offer(begin, offered, price, day)
                    offered += 1
                    both = self.two[day] >> words.START_BITS if self.twice else words.NO_START
                    if both < words.NO_START:
                        self._offer(begin, offered, both + self.extra[day] - price, day)
                        offered += 1
            offered = min(offered, begin + self.week_left[week])
        return self._take(offered)

    def _offer(self, begin: int, end: int, price: int, day: int) -> None:
        """Keep what a week offers in order."""
        key, at = price * (1 << DAY_BITS) + day, end
        while at > begin and self._offered[at - 1] > key:
            self._offered[at] = self._offered[at - 1]
            at -= 1
        self._offered[at] = key

    def _take(self, offered: int) -> int:
        """Take the cheapest offers of all weeks that are worth it."""
        for end in range(1, offered):
            key, at = self._offered[end], end
            while at > 0 and self._offered[at - 1] > key:
                self._offered[at] = self._offered[at - 1]
                at -= 1
            self._offered[at] = key
        self.size = 0
        value, bound = 0, -words.NO_START
        if self.least <= 0:
            bound = 0
        for at in range(min(offered, self.most)):
            price = self._offered[at] >> DAY_BITS
            if price > self.care and self.size >= self.least:
                break
            self.chosen[self.size] = self._offered[at] & ((1 << DAY_BITS) - 1)
            self.size += 1
            value += self.care - price
            if self.size >= self.least:
                forced = 0 if self.twice else self._in_a_row[self.in_a_row + self.size]
                bound = max(bound, value - forced * self.penalty)
        if self.size < self.least:
            return -words.NO_START
        return bound

    def _exactly(self) -> int:
        """Choose where days in a row cost points, or a day may hold two sessions."""
        best, most = self._best, self.most
        for count in range(most + 1):
            best[count] = words.NO_START if count else 0
        for week in range(self.weeks):
            self._choose_in(week)
            self._add(week)
        found, count_found = -words.NO_START, -1
        for count in range(max(self.least, 0), most + 1):
            if best[count] < words.NO_START and count * self.care - best[count] > found:
                found, count_found = count * self.care - best[count], count
        self.size = 0
        if count_found >= 0:
            self._trace(count_found)
        return found

    def _add(self, week: int) -> None:
        """Add a week to the cheapest choices of the weeks before it, by number of sessions."""
        best, first, share = self._best, week * 16, week * (self.most_ever + 1)
        for count in range(self.most, -1, -1):
            least, taken = words.NO_START, 0
            for more in range(min(count, self.week_left[week]) + 1):
                points = best[count - more] + self._week_points[first + more]
                if points < least:
                    least, taken = points, more
            best[count] = least
            self._share[share + count] = taken

    def _trace(self, count: int) -> None:
        """Read the days of the choice of so many sessions."""
        for week in range(self.weeks - 1, -1, -1):
            taken = self._share[week * (self.most_ever + 1) + count]
            pick = self._week_pick[week * 16 + taken]
            count -= taken
            for day in range(self.tables.first_day[week], self.tables.first_day[week + 1]):
                bit = words.one(day - self.tables.first_day[week])
                if pick & bit or pick & bit * PICK:
                    self.chosen[self.size] = day
                    self.size += 1
                if pick & bit * PICK:
                    self.chosen[self.size] = day
                    self.size += 1

    def _choose_in(self, week: int) -> None:
        """Note the cheapest choice of 0, 1, 2 … sessions in a week."""
        first = self.tables.first_day[week]
        for count in range(16):
            self._rested[count] = self._used[count] = words.NO_START
        self._rested[0] = self._rested_pick[0] = 0
        for day in range(first, self.tables.first_day[week + 1]):
            self._choose_on(day, words.one(day - first), self.week_left[week])
        for count in range(16):
            if self._used[count] < self._rested[count]:
                self._rested[count] = self._used[count]
                self._rested_pick[count] = self._used_pick[count]
            self._week_points[week * 16 + count] = self._rested[count]
            self._week_pick[week * 16 + count] = self._rested_pick[count]

    def _choose_on(self, day: int, bit: int, most: int) -> None:
        """Go on from the day before, which was rested or used, to this day."""
        rested, used, penalty = self._rested, self._used, 0
        if self.penalty and self.tables.follows[day]:
            penalty = self.penalty
        one, two = self.one[day] >> words.START_BITS, words.NO_START
        if self.twice:
            two = self.two[day] >> words.START_BITS
        for count in range(most, -1, -1):
            least, pick = words.NO_START, 0
            for sessions in range(1, min(count, 2) + 1):
                price = (one if sessions == 1 else two) + self.extra[day]
                before = count - sessions
                mine = bit if sessions == 1 else bit * PICK
                if rested[before] + price < least:
                    least, pick = rested[before] + price, self._rested_pick[before] | mine
                if used[before] + penalty + price < least:
                    least = used[before] + penalty + price
                    pick = self._used_pick[before] | mine
            if used[count] < rested[count]:
                rested[count], self._rested_pick[count] = used[count], self._used_pick[count]
            used[count], self._used_pick[count] = least, pick
