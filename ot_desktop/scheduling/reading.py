"""Reads what the rules need from the file, and sessions as the screens show them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from db.queries import scheduling as queries
from db.queries import time_off as time_off_queries
from ot_desktop.errors import NotFound
from ot_desktop.planning.domain import Window
from ot_desktop.scheduling.authorizations import Approval, Ledger
from ot_desktop.scheduling.domain import (
    MINUTES_A_DAY,
    Booking,
    ScheduledSession,
    SeriesRequest,
    SessionStatus,
    Visit,
    minute_of,
)
from ot_desktop.scheduling.facts import ChildFacts, ClinicFacts, Facts, TimeOff
from ot_desktop.scheduling.preview import Choices

_WHOLE_DAY = time.min, time.max
_STATUSES = {status.value: status for status in SessionStatus}  # quicker than SessionStatus(…)


@dataclass(frozen=True, slots=True)
class AuthorizationUse:
    """Approved visits and what the file counts: used (before this file too), booked, left."""

    id: int
    payer: str
    number: str
    visits: int
    used: int
    booked: int
    starts_on: date | None
    ends_on: date | None

    @property
    def left(self) -> int:
        """Visits neither used nor booked."""
        return self.visits - self.used - self.booked


def authorization_use(child_id: int) -> tuple[AuthorizationUse, ...]:
    """Return a child's authorizations, the one that ends first on top."""
    return tuple(queries.approvals(child_id, _authorization_use))


def ledger(child_id: int) -> Ledger:
    """Return a child's ledger; visits booked beyond it take what was approved since."""
    found = approvals(child_id)
    if not found.approvals:
        return found
    later = found
    for _session_id, day in queries.sessions_without_approval(child_id):
        later = later.after_visit(date.fromisoformat(day))
    pairs = zip(found.approvals, later.approvals, strict=True)
    promised = tuple(replace(new, promised=new.taken - old.taken) for old, new in pairs)
    return replace(later, approvals=promised)


def approvals(child_id: int) -> Ledger:
    """Return what was approved for a child, less the sessions that say they use it."""
    uses = authorization_use(child_id)
    return Ledger(
        tuple(
            Approval(use.id, use.visits, use.used + use.booked, use.starts_on, use.ends_on)
            for use in uses
        )
    )


def approval_again(session_id: int) -> int | None:
    """Return the approval of a visit that was called off or missed, and counts after all."""
    session = queries.session(session_id, scheduled_session)
    if session is None:
        raise NotFound("This visit is not in the file.")
    own, day = session.authorization_id, session.starts.date()
    found = ledger(session.child_id)
    if own is None or found.still_covers(own, day, again=True):
        return own
    return found.coverage(day).approval_id


def facts_for(
    request: SeriesRequest, choices: Choices, clinic: ClinicFacts, days: tuple[date, date]
) -> Facts:
    """Return what matters for a series between two days: its people and rooms, nobody else.

    Of the therapists it is the whole day, for their breaks; of everybody else what lies near.
    """
    child_id, therapist_id = request.child_id, request.therapist_id
    if child_id is None or therapist_id is None:
        raise ValueError("the request was not checked")
    name = queries.child_name(child_id)
    if name is None:
        raise NotFound("This child is no longer in the file.")
    siblings = frozenset(queries.siblings(child_id))
    chosen = [choice.visit for choice in choices.values() if choice.visit is not None]
    rooms = {request.room_id, *(visit.room_id for visit in chosen)} - {None}
    therapists = {therapist_id, *(visit.therapist_id for visit in chosen)}
    who: dict[str, Collection[int]] = {
        "child_id": {child_id, *siblings},
        "room_id": [room for room in rooms if room is not None],
        "interpreter_id": [] if request.interpreter_id is None else [request.interpreter_id],
        "comes_with_id": [] if request.comes_with_id is None else [request.comes_with_id],
    }
    child = ChildFacts(
        name=name,
        siblings=siblings,
        here_until=request.latest_day,
        usual_room_id=request.room_id,
        ledger=ledger(child_id),
    )
    near = _near(request, chosen, clinic.clean_up_minutes)
    found = queries.bookings_of({"therapist_id": therapists}, days, _WHOLE_DAY, booking)
    found |= queries.bookings_of(who, days, near, booking)
    return Facts.of(clinic, {child_id: child}, found.values())


def _near(request: SeriesRequest, chosen: Collection[Visit], clean_up: int) -> tuple[time, time]:
    """Return from and until when a booking could be in the way of any visit of a series."""
    asked = [minute_of(each) for each in request.times]
    first = min([*asked, *(each.minutes[0] for each in chosen)]) - clean_up
    last = max(
        [*(each + request.length_minutes for each in asked), *(each.minutes[1] for each in chosen)]
    )
    return _clock(first), _clock(last + clean_up)


def _clock(minute: int) -> time:
    return time(*divmod(max(0, min(MINUTES_A_DAY - 1, minute)), 60))


def child_facts(child_id: int) -> ChildFacts:
    """Return what matters of a child wherever a visit is put; raises ``NotFound``."""
    if queries.child_name(child_id) is None:
        raise NotFound("This child is no longer in the file.")
    return child_in_schedule(child_id)


def child_in_schedule(child_id: int) -> ChildFacts:
    """Like ``child_facts`` for one who has sessions, and may be no longer in the file."""
    return ChildFacts(
        name=queries.child_name(child_id) or "",
        siblings=frozenset(queries.siblings(child_id)),
        ledger=ledger(child_id),
    )


def time_off(first: date, last: date) -> tuple[TimeOff, ...]:
    """Return when therapists are away and rooms closed between two days, both included."""
    return tuple(time_off_queries.between(first, last, _time_off))


class WholeDays:
    """Every visit of a day, read once and remembered until anything is written to the file."""

    def __init__(self) -> None:
        self._state: tuple[int, int] | None = None
        self._days: dict[date, list[Booking]] = {}

    def added_to(self, facts: Facts, days: Collection[date]) -> Facts:
        """Return facts that know every visit of the given days."""
        state = queries.state_of_file()
        if state != self._state:
            self._days.clear()
            self._state = state
        for day in days:
            if day not in self._days:
                self._days[day] = queries.bookings_on([day], booking)
        return facts.with_bookings(each for day in days for each in self._days[day])


def everything_on(
    days: Collection[date], children: Collection[int], clinic: ClinicFacts, known: WholeDays
) -> Facts:
    """Return all that is booked on some days, with what matters of some children."""
    if days:
        clinic = clinic.with_time_off(time_off(min(days), max(days)))
    about = {child_id: child_in_schedule(child_id) for child_id in children}
    return known.added_to(Facts(clinic, about, {}), days)


def booking(*row: Any) -> Booking:
    """Build a booking from its row, whose columns stand in the order of the fields."""
    starts, ends = datetime.fromisoformat(row[4]), datetime.fromisoformat(row[5])
    return Booking._make((*row[:4], starts, ends, _STATUSES[row[6]], *row[7:]))


def scheduled_session(*row: Any) -> ScheduledSession:
    """Build a session from its row, whose columns stand in the order of the fields."""
    starts, ends, zone, status, authorization_id, needs_authorization, *rest = row[12:]
    *told, signed = rest[:4]
    when = (datetime.fromisoformat(starts), datetime.fromisoformat(ends), zone)
    what = (_STATUSES[status], authorization_id, bool(needs_authorization))
    fields: list[Any] = [*row[:12], *when, *what, *told, bool(signed)]
    fields += rest[4:]
    return ScheduledSession(*fields)


def _time_off(*, day: str, starts_min: int | None, ends_min: int | None, **rest: Any) -> TimeOff:
    window = None if starts_min is None or ends_min is None else Window(starts_min, ends_min)
    return TimeOff(day=date.fromisoformat(day), window=window, **rest)


def _authorization_use(
    *, used_before: int, held: int, starts_on: str | None, ends_on: str | None, **rest: Any
) -> AuthorizationUse:
    return AuthorizationUse(
        used=used_before + held,
        starts_on=date.fromisoformat(starts_on) if starts_on else None,
        ends_on=date.fromisoformat(ends_on) if ends_on else None,
        **rest,
    )
