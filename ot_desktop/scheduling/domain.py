"""What a session, a booking and a request for a whole series are."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, NamedTuple

from ot_desktop.errors import ValidationError

MAX_SESSIONS = 120
MIN_MINUTES = 5
MAX_MINUTES = 480
MAX_TIMES_A_DAY = 2
MINUTES_A_DAY = 24 * 60


class SessionStatus(Enum):
    """What became of a session."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    ARRIVED = "arrived"
    HELD = "held"
    CUT_SHORT = "cut_short"
    NO_SHOW = "no_show"
    CANCELLED_IN_TIME = "cancelled_in_time"
    CANCELLED_LATE = "cancelled_late"
    CANCELLED_BY_CLINIC = "cancelled_by_clinic"
    WITHDRAWN = "withdrawn"

    @property
    def takes_time(self) -> bool:
        """Whether nobody else can have the therapist, the child and the place in the room."""
        return self not in _CALLED_OFF

    @property
    def uses_visit(self) -> bool:
        """Whether the session counts against an authorization, as used or as booked."""
        return self.takes_time and self is not SessionStatus.NO_SHOW

    @property
    def is_open(self) -> bool:
        """Whether nothing has happened yet."""
        return self in (SessionStatus.PLANNED, SessionStatus.CONFIRMED)


_CALLED_OFF = (  # a tuple: members are compared, which is quicker than hashing them
    SessionStatus.CANCELLED_IN_TIME,
    SessionStatus.CANCELLED_LATE,
    SessionStatus.CANCELLED_BY_CLINIC,
    SessionStatus.WITHDRAWN,
)


def minute_of(moment: datetime | time) -> int:
    """Return the minutes since midnight."""
    return moment.hour * 60 + moment.minute


class InterpreterUse(Enum):
    """Whether a family was interpreted for."""

    USED = "used"
    DECLINED = "declined"


class SeriesKind(Enum):
    """What is booked together.

    A single visit is a series of one: it is booked, looked up, extended and taken back in the
    same way as any other, and no list needs to ask whether there is a series at all.
    """

    VISIT = "visit"
    WEEKLY = "weekly"
    INTENSIVE = "intensive"


@dataclass(frozen=True, slots=True)
class Visit:
    """Where a session would be; ``session_id`` when one that exists is to move there."""

    child_id: int
    therapist_id: int
    room_id: int | None
    starts: datetime
    ends: datetime
    session_id: int | None = None
    interpreter_id: int | None = None
    comes_with_id: int | None = field(default=None, compare=False)

    @property
    def day(self) -> date:
        """The one day it lies within."""
        return self.starts.date()

    @property
    def minutes(self) -> tuple[int, int]:
        """Its first minute of the day, and the first after it."""
        return minute_of(self.starts), minute_of(self.ends)

    @property
    def length_minutes(self) -> int:
        """How long it would last."""
        return (self.ends - self.starts) // timedelta(minutes=1)


class Booking(NamedTuple):
    """A session in somebody's way, with the names a person needs to see; no id: not saved yet.

    A tuple, because hundreds are read for every look at a series.
    """

    id: int | None
    child_id: int
    therapist_id: int
    room_id: int | None
    starts: datetime
    ends: datetime
    status: SessionStatus = SessionStatus.PLANNED
    child_name: str = ""
    therapist_name: str = ""
    room_name: str = ""
    interpreter_id: int | None = None
    comes_with_id: int | None = None

    @property
    def minutes(self) -> tuple[int, int]:
        """Its first minute of the day, and the first after it."""
        return minute_of(self.starts), minute_of(self.ends)

    def overlaps(self, starts: datetime, ends: datetime) -> bool:
        """Say whether the two share a minute; touching is not overlapping."""
        return self.starts < ends and self.ends > starts


@dataclass(frozen=True, slots=True)
class SeriesRequest:
    """What the front desk asks for; it ends by ``count`` or by ``last_day``, never open.

    ``latest_day`` is the last day the family is here: sessions are never put after it.
    ``every_weeks`` is 2 for a visit every other week, counted from the first week in use.
    ``comes_with_id`` is the caregiver who brings the child; ``makes_up_id`` the missed visit that
    a single one makes up.
    """

    child_id: int | None
    starts_on: date | None
    weekdays: frozenset[int]
    times: tuple[time, ...]
    length_minutes: int
    therapist_id: int | None
    room_id: int | None = None
    count: int | None = None
    last_day: date | None = None
    latest_day: date | None = None
    kind: SeriesKind = SeriesKind.INTENSIVE
    every_weeks: int = 1
    interpreter_id: int | None = None
    comes_with_id: int | None = None
    makes_up_id: int | None = None

    @classmethod
    def single(
        cls,
        child_id: int | None,
        starts: datetime | None,
        length_minutes: int,
        therapist_id: int | None,
        room_id: int | None = None,
        **more: Any,
    ) -> "SeriesRequest":
        """Return the request for one visit; ``starts`` None is not known yet."""
        return cls(
            child_id=child_id,
            starts_on=starts.date() if starts else None,
            weekdays=frozenset({starts.weekday()} if starts else ()),
            times=(starts.time(),) if starts else (),
            length_minutes=length_minutes,
            therapist_id=therapist_id,
            room_id=room_id,
            count=1,
            kind=SeriesKind.VISIT,
            **more,
        )

    def check(self) -> None:
        """Raise ``ValidationError`` naming every field that cannot be booked."""
        problems = {**self._problems_of_whom(), **self._problems_of_times(), **self._end_problems()}
        if problems:
            raise ValidationError(problems)

    def _problems_of_whom(self) -> dict[str, str]:
        problems = {}
        if self.child_id is None:
            problems["child_id"] = "Choose a child."
        if self.therapist_id is None:
            problems["therapist_id"] = "Choose a therapist."
        if self.starts_on is None:
            problems["starts_on"] = "Enter the first day, like 6/7 or mon."
        if not self.weekdays or not self.weekdays <= frozenset(range(7)):
            problems["weekdays"] = "Choose at least one weekday."
        return problems

    def _problems_of_times(self) -> dict[str, str]:
        if not MIN_MINUTES <= self.length_minutes <= MAX_MINUTES:
            return {"length_minutes": f"Choose a length from {MIN_MINUTES} to {MAX_MINUTES} min."}
        if not 1 <= len(self.times) <= MAX_TIMES_A_DAY:
            return {"times": "Enter one or two times a day."}
        starts = sorted(minute_of(at) for at in self.times)
        if starts[-1] + self.length_minutes >= MINUTES_A_DAY:
            return {"times": "The visit would end after midnight. Choose an earlier time."}
        if len(starts) == MAX_TIMES_A_DAY and starts[1] - starts[0] < self.length_minutes:
            return {"times": "The two visits of a day overlap. Choose a later second time."}
        return {}

    def _end_problems(self) -> dict[str, str]:
        problems = {}
        first = self.starts_on or date.min
        if self.count is None and self.last_day is None:
            problems["count"] = "Say how many sessions, or the last day."
        elif self.count is not None and self.last_day is not None:
            problems["count"] = "Choose a number of sessions or a last day, not both."
        elif self.count is not None and not 1 <= self.count <= MAX_SESSIONS:
            problems["count"] = f"Choose 1 to {MAX_SESSIONS} sessions."
        elif self.last_day is not None and self.last_day < first:
            problems["last_day"] = "The last day is before the first. Check both."
        if self.latest_day is not None and self.latest_day < first:
            problems["latest_day"] = "The family leaves before the first day. Check both."
        return problems

    def visit_at(self, starts: datetime) -> Visit:
        """Return the visit as asked for; only for a request that passed ``check``."""
        if self.child_id is None or self.therapist_id is None:
            raise ValueError("the request was not checked")
        ends = starts + timedelta(minutes=self.length_minutes)
        who = (self.child_id, self.therapist_id, self.room_id)
        return Visit(*who, starts, ends, None, self.interpreter_id, self.comes_with_id)


@dataclass(frozen=True, slots=True)
class ScheduledSession:
    """A saved session with everything a list or a page head says about it."""

    id: int
    series_id: int | None
    kind: str | None
    number: int | None
    planned: int | None
    child_id: int
    child_name: str
    therapist_id: int
    therapist_name: str
    therapist_color: int
    room_id: int | None
    room_name: str | None
    starts: datetime
    ends: datetime
    zone: str
    status: SessionStatus
    authorization_id: int | None
    needs_authorization: bool
    override_reason: str
    override_by: str | None
    note_id: int | None
    note_signed: bool
    interpreter_id: int | None = None
    interpreter_name: str | None = None
    interpreter_use: str = ""
    comes_with_id: int | None = None
    comes_with_name: str | None = None

    @property
    def is_unconfirmed(self) -> bool:
        """Whether it was booked on a visit the payer has not approved."""
        return self.needs_authorization and self.authorization_id is None

    @property
    def length_minutes(self) -> int:
        """How long it lasts on the clock of the wall."""
        return (self.ends - self.starts) // timedelta(minutes=1)
