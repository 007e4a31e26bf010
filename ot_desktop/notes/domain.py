"""What a session note says, and what it needs before it can be signed."""

import json
from dataclasses import dataclass, field, replace

from ot_desktop.errors import ClinicError
from ot_desktop.notes.codec import UnreadableError, built, canonical
from ot_desktop.notes.missed_visit import MissedVisit
from ot_desktop.notes.parent_part import ParentPart
from ot_desktop.notes.session_part import SessionPart

FORMAT = 2


@dataclass(frozen=True, slots=True)
class NoteContent:
    """Everything written in one note; one JSON document in the clinic's file.

    ``missed`` makes it the short note of a visit that did not take place.
    """

    session: SessionPart = field(default_factory=SessionPart)
    parent: ParentPart = field(default_factory=ParentPart)
    missed: MissedVisit | None = None
    format: int = FORMAT


def to_json(content: NoteContent) -> str:
    """Return the canonical text that is stored, and hashed when the note is signed."""
    return canonical(replace(content, format=FORMAT))


def from_json(text: str) -> NoteContent:
    """Read a stored note; raise ``ClinicError`` when a newer program wrote it."""
    read = json.loads(text)
    number = read.get("format") if isinstance(read, dict) else None
    if isinstance(number, int) and number > FORMAT:
        raise ClinicError(
            "This note was written with a newer OT Desktop. Install the newer version to read it."
        )
    try:
        return replace(built(NoteContent, read), format=FORMAT)
    except UnreadableError as wrong:
        raise ClinicError(
            "This note can’t be read. Nothing was changed; restore it from a backup."
        ) from wrong
