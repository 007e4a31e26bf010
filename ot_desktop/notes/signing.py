"""Who may sign, how they sign, and which visits can have a signed note."""

from dataclasses import dataclass
from datetime import datetime

from ot_desktop.errors import ClinicError
from ot_desktop.notes.note_page import Visit
from ot_desktop.permissions import Permission, Role, SignedIn

_CALLED_OFF = {
    "no_show": "The family did not come to this visit. Set it back to planned before you sign.",
    "withdrawn": "This visit was taken back. Write the note at the visit that took place.",
}
_CANCELLED = "This visit was cancelled. Set it back to planned before you sign."


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
    if user.role is Role.ASSISTANT:
        return "An OTR/L signs an assistant’s notes. It waits under Unfinished for your supervisor."
    if not user.may(Permission.SIGN_NOTE):
        return "Your role can’t sign notes. Ask the clinic’s owner."
    if not user.credentials:
        return "A note is signed with a title, such as OTR/L. Ask the clinic’s owner to add yours."
    return ""


def check_visit(visit: Visit, now: datetime) -> None:
    """Raise ``ClinicError`` when this visit cannot have a signed note (yet)."""
    if visit.status in _CALLED_OFF:
        raise ClinicError(_CALLED_OFF[visit.status])
    if visit.status.startswith("cancelled"):
        raise ClinicError(_CANCELLED)
    if visit.starts > now:
        raise ClinicError(
            "This visit has not begun yet. The draft is kept; sign it after the visit."
        )
