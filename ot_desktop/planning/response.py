"""The best sessions for one service beside everybody else's: the step every move is made of.

For a team of therapists and a usual start, every day offers its cheapest start; the cheapest days
within the weekly limits are the best sessions for that pair. The search goes over teams and usual
starts, most promising first, and leaves out those that cannot beat what was found. Exact for a
service with one session a day; the only short cut is that teams of three and more are made of the
therapists with the most possible days.
"""

from collections.abc import Callable
from random import Random

from ot_desktop.planning import words
from ot_desktop.planning.double_sessions import DoubleSessions
from ot_desktop.planning.offers import Offers
from ot_desktop.planning.state import Slot, State
from ot_desktop.planning.teams import Teams
from ot_desktop.planning.week_choice import WeekChoice
from ot_desktop.planning.words import Row

PLANES = 10  # binary digits of a number of days


class Response:
    """Finds the best sessions of a service that has only kept ones; the state is only read."""

    def __init__(self, state: State, random: Random) -> None:
        self.state = state
        self.tables = state.tables
        self.days, self.slots = state.days, state.tables.slots
        self.offers = Offers(state, random)
        self.doubles = DoubleSessions(self.offers)
        self.choice = WeekChoice(state.problem, state.tables)
        self.teams = Teams(self.offers, self.choice)
        self.tick: Callable[[], None] | None = None  # called before every search
        self.value = -words.NO_START
        self.number = self.least = self.per_day = 0
        self._rows: list[Row] = []
        most = max((len(each.therapists) for each in state.problem.requests), default=0)
        self._use = self._row(most)
        self.at_start = self._row(self.slots)  # by usual start: the days that have it
        self._planes = self._row(PLANES)
        self.best_team = 0
        self.best_days: list[int] = []
        self.best_starts: list[int] = []
        self.kept: list[Slot] = []
        self.kept_team = 0
        self._kept_off = self._row(self.slots)  # by usual start: what the kept sessions cost

    def _row(self, count: int) -> Row:
        kept = words.row(count)
        self._rows.append(kept)
        return words.view(kept)

    def find(self, number: int, least: int, most: int) -> list[Slot]:
        """Return the best sessions, at least ``least``, or none; kept ones are among them."""
        self.prepare(number, least, most)
        at = self.teams.most_promising(self.value)
        while at >= 0:
            self._try_team(at)
            at = self.teams.most_promising(self.value)
        if self.least > 0 and not self.best_days:
            return []
        return self.seat(self.best_team, self.best_days, self.best_starts)

    def prepare(self, number: int, least: int, most: int) -> None:
        """Look at the service's possible starts and list the teams, without choosing any."""
        if self.tick is not None:
            self.tick()
        tables = self.tables
        child = tables.child[number]
        self.number = number
        self.kept = self.state.kept[number]
        self.least = least - len(self.kept)
        twice = tables.per_day[child] > 1 and tables.visits[child] > 1
        self.per_day = 2 if twice else 1
        self.value, self.best_team = -words.NO_START, 0
        self.best_days, self.best_starts = [], []
        self.offers.gather(number)
        self.doubles.look_at(number)
        self.choice.limit(number, self.least, most - len(self.kept), self.per_day)
        self.kept_team = 0
        if self.kept:
            self._mind_kept()
        self.teams.look(self.kept_team, self.per_day)

    def _mind_kept(self) -> None:
        """Count in the sessions that stay: their weeks, days in a row, team and usual start."""
        for start in range(self.slots):
            self._kept_off[start] = 0
        for day, start, therapist, _ in self.kept:
            self.choice.mind(day)
            for usual in range(self.slots):
                self._kept_off[usual] += self.tables.off_time[abs(start - usual)]
            for position in range(self.offers.able):
                if self.tables.therapist[self.offers.first_able + position] == therapist:
                    self.kept_team |= words.one(position)

    def _try_team(self, at: int) -> None:
        """Try the usual starts of a team, the one with most days at that very start first."""
        tables, teams = self.tables, self.teams
        team, bound, days = teams.team[at], teams.bound[at], teams.days_needed(teams.sessions[at])
        teams.bound[at] = -words.NO_START  # not again
        off = min(tables.off_time[1], tables.care[self.number])
        self.count_starts(team)
        usual = self.next_usual()
        while usual >= 0:
            missing = days - self.at_start[usual]
            if missing > 0 and bound - missing * off <= self.value:
                break
            self.at_start[usual] = 0
            self._try_usual(team, usual)
            usual = self.next_usual()

    def count_starts(self, team: int) -> None:
        """Count for every start the days on which somebody of the team offers it."""
        planes = self._planes  # plane i holds the bit of value 2**i of every count
        for plane in range(PLANES):
            planes[plane] = 0
        for day in range(self.days):
            carry = self.offers.starts_of(team, day)
            plane = 0
            while carry:
                both = planes[plane] & carry
                planes[plane] ^= carry
                carry = both
                plane += 1
        for start in range(self.slots):
            self.at_start[start] = 0
        for plane in range(PLANES):
            left = planes[plane]
            while left:
                self.at_start[words.lowest(left)] += words.one(plane)
                left &= left - 1
        for session in self.kept:
            self.at_start[session[1]] += 1

    def next_usual(self) -> int:
        """Return the start that most days have, of those not tried yet; -1 after the last."""
        found, most = -1, 0
        for start in range(self.slots):
            if self.at_start[start] > most:
                found, most = start, self.at_start[start]
        return found

    def _try_usual(self, team: int, usual: int) -> None:
        """Choose the days for a team and a usual start; remember them if they are the best."""
        value = self.worth(team, usual, self.value)
        if value > self.value:
            self.value, self.best_team = value, team
            self.best_days = self.chosen_days()
            self.best_starts = self.chosen_starts(self.best_days)

    def worth(self, team: int, usual: int, beat: int) -> int:
        """Choose the days; return their points, which may be too few if they are below ``beat``."""
        extra = self.tables.extra_therapist * (words.count(team) - 1)
        if self.kept:
            extra += self._kept_off[usual]
        self.offers.fill(team, usual, self.choice.one)
        if self.per_day > 1:
            self.doubles.fill(team, usual, self.choice.two)
        return self.choice.best(beat + extra) - extra

    def teams_found(self) -> list[tuple[int, int, int]]:
        """Return every team: the most points it can bring, the most sessions, its positions."""
        teams = self.teams
        return [(teams.bound[at], teams.sessions[at], teams.team[at]) for at in range(teams.size)]

    def usual_starts(self, team: int) -> list[tuple[int, int]]:
        """Return every start that some day offers, with the number of such days."""
        self.count_starts(team)
        at_start = [self.at_start[start] for start in range(self.slots)]
        return [(days, start) for start, days in enumerate(at_start) if days]

    def prices(self) -> list[int]:
        """Return the cheapest start of every day, as last looked at."""
        return [self.choice.one[day] for day in range(self.days)]

    def chosen_days(self) -> list[int]:
        """Return the days last chosen; a day with two sessions is there twice."""
        return [self.choice.chosen[at] for at in range(self.choice.size)]

    def chosen_starts(self, days: list[int]) -> list[int]:
        """Return the starts of the days last chosen, the first one where there are two."""
        width = words.one(words.START_BITS) - 1
        starts = []
        for day in days:
            twice = self.per_day > 1 and days.count(day) > 1
            starts.append((self.choice.two[day] if twice else self.choice.one[day]) & width)
        return starts

    def seat(self, team: int, days: list[int], starts: list[int]) -> list[Slot]:
        """Give every chosen time a therapist of the team and a room; add the kept sessions."""
        sessions = list(self.kept)
        for position in range(self.offers.able):
            self._use[position] = 0
        for day, start in zip(days, starts, strict=True):
            if self.per_day == 1 or days.count(day) == 1:
                self._count_use(team, day, start)
        before = -1
        for day, start in zip(days, starts, strict=True):
            if self.per_day == 1 or days.count(day) == 1:
                sessions.append(self._session(day, start, self._most_used(team, day, start)))
            elif day != before:  # the two of a day are side by side
                second, one, other = self.doubles.pair(team, day, start)
                sessions.append(self._session(day, start, one))
                sessions.append(self._session(day, second, other))
            before = day
        sessions.sort()
        return sessions

    def _count_use(self, team: int, day: int, start: int) -> None:
        """Count for everybody of the team how many of the times they could take."""
        able = self.offers.who(team, day, start)
        while able:
            self._use[words.lowest(able)] += 1
            able &= able - 1

    def _most_used(self, team: int, day: int, start: int) -> int:
        """Return who could take the time and most of the others."""
        able, found, most = self.offers.who(team, day, start), 0, 0
        while able:
            position = words.lowest(able)
            able &= able - 1
            if self._use[position] > most:
                found, most = position, self._use[position]
        return found

    def _session(self, day: int, start: int, position: int) -> Slot:
        room = self.state.room_for(self.number, day, start)
        return day, start, self.tables.therapist[self.offers.first_able + position], room
