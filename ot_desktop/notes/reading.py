"""Puts rows of the file together into what the note's screens show."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from db.queries import notes as queries
from ot_desktop.caseload.domain import Caregiver
from ot_desktop.caseload.goals import Goal
from ot_desktop.caseload.reading import child_page
from ot_desktop.goals.prompt_order import prompts_in_order
from ot_desktop.notes.beginning import (
    as_the_visit_went,
    new_content,
    open_questions,
    show_again,
    with_goals,
)
from ot_desktop.notes.domain import NoteContent, from_json
from ot_desktop.notes.hashing import content_hash
from ot_desktop.notes.home_practice import too_hard_before
from ot_desktop.notes.note_page import (
    FamilyMember,
    LastNote,
    NextVisit,
    NotePage,
    Signature,
    SignedAddendum,
    Signer,
    Visit,
)
from ot_desktop.notes.open_notes import kept_texts
from ot_desktop.notes.open_questions import settled_questions
from ot_desktop.notes.parent_part import INTERPRETER
from ot_desktop.notes.practice_plan import PracticePlans

# How far back a strategy the parent could not do yet comes up again.
NOTES_LOOKED_BACK = 12


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as it is stored."""

    id: int
    session_id: int
    child_id: int
    starts: datetime
    author_id: int
    author: str
    content: str
    started_at: datetime
    saved_at: datetime
    signed_at: datetime | None
    signed_as: str | None
    content_hash: str | None
    needs_cosign: bool
    cosigned_at: datetime | None
    cosigned_as: str | None


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note in a child's list."""

    note_id: int
    session_id: int
    starts: datetime
    author: str
    signed_as: str | None
    signed_at: datetime | None


def note_line(**row: Any) -> NoteLine:
    """Build one line of a child's list of notes."""
    kept = ("session_id", "starts", "author", "signed_as", "signed_at")
    return NoteLine(note_id=row["id"], **{name: row[name] for name in kept})


def note_page(visit: Visit, plans: PracticePlans, signer: Signer) -> NotePage:
    """Return one visit's note with all that is known beside it."""
    child = child_page(visit.child_id)
    earlier = last_notes(visit.child_id, visit.starts)
    last_note = earlier[0] if earlier else None
    since = queries.last_visit_on(visit.child_id, visit.starts)
    goals = tuple(goal for goal in child.goals if goal.met_on is None)
    row = queries.note_of_session(visit.id, NoteRow)
    return NotePage(
        visit=visit,
        child=child,
        goals=goals,
        family=_family(child.caregivers, last_note, visit.interpreter),
        last_note=last_note,
        last_visit_on=since,
        practice=plans.given_before(visit.child_id, visit.starts.date()),
        show_again=show_again(note.content.parent.shown for note in earlier),
        next_visit=queries.next_session(visit.child_id, visit.starts, NextVisit),
        content=_content(row, visit, goals) if row else _begun(visit, goals, last_note, since),
        signer=signer,
        note_id=row.id if row else None,
        saved_at=row.saved_at if row else None,
        started_at=row.started_at if row else None,
        signature=_signature(row),
        needs_cosign=row.needs_cosign if row else False,
        co_signature=_co_signature(row),
        is_untouched=row is None or is_untouched(row),
        kept_texts=kept_texts(visit.id),
        too_hard=too_hard_before((note.on, note.content.parent.at_home) for note in earlier),
        last_levels=queries.last_levels(visit.child_id),
        prompts=prompts_in_order(),
        addenda=tuple(queries.addenda(row.id, SignedAddendum)) if row else (),
    )


def last_notes(
    child_id: int, before: datetime, most: int = NOTES_LOOKED_BACK
) -> tuple[LastNote, ...]:
    """Return a child's signed notes of visits before a moment, the latest first."""
    return tuple(notes_by_visit(child_id, before, most).values())


def notes_by_visit(child_id: int, before: datetime, most: int) -> dict[int, LastNote]:
    """Return the same by the visits they are of."""
    return dict(queries.signed_before(child_id, before, most, _last_note))


def _begun(
    visit: Visit, goals: tuple[Goal, ...], last_note: LastNote | None, since: date | None
) -> NoteContent:
    settled = settled_questions(visit.child_id) if last_note else frozenset()
    begun = new_content(visit, goals, since, open_questions(last_note, settled))
    return as_the_visit_went(begun, visit)


def _content(row: NoteRow, visit: Visit, goals: tuple[Goal, ...]) -> NoteContent:
    content = from_json(row.content)
    return content if row.signed_at else as_the_visit_went(with_goals(content, goals), visit)


def is_untouched(row: NoteRow) -> bool:
    """Say whether a signed note is still, letter for letter, what was signed."""
    return row.signed_at is None or row.content_hash == content_hash(row.content)


def _last_note(
    *, session_id: int, starts: datetime, content: str, **_others: Any
) -> tuple[int, LastNote]:
    return session_id, LastNote(starts.date(), from_json(content))


def _signature(row: NoteRow | None) -> Signature | None:
    if row is None or row.signed_at is None:
        return None
    return Signature(row.signed_as or "", row.signed_at)


def _co_signature(row: NoteRow | None) -> Signature | None:
    if row is None or row.cosigned_at is None:
        return None
    return Signature(row.cosigned_as or "", row.cosigned_at)


def _family(
    caregivers: tuple[Caregiver, ...], last_note: LastNote | None, interpreter: str | None
) -> tuple[FamilyMember, ...]:
    came: set[int | None] = set()
    if last_note is not None:
        people = last_note.content.parent.who.people
        came = {person.caregiver_id for person in people if person.how.took_part}
    listed = (FamilyMember(one.id, one.full_name, one.relation) for one in caregivers)
    family = sorted(listed, key=lambda member: member.caregiver_id not in came)
    if interpreter:
        family.append(FamilyMember(None, interpreter, INTERPRETER))
    return tuple(family)
