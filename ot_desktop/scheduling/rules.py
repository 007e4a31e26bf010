"""What stands in the way of a visit: the one set of conflict rules, asked by everything.

Stops cannot be booked; double bookings the data file refuses as well. Warnings can be overridden
with a reason and a name.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from operator import attrgetter

from ot_desktop.scheduling.domain import Booking, Visit
from ot_desktop.scheduling.facts import Facts, within

LONGEST_RUN = timedelta(hours=3)
"""A therapist treats no longer than this without a break."""


class Kind(Enum):
    """One thing that can stand in the way, worst first."""

    CHILD_TAKEN = "child_taken"
    THERAPIST_TAKEN = "therapist_taken"
    INTERPRETER_TAKEN = "interpreter_taken"
    ROOM_FULL = "room_full"
    ROOM_CLEAN_UP = "room_clean_up"
    ROOM_CLOSED = "room_closed"
    CLOSED_DAY = "closed_day"
    FAMILY_NOT_HERE = "family_not_here"
    FAMILY_CANNOT_COME = "family_cannot_come"
    THERAPIST_AWAY = "therapist_away"
    THERAPIST_OFF = "therapist_off"
    OUTSIDE_THERAPIST_HOURS = "outside_therapist_hours"
    OUTSIDE_CLINIC_HOURS = "outside_clinic_hours"
    HELD_FOR_FAMILY = "held_for_family"
    NO_BREAK = "no_break"
    SIBLING_ELSEWHERE = "sibling_elsewhere"
    VISITS_EXCEEDED = "visits_exceeded"
    NOT_AUTHORIZED = "not_authorized"
    OTHER_ROOM = "other_room"


DOUBLE_BOOKINGS = frozenset(
    {Kind.CHILD_TAKEN, Kind.THERAPIST_TAKEN, Kind.INTERPRETER_TAKEN, Kind.ROOM_FULL}
)
STOPS = DOUBLE_BOOKINGS | {
    Kind.ROOM_CLEAN_UP,
    Kind.ROOM_CLOSED,
    Kind.CLOSED_DAY,
    Kind.FAMILY_NOT_HERE,
}
AUTHORIZATION = frozenset({Kind.VISITS_EXCEEDED, Kind.NOT_AUTHORIZED})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in the way: who or what by name, until when, and the sessions it is about."""

    kind: Kind
    names: tuple[str, ...] = ()
    until: datetime | None = None
    day: date | None = None
    visit_of: tuple[int, int] | None = None
    session_ids: tuple[int, ...] = ()
    is_forbidden: bool = False

    @property
    def is_stop(self) -> bool:
        """Whether it cannot be booked at all; some clinics forbid what others only warn of."""
        return self.kind in STOPS or self.is_forbidden

    @property
    def needs_reason(self) -> bool:
        """Whether somebody has to say why it is booked all the same."""
        return not self.is_stop and self.kind is not Kind.OTHER_ROOM


Around = tuple[Booking, ...]
Rule = Callable[[Visit, Facts, Around], Iterator[Finding]]


def check(visit: Visit, facts: Facts) -> tuple[Finding, ...]:
    """Return everything in the way of a visit, worst first; nothing means it is free."""
    around = _concerned(visit, facts)
    return tuple(finding for rule in RULES for finding in rule(visit, facts, around))


def check_approval(visit: Visit, facts: Facts) -> tuple[Finding, ...]:
    """Return what is in the way of a visit's payment alone."""
    return tuple(_authorization(visit, facts, ()))


def stops(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return those that cannot be booked at all."""
    return tuple(finding for finding in findings if finding.is_stop)


def _concerned(visit: Visit, facts: Facts) -> Around:
    """Return the day's bookings that share child, therapist, room or adult with the visit."""
    children = {visit.child_id, *facts.child(visit.child_id).siblings}
    therapist_id = visit.therapist_id
    room_id = -1 if visit.room_id is None else visit.room_id
    interpreter_id = -1 if visit.interpreter_id is None else visit.interpreter_id
    adult_id = -1 if visit.comes_with_id is None else visit.comes_with_id
    return tuple(
        each
        for each in facts.around(visit)
        if each.therapist_id == therapist_id
        or each.room_id == room_id
        or each.child_id in children
        or each.interpreter_id == interpreter_id
        or each.comes_with_id == adult_id
    )


def _child_taken(visit: Visit, facts: Facts, around: Around) -> Iterator[Finding]:
    name = facts.child(visit.child_id).name
    for other in around:
        if other.child_id == visit.child_id and other.overlaps(visit.starts, visit.ends):
            yield _about(Kind.CHILD_TAKEN, (other,), name, other.therapist_name, other.room_name)


def _therapist_taken(visit: Visit, _facts: Facts, around: Around) -> Iterator[Finding]:
    for other in around:
        if other.therapist_id == visit.therapist_id and other.overlaps(visit.starts, visit.ends):
            names = (other.therapist_name, other.child_name, other.room_name)
            yield _about(Kind.THERAPIST_TAKEN, (other,), *names)


def _interpreter_taken(visit: Visit, facts: Facts, around: Around) -> Iterator[Finding]:
    if visit.interpreter_id is None:
        return
    name = facts.clinic.interpreters.get(visit.interpreter_id, "The interpreter")
    for other in around:
        same = other.interpreter_id == visit.interpreter_id
        if same and other.overlaps(visit.starts, visit.ends):
            yield _about(Kind.INTERPRETER_TAKEN, (other,), name, other.child_name, other.room_name)


def _room_full(visit: Visit, facts: Facts, around: Around) -> Iterator[Finding]:
    room = facts.clinic.rooms.get(visit.room_id or 0)
    if room is None:
        return
    others = tuple(other for other in around if other.room_id == room.id)
    clean_up = timedelta(minutes=facts.clinic.clean_up_minutes)
    kind, occupants = Kind.ROOM_FULL, _occupants(visit, others, room.capacity, timedelta())
    if not occupants and clean_up:
        kind = Kind.ROOM_CLEAN_UP
        occupants = _occupants(visit, others, room.capacity, clean_up)
    if occupants:
        yield _about(kind, occupants, room.name, *(other.child_name for other in occupants))


def _occupants(visit: Visit, others: Around, capacity: int, clean_up: timedelta) -> Around:
    """Return everybody in the room at any moment of the visit at which it is full."""
    ends = visit.ends + clean_up
    here = [each for each in others if each.starts < ends and each.ends + clean_up > visit.starts]
    moments = {visit.starts, *(each.starts for each in here if each.starts > visit.starts)}
    full: set[Booking] = set()
    for moment in moments:
        present = [each for each in here if each.starts <= moment < each.ends + clean_up]
        if len(present) >= capacity:
            full.update(present)
    return tuple(each for each in here if each in full)


def _closed_day(visit: Visit, facts: Facts, _around: Around) -> Iterator[Finding]:
    if visit.day in facts.clinic.closed:
        yield Finding(Kind.CLOSED_DAY, (facts.clinic.closed[visit.day],), day=visit.day)


def _family(visit: Visit, facts: Facts, _around: Around) -> Iterator[Finding]:
    child = facts.child(visit.child_id)
    if child.here_until is not None and visit.day > child.here_until:
        yield Finding(Kind.FAMILY_NOT_HERE, ("leaves after",), day=child.here_until)
    elif child.here_from is not None and visit.day < child.here_from:
        yield Finding(Kind.FAMILY_NOT_HERE, ("comes on",), day=child.here_from)
    if any(times.rule_out(visit) for times in child.family_times):
        yield Finding(Kind.FAMILY_CANNOT_COME, (child.name,))


def _hours(visit: Visit, facts: Facts, _around: Around) -> Iterator[Finding]:
    """Hours nobody entered are not known, so they warn of nothing."""
    clinic, weekday = facts.clinic, visit.starts.weekday()
    therapist = clinic.therapists.get(visit.therapist_id)
    if therapist is not None and therapist.hours:
        spans = clinic.therapist_hours.get((therapist.id, weekday), ())
        if not spans:
            yield Finding(Kind.THERAPIST_OFF, (therapist.name,), day=visit.day)
        elif not within(visit.minutes, spans):
            yield Finding(Kind.OUTSIDE_THERAPIST_HOURS, (therapist.name,))
    if clinic.hours and not within(visit.minutes, clinic.hours.get(weekday, ())):
        yield Finding(Kind.OUTSIDE_CLINIC_HOURS)


def _time_off(visit: Visit, facts: Facts, _around: Around) -> Iterator[Finding]:
    clinic, (start, end) = facts.clinic, visit.minutes
    if visit.room_id is not None:
        for off in clinic.room_closed.get((visit.room_id, visit.day), ()):
            if start < off.minutes[1] and end > off.minutes[0]:
                yield Finding(Kind.ROOM_CLOSED, (clinic.room_name(visit.room_id), off.reason))
    for off in clinic.away.get((visit.therapist_id, visit.day), ()):
        if start < off.minutes[1] and end > off.minutes[0]:
            names = (clinic.therapist_name(visit.therapist_id), off.reason)
            yield Finding(Kind.THERAPIST_AWAY, names)


def _held_for_family(visit: Visit, facts: Facts, around: Around) -> Iterator[Finding]:
    """Warn while a time is offered: it is the family's until the hold ends, their room as well."""
    for held in facts.clinic.held.get(visit.day, ()):
        family = held.family
        if family.child_id == visit.child_id or not family.overlaps(visit.starts, visit.ends):
            continue
        if family.therapist_id == visit.therapist_id or _takes_room(visit, family, facts, around):
            yield Finding(Kind.HELD_FOR_FAMILY, (family.child_name,), held.until)


def _takes_room(visit: Visit, family: Booking, facts: Facts, around: Around) -> bool:
    """Say whether the visit would leave a family no place in the room."""
    room = facts.clinic.rooms.get(visit.room_id or 0)
    if room is None or family.room_id != room.id:
        return False
    others = (*(each for each in around if each.room_id == room.id), family)
    return family in _occupants(visit, others, room.capacity, timedelta())


def _no_break(visit: Visit, facts: Facts, around: Around) -> Iterator[Finding]:
    starts, ends, pause = visit.starts, visit.ends, timedelta(minutes=facts.clinic.clean_up_minutes)
    theirs = [other for other in around if other.therapist_id == visit.therapist_id]
    theirs.sort(key=attrgetter("starts"))
    for other in reversed(theirs):
        if other.ends <= starts <= other.ends + pause:
            starts = other.starts
    for other in theirs:
        if ends <= other.starts <= ends + pause:
            ends = other.ends
    if ends - starts > LONGEST_RUN:
        yield Finding(Kind.NO_BREAK, (facts.clinic.therapist_name(visit.therapist_id),), ends)


def _sibling(visit: Visit, facts: Facts, around: Around) -> Iterator[Finding]:
    """One adult cannot be in two rooms; where nobody said who comes, siblings share one."""
    siblings = facts.child(visit.child_id).siblings
    for other in around:
        if other.child_id == visit.child_id:
            continue
        apart = other.room_id is None or other.room_id != visit.room_id
        if None in (visit.comes_with_id, other.comes_with_id):
            same_adult = other.child_id in siblings
        else:
            same_adult = visit.comes_with_id == other.comes_with_id
        if same_adult and apart and other.overlaps(visit.starts, visit.ends):
            names = (other.child_name, other.therapist_name, other.room_name)
            yield _about(Kind.SIBLING_ELSEWHERE, (other,), *names)


def _authorization(visit: Visit, facts: Facts, _around: Around) -> Iterator[Finding]:
    if visit.session_id is not None:
        return  # a session that only moves has used its visit already
    coverage = facts.child(visit.child_id).ledger.coverage(visit.day, visit.length_minutes)
    forbidden = not facts.clinic.may_book_unconfirmed
    if coverage.is_beyond and coverage.number and coverage.visits is not None:
        number = (coverage.number, coverage.visits)
        counted = ("Unit",) if coverage.in_units else ("Visit",)
        yield Finding(Kind.VISITS_EXCEEDED, counted, visit_of=number, is_forbidden=forbidden)
    elif coverage.is_outside:
        verb = "ended" if coverage.ended_on else "starts"
        day = coverage.ended_on or coverage.starts_on
        yield Finding(Kind.NOT_AUTHORIZED, (verb,), day=day, is_forbidden=forbidden)


def _other_room(visit: Visit, facts: Facts, _around: Around) -> Iterator[Finding]:
    usual = facts.child(visit.child_id).usual_room_id
    if usual is not None and visit.room_id != usual:
        names = (facts.clinic.room_name(visit.room_id), facts.clinic.room_name(usual))
        yield Finding(Kind.OTHER_ROOM, names)


def _about(kind: Kind, others: Around, *names: str) -> Finding:
    until = max(other.ends for other in others)
    ids = tuple(other.id for other in others if other.id is not None)
    return Finding(kind, names, until, session_ids=ids)


RULES: tuple[Rule, ...] = (
    _child_taken,
    _therapist_taken,
    _interpreter_taken,
    _room_full,
    _closed_day,
    _family,
    _time_off,
    _hours,
    _held_for_family,
    _no_break,
    _sibling,
    _authorization,
    _other_room,
)
