"""Who could use the time a canceled session left: proposals, ranked; a person decides."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from ot_desktop.planning.changes import Words
from ot_desktop.planning.domain import Instance, Plan, Published, Session
from ot_desktop.planning.masks import span
from ot_desktop.planning.planner import session_of
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.single_openings import SingleOpenings
from ot_desktop.planning.standing import slot_of, standing
from ot_desktop.planning.state import Slot


class UseKind(StrEnum):
    """In this order: those who are owed sessions, the family's own children, the waiting list."""

    MAKE_UP = "make-up"
    SIBLING = "sibling"
    WAITLIST = "waitlist"


@dataclass(frozen=True, slots=True)
class Use:
    """A session somebody could have in the freed time; ``points`` are what it would add."""

    kind: UseKind
    session: Session
    points: int
    comes_anyway: bool  # the child has a session that day
    text: str


def uses_of(instance: Instance, plan: Plan, now: datetime, freed: Session) -> list[Use]:
    """Return who could use the time of ``freed`` with its therapist, best first.

    Children with fewer sessions than prescribed come before the canceled child's siblings, then
    children on the waiting list; of each kind first who is not there that day anyway, then who
    brings most points. Nobody else moves.
    """
    left = tuple(session for session in plan.sessions if session != freed)
    problem = Problem(replace(instance, published=Published(now, left, frozenset())))
    state, _ = standing(problem)
    openings, time = SingleOpenings(state), _time(problem, freed)
    found = []
    for service, (child, _) in instance.service_of.items():
        if child.id == freed.child or time is None:
            continue
        number = problem.request_number[service]
        for points, slot in openings.of(number, [time.day]):
            if points > 0 and slot[2] == time.therapist and time.meets(problem, number, slot):
                session = session_of(problem, service, slot)
                found.append(_use(instance, left, freed, points, session))
                break
    order = list(UseKind)
    found.sort(key=lambda use: (order.index(use.kind), use.comes_anyway, -use.points))
    return found


@dataclass(frozen=True, slots=True)
class _Time:
    """The slots of a therapist's day that were freed, notes included."""

    day: int
    therapist: int
    slots: int

    def meets(self, problem: Problem, number: int, slot: Slot) -> bool:
        """Say whether a session of the service needs some of them."""
        length = problem.requests[number].length + problem.note_slots[self.therapist]
        return bool(span(slot[1], length) & self.slots)


def _time(problem: Problem, freed: Session) -> _Time | None:
    slot = slot_of(problem, freed)
    if slot is None:
        return None
    day, start, therapist, _ = slot
    length = problem.requests[problem.request_number[freed.service]].length
    return _Time(day, therapist, span(start, length + problem.note_slots[therapist]))


def _use(
    instance: Instance, plan: Iterable[Session], freed: Session, points: int, session: Session
) -> Use:
    child, service = instance.service_of[session.service]
    own = [each for each in plan if each.child == child.id]
    so_far = sum(each.service == service.id for each in own)
    canceled = next(each for each in instance.children if each.id == freed.child)
    told = f"{so_far} of {service.sessions} sessions so far"
    if child.family == canceled.family:
        kind, told = UseKind.SIBLING, f"same family as {canceled.name}, {told}"
    elif own:
        kind = UseKind.MAKE_UP
    else:
        kind, told = UseKind.WAITLIST, f"waiting {child.waiting_weeks} weeks, one session"
    comes = any(each.day == session.day for each in own)
    told += ", comes that day anyway" if comes else ""
    words = Words(instance)
    text = f"{child.name}, {words.place(session)}: {told}"
    return Use(kind, session, points, comes, text)
