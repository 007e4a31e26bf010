"""What the note's screen is given: everything already known about this visit."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ot_desktop.caseload.domain import ChildPage, first_name
from ot_desktop.caseload.goals import Goal
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.parent_part import A_WEEK
from ot_desktop.notes.practice_plan import PracticePlan


@dataclass(frozen=True, slots=True)
class Visit:
    """The session a note belongs to, in the clinic's wall time."""

    id: int
    child_id: int
    number: int | None
    planned: int | None
    starts: datetime
    ends: datetime
    status: str
    therapist: str
    room: str | None
    interpreter: str | None = None


@dataclass(frozen=True, slots=True)
class NextVisit:
    """When the family comes again."""

    starts: datetime
    therapist: str
    room: str | None


@dataclass(frozen=True, slots=True)
class FamilyMember:
    """Somebody of the family list, the one who came last time first; the interpreter last."""

    caregiver_id: int | None
    name: str
    relation: str

    @property
    def first_name(self) -> str:
        """What to call them on a chip."""
        return first_name(self.name)


@dataclass(frozen=True, slots=True)
class LastNote:
    """What the last signed note before this visit leaves for today."""

    on: date
    content: NoteContent

    @property
    def plan(self) -> tuple[str, ...]:
        """The lines planned for today."""
        return self.content.session.plan


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed when; ``as_text`` is the name as it stands on paper."""

    as_text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SignedAddendum:
    """Text signed under a note, later."""

    body: str
    signed_as: str
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class Signer:
    """How the person at the keyboard signs; ``refusal`` says why they cannot."""

    as_text: str
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class NotePage:
    """One visit's note, with all it needs beside it."""

    visit: Visit
    child: ChildPage
    goals: tuple[Goal, ...]
    family: tuple[FamilyMember, ...]
    last_note: LastNote | None
    last_visit_on: date | None
    practice: PracticePlan | None
    show_again: tuple[str, ...]
    next_visit: NextVisit | None
    content: NoteContent
    signer: Signer
    note_id: int | None = None
    saved_at: datetime | None = None
    signature: Signature | None = None
    addenda: tuple[SignedAddendum, ...] = ()

    @property
    def is_signed(self) -> bool:
        """Nothing but addenda may follow."""
        return self.signature is not None

    @property
    def days_asked_about(self) -> tuple[date, ...]:
        """The week before the visit, the oldest day first."""
        day = self.visit.starts.date()
        return tuple(day - timedelta(days=back) for back in range(A_WEEK, 0, -1))


@dataclass(frozen=True, slots=True)
class UnfinishedNote:
    """A draft, or a visit that took place and has no note; ``note_id`` None means not started."""

    session_id: int
    child_id: int
    child_name: str
    starts: datetime
    writer: str
    is_mine: bool
    note_id: int | None = None
    saved_at: datetime | None = None
    missing: int | None = None
    is_late: bool = False

    def age(self, now: datetime) -> timedelta:
        """Return how long ago the visit began, by the clinic's wall time."""
        return now - self.starts
