"""What of a note is meant for the family, in the therapist's words."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from db.queries import notes as queries
from ot_desktop.clock import today
from ot_desktop.notes.domain import NoteContent, from_json
from ot_desktop.permissions import Permission
from ot_desktop.work import Work


@dataclass(frozen=True, slots=True)
class VisitWords:
    """One visit: what went best, what was done, and what the parent was shown."""

    session_id: int
    held_on: date
    author: str
    win: str
    did: tuple[str, ...]
    shown: tuple[str, ...]


def visit_words(work: Work, child_id: int, session_id: int | None = None) -> VisitWords | None:
    """Return the words of a visit's note, signed or not; without a visit, of the last one held."""
    work.require(Permission.SEE_NOTES)
    found = [each for each in queries.of_child(child_id, _visit_words) if each is not None]
    if session_id is not None:
        return next((each for each in found if each.session_id == session_id), None)
    past = [each for each in found if each.held_on <= today()]
    return max(past, key=lambda each: each.held_on, default=None)


def _visit_words(
    *, session_id: int, starts: datetime, content: str, author: str, **_others: Any
) -> VisitWords | None:
    read: NoteContent = from_json(content)
    if read.missed is not None:
        return None
    return VisitWords(
        session_id=session_id,
        held_on=starts.date(),
        author=author,
        win=read.parent.win_of_the_day.strip(),
        did=tuple(each.title for each in read.session.did.activities),
        shown=tuple(each.title for each in read.parent.shown.strategies),
    )
