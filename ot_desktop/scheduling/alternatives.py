"""The nearest places of the same day for a visit that cannot stay where it is."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import IntEnum

from ot_desktop.scheduling.domain import Visit, minute_of
from ot_desktop.scheduling.facts import Facts, within
from ot_desktop.scheduling.occupancy import Minutes, full, is_free, taken
from ot_desktop.scheduling.rules import AUTHORIZATION, Finding, check, stops

MOST = 3
_MOST_WARNED = 60


class Change(IntEnum):
    """What differs from what was asked for, the smallest change first."""

    OTHER_TIME = 0
    OTHER_ROOM = 1
    OTHER_THERAPIST = 2
    OTHER_THERAPIST_AND_ROOM = 3
    OTHER_TIME_AND_ROOM = 4
    OTHER_TIME_AND_THERAPIST = 5


@dataclass(frozen=True, slots=True)
class Alternative:
    """A place without stops; ``findings`` are the warnings that would remain."""

    visit: Visit
    change: Change
    findings: tuple[Finding, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether nothing but the authorization would need a reason."""
        return not any(
            finding.needs_reason and finding.kind not in AUTHORIZATION for finding in self.findings
        )


def alternatives(visit: Visit, facts: Facts, most: int = MOST) -> tuple[Alternative, ...]:
    """Return up to ``most`` places that day: the nearest of each kind, then the next nearest.

    ``facts`` must know every booking of the day. Places that need no reason come first.
    """
    clear: list[Alternative] = []
    warned: list[Alternative] = []
    enough: Counter[Change] = Counter()
    for change, candidate in _candidates(visit, facts):
        if enough[change] >= most or len(warned) >= _MOST_WARNED:
            continue
        findings = check(candidate, facts)
        if stops(findings):
            continue
        found = Alternative(candidate, change, findings)
        (clear if found.is_clear else warned).append(found)
        enough[change] += found.is_clear
    return _best_of_each(clear, most) or _best_of_each(warned, most)


def _best_of_each(found: list[Alternative], most: int) -> tuple[Alternative, ...]:
    """Keep the first of each of the three small changes, then fill up in order."""
    small = (Change.OTHER_TIME, Change.OTHER_ROOM, Change.OTHER_THERAPIST)
    firsts = [next((each for each in found if each.change is change), None) for change in small]
    chosen = [each for each in firsts if each is not None][:most]
    chosen += [each for each in found if each not in chosen][: most - len(chosen)]
    return tuple(sorted(chosen, key=found.index))


def _candidates(visit: Visit, facts: Facts) -> Iterator[tuple[Change, Visit]]:
    """Yield places that are free by the minute, smallest change first, then nearest in time."""
    found: list[tuple[Change, int, str, Visit]] = []
    asked = minute_of(visit.starts)
    for therapist_id, room_id, free in _free_starts(visit, facts):
        names = facts.clinic.therapist_name(therapist_id) + facts.clinic.room_name(room_id)
        for start in free:
            change = _change(visit, start, therapist_id, room_id)
            if change is not None:
                moved = _moved(visit, start, therapist_id, room_id)
                found.append((change, abs(start - asked), names, moved))
    found.sort(key=lambda each: each[:3])
    for change, _distance, _names, moved in found:
        yield change, moved


def _free_starts(visit: Visit, facts: Facts) -> Iterator[tuple[int, int | None, list[int]]]:
    """Yield (therapist, room, starting minutes) that neither overlap nor leave working hours."""
    around = facts.around(visit)
    length = visit.minutes[1] - visit.minutes[0]
    clean_up = facts.clinic.clean_up_minutes
    child = taken(each for each in around if each.child_id == visit.child_id)
    rooms: list[tuple[int | None, Minutes]] = [(None, 0)]
    if visit.room_id is not None:
        rooms = [
            (room.id, full((b for b in around if b.room_id == room.id), room.capacity, clean_up))
            for room in facts.clinic.rooms.values()
        ]
    for therapist_id in facts.clinic.therapists:
        person = child | taken(each for each in around if each.therapist_id == therapist_id)
        possible = [
            start
            for start in _starts(visit, therapist_id, length, facts)
            if is_free(person, start, length)
        ]
        for room_id, occupied in rooms:
            yield (
                therapist_id,
                room_id,
                [start for start in possible if is_free(occupied, start, length + clean_up)],
            )


def _starts(visit: Visit, therapist_id: int, length: int, facts: Facts) -> Iterable[int]:
    """Return the asked-for start and every start on the grid within all hours that are known."""
    clinic, weekday = facts.clinic, visit.starts.weekday()
    therapist = clinic.therapists[therapist_id]
    open_spans = clinic.hours.get(weekday, ()) if clinic.hours else ((0, 24 * 60 - 1),)
    their_spans = clinic.therapist_hours.get((therapist_id, weekday), ())
    wanted = {
        minute_of(visit.starts),
        *(
            start
            for opens, closes in open_spans
            for start in range(opens, closes - length + 1, clinic.grid_minutes)
        ),
    }
    for start in sorted(wanted):
        minutes = (start, start + length)
        if within(minutes, open_spans) and (not therapist.hours or within(minutes, their_spans)):
            yield start


def _change(visit: Visit, start: int, therapist_id: int, room_id: int | None) -> Change | None:
    """Name the change; None for no change, and for changing everything at once."""
    differs = (
        start != minute_of(visit.starts),
        room_id != visit.room_id,
        therapist_id != visit.therapist_id,
    )
    return _CHANGES.get(differs)


_CHANGES = {
    (True, False, False): Change.OTHER_TIME,
    (False, True, False): Change.OTHER_ROOM,
    (False, False, True): Change.OTHER_THERAPIST,
    (False, True, True): Change.OTHER_THERAPIST_AND_ROOM,
    (True, True, False): Change.OTHER_TIME_AND_ROOM,
    (True, False, True): Change.OTHER_TIME_AND_THERAPIST,
}


def _moved(visit: Visit, start: int, therapist_id: int, room_id: int | None) -> Visit:
    starts = datetime.combine(visit.day, time(start // 60, start % 60))
    length = timedelta(minutes=visit.minutes[1] - visit.minutes[0])
    return replace(
        visit, therapist_id=therapist_id, room_id=room_id, starts=starts, ends=starts + length
    )
