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
    """The last visit: what went best, what was done, and what the parent was shown."""

    held_on: date
    author: str
    win: str
    did: tuple[str, ...]
    shown: tuple[str, ...]


def last_visit_words(work: Work, child_id: int) -> VisitWords | None:
    """Return the words of the last visit that took place and has a note, signed or not."""
    work.require(Permission.SEE_NOTES)
    found = [each for each in queries.of_child(child_id, _visit_words) if each is not None]
    past = [each for each in found if each.held_on <= today()]
    return max(past, key=lambda each: each.held_on, default=None)


def _visit_words(
    *, starts: datetime, content: str, author: str, **_others: Any
) -> VisitWords | None:
    read: NoteContent = from_json(content)
    if read.missed is not None:
        return None
    return VisitWords(
        held_on=starts.date(),
        author=author,
        win=read.parent.win_of_the_day.strip(),
        did=tuple(each.title for each in read.session.did.activities),
        shown=tuple(each.title for each in read.parent.shown.strategies),
    )
