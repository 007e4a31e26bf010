"""What became of a visit: which change is possible when, and what a late call means."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.scheduling.domain import SessionStatus


class Reason(Enum):
    """Why a visit did not take place, or not all of it."""

    ILL = "ill"
    HOLIDAY = "holiday"
    TRANSPORT = "transport"
    WEATHER = "weather"
    THERAPIST_ILL = "therapist_ill"
    ROOM = "room"
    OTHER = "other"


OF_THE_FAMILY = (Reason.ILL, Reason.HOLIDAY, Reason.TRANSPORT, Reason.WEATHER, Reason.OTHER)
OF_THE_CLINIC = (Reason.THERAPIST_ILL, Reason.ROOM, Reason.WEATHER, Reason.OTHER)

ATTENDED = frozenset({SessionStatus.HELD, SessionStatus.CUT_SHORT})
MISSED_BY_FAMILY = frozenset(
    {SessionStatus.CANCELLED_IN_TIME, SessionStatus.CANCELLED_LATE, SessionStatus.NO_SHOW}
)
MISSED = MISSED_BY_FAMILY | {SessionStatus.CANCELLED_BY_CLINIC}
WAITING = frozenset({SessionStatus.PLANNED, SessionStatus.CONFIRMED, SessionStatus.ARRIVED})


@dataclass(frozen=True, slots=True)
class Policy:
    """The clinic's own rules of attendance; each default is what many pediatric clinics keep.

    ``late_after_minutes`` after its start a visit without check-in is late. A family that calls
    less than ``notice_hours`` before has called late. A missed visit can be made up within
    ``make_up_days``. A child is flagged after ``misses_in_a_row`` no-shows, or below
    ``least_percent`` family attendance in the last ``flag_days``; ``flag_words`` is what the flag
    says.
    """

    late_after_minutes: int = 5
    notice_hours: int = 24
    make_up_days: int = 14
    misses_in_a_row: int = 3
    least_percent: int = 80
    flag_days: int = 90
    flag_words: str = "Talk with the family about what makes coming hard."

    def check(self) -> None:
        """Raise ``ValidationError`` naming every rule that cannot be kept."""
        bounds = {
            "late_after_minutes": (0, 60, "Choose 0 to 60 minutes."),
            "notice_hours": (0, 168, "Choose 0 to 168 hours."),
            "make_up_days": (0, 120, "Choose 0 to 120 days."),
            "misses_in_a_row": (1, 20, "Choose 1 to 20 visits."),
            "least_percent": (0, 100, "Choose 0 to 100 percent."),
            "flag_days": (14, 365, "Choose 14 to 365 days."),
        }
        problems = {
            name: words
            for name, (least, most, words) in bounds.items()
            if not least <= getattr(self, name) <= most
        }
        if problems:
            raise ValidationError(problems)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said of a visit. ``called_at`` is when the family called, as wall time.

    ``held_minutes`` only where it was cut short; ``why`` when an outcome of an earlier day, or one
    already kept, is corrected.
    """

    status: SessionStatus
    reason: Reason | None = None
    reason_words: str = ""
    called_at: datetime | None = None
    held_minutes: int | None = None
    why: str = ""

    @classmethod
    def called_off(
        cls, starts: datetime, called_at: datetime, policy: Policy, reason: Reason | None = None
    ) -> "Outcome":
        """Return what a family's call means: in time, or late by the clinic's notice."""
        in_time = called_at <= starts - timedelta(hours=policy.notice_hours)
        status = SessionStatus.CANCELLED_IN_TIME if in_time else SessionStatus.CANCELLED_LATE
        return cls(status, reason, called_at=called_at)


@dataclass(frozen=True, slots=True)
class VisitNow:
    """A visit as it stands when somebody says what became of it."""

    starts: datetime
    ends: datetime
    status: SessionStatus
    has_signed_note: bool = False


def check_outcome(visit: VisitNow, outcome: Outcome, now: datetime) -> None:
    """Raise when the outcome cannot be: ``ValidationError`` by field, else ``ClinicError``."""
    if visit.status is SessionStatus.WITHDRAWN:
        raise ClinicError("This booking was taken back. Book the visit again.")
    _refuse_too_early(visit, outcome, now)
    if visit.has_signed_note and outcome.status not in ATTENDED:
        raise ClinicError("This visit has a signed note, so it took place. Add an addendum to it.")
    problems = _problems(visit, outcome)
    if needs_why(visit, outcome, now) and not outcome.why.strip():
        problems["why"] = "Say why it is corrected. It is kept with your name."
    if problems:
        raise ValidationError(problems)


def needs_why(visit: VisitNow, outcome: Outcome, now: datetime) -> bool:
    """Say whether this corrects the past: an earlier day, or an outcome already kept.

    What nobody has said yet of an earlier day needs no reason, it is only late.
    """
    if outcome.status is visit.status:
        return False
    decided = visit.status not in WAITING
    return decided and (visit.starts.date() < now.date() or visit.status in ATTENDED)


def _refuse_too_early(visit: VisitNow, outcome: Outcome, now: datetime) -> None:
    if outcome.status in ATTENDED and visit.starts > now:
        raise ClinicError("This visit has not begun. Mark it as held once it has.")
    if outcome.status is SessionStatus.NO_SHOW and visit.ends > now:
        raise ClinicError("This visit is not over. Mark a no-show after its end.")
    if outcome.status is SessionStatus.ARRIVED and visit.starts.date() > now.date():
        raise ClinicError("This visit is on a later day. Check in on the day itself.")


def _problems(visit: VisitNow, outcome: Outcome) -> dict[str, str]:
    problems = {}
    length = (visit.ends - visit.starts) // timedelta(minutes=1)
    minutes = outcome.held_minutes
    if outcome.status is SessionStatus.CUT_SHORT and not (minutes and 0 < minutes < length):
        problems["held_minutes"] = f"Enter the minutes it took, 1 to {length - 1}."
    if outcome.status is SessionStatus.CANCELLED_BY_CLINIC and outcome.reason is None:
        problems["reason"] = "Choose why the clinic called it off."
    if outcome.reason is Reason.OTHER and not outcome.reason_words.strip():
        problems["reason_words"] = "Say what it was, in a word or two."
    return problems


def last_make_up_day(missed: datetime, program_ends: date | None, policy: Policy) -> date:
    """Return until when a missed visit can be made up: the clinic's days, or its intensive."""
    after = missed.date() + timedelta(days=policy.make_up_days)
    return max(after, program_ends or after)


def is_late(visit: VisitNow, policy: Policy, now: datetime) -> bool:
    """Say whether nobody has checked in some minutes after the start."""
    waiting = visit.status in (SessionStatus.PLANNED, SessionStatus.CONFIRMED)
    allowed = timedelta(minutes=policy.late_after_minutes)
    return waiting and visit.starts + allowed <= now < visit.ends
