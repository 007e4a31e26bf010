"""Which days are for which of a child's services, one or two sessions a day: exact.

Counts of sessions, one number a service, are put together day by day and week by week. Of two ways
that lead to counts of which none is smaller only the better is followed: whoever can have more
sessions can have fewer.
"""

from itertools import combinations_with_replacement, product

from ot_desktop.planning.day_offers import DayOffers, Giver

Team = tuple[int, ...]  # positions in ``Openings.able``
Counts = tuple[int, ...]  # sessions by service
Pick = tuple[int, tuple[Giver, ...]]  # a day and who gives what on it
Ways = dict[Counts, tuple[Pick, ...]]


class DayChoice:
    """Chooses days for given teams; ``counts`` never exceed what is wanted."""

    def __init__(
        self, offers: DayOffers, teams: tuple[Team, ...], wanted: Counts, visits: int
    ) -> None:
        self.offers = offers
        self.givers = [
            [Giver(service, position) for position in team] for service, team in enumerate(teams)
        ]
        child = offers.openings.child
        self.per_week = tuple(service.max_per_week for service in child.services)
        self.nothing: Counts = (0,) * len(teams)
        self.twice = child.max_sessions_per_day > 1
        ways: Ways = {self.nothing: ()}
        for week in offers.openings.problem.week_days:
            ways = _most(_sums(ways, self._week(week), wanted, cut=True))
        least = tuple(service.min_sessions for service in child.services)
        counts, self._picks = max(ways.items(), key=lambda way: _worth(way[0], least))
        self.counts = _within(counts, least, visits)

    def picks(self) -> list[Pick]:
        """Return every session's day and giver."""
        left = list(self.counts)
        chosen = []
        for day, givers in self._picks:
            kept = []
            for giver in givers:
                if left[giver.service]:
                    left[giver.service] -= 1
                    kept.append(giver)
            chosen.append((day, tuple(kept)))
        return chosen

    def _week(self, week: list[int]) -> Ways:
        ways: Ways = {self.nothing: ()}
        for day in week:
            ways = _most(_sums(ways, self._day(day), self.per_week, cut=False))
        return ways

    def _day(self, day: int) -> Ways:
        """Return what the day can hold: nothing, a session of a service, or two sessions."""
        ways: Ways = {self.nothing: ()}
        firsts = [
            giver
            for givers in self.givers
            for giver in givers
            if self.offers.ones[giver.service][giver.position] >> day & 1
        ]
        for giver in firsts:
            ways[self._of((giver,))] = ((day, (giver,)),)
        if self.twice:
            for pair in combinations_with_replacement(firsts, 2):
                counts = self._of(pair)
                if counts not in ways and self.offers.holds(day, *pair):
                    ways[counts] = ((day, pair),)
        return ways

    def _of(self, givers: tuple[Giver, ...]) -> Counts:
        counts = list(self.nothing)
        for giver in givers:
            counts[giver.service] += 1
        return tuple(counts)


def _sums(before: Ways, more: Ways, limits: Counts, *, cut: bool) -> Ways:
    """Return what two parts of the program hold together; beyond the limits cut, or left out."""
    ways: Ways = {}
    for (counts, picks), (extra, extra_picks) in product(before.items(), more.items()):
        both = tuple(map(int.__add__, counts, extra))
        within = tuple(map(min, both, limits))
        if within not in ways and (cut or within == both):
            ways[within] = picks + extra_picks
    return ways


def _most(ways: Ways) -> Ways:
    """Return the ways that no other one beats in every service."""
    return {
        counts: picks
        for counts, picks in ways.items()
        if not any(_more(other, counts) for other in ways)
    }


def _more(one: Counts, other: Counts) -> bool:
    """Say whether one has more of something and less of nothing."""
    return one != other and all(map(int.__ge__, one, other))


def _worth(counts: Counts, least: Counts) -> tuple[int, int]:
    """Return what is needed of the counts, then all of them."""
    return sum(map(min, counts, least)), sum(counts)


def _within(counts: Counts, least: Counts, visits: int) -> Counts:
    """Return the counts, cut to the visits where there are more; what is not needed first."""
    left = list(counts)
    while sum(left) > visits:
        spare = [count - needed for count, needed in zip(left, least, strict=True)]
        left[spare.index(max(spare))] -= 1
    return tuple(left)
