"""The best sessions for one service beside everybody else's: the step every move is made of.

For a team of therapists and a usual start, every day offers its cheapest start; the cheapest days
within the weekly limits are the best sessions for that pair. The search goes over teams and usual
starts, most promising first, and leaves out those that cannot beat what was found. Exact for a
service with one session a day; the only short cut is that teams of three and more are made of the
therapists with the most possible days.

A day's cheapest start is kept as one number, points * ``span`` + start, so that the least of them
is the cheapest and the earliest of equals. ``position`` counts the service's therapists.
"""

from collections.abc import Callable
from itertools import combinations
from random import Random

from ot_desktop.planning.double_sessions import DoubleSessions
from ot_desktop.planning.masks import Level, bits, cheapest_start, count_by_bit, span
from ot_desktop.planning.problem import Problem, Request
from ot_desktop.planning.state import Slot, State
from ot_desktop.planning.week_choice import DayPrices, WeekChoice

Team = tuple[int, int, tuple[int, ...]]  # most points it can bring, most sessions, positions
SINGLE_OUT = 7  # teams of three and more come from so many therapists
NOTHING = -(10**9)
AVOIDING = 30  # points for a start near a place that was shown before, to begin with


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
        self.avoiding = AVOIDING
        self._avoided: dict[tuple[int, int], int] = {}
        self._week_masks = [sum(1 << day for day in week) for week in self.problem.week_days]
        self._choices = [WeekChoice(self.problem, request) for request in self.problem.requests]

    def find(self, number: int, least: int, most: int) -> list[Slot]:
        """Return the best sessions, at least ``least``, or none; their worth is in ``value``."""
        self.prepare(number, least, most)
        for bound, count, team in self.teams():
            if bound <= self.value:
                break
            self._try_team(team, count)
        return self.seat(self.team, self.best, self.best_starts)

    def prepare(self, number: int, least: int, most: int) -> None:
        """Look at the service's possible starts, without choosing any."""
        if self.tick is not None:
            self.tick()
        self.number, self.least, self.most = number, least, most
        self.request: Request = self.problem.requests[number]
        self.kid, self.value = self.problem.kids[self.request.child], NOTHING
        self.team: tuple[int, ...] = ()
        self.best: list[int] = []
        self.best_starts: list[int] = []
        self._gather()
        twice = self.kid.per_day > 1 and not self.eject and self.kid.visits > 1
        self.doubles = DoubleSessions(self.state, number, self.free) if twice else None
        self.per_day = 1 if self.doubles is None else 2

    def avoid(self, number: int, therapist: int, first: int, last: int) -> None:
        """Make the starts from ``first`` to ``last`` with the therapist dear from now on."""
        first = max(0, first)
        avoided = self._avoided.get((number, therapist), 0)
        self._avoided[number, therapist] = avoided | span(first, last - first + 1)

    def _gather(self) -> None:
        """Note for every therapist and day which starts there are, and what each costs."""
        state, request, positions = self.state, self.request, range(len(self.request.therapists))
        self.free: list[list[int]] = [[0] * self.days for _ in positions]
        self.taken: list[list[int]] = [[0] * self.days for _ in positions]
        self.offers: list[list[list[Level]]] = [[[]] * self.days for _ in positions]
        self.columns: dict[tuple[int, int], list[int]] = {}
        self.floor = NOTHING
        for day in range(self.days):
            starts = state.child_starts(self.number, day)
            if not starts:
                continue
            roomy = starts & state.room_starts(self.number, day)
            levels = self._day_levels(day, starts if self.eject else roomy)
            if levels and (self.floor == NOTHING or levels[0][0] < self.floor):
                self.floor = levels[0][0]
            for position in positions:
                if self.blink and self.random.random() < self.blink:
                    continue
                free = roomy and roomy & state.therapist_starts(self.number, position, day)
                self.free[position][day] = free
                if self.eject:
                    self.taken[position][day] = request.starts[position][day] & starts & ~free
                self.offers[position][day] = self._offers(position, day, levels)

    def _day_levels(self, day: int, starts: int) -> list[Level]:
        """Return the day's starts by what the trip and the family's wishes cost, cheapest first."""
        costs: dict[int, int] = {}
        wish = self.problem.instance.weights.not_preferred
        for trip, mask in self._trip_levels(day, starts) if starts else ():
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

    def _offers(self, position: int, day: int, levels: list[Level]) -> list[Level]:
        """Return what one therapist offers on the day, by points, cheapest first."""
        stranger = self.request.strangers[position]
        free, taken = self.free[position][day], self.taken[position][day]
        avoided = self._avoided.get((self.number, self.request.therapists[position]), 0)
        offers = [(cost + stranger, mask & free) for cost, mask in levels if mask & free]
        if taken:
            dear = stranger + self.eject
            offers += [(cost + dear, mask & taken) for cost, mask in levels if mask & taken]
            offers.sort()
        if avoided and offers:
            dear_offers = [(cost + self.avoiding, mask & avoided) for cost, mask in offers]
            offers = [(cost, mask & ~avoided) for cost, mask in offers]
            offers = sorted((cost, mask) for cost, mask in offers + dear_offers if mask)
        return offers

    def teams(self) -> list[Team]:
        """Return the teams that reach the least number of sessions, most promising first."""
        days_of = [
            sum(1 << day for day, levels in enumerate(by_day) if levels) for by_day in self.offers
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
        per_day, per_week, count = self.per_day, self.request.per_week, 0
        for week in self._week_masks:
            here = per_day * (days & week).bit_count()
            count += here if here < per_week else per_week
        return min(self.most, count)

    def _bound(self, team: tuple[int, ...], count: int) -> int:
        """Return points that no choice of the team's sessions exceeds."""
        extra = self.problem.instance.weights.extra_therapist * (len(team) - 1)
        stranger = min(self.request.strangers[position] for position in team)
        days_needed = -(-count // self.per_day)
        cost = count * stranger + days_needed * self.floor
        return count * self.request.care - cost - extra

    def _try_team(self, team: tuple[int, ...], count: int) -> None:
        """Try the usual starts of a team, the one with most days at that very start first."""
        extra = self.problem.instance.weights.extra_therapist * (len(team) - 1)
        choice, care = self._choices[self.number], self.request.care
        days_needed = -(-count // self.per_day)
        off = min(self.problem.off_time[1], care)
        best_possible = self._bound(team, count)
        for days_there, usual in self.usual_starts(team):
            if best_possible - max(0, days_needed - days_there) * off <= self.value:
                break
            starts = self.column(team, usual)
            second = [] if self.doubles is None else self._pair_column(team, usual)
            prices = DayPrices(
                [start // self.span for start in starts], [start // self.span for start in second]
            )
            limits = (self.least, self.most)
            days, value = choice.best(prices, limits, self.value + extra)
            if value - extra > self.value:
                self.value, self.team, self.best = value - extra, team, days
                self.best_starts = [
                    (second if days.count(day) > 1 else starts)[day] % self.span for day in days
                ]

    def usual_starts(self, team: tuple[int, ...]) -> list[tuple[int, int]]:
        """Return every start that some day offers with the number of such days, most first."""
        masks = [0] * self.days
        for position in team:
            free, taken = self.free[position], self.taken[position]
            masks = [one | two | three for one, two, three in zip(masks, free, taken, strict=True)]
        found = [(count, start) for start, count in enumerate(count_by_bit(masks)) if count]
        found.sort(key=lambda pair: (-pair[0], pair[1]))
        return found

    def column(self, team: tuple[int, ...], usual: int) -> list[int]:
        """Return every day's cheapest start with the team for the usual start."""
        columns = []
        for position in team:
            column = self.columns.get((position, usual))
            if column is None:
                off_time, width = self.problem.off_time, self.span
                column = [
                    cheapest_start(levels, usual, off_time, width)
                    for levels in self.offers[position]
                ]
                self.columns[position, usual] = column
            columns.append(column)
        return columns[0] if len(columns) == 1 else list(map(min, *columns))

    def _pair_column(self, team: tuple[int, ...], usual: int) -> list[int]:
        """Return every day's cheapest first start of two sessions with the team."""
        assert self.doubles is not None  # noqa: S101  (asked only where two a day are allowed)
        columns = [self.doubles.column(one, other, usual) for one in team for other in team]
        return columns[0] if len(columns) == 1 else list(map(min, *columns))

    def seat(self, team: tuple[int, ...], days: list[int], starts: list[int]) -> list[Slot]:
        """Give every chosen time a therapist of the team and a room."""
        sessions: list[Slot] = []
        single = [at for at, day in enumerate(days) if days.count(day) == 1]
        options = [self._who(team, days[at], starts[at]) for at in single]
        use = [sum(position in able for able in options) for position in range(len(self.free))]
        for at, able in zip(single, options, strict=True):
            position = max(able, key=lambda each: (use[each], -each))
            sessions.append(self._session(days[at], starts[at], position))
        for day in sorted({day for day in days if days.count(day) > 1}):
            first = starts[days.index(day)]
            assert self.doubles is not None  # noqa: S101  (no day twice without them)
            second, one, other = self.doubles.pair(team, day, first)
            sessions += [self._session(day, first, one), self._session(day, second, other)]
        return sorted(sessions)

    def _session(self, day: int, start: int, position: int) -> Slot:
        room = self.state.room_for(self.number, day, start)
        return day, start, self.request.therapists[position], room

    def _who(self, team: tuple[int, ...], day: int, start: int) -> list[int]:
        """Return the team's cheapest members who can take the time; free ones first."""
        for by_day in (self.free, self.taken):
            able = [each for each in team if by_day[each][day] >> start & 1]
            if able:
                least = min(self.request.strangers[each] for each in able)
                return [each for each in able if self.request.strangers[each] == least]
        return []
