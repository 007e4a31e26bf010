"""The lists of notes: not started, drafts, to sign, to co-sign, and those that are done."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from db.queries import cosigning, notes
from ot_desktop.caseload.domain import full_name
from ot_desktop.clock import now_local
from ot_desktop.notes.completeness import missing_parts
from ot_desktop.notes.cosigning import Supervised, cosigning_refusal
from ot_desktop.notes.domain import from_json
from ot_desktop.notes.note_page import SignedNote, UnfinishedNote
from ot_desktop.permissions import SignedIn

# A visit without a note is worth a reminder for this long.
NOTE_OWED_FOR = timedelta(days=14)
SIGNED_SHOWN = 200


def unfinished(user: SignedIn, late_after: timedelta) -> list[UnfinishedNote]:
    """Return what is still to be written, signed or co-signed, the oldest visit first."""

    def draft(*, author_id: int, author: str, content: str, **row: Any) -> UnfinishedNote:
        return _named(
            row,
            writer=author,
            is_mine=author_id == user.id,
            missing=len({each.part for each in missing_parts(from_json(content))}),
        )

    def owed(*, therapist_id: int, therapist: str, **row: Any) -> UnfinishedNote:
        return _named(row, writer=therapist, is_mine=therapist_id == user.therapist_id)

    def to_cosign(
        *, signed_by: int, supervisor_id: int | None, supervisor: str | None, **row: Any
    ) -> UnfinishedNote:
        note = Supervised(signed_by, supervisor_id, supervisor)
        moments = {name: datetime.fromisoformat(row[name]) for name in ("starts", "saved_at")}
        is_mine = not cosigning_refusal(user, note)
        return UnfinishedNote(**row | moments, is_mine=is_mine, waits_for=note.waits_for, missing=0)

    now = now_local()
    found = [
        *notes.unfinished(draft),
        *notes.without_note(now - NOTE_OWED_FOR, now, owed),
        *cosigning.waiting(to_cosign),
    ]
    listed = [replace(each, is_late=each.age(now) > late_after) for each in found]
    return sorted(listed, key=lambda note: (note.starts, note.session_id))


def without_visit(user: SignedIn) -> list[UnfinishedNote]:
    """Return signed notes whose visit was set back afterwards, the oldest visit first."""

    def build(*, signed_by: int, **row: Any) -> UnfinishedNote:
        moments = {name: datetime.fromisoformat(row[name]) for name in ("starts", "saved_at")}
        return UnfinishedNote(
            **row | moments, is_mine=signed_by == user.id, missing=0, is_signed=True
        )

    return cosigning.without_visit(build)


def signed() -> list[SignedNote]:
    """Return the latest notes that are signed and wait for nobody."""
    return cosigning.signed(SIGNED_SHOWN, _signed)


def _signed(*, starts: str, signed_at: str, signed_as: str | None, **row: Any) -> SignedNote:
    return SignedNote(
        starts=datetime.fromisoformat(starts),
        signed_at=datetime.fromisoformat(signed_at),
        signed_as=signed_as or "",
        **row,
    )


def _named(row: dict[str, Any], **known: Any) -> UnfinishedNote:
    name = full_name(row.pop("given_name"), row.pop("family_name"))
    return UnfinishedNote(child_name=name, **row, **known)
