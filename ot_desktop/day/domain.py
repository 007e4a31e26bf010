"""What a day shows of each visit, and what needs somebody."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from ot_desktop.caseload.domain import Asked
from ot_desktop.scheduling.attendance import Policy, Reason, VisitNow, is_late
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus
from ot_desktop.waitlist.domain import OpenedTime


class Stands(Enum):
    """How a visit stands at a moment; the chips above the day count these."""

    BOOKED = "booked"
    CHECKED_IN = "checked_in"
    IN_SESSION = "in_session"
    DONE = "done"
    LATE = "late"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


_KEPT = {
    SessionStatus.HELD: Stands.DONE,
    SessionStatus.CUT_SHORT: Stands.DONE,
    SessionStatus.NO_SHOW: Stands.NO_SHOW,
}


@dataclass(frozen=True, slots=True)
class DayVisit:
    """One visit with what the front desk has to see beside it.

    ``alerts`` are the titles of allergies and precautions; none of them says something only
    together with ``allergies`` and ``precautions``. ``needs_interpreter`` None: nobody asked.
    ``call_first`` is whom to call, "Rachel Goldberg (mother) 555-0173", where a number is known.
    """

    session: ScheduledSession
    born_on: date | None
    allergies: Asked
    precautions: Asked
    alerts: tuple[str, ...]
    needs_interpreter: bool | None
    language: str
    arrived_at: datetime | None
    left_at: datetime | None
    reason: Reason | None
    reason_words: str
    held_minutes: int | None
    desk_note: str
    makes_up_id: int | None
    call_first: str = ""

    @property
    def is_not_asked(self) -> bool:
        """Whether nobody has asked the family about allergies or precautions yet."""
        return Asked.NOT_ASKED in {self.allergies, self.precautions}

    def stands(self, policy: Policy, now: datetime) -> Stands:
        """Say how it stands; somebody who was checked in is in session from the start on."""
        session = self.session
        if session.status in _KEPT:
            return _KEPT[session.status]
        if not session.status.takes_time:
            return Stands.CANCELLED
        if session.status is SessionStatus.ARRIVED:
            if self.left_at is not None:
                return Stands.DONE
            return Stands.IN_SESSION if session.starts <= now else Stands.CHECKED_IN
        visit = VisitNow(session.starts, session.ends, session.status)
        return Stands.LATE if is_late(visit, policy, now) else Stands.BOOKED

    def minutes_late(self, now: datetime) -> int:
        """Return how long ago it should have begun."""
        return max(0, (now - self.session.starts) // timedelta(minutes=1))


class NeedKind(Enum):
    """What somebody has to do about it."""

    OFFER = "offer"
    APPROVAL = "approval"
    CALL = "call"
    PROMISE = "promise"
    INTAKE = "intake"
    PRINT = "print"
    BACKUP = "backup"
    EXPIRY = "expiry"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Need:
    """One row of what needs somebody: ``lead`` is what it is about, ``words`` what is the matter.

    ``opened`` only for a slot to offer.
    """

    kind: NeedKind
    lead: str
    words: str
    child_id: int | None = None
    session_id: int | None = None
    opened: OpenedTime | None = None
