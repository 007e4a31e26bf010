"""Looks for whole sets of times for an intensive: the same time, therapist and room if possible."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from ot_desktop.errors import ValidationError
from ot_desktop.scheduling.alternatives import DayPlaces
from ot_desktop.scheduling.domain import MAX_SESSIONS, SeriesKind, SeriesRequest, Visit, minute_of
from ot_desktop.scheduling.facts import ClinicFacts, Facts
from ot_desktop.scheduling.preview import Choice, Choices
from ot_desktop.scheduling.rules import AUTHORIZATION, check

PROPOSALS = 3
_NOON = 12 * 60
_HOUR = 60
_TRIES_EACH = 3
_OFTEN = 4
_APART = (frozenset({0, 2, 4}), frozenset({1, 3}))


@dataclass(frozen=True, slots=True)
class Wish:
    """What a family asks for; no weekday, or neither half of the day, means any."""

    child_id: int | None
    count: int
    first: date | None
    last: date | None
    length_minutes: int
    weekdays: frozenset[int] = frozenset()
    mornings: bool = False
    afternoons: bool = False
    therapist_id: int | None = None
    interpreter_id: int | None = None
    comes_with_id: int | None = None

    def check(self, today: date) -> None:
        """Raise ``ValidationError`` naming each field that has no answer yet."""
        problems: dict[str, str] = {}
        if self.child_id is None:
            problems["child_id"] = "Choose a child."
        if not 1 <= self.count <= MAX_SESSIONS:
            problems["count"] = f"Choose 1 to {MAX_SESSIONS} sessions."
        if self.first is None:
            problems["first"] = "Enter the first day, like 6/7."
        if self.last is None:
            problems["last"] = "Enter the last day, like 7/30."
        elif self.last < (self.first or date.min):
            problems["last"] = "The last day is before the first. Check both."
        elif self.last <= today:
            problems["last"] = "This day is over. Choose a later one."
        if problems:
            raise ValidationError(problems)

    def suits(self, start: int) -> bool:
        """Say whether the family can come at a minute of the day."""
        if self.mornings == self.afternoons:
            return True
        return self.mornings == (start < _NOON)


@dataclass(frozen=True, slots=True)
class Found:
    """A request with what differs from it on single days, and how well that keeps to it."""

    request: SeriesRequest
    choices: Choices
    rank: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Pattern:
    weekdays: frozenset[int]
    therapist_id: int
    start: int


@dataclass(frozen=True, slots=True)
class TimesSearch:
    """What has to be searched; plain values, so that it may run beside the window."""

    wish: Wish
    facts: Facts
    days: tuple[date, ...]
    usual_therapist_id: int | None = None
    usual_room_id: int | None = None

    def run(self) -> tuple[Found, ...]:
        """Return up to three sets of times, best first, each different from those before it."""
        places = _Places(self)
        found = [places.built(each) for each in _promising(self._patterns(), places)]
        found = [each for each in found if each.rank[0]]
        found.sort(key=lambda each: each.rank, reverse=True)
        chosen: list[Found] = []
        for each in found:
            if all(_differ(each.request, other.request) for other in chosen):
                chosen.append(each)
        return tuple(chosen[:PROPOSALS])

    def _patterns(self) -> Iterator[_Pattern]:
        wanted = frozenset(day.weekday() for day in self.days)
        spread = [wanted & apart for apart in _APART] if len(wanted) >= _OFTEN else []
        one = self.wish.therapist_id
        therapists = tuple(self.facts.clinic.therapists) if one is None else (one,)
        for weekdays in (wanted, *(each for each in spread if len(each) > 1)):
            for therapist_id in therapists:
                for start in self.starts():
                    yield _Pattern(weekdays, therapist_id, start)

    def starts(self) -> tuple[int, ...]:
        """Return every start on the grid at which the clinic is open and the family can come."""
        clinic, length = self.facts.clinic, self.wish.length_minutes
        spans = {span for each in clinic.hours.values() for span in each}
        starts = {
            start
            for opens, closes in spans or {(8 * _HOUR, 18 * _HOUR)}
            for start in range(opens, closes - length + 1, clinic.grid_minutes)
            if self.wish.suits(start)
        }
        return tuple(sorted(starts))


class _Places:
    """Every day of the window, asked again and again what is free."""

    def __init__(self, search: TimesSearch) -> None:
        self._search = search
        self._wish, self._facts = search.wish, search.facts
        self._rooms = tuple(search.facts.clinic.rooms) or (None,)
        self._starts = search.starts()
        self._day = {
            day: DayPlaces(self._visit(day, _NOON, 0, self._rooms[0]), search.facts)
            for day in search.days
        }
        self._free: dict[tuple[date, int], tuple[int | None, ...]] = {}

    def rooms(self, day: date, start: int, therapist_id: int) -> tuple[int | None, ...]:
        """Return the rooms with a place while child and therapist are free, by the minute only."""
        if not self._day[day].is_there(start, therapist_id):
            return ()
        if (day, start) not in self._free:
            self._free[day, start] = self._day[day].rooms_at(start)
        return self._free[day, start]

    def days(self, pattern: _Pattern) -> Iterator[date]:
        """Yield the days of a pattern in order."""
        return (day for day in self._search.days if day.weekday() in pattern.weekdays)

    def built(self, pattern: _Pattern) -> Found:
        """Return the pattern with another place, or none, on each day on which it does not fit."""
        asked = (pattern.start, pattern.therapist_id)
        rooms = Counter(room for day in self.days(pattern) for room in self.rooms(day, *asked))
        usual_room_id = self._search.usual_room_id
        order = sorted(rooms, key=lambda each: (-rooms[each], each != usual_room_id))
        room_id = order[0] if order else self._rooms[0]
        choices: dict[datetime, Choice] = {}
        visits: list[Visit] = []
        walked = 0
        for day in islice(self.days(pattern), MAX_SESSIONS):
            if len(visits) == self._wish.count:
                break
            walked += 1
            usual = self._visit(day, *asked, room_id)
            visit = self._nearest(day, pattern, room_id)
            if visit is not None:
                visits.append(visit)
            if visit != usual:
                choices[usual.starts] = Choice(visit)
        request = self._request(pattern, room_id, max(walked, 1))
        return Found(request, choices, self._rank(pattern, room_id, visits))

    def _nearest(self, day: date, pattern: _Pattern, room_id: int | None) -> Visit | None:
        """Return the usual place, else the smallest change: room, then time, then therapist."""
        near = sorted(self._starts, key=lambda start: (abs(start - pattern.start), start))
        wanted = [(start, pattern.therapist_id) for start in near]
        if self._wish.therapist_id is None:
            wanted[1:1] = [(pattern.start, each) for each in self._facts.clinic.therapists]
        for start, therapist_id in wanted:
            free = self.rooms(day, start, therapist_id)
            for room in sorted(free, key=lambda each: each != room_id):
                visit = self._visit(day, start, therapist_id, room)
                if self._is_clear(visit):
                    return visit
        return None

    def _is_clear(self, visit: Visit) -> bool:
        """Say whether nothing needs a reason; what is approved is counted over the whole later."""
        return not any(
            (found.is_stop or found.needs_reason) and found.kind not in AUTHORIZATION
            for found in check(visit, self._facts)
        )

    def _rank(
        self, pattern: _Pattern, room_id: int | None, visits: list[Visit]
    ) -> tuple[float, ...]:
        return (
            len(visits),
            sum(visit.minutes[0] == pattern.start for visit in visits),
            sum(visit.therapist_id == pattern.therapist_id for visit in visits),
            sum(visit.room_id == room_id for visit in visits),
            pattern.therapist_id == self._search.usual_therapist_id,
            -visits[-1].day.toordinal() if visits else 0,
            -pattern.start,
        )

    def _visit(self, day: date, start: int, therapist_id: int, room_id: int | None) -> Visit:
        starts = datetime.combine(day, time(start // 60, start % 60))
        ends = starts + timedelta(minutes=self._wish.length_minutes)
        child_id = self._wish.child_id or 0
        who = (child_id, therapist_id, room_id)
        wish = self._wish
        return Visit(*who, starts, ends, None, wish.interpreter_id, wish.comes_with_id)

    def _request(self, pattern: _Pattern, room_id: int | None, count: int) -> SeriesRequest:
        wish = self._wish
        return SeriesRequest(
            child_id=wish.child_id,
            starts_on=self._search.days[0],
            weekdays=pattern.weekdays,
            times=(time(pattern.start // 60, pattern.start % 60),),
            length_minutes=wish.length_minutes,
            therapist_id=pattern.therapist_id,
            room_id=room_id,
            count=count,
            latest_day=wish.last,
            kind=SeriesKind.INTENSIVE,
            interpreter_id=wish.interpreter_id,
            comes_with_id=wish.comes_with_id,
        )


def days_of(wish: Wish, first: date, clinic: ClinicFacts) -> tuple[date, ...]:
    """Return the days from ``first`` on which the clinic is open and the family can come."""
    last = wish.last or first
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    return tuple(
        day
        for day in days
        if day not in clinic.closed
        and (not wish.weekdays or day.weekday() in wish.weekdays)
        and (not clinic.hours or day.weekday() in clinic.hours)
    )


def _promising(patterns: Iterable[_Pattern], places: _Places) -> Iterator[_Pattern]:
    """Yield for each therapist and set of weekdays the few times that are free most often."""
    groups: dict[tuple[frozenset[int], int], list[tuple[int, _Pattern]]] = {}
    for each in patterns:
        free = sum(bool(places.rooms(d, each.start, each.therapist_id)) for d in places.days(each))
        if free:
            groups.setdefault((each.weekdays, each.therapist_id), []).append((free, each))
    for group in groups.values():
        group.sort(key=lambda pair: (-pair[0], pair[1].start))
        chosen: list[_Pattern] = []
        for _free, each in group:
            if all(abs(each.start - other.start) >= _HOUR for other in chosen):
                chosen.append(each)
        yield from chosen[:_TRIES_EACH]


def _differ(one: SeriesRequest, other: SeriesRequest) -> bool:
    """Say whether a family would call two sets of times different."""
    apart = abs(minute_of(one.times[0]) - minute_of(other.times[0]))
    same = (one.weekdays, one.therapist_id) == (other.weekdays, other.therapist_id)
    return not same or apart >= _HOUR
