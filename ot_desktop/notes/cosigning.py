"""Who co-signs an assistant's note: the supervisor, or another therapist while they are away."""

from dataclasses import dataclass

from db.queries import cosigning as queries
from ot_desktop.clock import today
from ot_desktop.notes.note_page import CoSigning
from ot_desktop.permissions import Permission, SignedIn

ANYBODY = "an OTR/L"


@dataclass(frozen=True, slots=True)
class Supervised:
    """Who signed a note, and who supervises them; None when nobody does."""

    signed_by: int
    supervisor_id: int | None
    supervisor: str | None

    @property
    def waits_for(self) -> str:
        """Whom to name beside the note."""
        return self.supervisor or ANYBODY


def cosigning_of(note_id: int, user: SignedIn) -> CoSigning | None:
    """Return whom a note waits for, and why ``user`` may not be the one."""
    found = queries.who_cosigns(note_id, Supervised)
    if found is None:
        return None
    return CoSigning(found.waits_for, cosigning_refusal(user, found))


def cosigning_refusal(user: SignedIn, note: Supervised) -> str:
    """Return why this person cannot co-sign this note now, or an empty text."""
    if note.signed_by == user.id or not user.may(Permission.COSIGN_NOTE):
        return f"This note waits for {note.waits_for} to co-sign it."
    if not user.credentials or user.credentials.startswith("COTA"):
        return "A note is co-signed with a title, such as OTR/L. Ask the clinic’s owner to add it."
    supervisor = note.supervisor_id
    if supervisor in {None, user.therapist_id} or not queries.is_here(supervisor or 0, today()):
        return ""
    return f"{note.waits_for} co-signs this note. You may when {note.waits_for} is away."
