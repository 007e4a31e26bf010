"""The nearest places of the same day for a visit that cannot stay where it is."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import IntEnum
from itertools import islice

from ot_desktop.scheduling.domain import MINUTES_A_DAY, Booking, Visit
from ot_desktop.scheduling.facts import Facts, Spans
from ot_desktop.scheduling.occupancy import Minutes, full, is_free, stretch, taken
from ot_desktop.scheduling.rules import AUTHORIZATION, Finding, check, stops

MOST = 3
_MOST_LOOKED_AT = 12
_WHOLE_DAY = ((0, MINUTES_A_DAY - 1),)


class Change(IntEnum):
    """What differs from what was asked for, the smallest change first."""

    OTHER_TIME = 0
    OTHER_ROOM = 1
    OTHER_THERAPIST = 2
    OTHER_THERAPIST_AND_ROOM = 3
    OTHER_TIME_AND_ROOM = 4
    OTHER_TIME_AND_THERAPIST = 5


SMALL_CHANGES = (Change.OTHER_TIME, Change.OTHER_ROOM, Change.OTHER_THERAPIST)


@dataclass(frozen=True, slots=True)
class Alternative:
    """A place without stops; ``findings`` are the warnings that would remain."""

    visit: Visit
    change: Change
    findings: tuple[Finding, ...] = ()
    therapist_name: str = ""
    room_name: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether nothing but the authorization would need a reason."""
        return not any(
            finding.needs_reason and finding.kind not in AUTHORIZATION for finding in self.findings
        )


def alternatives(visit: Visit, facts: Facts, most: int = MOST) -> tuple[Alternative, ...]:
    """Return up to ``most`` places that day: the nearest of each kind, then the next nearest.

    ``facts`` must know every booking of the day. Places that need a reason are offered only
    when there are no others.
    """
    day = DayPlaces(visit, facts)
    clear: list[Alternative] = []
    warned: list[Alternative] = []
    for change in Change:
        if change not in SMALL_CHANGES and len(clear) >= most:
            break
        for found in _found(day.places(change), change, facts, most):
            (clear if found.is_clear else warned).append(found)
    return _best_of_each(clear, most) or _best_of_each(warned, most)


def _found(
    places: Iterator[Visit], change: Change, facts: Facts, most: int
) -> Iterator[Alternative]:
    """Yield places without stops until ``most`` are clear."""
    clear = 0
    for candidate in islice(places, _MOST_LOOKED_AT):
        findings = check(candidate, facts)
        if stops(findings):
            continue
        found = Alternative(
            candidate,
            change,
            findings,
            facts.clinic.therapist_name(candidate.therapist_id),
            facts.clinic.room_name(candidate.room_id),
        )
        yield found
        clear += found.is_clear
        if clear == most:
            return


def _best_of_each(found: list[Alternative], most: int) -> tuple[Alternative, ...]:
    """Keep the first of each of the three small changes, then fill up in order."""
    firsts = [
        next((each for each in found if each.change is change), None) for change in SMALL_CHANGES
    ]
    chosen = [each for each in firsts if each is not None][:most]
    chosen += [each for each in found if each not in chosen][: most - len(chosen)]
    return tuple(sorted(chosen, key=found.index))


class DayPlaces:
    """One day as bits: proposes places that are free by the minute, which the rules then check."""

    def __init__(self, visit: Visit, facts: Facts) -> None:
        self._visit = visit
        self._clinic = facts.clinic
        self._start = visit.minutes[0]
        self._length = visit.minutes[1] - visit.minutes[0]
        self._persons: dict[int, Minutes] = {}
        self._rooms: dict[int | None, Minutes] = {None: 0}
        self._by_therapist: defaultdict[int, list[Booking]] = defaultdict(list)
        self._by_room: defaultdict[int | None, list[Booking]] = defaultdict(list)
        self._child = 0
        for booking in facts.around(visit):
            self._by_therapist[booking.therapist_id].append(booking)
            self._by_room[booking.room_id].append(booking)
            interprets = visit.interpreter_id in {booking.interpreter_id} - {None}
            if interprets or booking.child_id == visit.child_id:
                self._child |= stretch(*booking.minutes)

    def places(self, change: Change) -> Iterator[Visit]:
        """Yield the free places that differ by ``change``, the nearest in time first."""
        asked = self._visit
        if change is Change.OTHER_TIME:
            yield from self._at(self._other_starts(), [asked.therapist_id], [asked.room_id])
        elif change is Change.OTHER_ROOM:
            yield from self._at([self._start], [asked.therapist_id], self._other_rooms())
        elif change is Change.OTHER_THERAPIST:
            yield from self._at([self._start], self._other_therapists(), [asked.room_id])
        elif change is Change.OTHER_THERAPIST_AND_ROOM:
            yield from self._at([self._start], self._other_therapists(), self._other_rooms())
        elif change is Change.OTHER_TIME_AND_ROOM:
            yield from self._at(self._other_starts(), [asked.therapist_id], self._other_rooms())
        else:
            yield from self._at(self._other_starts(), self._other_therapists(), [asked.room_id])

    def rooms_at(self, start: int) -> tuple[int | None, ...]:
        """Return the rooms with a place at a start, the asked-for one first."""
        rooms = (self._visit.room_id, *self._other_rooms())
        return tuple(room_id for room_id in rooms if self._has_place(room_id, start))

    def is_there(self, start: int, therapist_id: int) -> bool:
        """Say whether child and therapist are free, whatever the rooms."""
        return is_free(self._person(therapist_id), start, self._length)

    def _at(
        self, starts: list[int], therapists: list[int], rooms: list[int | None]
    ) -> Iterator[Visit]:
        for start in starts:
            for therapist_id in therapists:
                if is_free(self._person(therapist_id), start, self._length):
                    for room_id in rooms:
                        if self._has_place(room_id, start):
                            yield self._moved(start, therapist_id, room_id)

    def _other_starts(self) -> list[int]:
        """Return every start on the grid while the clinic is open, the nearest first."""
        spans = self._clinic.hours.get(self._visit.starts.weekday(), ())
        starts = {
            start
            for opens, closes in (spans if self._clinic.hours else _WHOLE_DAY)
            for start in range(opens, closes - self._length + 1, self._clinic.grid_minutes)
        }
        return sorted(starts - {self._start}, key=lambda start: (abs(start - self._start), start))

    def _other_rooms(self) -> list[int | None]:
        if self._visit.room_id is None:
            return []
        return [room_id for room_id in self._clinic.rooms if room_id != self._visit.room_id]

    def _other_therapists(self) -> list[int]:
        return [each for each in self._clinic.therapists if each != self._visit.therapist_id]

    def _person(self, therapist_id: int) -> Minutes:
        """Return when child or therapist are taken, or one of clinic and therapist is not there."""
        if therapist_id not in self._persons:
            weekday, clinic = self._visit.starts.weekday(), self._clinic
            therapist = clinic.therapists.get(therapist_id)
            away = 0
            if clinic.hours:
                away |= _outside(clinic.hours.get(weekday, ()))
            if therapist is not None and therapist.hours:
                away |= _outside(clinic.therapist_hours.get((therapist_id, weekday), ()))
            for off in clinic.away.get((therapist_id, self._visit.day), ()):
                away |= stretch(*off.minutes)
            theirs = taken(self._by_therapist[therapist_id])
            self._persons[therapist_id] = self._child | theirs | away
        return self._persons[therapist_id]

    def _has_place(self, room_id: int | None, start: int) -> bool:
        clean_up = self._clinic.clean_up_minutes
        if room_id not in self._rooms:
            room = self._clinic.rooms.get(room_id) if room_id is not None else None
            bookings = self._by_room[room_id]
            minutes = full(bookings, room.capacity, clean_up) if room else 0
            for off in self._clinic.room_closed.get((room_id or 0, self._visit.day), ()):
                minutes |= stretch(*off.minutes)
            self._rooms[room_id] = minutes
        return is_free(self._rooms[room_id], start, self._length + clean_up)

    def _moved(self, start: int, therapist_id: int, room_id: int | None) -> Visit:
        starts = datetime.combine(self._visit.day, time(start // 60, start % 60))
        ends = starts + timedelta(minutes=self._length)
        return replace(
            self._visit, therapist_id=therapist_id, room_id=room_id, starts=starts, ends=ends
        )


def _outside(spans: Spans) -> Minutes:
    away = stretch(0, MINUTES_A_DAY)
    for start, end in spans:
        away &= ~stretch(start, end)
    return away
