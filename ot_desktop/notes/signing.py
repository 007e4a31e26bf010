"""Who may sign, how they sign, and which visits can have a signed note."""

from dataclasses import dataclass
from datetime import datetime

from ot_desktop.errors import ClinicError
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.note_page import Visit
from ot_desktop.permissions import Permission, Role, SignedIn

_WITHDRAWN = "This visit was taken back. Write the note at the visit that took place."
_NOW_MISSED = "This visit is no longer planned. Open the note again to say why it was missed."
_NOT_MISSED = "This visit is no longer a missed one. Open the note again to write about it."


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Whoever signs has just typed their password; ``NotesService.confirm`` makes it."""

    user_id: int


def signature_of(user: SignedIn) -> str:
    """Return the name as it stands under a note: ``A. Okafor, OTR/L``.

    >>> signature_of(SignedIn(1, "Ana María Ruiz", Role.THERAPIST, 1, "OTR/L"))
    'A. Ruiz, OTR/L'
    """
    *given, family = user.name.split()
    name = f"{given[0][0]}. {family}" if given else family
    return f"{name}, {user.credentials}" if user.credentials else name


def signing_refusal(user: SignedIn) -> str:
    """Return why this person cannot sign a note, or an empty text."""
    if not user.may(Permission.SIGN_NOTE):
        return "Your role can’t sign notes. Ask the clinic’s owner."
    if not user.credentials:
        return "A note is signed with a title, such as OTR/L. Ask the clinic’s owner to add yours."
    return ""


def needs_cosign(user: SignedIn) -> bool:
    """Say whether a therapist co-signs what this person signs."""
    return user.role is Role.ASSISTANT


def check_visit(visit: Visit, content: NoteContent, now: datetime) -> None:
    """Raise ``ClinicError`` when this visit cannot have this signed note (yet)."""
    if visit.status == "withdrawn":
        raise ClinicError(_WITHDRAWN)
    if visit.is_missed != (content.missed is not None):
        raise ClinicError(_NOW_MISSED if visit.is_missed else _NOT_MISSED)
    if visit.starts > now and not visit.is_missed:
        raise ClinicError(
            "This visit has not begun yet. The draft is kept; sign it after the visit."
        )
