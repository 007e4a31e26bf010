"""Making up a missed visit: until when, and once only."""

from dataclasses import dataclass
from datetime import date, datetime

from db.queries import attendance as queries
from ot_desktop.day_words import clock_text, long_day
from ot_desktop.errors import ClinicError, NotFound
from ot_desktop.scheduling.attendance import MISSED, Policy, last_make_up_day
from ot_desktop.scheduling.domain import SessionStatus


@dataclass(frozen=True, slots=True)
class Missed:
    """A visit as it is to be made up; ``program_ends`` for one of an intensive."""

    id: int
    child_id: int
    starts: datetime
    status: SessionStatus
    program_ends: date | None
    made_up_at: datetime | None

    def last_day(self, policy: Policy) -> date:
        """Return until when it can be made up: the clinic's days, or the end of its intensive."""
        return last_make_up_day(self.starts, self.program_ends, policy)


def missed(session_id: int) -> Missed:
    """Return a visit that may be made up; raises ``NotFound``."""
    found = queries.missed(session_id, _missed)
    if found is None:
        raise NotFound("This visit is not in the file.")
    return found


def refuse_make_up(miss: Missed, child_id: int, day: date, policy: Policy) -> None:
    """Raise ``ClinicError`` unless a visit of that child on that day can make up the missed one."""
    if miss.child_id != child_id:
        raise ClinicError("A missed visit is made up with the same child. Choose that child.")
    if miss.status not in MISSED:
        raise ClinicError("Only a missed visit can be made up. This one was not missed.")
    if miss.made_up_at is not None:
        at = f"{long_day(miss.made_up_at.date())}, {clock_text(miss.made_up_at)}"
        raise ClinicError(f"This missed visit is made up already, {at}.")
    last = miss.last_day(policy)
    if day > last:
        raise ClinicError(f"It can be made up until {long_day(last)}. Choose an earlier day.")


def _missed(*, starts: datetime, status: str, program_ends: date | None, **columns: int) -> Missed:
    session_id = columns["id"]
    return Missed(
        session_id,
        columns["child_id"],
        starts,
        SessionStatus(status),
        program_ends,
        queries.made_up_at(session_id),
    )
