"""A message is something said either way; the program sends nothing, it remembers."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from ot_desktop.errors import ValidationError

MOST_TRIES = 20
LONGEST_CALL_MINUTES = 480


class Way(Enum):
    """How something was said."""

    CALL = "call"
    TEXT = "text"
    EMAIL = "email"
    IN_PERSON = "in_person"
    PAPER = "paper"


class Direction(Enum):
    """Who spoke first."""

    FROM_FAMILY = "from_family"
    TO_FAMILY = "to_family"


class CallOutcome(Enum):
    """What came of a call; NONE for other ways."""

    NONE = ""
    REACHED = "reached"
    LEFT_MESSAGE = "left_message"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """What somebody of the clinic promises, and by when."""

    what: str
    due_on: date
    who_id: int


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """What is logged; ``caregiver_id`` None says that nobody was named.

    ``answers_id`` is the question it answers; ``minutes`` how long a call took.
    """

    child_id: int
    said: str
    way: Way = Way.CALL
    direction: Direction = Direction.TO_FAMILY
    caregiver_id: int | None = None
    session_id: int | None = None
    outcome: CallOutcome = CallOutcome.NONE
    tries: int = 1
    minutes: int | None = None
    is_question: bool = False
    answers_id: int | None = None
    promise: PromiseDraft | None = None

    def check(self, today: date) -> None:
        """Raise ``ValidationError`` naming every field that cannot be kept."""
        problems = {}
        if not self.said.strip():
            problems["said"] = "Write what was said."
        if not 1 <= self.tries <= MOST_TRIES:
            problems["tries"] = f"Enter 1 to {MOST_TRIES} tries."
        if self.minutes is not None and not 1 <= self.minutes <= LONGEST_CALL_MINUTES:
            problems["minutes"] = f"Enter 1 to {LONGEST_CALL_MINUTES} minutes."
        if self.way is Way.CALL and self.outcome is CallOutcome.NONE:
            problems["outcome"] = "Say whether you reached somebody."
        if self.promise is not None and not self.promise.what.strip():
            problems["promise"] = "Write what was promised."
        if self.promise is not None and self.promise.due_on < today:
            problems["due_on"] = "This day is over. Choose a later one."
        if problems:
            raise ValidationError(problems)


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise with who made it; ``kept_at`` None while it waits."""

    id: int
    message_id: int
    child_id: int
    child_name: str
    what: str
    due_on: date
    who_id: int
    who: str
    kept_at: datetime | None

    def is_overdue(self, today: date) -> bool:
        """Say whether its day is over and nobody has kept it."""
        return self.kept_at is None and self.due_on < today


@dataclass(frozen=True, slots=True)
class Message:
    """A logged message as lists show it; ``caregiver`` empty when nobody was named."""

    id: int
    child_id: int
    child_name: str
    caregiver: str
    way: Way
    direction: Direction
    said: str
    outcome: CallOutcome
    tries: int
    minutes: int | None
    is_question: bool
    is_answered: bool
    at: datetime
    logged_by: str
    done_at: datetime | None = None
    session_id: int | None = None
    caregiver_id: int | None = None
    therapist_id: int | None = None
    promises: tuple[Promise, ...] = ()

    @property
    def waits_for_answer(self) -> bool:
        """Whether a question is still open."""
        return self.is_question and not self.is_answered and self.done_at is None

    @property
    def open_promises(self) -> tuple[Promise, ...]:
        """What was promised in it and is not kept yet."""
        return tuple(each for each in self.promises if each.kept_at is None)

    def concerns(self, user_id: int, therapist_id: int | None) -> bool:
        """Say whether somebody has to know of it: their child, or their promise."""
        is_theirs = therapist_id is not None and self.therapist_id == therapist_id
        return is_theirs or any(each.who_id == user_id for each in self.promises)
