"""What the note's screen is given: everything already known about this visit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum

from ot_desktop.caseload.domain import Asked, ChildPage, first_name
from ot_desktop.caseload.goals import Goal
from ot_desktop.clock import wall_time
from ot_desktop.goals.scales import Prompt
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.open_notes import KeptText, OpenedElsewhere
from ot_desktop.notes.parent_part import A_WEEK, days_asked_about
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
    reason: str = ""
    reason_words: str = ""
    interpreter: str | None = None

    @property
    def is_missed(self) -> bool:
        """The family did not come, or somebody called it off."""
        return self.status == "no_show" or self.status.startswith("cancelled")


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
class CoSigning:
    """What an assistant's note still waits for; ``refusal`` says why not for this person."""

    waits_for: str
    refusal: str = ""


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
    needs_cosign: bool = False


@dataclass(frozen=True, slots=True)
class NotePage:
    """One visit's note, with all it needs beside it.

    ``too_hard`` counts the windows before in which an activity of the home program was so.
    ``last_levels`` are those last scored, by goal; ``prompts`` stand in the clinic's own order.
    """

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
    started_at: datetime | None = None
    signature: Signature | None = None
    needs_cosign: bool = False
    co_signature: Signature | None = None
    co_signing: CoSigning | None = None
    is_untouched: bool = True
    addenda: tuple[SignedAddendum, ...] = ()
    opened_elsewhere: OpenedElsewhere | None = None
    may_write: bool = True
    kept_texts: tuple[KeptText, ...] = ()
    too_hard: Mapping[str, int] = field(default_factory=dict)
    last_levels: Mapping[int, int] = field(default_factory=dict)
    prompts: tuple[Prompt, ...] = tuple(Prompt)

    @property
    def is_signed(self) -> bool:
        """Nothing but addenda may follow."""
        return self.signature is not None

    @property
    def waits_for_cosign(self) -> bool:
        """An assistant signed it, and no therapist has co-signed it yet."""
        return self.needs_cosign and self.co_signature is None

    @property
    def alerts_not_asked(self) -> bool:
        """Nobody has asked about allergies, or about precautions."""
        alerts = self.child.alerts
        return Asked.NOT_ASKED in {alerts.allergies.asked, alerts.precautions.asked}

    @property
    def may_ask_alerts(self) -> bool:
        """It would be the first signed note, and alerts were not asked about."""
        return self.last_note is None and self.alerts_not_asked

    @property
    def read_only(self) -> str:
        """Why nothing can be written in it, or an empty text."""
        if self.is_signed:
            return ""
        if self.opened_elsewhere is not None:
            return self.opened_elsewhere.sentence()
        return "" if self.may_write else "Your role reads notes and does not write them."

    @property
    def is_written_in(self) -> bool:
        """It is a draft that this window writes in."""
        return not self.is_signed and not self.read_only

    @property
    def written_late_on(self) -> date | None:
        """The day it was begun, when that was after the day of the visit."""
        if self.started_at is None:
            return None
        written = wall_time(self.started_at).date()
        return written if written > self.visit.starts.date() else None

    @property
    def days_asked_about(self) -> tuple[date, ...]:
        """The days since the last visit, the oldest first; the last week where they are fewer."""
        day = self.visit.starts.date()
        count = max(A_WEEK, days_asked_about(self.last_visit_on, day))
        return tuple(day - timedelta(days=back) for back in range(count, 0, -1))


class Queue(Enum):
    """What a visit's note waits for, in the order it comes to pass.

    ``NO_VISIT``: it is signed, and its visit was set back afterwards; somebody puts that right.
    """

    NOT_STARTED = "not_started"
    DRAFT = "draft"
    TO_SIGN = "to_sign"
    TO_COSIGN = "to_cosign"
    NO_VISIT = "no_visit"


@dataclass(frozen=True, slots=True)
class UnfinishedNote:
    """A note still to be signed or co-signed, or a visit that took place and has none.

    ``status`` is the visit's. ``waits_for`` names who co-signs; ``is_mine`` says that it waits for
    the person at the keyboard.
    """

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
    status: str = "planned"
    waits_for: str = ""
    is_signed: bool = False

    @property
    def queue(self) -> Queue:
        """What it waits for."""
        if self.note_id is None:
            return Queue.NOT_STARTED
        if self.waits_for:
            return Queue.TO_COSIGN
        if self.is_signed:
            return Queue.NO_VISIT
        return Queue.DRAFT if self.missing else Queue.TO_SIGN

    def age(self, now: datetime) -> timedelta:
        """Return how long ago the visit began, by the clinic's wall time."""
        return now - self.starts


@dataclass(frozen=True, slots=True)
class SignedNote:
    """One line of the notes that are done."""

    note_id: int
    session_id: int
    child_id: int
    child_name: str
    starts: datetime
    signed_as: str
    signed_at: datetime
    cosigned_as: str
    status: str
