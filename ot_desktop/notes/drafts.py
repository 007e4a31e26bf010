"""Use cases of a note that is being written: nothing typed is lost, nothing is replaced unseen."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from db.queries import notes as queries
from db.queries import open_notes as open_queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc
from ot_desktop.errors import ClinicError
from ot_desktop.notes import open_notes
from ot_desktop.notes.domain import NoteContent, to_json
from ot_desktop.notes.note_page import Visit
from ot_desktop.notes.open_notes import KeptText, OpenedElsewhere
from ot_desktop.notes.reading import NoteRow
from ot_desktop.permissions import Permission
from ot_desktop.work import Work

_CHANGED = "This note was changed in another window. Open it again to see both texts."


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """Which note it is, and when it was saved.

    ``beside`` says why the words were kept beside the note and not in it; else it is empty.
    """

    note_id: int
    saved_at: datetime
    beside: str = ""


class Drafts:
    """One window at a time writes in a note; what others type is kept beside it."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._seen: dict[int, datetime | None] = {}

    def open(self, session_id: int, saved_at: datetime | None) -> OpenedElsewhere | None:
        """Let this window write in the note as it was saved then, or return who does."""
        self._seen[session_id] = saved_at
        if not self._work.user.may(Permission.WRITE_NOTE):
            return None
        # What this window kept beside the note is not on its screen any more.
        open_queries.set_aside(session_id, self._work.window)
        return open_notes.take(session_id, self._work.window, self._work.user.id)

    def still_open(self, session_id: int) -> OpenedElsewhere | None:
        """Say that this window still has the note open; return who has it if not."""
        with self._work.continuing(Permission.WRITE_NOTE):
            return open_notes.take(session_id, self._work.window, self._work.user.id)

    def close(self) -> None:
        """Let other windows write in what was open in this one."""
        # A note that cannot be closed now, as on a full disk, is taken for closed in a minute.
        with suppress(ClinicError), self._work.continuing(Permission.SEE_NOTES):
            open_queries.close_notes(self._work.window)

    def save(self, visit: Visit, content: NoteContent) -> SavedDraft:
        """Keep what has been written so far, complete or not.

        What was written elsewhere meanwhile is never replaced: then the words are kept beside the
        note. So they are when it was signed meanwhile, which is refused.
        """
        at = _now()
        row = queries.note_of_session(visit.id, NoteRow)
        if row is None and open_notes.elsewhere(visit.id, self._work.window) is None:
            saved = SavedDraft(self._begin(visit, content, at), at)
        else:
            saved = self._go_on(visit.id, row, content, at)
        if not saved.beside:
            self._seen[visit.id] = at
        return saved

    def settle(self, kept: KeptText, child_id: int) -> None:
        """Say that a text kept beside a note was put together with it."""
        with self._work.saving(
            Permission.WRITE_NOTE, Topic.NOTES, Action.KEPT_TEXT, child_id
        ) as entry:
            entry.subject = f"session {kept.session_id}"
            open_queries.settle_text(kept.id, now_utc())

    def _begin(self, visit: Visit, content: NoteContent, at: datetime) -> int:
        with self._work.saving(
            Permission.WRITE_NOTE, Topic.NOTES, Action.SAVED_DRAFT, visit.child_id
        ) as entry:
            entry.subject = f"session {visit.id}"
            if queries.note_of_session(visit.id, NoteRow) is not None:
                raise ClinicError(_CHANGED)
            open_notes.take(visit.id, self._work.window, self._work.user.id)
            return queries.insert_draft(
                {
                    "session": visit.id,
                    "child": visit.child_id,
                    "author": self._work.user.id,
                    "content": to_json(content),
                    "started_at": at,
                    "saved_at": at,
                }
            )

    def _go_on(
        self, session_id: int, row: NoteRow | None, content: NoteContent, at: datetime
    ) -> SavedDraft:
        window, user_id = self._work.window, self._work.user.id
        is_signed = row is not None and row.signed_at is not None
        with self._work.continuing(Permission.WRITE_NOTE):
            other = open_notes.take(session_id, window, user_id)
            beside = other.sentence() if other else self._changed_meanwhile(session_id, row)
            if row is None or beside or is_signed:
                open_notes.keep_beside(session_id, content, window, user_id)
            elif not queries.save_draft(row.id, to_json(content), row.saved_at, at):
                raise ClinicError(_CHANGED)
        if is_signed:
            raise ClinicError("This note is signed. Add an addendum instead.")
        return SavedDraft(row.id if row else 0, at, beside)

    def _changed_meanwhile(self, session_id: int, row: NoteRow | None) -> str:
        if row is None or self._seen.get(session_id, row.saved_at) == row.saved_at:
            return ""
        return _CHANGED


def _now() -> datetime:
    """Return this instant as exactly as the file keeps it, so that it can be recognized."""
    now = now_utc()
    return now.replace(microsecond=now.microsecond // 1000 * 1000)
