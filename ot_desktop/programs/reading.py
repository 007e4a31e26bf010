"""Reads all an intensive is planned around, and the sessions of a plan."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from db.queries import plans as plan_queries
from db.queries import program_children as child_queries
from ot_desktop.clock import now_local
from ot_desktop.programs.child_reading import approvals, children, relatives, wanted_of
from ot_desktop.programs.domain import Program, ProgramChild, SessionKind
from ot_desktop.programs.facts import OwnSession, ProgramFacts, Service
from ot_desktop.programs.placement import Place, Placement
from ot_desktop.programs.set_up_reading import program
from ot_desktop.scheduling import reading as calendar
from ot_desktop.scheduling.domain import Booking, SessionStatus
from ot_desktop.scheduling.facts import ClinicFacts, bookings_by_day
from ot_desktop.settings.domain import Clinic

_STATUSES = {status.value: status for status in SessionStatus}


def facts(program_id: int, clinic: Clinic, now: datetime | None = None) -> ProgramFacts:
    """Return everything an intensive is planned around, as of ``now``; raises ``NotFound``."""
    described = ClinicFacts.of(clinic)
    found = program(program_id, described)
    span = (found.program.starts_on, found.program.ends_on)
    related, ledgers = relatives(program_id), approvals(program_id)
    everybody = {each.id: each for each in children(program_id, related, ledgers)}
    own = plan_queries.own_sessions(program_id, _own_session)
    return ProgramFacts(
        program=found.program,
        clinic=calendar.clinic_between(described, *span),
        now=now or now_local(),
        children=everybody,
        services=_services(everybody.values(), found.kinds, program_id),
        bookings=bookings_by_day(_bookings(found.program, everybody.values(), related, own)),
        own={each.id: each for each in own},
        relatives=related,
        ledgers=ledgers,
    )


def placements(plan_id: int, around: ProgramFacts) -> dict[int, Placement]:
    """Return the sessions of a plan by id."""

    def build(*row: Any) -> Placement:
        id_, wanted_id, starts, therapist_id, room_id, locked, moved, session_id = row
        service, own = around.services[wanted_id], around.own.get(session_id)
        return Placement(
            id_,
            service.child.id,
            service.child.child_id,
            wanted_id,
            Place(datetime.fromisoformat(starts), therapist_id, room_id),
            service.minutes,
            bool(locked),
            bool(moved),
            own.id if own else None,
            own is not None and own.is_history(around.now),
        )

    return {each.id: each for each in plan_queries.planned_sessions(plan_id, build)}


def _services(
    everybody: Iterable[ProgramChild], kinds: Mapping[int, SessionKind], program_id: int
) -> dict[int, Service]:
    by_id = {each.id: each for each in everybody}
    found = {}
    for whose, id_, kind_id, *numbers in child_queries.details(program_id, "wanted"):
        child, wanted = by_id[whose], wanted_of(id_, kind_id, *numbers[:5])
        is_over = bool(numbers[-1]) or child.left_on is not None
        found[id_] = Service(id_, child, wanted, kinds[kind_id], numbers[5], is_over)
    return found


def _bookings(
    of: Program,
    everybody: Iterable[ProgramChild],
    related: Mapping[int, frozenset[int]],
    own: Iterable[OwnSession],
) -> list[Booking]:
    """Return what stays put on the program's days for anybody and any room it needs."""
    here = {each.child_id for each in everybody if each.left_on is None}
    who: dict[str, Collection[int]] = {
        "child_id": here.union(*(related.get(each, frozenset()) for each in here)),
        "therapist_id": {each.therapist_id for each in of.therapists}
        | {each for kind in of.kinds for each in kind.therapist_ids},
        "room_id": {each for kind in of.kinds for each in kind.room_ids},
        "interpreter_id": {each.interpreter_id for each in own if each.interpreter_id is not None},
    }
    return plan_queries.other_bookings(of.id, who, (of.starts_on, of.ends_on), _booking)


def _own_session(*row: Any) -> OwnSession:
    starts, ends, status, has_note = row[5:9]
    when = (datetime.fromisoformat(starts), datetime.fromisoformat(ends))
    fields: list[Any] = [*row[:5], *when, _STATUSES[status], bool(has_note), *row[9:]]
    return OwnSession(*fields)


def _booking(*row: Any) -> Booking:
    who, (starts, ends, status), names = row[:4], row[4:7], row[7:]
    when = (datetime.fromisoformat(starts), datetime.fromisoformat(ends))
    fields: list[Any] = [*who, *when, _STATUSES[status], *names]
    return Booking(*fields)
