"""Visits that cannot stay where they are: an import or a new absence put something in the way."""

from collections.abc import Mapping, Sequence

from ot_desktop.scheduling.domain import Booking, ScheduledSession
from ot_desktop.scheduling.facts import ChildFacts, ClinicFacts, Facts
from ot_desktop.scheduling.rearranging import can_change, visit_of
from ot_desktop.scheduling.rules import DOUBLE_BOOKINGS, Finding, Kind, check

_ABSENCES = frozenset({Kind.THERAPIST_AWAY, Kind.THERAPIST_OFF})
_CLASHES = DOUBLE_BOOKINGS | _ABSENCES | {Kind.ROOM_CLOSED, Kind.CLOSED_DAY}


def clashes(
    sessions: Sequence[ScheduledSession], clinic: ClinicFacts
) -> Mapping[int, tuple[Finding, ...]]:
    """Return what is in the way of each visit to come, by its id; ``sessions`` are whole days.

    An absence is no clash where somebody has given a reason for the visit.
    """
    children = {each.child_id: ChildFacts(each.child_name) for each in sessions}
    facts = Facts.of(clinic, children, map(_booking, sessions))
    found = {each.id: _in_the_way(each, facts) for each in sessions if can_change(each)}
    return {session_id: findings for session_id, findings in found.items() if findings}


def _in_the_way(session: ScheduledSession, facts: Facts) -> tuple[Finding, ...]:
    kinds = _CLASHES - _ABSENCES if session.override_by else _CLASHES
    return tuple(each for each in check(visit_of(session), facts) if each.kind in kinds)


def _booking(session: ScheduledSession) -> Booking:
    return Booking(
        id=session.id,
        child_id=session.child_id,
        therapist_id=session.therapist_id,
        room_id=session.room_id,
        starts=session.starts,
        ends=session.ends,
        status=session.status,
        child_name=session.child_name,
        therapist_name=session.therapist_name,
        room_name=session.room_name or "",
        interpreter_id=session.interpreter_id,
    )
