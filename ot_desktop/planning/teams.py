"""The teams of therapists a service may choose from, each with a bound on what it can bring."""

from math import comb

from ot_desktop.planning import words
from ot_desktop.planning.offers import Offers
from ot_desktop.planning.problem import Request
from ot_desktop.planning.week_choice import WeekChoice
from ot_desktop.planning.words import Row

SINGLE_OUT = 7  # teams of three and more come from so many therapists
PAIR = 2


class Teams:
    """Lists the teams for the offers last gathered; a team is the mask of its positions."""

    def __init__(self, offers: Offers, choice: WeekChoice) -> None:
        self.tables = offers.tables
        self.offers, self.choice = offers, choice
        self._rows: list[Row] = []
        requests = offers.state.problem.requests
        most_able = max((len(each.therapists) for each in requests), default=0)
        most_teams = max((_most_teams(each) for each in requests), default=0)
        self.team = self._row(most_teams)
        self.bound = self._row(most_teams)  # points that no choice of its sessions exceeds
        self.sessions = self._row(most_teams)  # the most it can give
        self._able = self._row(most_able)  # positions with any possible day, most days first
        self._days = self._row(most_able)
        self.size = self.ables = self.per_day = self.kept = 0

    def _row(self, count: int) -> Row:
        kept = words.row(count)
        self._rows.append(kept)
        return words.view(kept)

    def look(self, kept: int, per_day: int) -> None:
        """List the teams that reach the least number of sessions; all have the ``kept`` people."""
        self.size, self.kept, self.per_day = 0, kept, per_day
        if self.choice.most <= 0:
            return
        self._line_up()
        if kept:
            self._add(kept)
        room = self.tables.max_team[self.offers.number] - words.count(kept)
        for size in range(1, min(room, self.ables) + 1):
            among = self.ables if size <= PAIR else min(self.ables, SINGLE_OUT)
            picked = words.one(size) - 1
            while picked < words.one(among):
                self._add_picked(picked)
                low = picked & -picked
                ripple = picked + low  # the next number with as many bits
                picked = ripple | (picked ^ ripple) >> (words.lowest(low) + 2)

    def _line_up(self) -> None:
        """Put the therapists with any possible day in order, those with most days first."""
        self.ables = 0
        for position in range(self.offers.able):
            days = self._days_of(position)
            if not days or self.kept >> position & 1:
                continue
            at = self.ables
            while at > 0 and self._days[at - 1] < days:
                self._days[at], self._able[at] = self._days[at - 1], self._able[at - 1]
                at -= 1
            self._days[at], self._able[at] = days, position
            self.ables += 1

    def _days_of(self, position: int) -> int:
        days, weeks = 0, self.tables.weeks
        for week in range(weeks):
            days += words.count(self.offers.in_week[position * weeks + week])
        return days

    def _add_picked(self, picked: int) -> None:
        team = self.kept
        while picked:
            team |= words.one(self._able[words.lowest(picked)])
            picked &= picked - 1
        self._add(team)

    def _add(self, team: int) -> None:
        """Note a team with points that no choice of its sessions exceeds."""
        tables, offers = self.tables, self.offers
        sessions = self._most_sessions(team)
        if sessions < self.choice.least:
            return
        stranger, left = words.NO_START, team
        while left:
            stranger = min(stranger, tables.stranger[offers.first_able + words.lowest(left)])
            left &= left - 1
        points = sessions * (tables.care[offers.number] - stranger)
        points -= self.days_needed(sessions) * offers.floor
        self.team[self.size], self.sessions[self.size] = team, sessions
        self.bound[self.size] = points - tables.extra_therapist * (words.count(team) - 1)
        self.size += 1

    def days_needed(self, sessions: int) -> int:
        """Return on how few days so many sessions can be."""
        return (sessions + self.per_day - 1) // self.per_day

    def _most_sessions(self, team: int) -> int:
        """Return how many sessions the team's days can hold."""
        weeks, sessions = self.tables.weeks, 0
        for week in range(weeks):
            days, left = 0, team
            while left:
                days |= self.offers.in_week[words.lowest(left) * weeks + week]
                left &= left - 1
            sessions += min(self.per_day * words.count(days), self.choice.week_left[week])
        return min(sessions, self.choice.most)

    def most_promising(self, beat: int) -> int:
        """Return the team with the highest bound, or -1 when none can beat so many points."""
        found = -1
        for at in range(self.size):
            if self.bound[at] > beat:
                found, beat = at, self.bound[at]
        return found


def _most_teams(request: Request) -> int:
    """Return how many teams a service may have to choose from."""
    able = len(request.therapists)
    return sum(
        comb(able if size <= PAIR else min(able, SINGLE_OUT), size)
        for size in range(min(request.max_team, able) + 1)
    )
