"""Whether one child fits beside everybody else, and how many sessions do: exact.

Days meet only in the weekly limits, the dose and the team of each service. With given teams a day
has room for up to so many sessions of every set of services: the set's *rank*. Summed up over days
and weeks the ranks say at once how many sessions fit if the child comes once a day or has one
service (the days' choices are polymatroids then, and so is their sum; Edmonds 1970). Otherwise
they are a bound, and the days are put together one by one.
"""

from collections.abc import Iterator
from itertools import combinations

from ot_desktop.planning.child_openings import Openings
from ot_desktop.planning.day_choice import Counts, DayChoice, Team
from ot_desktop.planning.day_offers import DayOffers, Giver
from ot_desktop.planning.domain import Session
from ot_desktop.planning.masks import span

Sets = tuple[int, ...]  # by set of services (a mask): a number


class ExactPlace:
    """The sessions one child could have, all others as they are."""

    def __init__(self, openings: Openings) -> None:
        self.openings = openings
        self.offers = DayOffers(openings)
        child = openings.child
        self.visits = child.authorization.visits
        self.least: Counts = tuple(service.min_sessions for service in child.services)
        self.full: Counts = tuple(service.sessions for service in child.services)
        self.per_week = [service.max_per_week for service in child.services]
        self.twice = child.max_sessions_per_day > 1
        self.simple = not self.twice or len(self.least) == 1  # ranks are exact
        self.weeks = [sum(1 << day for day in week) for week in openings.problem.week_days]
        self.everybody = [tuple(range(len(able))) for able in openings.able]
        self.teams = [self._teams(service) for service in range(len(self.least))]

    def fits(self) -> bool:
        """Say whether every service can have its least number of sessions."""
        needed = sum(self.least)
        return needed <= self.visits and self._best(self.least, needed - 1) == needed

    def counts(self, wanted: Counts) -> Counts:
        """Return by service how many sessions fit together, none more than wanted.

        With one service that is the most. With several it is the most towards the least number of
        each, and what else their teams have time for.
        """
        return self._choice(wanted).counts

    def sessions(self, wanted: Counts) -> list[Session]:
        """Return so many sessions, on whatever times are free."""
        choice = self._choice(wanted)
        return [
            session for day, givers in choice.picks() for session in self._sessions(day, givers)
        ]

    def _choice(self, wanted: Counts) -> DayChoice:
        self._best(wanted if len(wanted) == 1 else self.least, -1)
        return DayChoice(self.offers, self._found, wanted, self.visits)

    def _teams(self, service: int) -> list[Team]:
        """Return the teams worth a try; nobody who has no day that another has not."""
        ones = self.offers.ones[service]
        able = [position for position in self.everybody[service] if ones[position]]
        if not self.twice:
            able = [each for each in able if not self._replaceable(each, able, ones)]
        size = min(len(able), self.openings.services[service].max_therapists)
        teams = list(combinations(able, size))
        return sorted(teams, key=lambda team: -self._days(service, team).bit_count())

    def _replaceable(self, one: int, able: list[int], ones: list[int]) -> bool:
        return any(
            not ones[one] & ~ones[other] and (ones[one] != ones[other] or other < one)
            for other in able
            if other != one
        )

    def _days(self, service: int, team: Team) -> int:
        days = 0
        for position in team:
            days |= self.offers.ones[service][position]
        return days

    def _best(self, wanted: Counts, beat: int) -> int:
        """Return the most sessions, none more than wanted, or ``beat`` if no more fit."""
        self._wanted, self._total = wanted, beat
        self._found: tuple[Team, ...] = tuple(() for _ in wanted)
        self._possible = self._bound(tuple(self.everybody))
        if self._possible > beat:
            self._choose(())
        return self._total

    def _choose(self, chosen: tuple[Team, ...]) -> None:
        """Go on to choose teams for the services that have none; the best total is kept."""
        at = len(chosen)
        for team in self.teams[at]:
            teams = (*chosen, team, *self.everybody[at + 1 :])
            bound = self._bound(teams)
            if bound <= self._total:
                continue
            if at + 1 < len(self.everybody):
                self._choose((*chosen, team))
            else:
                total = bound if self.simple else self._put_together(teams)
                if total > self._total:
                    self._total, self._found = total, teams
            if self._total == self._possible:
                break

    def _put_together(self, teams: tuple[Team, ...]) -> int:
        return sum(DayChoice(self.offers, teams, self._wanted, self.visits).counts)

    def _bound(self, teams: tuple[Team, ...]) -> int:
        """Return how many sessions fit at most; exact where ``simple``."""
        once = self._unions([self._days(at, team) for at, team in enumerate(teams)])
        twice = self._twice(teams) if self.twice else [0] * len(once)
        rooms = [0] * len(once)
        for week in self.weeks:
            ranks = [
                (one & week).bit_count() + (two & week).bit_count()
                for one, two in zip(once, twice, strict=True)
            ]
            rooms = list(map(int.__add__, rooms, self._limited(ranks)))
        everything = len(once) - 1
        fewest = min(
            room + sum(self._of(self._wanted, everything & ~services))
            for services, room in enumerate(rooms)
        )
        return min(fewest, self.visits)

    def _limited(self, ranks: list[int]) -> list[int]:
        """Return the ranks of a week, within the weekly limits."""
        found = list(ranks)
        for services in range(1, len(ranks)):
            for at, limit in enumerate(self.per_week):
                if services >> at & 1:
                    found[services] = min(found[services], found[services & ~(1 << at)] + limit)
        return found

    def _unions(self, days: list[int]) -> list[int]:
        """Return by set of services the days that have something for one of them."""
        found = [0]
        for mask in days:
            found += [have | mask for have in found]
        return found

    def _twice(self, teams: tuple[Team, ...]) -> list[int]:
        """Return by set of services the days that hold two sessions of the set."""
        found = [0] * (1 << len(teams))
        for one in range(len(teams)):
            for other in range(one, len(teams)):
                days = self._both(teams, one, other)
                for services in range(len(found)):
                    if services >> one & services >> other & 1:
                        found[services] |= days
        return found

    def _both(self, teams: tuple[Team, ...], one: int, other: int) -> int:
        return self.offers.both(
            [Giver(one, position) for position in teams[one]],
            [Giver(other, position) for position in teams[other]],
        )

    def _of(self, counts: Counts, services: int) -> Iterator[int]:
        return (count for at, count in enumerate(counts) if services >> at & 1)

    def _sessions(self, day: int, givers: tuple[Giver, ...]) -> Iterator[Session]:
        starts = [self.openings.starts[each.service][each.position][day] for each in givers]
        times: tuple[int, ...] = tuple((mask & -mask).bit_length() - 1 for mask in starts)
        if len(givers) > 1:
            times = self.offers.pair(day, *givers) or times
        for giver, start in zip(givers, times, strict=True):
            yield self._session(day, start, giver)

    def _session(self, day: int, start: int, giver: Giver) -> Session:
        openings, beside = self.openings, self.openings.beside
        service = openings.services[giver.service]
        taken = span(start, openings.lengths[giver.service])
        return Session(
            child=openings.child.id,
            service=service.id,
            day=openings.problem.days[day],
            start=openings.problem.minutes(start),
            therapist=openings.instance.therapists[openings.able[giver.service][giver.position]].id,
            room=next(
                room.id
                for number, room in enumerate(openings.instance.rooms)
                if room.kind in service.room_kinds
                and not beside.rooms[number * beside.days + day] & taken
            ),
        )
