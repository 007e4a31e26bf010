"""The best sessions for one service beside everybody else's: the step every move is made of.

For a team of therapists and a usual start, every day offers its cheapest start; the cheapest days
within the weekly limits are the best sessions for that pair. The search goes over teams and usual
starts, most promising first, and leaves out those that cannot beat what was found. Exact for a
service with one session a day; the only short cut is that teams of three and more are made of the
therapists with the most possible days.
"""

from collections.abc import Callable
from itertools import combinations
from random import Random

from ot_desktop.planning.double_sessions import DoubleSessions, Pair
from ot_desktop.planning.masks import bits, span
from ot_desktop.planning.problem import Problem, Request
from ot_desktop.planning.state import Slot, State
from ot_desktop.planning.week_choice import IMPOSSIBLE, DayPrices, choose_days

Level = tuple[int, int]  # points and the starts that cost them
Team = tuple[int, int, tuple[int, ...]]  # most points it can bring, most sessions, positions
SINGLE_OUT = 7  # teams of three and more come from so many therapists
NOTHING = -IMPOSSIBLE
AVOIDING = 30  # points for a start near a place that was shown before


class Response:
    """Finds the best sessions of a service that has none; the state is only read."""

    def __init__(self, state: State, random: Random) -> None:
        self.state = state
        self.problem: Problem = state.problem
        self.random = random
        self.days = state.days
        self.span = self.problem.slots + 1
        self.blink = 0.0  # how likely a therapist's day is overlooked, for variety
        self.eject = 0  # points for taking another child's time; 0 when that is not allowed
        self.value = NOTHING
        self.tick: Callable[[], None] | None = None  # called before every search
        self._avoided: dict[tuple[int, int], int] = {}
        self._week_masks = [sum(1 << day for day in week) for week in self.problem.week_days]

    def find(self, number: int, least: int, most: int) -> list[Slot]:
        """Return the best sessions, at least ``least``, or none; their worth is in ``value``."""
        if self.tick is not None:
            self.tick()
        self.number, self.least, self.most = number, least, most
        self.request: Request = self.problem.requests[number]
        kid = self.problem.kids[self.request.child]
        self.kid, self.value = kid, NOTHING
        self.best: list[int] = []
        self.best_starts: list[int] = []
        self.pairs: list[dict[int, Pair]] = []
        self._gather()
        twice = kid.per_day > 1 and not self.eject and kid.visits > 1
        self.doubles = DoubleSessions(self.state, number, self.free) if twice else None
        for bound, count, team in self._teams():
            if bound <= self.value:
                break
            self._try_team(team, count)
        return self._seat()

    def avoid(self, number: int, therapist: int, first: int, last: int) -> None:
        """Make the starts from ``first`` to ``last`` with the therapist dear from now on."""
        first = max(0, first)
        avoided = self._avoided.get((number, therapist), 0)
        self._avoided[number, therapist] = avoided | span(first, last - first + 1)

    def _gather(self) -> None:
        """Note for every day what a start costs, and for every therapist the free starts."""
        state, request = self.state, self.request
        self.levels: list[list[Level]] = []
        self.free: list[list[int]] = [[] for _ in request.therapists]
        self.taken: list[list[int]] = [[] for _ in request.therapists]
        self.avoided = [self._avoided.get((self.number, each), 0) for each in request.therapists]
        for day in range(self.days):
            starts = state.child_starts(self.number, day)
            roomy = starts & state.room_starts(self.number, day) if starts else 0
            self.levels.append(self._day_levels(day, starts if self.eject else roomy))
            for position in range(len(request.therapists)):
                overlooked = self.blink and self.random.random() < self.blink
                seen = 0 if overlooked else roomy
                free = seen and seen & state.therapist_starts(self.number, position, day)
                self.free[position].append(free)
                could = request.starts[position][day] & starts if self.eject else 0
                self.taken[position].append(0 if overlooked else could & ~free)

    def _day_levels(self, day: int, starts: int) -> list[Level]:
        """Return the day's starts by what the trip and the family's wishes cost, cheapest first."""
        if not starts:
            return []
        costs: dict[int, int] = {}
        wish = self.problem.instance.weights.not_preferred
        for trip, mask in self._trip_levels(day, starts):
            liked = mask & self.request.preferred
            if liked:
                costs[trip] = costs.get(trip, 0) | liked
            if liked != mask:
                costs[trip + wish] = costs.get(trip + wish, 0) | (mask & ~liked)
        return sorted(costs.items())

    def _trip_levels(self, day: int, starts: int) -> list[Level]:
        """Return the starts by what they add to the family's trips of the day."""
        family = self.kid.family
        busy = self.state.family_busy(family, day)
        if not busy:
            return [(self.problem.travel[family], starts)]
        before = self.state.trip_cost(family, busy)
        taken = (1 << self.request.length) - 1
        costs: dict[int, int] = {}
        for start in bits(starts):
            cost = self.state.trip_cost(family, busy | taken << start) - before
            costs[cost] = costs.get(cost, 0) | 1 << start
        return list(costs.items())

    def _teams(self) -> list[Team]:
        """Return the teams that reach the least number of sessions, most promising first."""
        days_of = [
            sum(1 << day for day in range(self.days) if free[day] | taken[day])
            for free, taken in zip(self.free, self.taken, strict=True)
        ]
        able = [position for position, days in enumerate(days_of) if days]
        able.sort(key=lambda position: (-days_of[position].bit_count(), position))
        teams: list[Team] = []
        for size in range(1, min(self.request.max_team, len(able)) + 1):
            among = able if size < 3 else able[:SINGLE_OUT]  # noqa: PLR2004  (pairs are all tried)
            for team in combinations(among, size):
                days = 0
                for position in team:
                    days |= days_of[position]
                count = self._most_sessions(days)
                if count >= self.least:
                    teams.append((self._bound(team, count), count, team))
        teams.sort(key=lambda found: (-found[0], found[2]))
        return teams

    def _most_sessions(self, days: int) -> int:
        """Return how many sessions the days can hold."""
        per_day, per_week = self._per_day(), self.request.per_week
        count = 0
        for week in self._week_masks:
            count += min(per_week, per_day * (days & week).bit_count())
        return min(self.most, count)

    def _per_day(self) -> int:
        return 1 if self.doubles is None else self.kid.per_day

    def _bound(self, team: tuple[int, ...], count: int) -> int:
        """Return points that no choice of the team's sessions exceeds."""
        extra = self.problem.instance.weights.extra_therapist * (len(team) - 1)
        stranger = min(self.request.strangers[position] for position in team)
        return count * (self.request.care - stranger) - extra

    def _try_team(self, team: tuple[int, ...], count: int) -> None:
        """Try the usual starts of a team, the one with most days at that very start first."""
        offers = [self._offers(team, day) for day in range(self.days)]
        pairs = self._pairs(team)
        doubles = [_by_points(each) for each in pairs]
        cheapest = min(levels[0][0] for levels in offers if levels)
        extra = self.problem.instance.weights.extra_therapist * (len(team) - 1)
        days_needed = -(-count // self._per_day())
        off = min(self.problem.off_time[1], self.request.care)
        best_possible = count * self.request.care - days_needed * cheapest - extra
        for days_there, usual in self._usual_starts(offers):
            if best_possible - max(0, days_needed - days_there) * off <= self.value:
                break
            starts = [self._day_cost(levels, usual) for levels in offers]
            second = [self._day_cost(levels, usual) for levels in doubles]
            value = self._choose(starts, second, extra)
            if value > self.value:
                self.value, self.team, self.pairs = value, team, pairs
                self.best = self.days_chosen
                self.best_starts = [
                    (second if self.best.count(day) > 1 else starts)[day] % self.span
                    for day in self.best
                ]

    def _pairs(self, team: tuple[int, ...]) -> list[dict[int, Pair]]:
        if self.doubles is None:
            return []
        return [self.doubles.pairs(team, day) for day in range(self.days)]

    def _choose(self, starts: list[int], second: list[int], extra: int) -> int:
        """Choose the days at these prices; return the points, NOTHING if too few."""
        prices = DayPrices([cost // self.span for cost in starts], [c // self.span for c in second])
        limits = (self.least, self.most)
        days, value = choose_days(self.problem, self.request, prices, limits, self.value + extra)
        self.days_chosen = days
        return value - extra if len(days) >= self.least else NOTHING

    def _offers(self, team: tuple[int, ...], day: int) -> list[Level]:
        """Return what the team offers on the day, by points, cheapest first."""
        levels = self.levels[day]
        if not levels:
            return []
        offers: dict[int, int] = {}
        for position in team:
            stranger = self.request.strangers[position]
            free, avoided = self.free[position][day], self.avoided[position]
            for extra, mask in (
                (stranger, free & ~avoided),
                (stranger + AVOIDING, free & avoided),
                (stranger + self.eject, self.taken[position][day]),
            ):
                if mask:
                    for cost, starts in levels:
                        if starts & mask:
                            offers[cost + extra] = offers.get(cost + extra, 0) | starts & mask
        return sorted(offers.items())

    def _usual_starts(self, offers: list[list[Level]]) -> list[tuple[int, int]]:
        """Return every start that some day offers with the number of such days, most first."""
        there = [0] * self.span
        for levels in offers:
            mask = 0
            for _, starts in levels:
                mask |= starts
            while mask:
                low = mask & -mask
                there[low.bit_length() - 1] += 1
                mask ^= low
        found = [(count, start) for start, count in enumerate(there) if count]
        found.sort(key=lambda pair: (-pair[0], pair[1]))
        return found

    def _day_cost(self, levels: list[Level], usual: int) -> int:
        """Return the least points of a start that day and the start (points * span + start)."""
        best, best_start = IMPOSSIBLE, 0
        off_time = self.problem.off_time
        for cost, mask in levels:
            if cost >= best:
                break
            if mask >> usual & 1:
                best, best_start = cost, usual
                break
            later = mask >> usual
            earlier = mask & ((1 << usual) - 1)
            if earlier:
                start = earlier.bit_length() - 1
                total = cost + off_time[usual - start]
                if total < best:
                    best, best_start = total, start
            if later:
                ahead = (later & -later).bit_length() - 1
                total = cost + off_time[ahead]
                if total < best:
                    best, best_start = total, usual + ahead
        return best * self.span + best_start

    def _seat(self) -> list[Slot]:
        """Give every chosen time a therapist of the team and a room."""
        sessions: list[Slot] = []
        single = [at for at, day in enumerate(self.best) if self.best.count(day) == 1]
        options = [self._who(self.best[at], self.best_starts[at]) for at in single]
        use = [sum(position in able for able in options) for position in range(len(self.free))]
        for at, able in zip(single, options, strict=True):
            position = max(able, key=lambda each: (use[each], -each))
            sessions.append(self._session(self.best[at], self.best_starts[at], position))
        for day in sorted({day for day in self.best if self.best.count(day) > 1}):
            first = self.best_starts[self.best.index(day)]
            _, second, one, other = self.pairs[day][first]
            sessions += [self._session(day, first, one), self._session(day, second, other)]
        return sorted(sessions)

    def _session(self, day: int, start: int, position: int) -> Slot:
        room = self.state.room_for(self.number, day, start)
        return day, start, self.request.therapists[position], room

    def _who(self, day: int, start: int) -> list[int]:
        """Return the team's cheapest members who can take the time; free ones first."""
        for by_day in (self.free, self.taken):
            able = [each for each in self.team if by_day[each][day] >> start & 1]
            if able:
                least = min(self.request.strangers[each] for each in able)
                return [each for each in able if self.request.strangers[each] == least]
        return []


def _by_points(pairs: dict[int, Pair]) -> list[Level]:
    """Return the first starts of the pairs by what the best pair costs, cheapest first."""
    levels: dict[int, int] = {}
    for first, pair in pairs.items():
        levels[pair[0]] = levels.get(pair[0], 0) | 1 << first
    return sorted(levels.items())
