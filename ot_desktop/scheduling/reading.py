"""Reads what the rules need from the file, and sessions as the screens show them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from db.queries import approvals as approval_queries
from db.queries import program_children as family_times_queries
from db.queries import scheduling as queries
from db.queries import time_off as time_off_queries
from db.queries import waitlist as waitlist_queries
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.caseload.units import Rounding
from ot_desktop.clock import now_utc, wall_time
from ot_desktop.errors import NotFound
from ot_desktop.planning.domain import Window
from ot_desktop.scheduling.authorizations import Approval, Ledger
from ot_desktop.scheduling.domain import (
    Booking,
    ScheduledSession,
    SeriesRequest,
    SessionStatus,
)
from ot_desktop.scheduling.facts import (
    ChildFacts,
    ClinicFacts,
    Facts,
    FamilyTimes,
    HeldTime,
    TimeOff,
    spans_by_weekday,
)
from ot_desktop.scheduling.preview import Choices
from ot_desktop.scheduling.series import clock_near
from ot_desktop.settings.domain import Hours

_WHOLE_DAY = time.min, time.max
_STATUSES = {status.value: status for status in SessionStatus}  # quicker than SessionStatus(…)


@dataclass(frozen=True, slots=True)
class AuthorizationUse:
    """What was approved and what the file counts: used (before this file too), booked, left.

    Visits, or units where ``rounding`` says how a visit's minutes become units.
    """

    id: int
    payer: str
    number: str
    visits: int
    used: int
    booked: int
    starts_on: date | None
    ends_on: date | None
    rounding: Rounding | None = None
    counts_no_shows: bool = False
    used_before: int = 0

    @property
    def left(self) -> int:
        """Visits or units neither used nor booked."""
        return self.visits - self.used - self.booked

    @property
    def draft(self) -> AuthorizationDraft:
        """What was said of it, to be corrected."""
        return AuthorizationDraft(
            visits=self.visits,
            payer=self.payer,
            number=self.number,
            used_before=self.used_before,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            rounding=self.rounding,
            counts_no_shows=self.counts_no_shows,
        )

    @property
    def approval(self) -> Approval:
        """What a ledger needs to know of it."""
        taken = self.used + self.booked
        days = (self.starts_on, self.ends_on)
        return Approval(self.id, self.visits, taken, *days, rounding=self.rounding)


def authorization_use(child_id: int) -> tuple[AuthorizationUse, ...]:
    """Return a child's authorizations, the one that ends first on top."""
    return tuple(approval_queries.of_child(child_id, authorization_use_of))


def ledger(child_id: int) -> Ledger:
    """Return a child's ledger; visits booked beyond it take what was approved since."""
    found = approvals(child_id)
    if not found.approvals:
        return found
    later = found
    for _session_id, day, minutes in approval_queries.visits_without(child_id):
        later = later.after_visit(date.fromisoformat(day), minutes)
    pairs = zip(found.approvals, later.approvals, strict=True)
    promised = tuple(replace(new, promised=new.taken - old.taken) for old, new in pairs)
    return replace(later, approvals=promised)


def approvals(child_id: int) -> Ledger:
    """Return what was approved for a child, less the sessions that say they use it."""
    return Ledger(tuple(use.approval for use in authorization_use(child_id)))


def approval_again(session_id: int) -> int | None:
    """Return the approval of a visit that was called off or missed, and counts after all."""
    session = queries.session(session_id, scheduled_session)
    if session is None:
        raise NotFound("This visit is not in the file.")
    own, day, minutes = session.authorization_id, session.starts.date(), session.length_minutes
    found = ledger(session.child_id)
    if own is None or _still_counts(session):
        return own
    if found.still_covers(own, day, minutes, again=True):
        return own
    return found.coverage(day, minutes).approval_id


def _still_counts(session: ScheduledSession) -> bool:
    """Say whether a missed visit was taken from its approval all the same: some payers do so."""
    return session.status is SessionStatus.NO_SHOW and any(
        use.id == session.authorization_id and use.counts_no_shows
        for use in authorization_use(session.child_id)
    )


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
        family_times=family_times(child_id),
        ledger=ledger(child_id),
    )
    near = clock_near(request, chosen, clinic.clean_up_minutes)
    found = queries.bookings_of({"therapist_id": therapists}, days, _WHOLE_DAY, booking)
    found |= queries.bookings_of(who, days, near, booking)
    return Facts.of(clinic, {child_id: child}, found.values())


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
        family_times=family_times(child_id),
        ledger=ledger(child_id),
    )


def family_times(child_id: int) -> tuple[FamilyTimes, ...]:
    """Return what a family said of the days of each intensive the child is in."""
    found: dict[tuple[str, str], tuple[list[Hours], list[tuple[date, date]]]] = {}
    for first, last, kind, *said in family_times_queries.family_times(child_id):
        hours, away = found.setdefault((first, last), ([], []))
        if kind == "hours":
            hours.append(Hours(*said))
        else:
            begins, ends, _ = said
            away.append((date.fromisoformat(begins), date.fromisoformat(ends)))
    return tuple(
        FamilyTimes(
            date.fromisoformat(first),
            date.fromisoformat(last),
            spans_by_weekday(hours),
            tuple(away),
        )
        for (first, last), (hours, away) in found.items()
    )


def time_off(first: date, last: date) -> tuple[TimeOff, ...]:
    """Return when therapists are away and rooms closed between two days, both included."""
    return tuple(time_off_queries.between(first, last, _time_off))


def clinic_between(clinic: ClinicFacts, first: date, last: date) -> ClinicFacts:
    """Return facts that know who is away, what is closed and what is held for families."""
    return clinic.with_time_off(time_off(first, last)).with_held(held_times(first, last))


def held_times(first: date, last: date) -> tuple[HeldTime, ...]:
    """Return what is held for waiting families at this moment between two days."""
    return tuple(waitlist_queries.held_between(now_utc(), first, last, _held_time))


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
        clinic = clinic_between(clinic, min(days), max(days))
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


def _held_time(*, starts: str, ends: str, held_until: str, **whom: Any) -> HeldTime:
    begin, end = datetime.fromisoformat(starts), datetime.fromisoformat(ends)
    family = Booking(id=None, starts=begin, ends=end, **whom)
    return HeldTime(family, wall_time(datetime.fromisoformat(held_until)))


def authorization_use_of(
    *, used_before: int, held: int, measure: str, rounding: str, **rest: Any
) -> AuthorizationUse:
    """Build one from its row."""
    for day in ("starts_on", "ends_on"):
        rest[day] = date.fromisoformat(rest[day]) if rest[day] else None
    rest["counts_no_shows"] = bool(rest["counts_no_shows"])
    return AuthorizationUse(
        used=used_before + held,
        used_before=used_before,
        rounding=rounding_of(measure, rounding),
        **rest,
    )


def rounding_of(measure: str, rounding: str) -> Rounding | None:
    """Return how minutes become units; None where a payer approves visits."""
    return Rounding(rounding) if measure == "units" else None
