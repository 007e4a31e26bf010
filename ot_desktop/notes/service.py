"""Use cases of session notes: open, save as a draft, sign, add to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from db.queries import notes as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_local, now_utc
from ot_desktop.errors import ClinicError, NotAllowed, NotFound, ValidationError
from ot_desktop.notes import reading
from ot_desktop.notes.completeness import check_signable, missing_parts
from ot_desktop.notes.cue_words import keep_with_goals
from ot_desktop.notes.domain import NoteContent, from_json, to_json
from ot_desktop.notes.hashing import content_hash
from ot_desktop.notes.issued_programs import IssuedPrograms
from ot_desktop.notes.note_page import NotePage, Signer, UnfinishedNote, Visit
from ot_desktop.notes.open_questions import keep_with_messages
from ot_desktop.notes.practice_plan import PracticePlans
from ot_desktop.notes.signing import Confirmed, check_visit, signature_of, signing_refusal
from ot_desktop.notes.soap import note_as_text
from ot_desktop.permissions import Permission
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work

# A visit without a note is worth a reminder for this long.
NOTE_OWED_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """Which note it is, and when it was saved."""

    note_id: int
    saved_at: datetime


class NotesService:
    """Write the note of a session with the parent, sign it, and add to it afterwards."""

    def __init__(
        self,
        work: Work,
        confirm_password: Callable[[str], bool],
        plans: PracticePlans | None = None,
    ) -> None:
        self._work = work
        self._settings = SettingsService(work)
        self._confirm_password = confirm_password
        self._plans = plans or IssuedPrograms()

    def open_note(self, session_id: int) -> NotePage:
        """Return the session's note, draft or signed, with everything already known beside it."""
        self._work.require(Permission.SEE_NOTES)
        visit = self._visit(session_id)
        with self._work.viewing(Permission.SEE_NOTES, Action.OPENED_NOTE, visit.child_id) as entry:
            entry.subject = f"session {session_id}"
            return reading.note_page(visit, self._plans, self._signer())

    def save_draft(self, session_id: int, content: NoteContent) -> SavedDraft:
        """Keep what has been written so far, complete or not; refuse when the note is signed."""
        saved_at = now_utc()
        row = queries.note_of_session(session_id, reading.NoteRow)
        if row is None:
            return SavedDraft(self._start_draft(session_id, content, saved_at), saved_at)
        with self._work.continuing(Permission.WRITE_NOTE):
            if not queries.save_draft(row.id, to_json(content), saved_at):
                raise _note_is_signed()
        return SavedDraft(row.id, saved_at)

    def confirm(self, password: str) -> Confirmed:
        """Check the signer's password; slow, and touches no table: run it beside the window."""
        if not self._confirm_password(password):
            raise ValidationError({"password": "That password is not right. Type it again."})
        return Confirmed(self._work.user.id)

    def sign(self, note_id: int, confirmed: Confirmed) -> None:
        """Lock the note for good, score its goals, keep its cue words, and mark the visit held."""
        self._check_may_sign(confirmed)
        row = self._note(note_id)
        content = from_json(row.content)
        visit = self._visit(row.session_id)
        check_visit(visit, now_local())
        check_signable(content)
        with self._saving(Action.SIGNED_NOTE, row.child_id, Permission.SIGN_NOTE) as entry:
            entry.subject = f"note {note_id}"
            self._write_signed(row, content, visit)

    def add_addendum(self, note_id: int, body: str, confirmed: Confirmed) -> None:
        """Add text under a signed note; both stay readable and both print."""
        self._check_may_sign(confirmed)
        row = self._note(note_id)
        if row.signed_at is None:
            raise ClinicError("This note is not signed yet. Change the note itself.")
        if not body.strip():
            raise ValidationError({"body": "Write what you want to add."})
        with self._saving(Action.ADDED_ADDENDUM, row.child_id, Permission.SIGN_NOTE) as entry:
            entry.subject = f"note {note_id}"
            queries.insert_addendum(
                {
                    "note": note_id,
                    "author": self._work.user.id,
                    "body": body.strip(),
                    "signed_at": now_utc(),
                    "signed_as": signature_of(self._work.user),
                    "content_hash": content_hash(body.strip()),
                }
            )

    def unfinished(self) -> list[UnfinishedNote]:
        """Return drafts, and visits of the last two weeks without a note, the oldest first."""
        self._work.require(Permission.SEE_NOTES)
        now = now_local()
        drafts = queries.unfinished(self._draft)
        owed = queries.without_note(now - NOTE_OWED_FOR, now, self._owed)
        late_after = timedelta(hours=self._settings.clinic().settings.note_late_after_hours)
        notes = [replace(each, is_late=each.age(now) > late_after) for each in (*drafts, *owed)]
        return sorted(notes, key=lambda note: (note.starts, note.session_id))

    def note_of_session(self, session_id: int) -> int | None:
        """Return the id of a session's note, or None when nobody has begun one."""
        self._work.require(Permission.SEE_NOTES)
        row = queries.note_of_session(session_id, reading.NoteRow)
        return row.id if row else None

    def notes_of_child(self, child_id: int) -> list[reading.NoteLine]:
        """Return a child's notes, the latest visit first."""
        self._work.require(Permission.SEE_NOTES)
        return queries.of_child(child_id, reading.note_line)

    def signed_note_text(self, note_id: int) -> str:
        """Return a signed note and its addenda as plain text, in SOAP order."""
        row = self._note(note_id)
        if row.signed_at is None:
            raise ClinicError("This note is not signed yet.")
        page = self.open_note(row.session_id)
        return note_as_text(page)

    def is_untouched(self, note_id: int) -> bool:
        """Say whether a signed note is still, letter for letter, what was signed."""
        self._work.require(Permission.SEE_NOTES)
        row = self._note(note_id)
        return row.content_hash == content_hash(row.content)

    def _start_draft(self, session_id: int, content: NoteContent, saved_at: datetime) -> int:
        visit = self._visit(session_id)
        with self._saving(Action.SAVED_DRAFT, visit.child_id) as entry:
            entry.subject = f"session {session_id}"
            return queries.insert_draft(
                {
                    "session": session_id,
                    "child": visit.child_id,
                    "author": self._work.user.id,
                    "content": to_json(content),
                    "started_at": saved_at,
                    "saved_at": saved_at,
                }
            )

    def _write_signed(self, row: reading.NoteRow, content: NoteContent, visit: Visit) -> None:
        # Scores first: the file refuses them once the note is signed.
        queries.insert_scores(
            {
                "goal": goal.goal_id,
                "note": row.id,
                "scored_on": visit.starts.date(),
                "score": goal.score,
                "out_of": goal.out_of,
                "help": goal.help,
            }
            for goal in content.session.goals
            if goal.is_scored
        )
        keep_with_goals(content.parent.cue_words)
        keep_with_messages(visit, content.parent.questions, now_utc(), self._work.user.id)
        queries.mark_held(row.session_id)
        signed = {
            "signed_at": now_utc(),
            "signed_by": self._work.user.id,
            "signed_as": signature_of(self._work.user),
            "content_hash": content_hash(row.content),
        }
        if not queries.sign(row.id, row.content, signed):
            raise ClinicError("This note was changed or signed on another computer. Open it again.")

    def _saving(
        self, action: Action, child_id: int, permission: Permission = Permission.WRITE_NOTE
    ) -> Any:
        return self._work.saving(permission, Topic.NOTES, action, child_id)

    def _check_may_sign(self, confirmed: Confirmed) -> None:
        if refusal := signing_refusal(self._work.user):
            raise NotAllowed(refusal)
        if confirmed.user_id != self._work.user.id:
            raise NotAllowed("Somebody else typed that password. Sign with your own.")

    def _signer(self) -> Signer:
        user = self._work.user
        return Signer(signature_of(user), signing_refusal(user))

    def _visit(self, session_id: int) -> Visit:
        visit = queries.session(session_id, Visit)
        if visit is None:
            raise NotFound("This visit is no longer in the file.")
        return visit

    def _note(self, note_id: int) -> reading.NoteRow:
        self._work.require(Permission.SEE_NOTES)
        row = queries.note(note_id, reading.NoteRow)
        if row is None:
            raise NotFound("This note is no longer in the file.")
        return row

    def _draft(self, *, author_id: int, content: str, **row: Any) -> UnfinishedNote:
        return reading.draft(
            is_mine=author_id == self._work.user.id,
            missing=len(missing_parts(from_json(content))),
            **row,
        )

    def _owed(self, *, therapist_id: int, **row: Any) -> UnfinishedNote:
        return reading.owed(is_mine=therapist_id == self._work.user.therapist_id, **row)


def _note_is_signed() -> ClinicError:
    return ClinicError("This note is signed. Add an addendum instead.")
