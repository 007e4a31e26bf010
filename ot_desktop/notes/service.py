"""Use cases of session notes: open, save as a draft, sign, co-sign, add to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from db.queries import cosigning as cosigning_queries
from db.queries import notes as queries
from ot_desktop.access.passwords import PIN_DIGITS
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_local, now_utc
from ot_desktop.errors import ClinicError, NotAllowed, NotFound, ValidationError
from ot_desktop.notes import queues, reading
from ot_desktop.notes.completeness import check_signable
from ot_desktop.notes.cosigning import cosigning_of
from ot_desktop.notes.cue_words import keep_with_goals
from ot_desktop.notes.domain import NoteContent, from_json
from ot_desktop.notes.drafts import Drafts, SavedDraft
from ot_desktop.notes.goal_scores import check_levels, score_rows
from ot_desktop.notes.hashing import content_hash
from ot_desktop.notes.issued_programs import IssuedPrograms
from ot_desktop.notes.note_page import NotePage, SignedNote, Signer, UnfinishedNote, Visit
from ot_desktop.notes.note_paper import NotePaper
from ot_desktop.notes.open_notes import elsewhere
from ot_desktop.notes.open_questions import keep_with_messages
from ot_desktop.notes.over_time import Easier, no_words
from ot_desktop.notes.phrases import Phrases
from ot_desktop.notes.planned_contact import keep_as_call
from ot_desktop.notes.practice_plan import PracticePlans
from ot_desktop.notes.signing import (
    Confirmed,
    check_visit,
    needs_cosign,
    signature_of,
    signing_refusal,
)
from ot_desktop.notes.soap import note_as_text
from ot_desktop.paper.people import ClinicOnPaper
from ot_desktop.permissions import Permission
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work

PinCheck = Callable[[], Callable[[str], bool] | None]


class NotesService:
    """Write the note of a session with the parent, sign it, and add to it afterwards.

    ``drafts`` keeps what is being written, ``phrases`` the words that are written often.
    """

    def __init__(
        self,
        work: Work,
        confirm_password: Callable[[str], bool],
        plans: PracticePlans | None = None,
        pin_check: PinCheck = lambda: None,
        easier: Easier = no_words,
    ) -> None:
        self._work = work
        self._settings = SettingsService(work)
        self._confirm_password = confirm_password
        self._pin_check = pin_check
        self._easier = easier
        self._plans = plans or IssuedPrograms()
        self.drafts = Drafts(work)
        self.phrases = Phrases(work)

    def open_note(self, session_id: int) -> NotePage:
        """Return the session's note, draft or signed, with everything already known beside it.

        A note that can be written in is from now on open in this window, unless it is elsewhere.
        """
        self._work.require(Permission.SEE_NOTES)
        visit, user = self._visit(session_id), self._work.user
        with self._work.viewing(Permission.SEE_NOTES, Action.OPENED_NOTE, visit.child_id) as entry:
            entry.subject = f"session {session_id}"
            page = reading.note_page(visit, self._plans, self._signer())
            if page.note_id is not None and page.is_signed:
                co_signing = cosigning_of(page.note_id, user) if page.waits_for_cosign else None
                return replace(page, co_signing=co_signing)
            return replace(
                page,
                opened_elsewhere=self.drafts.open(session_id, page.saved_at),
                may_write=user.may(Permission.WRITE_NOTE),
            )

    def easier_way(self, child_id: int, slug: str) -> str:
        """Return the library's easier way of an activity, in words about this child, or nothing."""
        self._work.require(Permission.SEE_NOTES)
        return self._easier(child_id, slug)

    def save_draft(self, session_id: int, content: NoteContent) -> SavedDraft:
        """Keep what has been written so far, complete or not; see ``Drafts.save``."""
        return self.drafts.save(self._visit(session_id), content)

    def confirm(self, password: str) -> Confirmed:
        """Check the signer's password; slow, and touches no table: run it beside the window."""
        if not self._confirm_password(password):
            raise ValidationError({"password": "That password is not right. Type it again."})
        return Confirmed(self._work.user.id)

    @property
    def signs_as(self) -> str:
        """How the person at the keyboard signs."""
        return signature_of(self._work.user)

    @property
    def has_pin(self) -> bool:
        """Whether a PIN is enough to co-sign."""
        return self._pin_check() is not None

    def confirming_cosign(self) -> Callable[[str], Confirmed]:
        """Return what checks a password or PIN, as ``confirm`` does."""
        is_pin = self._pin_check()

        def confirm(typed: str) -> Confirmed:
            if is_pin is not None and len(typed) == PIN_DIGITS and typed.isdigit():
                if not is_pin(typed):
                    raise ValidationError({"password": "That PIN is not right. Type it again."})
                return Confirmed(self._work.user.id)
            return self.confirm(typed)

        return confirm

    def sign(self, note_id: int, confirmed: Confirmed) -> None:
        """Lock the note for good, score its goals, keep its cue words, and mark the visit held."""
        self._check_may_sign(confirmed)
        row = self._note(note_id)
        content = from_json(row.content)
        visit = self._visit(row.session_id)
        if other := elsewhere(visit.id, self._work.window):
            raise ClinicError(other.sentence())
        check_visit(visit, content, now_local())
        check_signable(content)
        check_levels(content)
        with self._saving(Action.SIGNED_NOTE, row.child_id, Permission.SIGN_NOTE) as entry:
            entry.subject = f"note {note_id}"
            self._write_signed(row, content, visit)
        self.drafts.close()

    def cosign(self, note_id: int, confirmed: Confirmed) -> None:
        """Add the therapist's name to what an assistant signed; from now on it counts as signed."""
        self._check_confirmed(confirmed)
        row = self._note(note_id)
        if row.signed_at is None or not row.needs_cosign or row.cosigned_at is not None:
            raise ClinicError("This note does not wait for a co-signature.")
        found = cosigning_of(note_id, self._work.user)
        if found is not None and found.refusal:
            raise NotAllowed(found.refusal)
        with self._saving(Action.COSIGNED_NOTE, row.child_id, Permission.COSIGN_NOTE) as entry:
            entry.subject = f"note {note_id}"
            signed = {
                "cosigned_at": now_utc(),
                "cosigned_by": self._work.user.id,
                "cosigned_as": signature_of(self._work.user),
            }
            if not cosigning_queries.cosign(note_id, row.content, signed):
                raise ClinicError("This note was co-signed on another computer. Open it again.")

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
        """Return what waits to be written, signed or co-signed, the oldest visit first."""
        self._work.require(Permission.SEE_NOTES)
        late_after = timedelta(hours=self._settings.clinic().settings.note_late_after_hours)
        return queues.unfinished(self._work.user, late_after)

    def without_visit(self) -> list[UnfinishedNote]:
        """Return signed notes whose visit was set back afterwards."""
        self._work.require(Permission.SEE_NOTES)
        return queues.without_visit(self._work.user)

    @property
    def may_see_counts(self) -> bool:
        """Whether the person at the keyboard answers for everybody's notes."""
        return self._work.user.may(Permission.EDIT_CLINIC)

    def signed(self) -> list[SignedNote]:
        """Return the latest notes that are signed and wait for nobody."""
        self._work.require(Permission.SEE_NOTES)
        return queues.signed()

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

    def paper(self, note_id: int) -> NotePaper:
        """Return a signed note as it is printed, and note in the log that it was."""
        row = self._note(note_id)
        if row.signed_at is None:
            raise ClinicError("This note is not signed yet.")
        page = self.open_note(row.session_id)
        settings = self._settings.clinic().settings
        with self._work.viewing(Permission.SEE_NOTES, Action.PRINTED_NOTE, row.child_id) as entry:
            entry.subject = f"note {note_id}"
            return NotePaper(page, ClinicOnPaper(settings.name, settings.phone, settings.address))

    def is_untouched(self, note_id: int) -> bool:
        """Say whether a signed note is still, letter for letter, what was signed."""
        self._work.require(Permission.SEE_NOTES)
        return reading.is_untouched(self._note(note_id))

    def _write_signed(self, row: reading.NoteRow, content: NoteContent, visit: Visit) -> None:
        # Scores first: the file refuses them once the note is signed.
        queries.insert_scores(score_rows(row.id, content, visit))
        keep_with_goals(content.parent.cue_words)
        user, now = self._work.user, now_utc()
        keep_with_messages(visit, content.parent.questions, now, user.id)
        keep_as_call(visit, content, now, user.id)
        queries.mark_held(row.session_id)
        signed = {
            "signed_at": now,
            "signed_by": user.id,
            "signed_as": signature_of(user),
            "content_hash": content_hash(row.content),
            "needs_cosign": needs_cosign(user),
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
        self._check_confirmed(confirmed)

    def _check_confirmed(self, confirmed: Confirmed) -> None:
        if confirmed.user_id != self._work.user.id:
            raise NotAllowed("Somebody else typed that password. Sign with your own.")

    def _signer(self) -> Signer:
        user = self._work.user
        return Signer(signature_of(user), signing_refusal(user), needs_cosign(user))

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
