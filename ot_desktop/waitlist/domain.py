"""Who waits, for what, and when they can come."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from ot_desktop.errors import ValidationError
from ot_desktop.settings.domain import Hours

LONG_WAIT_DAYS = 30
HOLD_MINUTES = 20


class Wants(Enum):
    """What a child waits for."""

    EVALUATION = "evaluation"
    WEEKLY = "weekly"
    INTENSIVE = "intensive"
    VISIT = "visit"


class OfferOutcome(Enum):
    """What a family said to an offered time; OPEN while it is held."""

    OPEN = "open"
    YES = "yes"
    NO = "no"
    NO_ANSWER = "no_answer"
    CALL_BACK = "call_back"


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """What the front desk writes down. No ``can_come``: nobody asked yet.

    ``weeks`` is how many weeks a weekly visit should go on; ``notice_minutes`` how long before a
    visit the family has to know; urgency is 1 (urgent) to 3.
    """

    child_id: int
    wants: Wants = Wants.VISIT
    length_minutes: int = 60
    weeks: int = 1
    therapist_id: int | None = None
    can_come: tuple[Hours, ...] = ()
    from_day: date | None = None
    until_day: date | None = None
    notice_minutes: int = 120
    urgency: int = 2
    expires_on: date | None = None
    note: str = ""

    def check(self, today: date) -> None:
        """Raise ``ValidationError`` naming every field that cannot be kept."""
        problems = {}
        if not 5 <= self.length_minutes <= 480:  # noqa: PLR2004  (the bounds are the sentence)
            problems["length_minutes"] = "Choose a length from 5 to 480 min."
        if not 1 <= self.weeks <= 120:  # noqa: PLR2004  (the bounds are the sentence)
            problems["weeks"] = "Choose 1 to 120 weeks."
        if self.from_day and self.until_day and self.until_day < self.from_day:
            problems["until_day"] = "The last day is before the first. Check both."
        if self.expires_on is not None and self.expires_on < today:
            problems["expires_on"] = "This day is over. Choose a later one."
        if problems:
            raise ValidationError(problems)


@dataclass(frozen=True, slots=True)
class Entry:
    """A child who waits, with what happened so far; ``last_offer`` None: nothing was answered."""

    id: int
    child_id: int
    child_name: str
    wants: Wants
    length_minutes: int
    weeks: int
    therapist_id: int | None
    therapist_name: str
    can_come: tuple[Hours, ...]
    from_day: date | None
    until_day: date | None
    notice_minutes: int
    urgency: int
    added_on: date
    expires_on: date | None
    note: str
    offers: int = 0
    last_offer: OfferOutcome | None = None
    last_offer_at: datetime | None = None
    last_message_at: datetime | None = None
    ended_on: date | None = None
    ended_because: str = ""

    @property
    def draft(self) -> EntryDraft:
        """What the entry says, for changing it."""
        return EntryDraft(
            self.child_id,
            self.wants,
            self.length_minutes,
            self.weeks,
            self.therapist_id,
            self.can_come,
            self.from_day,
            self.until_day,
            self.notice_minutes,
            self.urgency,
            self.expires_on,
            self.note,
        )

    @property
    def last_contact_at(self) -> datetime | None:
        """When somebody last spoke with the family, or tried to."""
        return max(filter(None, (self.last_offer_at, self.last_message_at)), default=None)

    def days_waiting(self, today: date) -> int:
        """How long the family has waited."""
        return (today - self.added_on).days

    def waits_long(self, today: date) -> bool:
        """Whether the wait is shown in amber."""
        return self.days_waiting(today) > LONG_WAIT_DAYS


@dataclass(frozen=True, slots=True)
class OpenTime:
    """A time that has come free: who treats, where, from when to when."""

    therapist_id: int
    room_id: int | None
    starts: datetime
    ends: datetime

    @property
    def minutes(self) -> int:
        """How long it is."""
        return (self.ends - self.starts) // timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class OpenedTime:
    """An open time with its names; ``called_off`` is the child whose visit it was."""

    time: OpenTime
    therapist_name: str
    therapist_color: int
    room_name: str
    called_off: str


@dataclass(frozen=True, slots=True)
class HeldOffer:
    """A time offered to a family; it is theirs until ``held_until`` or a no.

    A family that calls back keeps it until then.
    """

    id: int
    entry_id: int
    time: OpenTime
    held_until: datetime
    outcome: OfferOutcome

    def holds(self, now: datetime) -> bool:
        """Say whether nobody else should be given this time yet."""
        waits = self.outcome in (OfferOutcome.OPEN, OfferOutcome.CALL_BACK)
        return waits and now < self.held_until

    def minutes_left(self, now: datetime) -> int:
        """How many minutes are left, a started one counted."""
        return max(0, -((now - self.held_until) // timedelta(minutes=1)))


@dataclass(frozen=True, slots=True)
class OfferCall:
    """One offer in the call log of a family; ``answered_at`` None: nobody has said a word."""

    id: int
    time: OpenTime
    therapist_name: str
    outcome: OfferOutcome
    made_at: datetime
    made_by: str
    answered_at: datetime | None
    held_until: datetime


@dataclass(frozen=True, slots=True)
class Match:
    """An entry an open time would suit, with the reasons a person reads.

    ``weeks_free`` of ``weeks`` are free at this time; fewer is a partial offer.
    """

    entry: Entry
    reasons: tuple[str, ...]
    weeks_free: int
    starts: tuple[datetime, ...]
    has_visit_that_day: bool = False

    @property
    def is_partial(self) -> bool:
        """Whether only some of the wanted weeks are free."""
        return self.weeks_free < self.entry.weeks
