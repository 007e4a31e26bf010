"""The problem's numbers in flat rows, as the inner loops read them.

``able`` counts pairs of a service and one of its therapists: those of service r are
``first_able[r]`` up to ``first_able[r + 1]``. A row by something and day has the days side by side.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate

from ot_desktop.planning import words
from ot_desktop.planning.masks import beside_lunch, runs
from ot_desktop.planning.problem import Problem, Request
from ot_desktop.planning.words import Row


class Tables:
    """Read only; one for each problem."""

    def __init__(self, problem: Problem) -> None:
        self._alive: list[Row] = []
        self.days = len(problem.days)
        self.slots = problem.slots
        self.weeks = len(problem.week_days)
        self.first_day = self._row([week[0] for week in problem.week_days] + [self.days])
        self.week = self._row([at for at, week in enumerate(problem.week_days) for _ in week])
        self.follows = self._row(problem.follows)
        self.off_time = self._row(problem.off_time)
        self._points(problem)
        self._services(problem)
        self._people(problem)

    def _row(self, numbers: Iterable[int]) -> Row:
        kept = array("q", numbers)
        kept.append(0)  # a row of nothing cannot be viewed
        self._alive.append(kept)
        return words.view(kept)

    def _flat(self, rows: Iterable[Sequence[int]]) -> Row:
        return self._row([number for row in rows for number in row])

    def _firsts(self, rows: Iterable[Sequence[int]]) -> Row:
        return self._row(accumulate(map(len, rows), initial=0))

    def _points(self, problem: Problem) -> None:
        weights = problem.instance.weights
        self.extra_therapist = weights.extra_therapist
        self.not_preferred = weights.not_preferred
        self.adjacent_days = weights.adjacent_days
        self.wait_per_slot = weights.wait_per_slot
        self.trip_gap = problem.trip_gap

    def _services(self, problem: Problem) -> None:
        requests = problem.requests
        self.child = self._row([each.child for each in requests])
        self.length = self._row([each.length for each in requests])
        self.least = self._row([each.least for each in requests])
        self.most = self._row([each.most for each in requests])
        self.per_week = self._row([each.per_week for each in requests])
        self.max_team = self._row([each.max_team for each in requests])
        self.spread = self._row([each.spread for each in requests])
        self.care = self._row([each.care for each in requests])
        self.preferred = self._row([each.preferred for each in requests])
        self.windows = self._flat([each.windows for each in requests])
        self.first_room = self._firsts([each.rooms for each in requests])
        self.room = self._flat([each.rooms for each in requests])
        self.first_able = self._firsts([each.therapists for each in requests])
        self.therapist = self._flat([each.therapists for each in requests])
        self.stranger = self._flat([each.strangers for each in requests])
        self.starts = self._flat([row for each in requests for row in each.starts])
        self.possible = self._flat([row for each in requests for row in _possible(problem, each)])

    def _people(self, problem: Problem) -> None:
        kids = problem.kids
        self.family = self._row([each.family for each in kids])
        self.per_day = self._row([each.per_day for each in kids])
        self.visits = self._row([each.visits for each in kids])
        self.first_sibling = self._firsts([each.siblings for each in kids])
        self.sibling = self._flat([each.siblings for each in kids])
        together: list[list[int]] = [[] for _ in problem.travel]
        for number, each in enumerate(kids):
            together[each.family].append(number)
        self.first_kid = self._firsts(together)
        self.kid = self._flat(together)
        self.travel = self._row(problem.travel)
        self.note_slots = self._row(problem.note_slots)
        self.lunch_slots = self._row(problem.lunch_slots)
        self.lunch_starts = self._row(problem.lunch_starts)


def _possible(problem: Problem, request: Request) -> list[list[int]]:
    """Return beside the service's therapists, by day, the starts possible with nobody else there.

    The starts of the problem leave open whether there is a room, and a lunch beside the session.
    """
    days = len(problem.days)
    roomy = [_roomy(problem, request, day) for day in range(days)]
    rows = []
    for therapist, starts in zip(request.therapists, request.starts, strict=True):
        row = []
        for day, mask in enumerate(starts):
            at, possible = therapist * days + day, mask & roomy[day]
            if problem.contact_left[at] < request.length:
                possible = 0
            if possible:
                possible &= _beside_lunch(problem, therapist, at, request.length)
            row.append(possible)
        rows.append(row)
    return rows


def _roomy(problem: Problem, request: Request, day: int) -> int:
    """Return the starts at which some room of the service is free."""
    roomy = 0
    for room in request.rooms:
        roomy |= runs(problem.free_room[room * len(problem.days) + day], request.length)
    return roomy


def _beside_lunch(problem: Problem, therapist: int, at: int, length: int) -> int:
    """Return the starts at which the session and its notes leave a lunch (-1 for all)."""
    owed, lunch = problem.lunch_starts[at], problem.lunch_slots[therapist]
    if not owed:
        return -1
    left = owed & runs(problem.free_therapist[at], lunch)
    return beside_lunch(left, lunch, length + problem.note_slots[therapist])
