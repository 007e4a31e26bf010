"""One note to which anything is done in any order, through the real services.

Two therapists and an assistant write it in three windows, sign, amend, co-sign and put texts
together, as the visit is cancelled and comes back and the goal's levels are worded anew. The rules
below hold after every step.
"""

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from peewee import IntegrityError

from db.connection import close_database, database
from db.models.notes import Addendum, GoalScore, KeptText, Note, OpenNote
from db.models.scheduling import Session
from db.models.staff import Therapist
from ot_desktop.caseload.goals import GoalDraft
from ot_desktop.clock import now_utc, today
from ot_desktop.errors import ClinicError
from ot_desktop.notes.domain import from_json
from ot_desktop.notes.hashing import content_hash
from ot_desktop.notes.merging import merged, new_words
from ot_desktop.notes.open_notes import GONE_AFTER
from ot_desktop.permissions import Role
from tests.note_builders import (
    PASSWORD,
    a_goal,
    a_therapists_clinic,
    a_visit,
    complete,
    mateo,
    notes_of,
    signed_in,
)

WINDOWS = ("ana", "ben", "cam")
windows = st.sampled_from(WINDOWS)
MISSED = ("no_show", "cancelled_late")


class RandomNote(RuleBasedStateMachine):
    """``typed`` is every word anybody was told is kept; ``signed`` the note as it was signed."""

    def __init__(self):
        super().__init__()
        ana = a_therapists_clinic(name="Ana Ruiz")
        cam = signed_in(role=Role.ASSISTANT, name="Cam Lee", credentials="COTA/L")
        self.services = {"ana": ana, "ben": signed_in(name="Ben Cole"), "cam": cam}
        Therapist.update(supervisor=ana.user.therapist_id).where(
            Therapist.id == cam.user.therapist_id
        ).execute()
        self.notes = {name: notes_of(services) for name, services in self.services.items()}
        child = mateo(ana)
        self.texts = level_texts(1)
        self.goal = a_goal(ana, child, level_texts=self.texts, baseline_level=-2)
        self.session = a_visit(ana, child)
        self.pages = {}
        self.typed = set()
        self.words = 0
        self.signed = None
        self.cosigned = None
        self.added = []

    def teardown(self):
        close_database()

    @initialize(who=windows)
    def begin(self, who):
        self.open(who)

    @rule(who=windows)
    def open(self, who):
        self.pages[who] = self.notes[who].open_note(self.session)

    @precondition(lambda self: self.signed is None)
    @rule(who=windows)
    def leave(self, who):
        self.notes[who].drafts.close()

    @rule(who=windows, is_complete=st.sampled_from((False, False, True)), is_later=st.booleans())
    def type_and_save(self, who, is_complete, is_later):
        if is_later:
            OpenNote.update(beat_at=now_utc() - GONE_AFTER * 2).execute()
        page = self.pages.get(who) or self.notes[who].open_note(self.session)
        if not page.is_written_in:
            self.pages.pop(who, None)
            return
        self.words += 1
        word = f"word{self.words}-{who}"
        content = self.on_screen(page.content, word, is_complete=is_complete)
        self.pages[who] = replace(page, content=content)
        self.save(who, content, word)

    @precondition(lambda self: self.signed is None and self.is_kept_beside())
    @rule(who=windows)
    def put_together(self, who):
        OpenNote.update(beat_at=now_utc() - GONE_AFTER * 2).execute()
        page = self.notes[who].open_note(self.session)
        if not page.is_written_in:
            return
        kept = page.kept_texts[0]
        both = merged(page.content, kept.content).content
        assert words_of(page.content) | words_of(kept.content) <= words_of(both)
        self.pages[who] = replace(page, content=both, kept_texts=page.kept_texts[1:])
        if self.save(who, both, None):
            self.notes[who].drafts.settle(kept, page.visit.child_id)

    @precondition(lambda self: self.note() is not None)
    @rule(who=windows)
    def sign(self, who):
        note = self.note()
        notes = self.notes[who]
        try:
            notes.sign(note.id, notes.confirm(PASSWORD))
        except ClinicError:
            assert self.note().signed_at == note.signed_at
        else:
            assert self.signed is None
            assert self.is_ready(note)
            self.signed = self.note()
            assert self.signed.needs_cosign == (who == "cam")

    @precondition(lambda self: self.signed is not None)
    @rule(who=windows)
    def co_sign(self, who):
        note = self.note()
        notes = self.notes[who]
        try:
            notes.cosign(note.id, notes.confirm(PASSWORD))
        except ClinicError:
            assert self.note().cosigned_at == note.cosigned_at
        else:
            assert self.signed.needs_cosign
            assert self.cosigned is None
            assert who != "cam"
            self.cosigned = self.note()

    @precondition(lambda self: self.note() is not None)
    @rule(who=windows)
    def add(self, who):
        note = self.note()
        notes = self.notes[who]
        words = f"addendum {len(self.added)} by {who}"
        try:
            notes.add_addendum(note.id, words, notes.confirm(PASSWORD))
        except ClinicError:
            assert self.signed is None
        else:
            assert self.signed is not None
            self.added.append(words)

    @precondition(lambda self: self.signed is not None and self.is_kept_beside())
    @rule(who=windows)
    def amend_with_what_was_kept_beside(self, who):
        page = self.notes[who].open_note(self.session)
        kept = page.kept_texts[0]
        words = new_words(kept.content)
        try:
            self.notes[who].add_addendum(page.note_id, words, self.notes[who].confirm(PASSWORD))
        except ClinicError:
            assert not words.strip()
            return
        self.notes[who].drafts.settle(kept, page.visit.child_id)
        self.added.append(words)
        assert words_of(kept.content) <= set(words.split())
        assert kept.id not in {
            each.id for each in self.notes[who].open_note(self.session).kept_texts
        }

    @precondition(lambda self: self.signed is None)
    @rule(version=st.integers(1, 3))
    def word_the_levels_anew(self, version):
        self.texts = level_texts(version)
        self.services["ana"].goals.change(self.goal, a_draft(self.texts))

    @precondition(lambda self: self.signed is None)
    @rule(status=st.sampled_from((*MISSED, "planned", "arrived")))
    def the_visit_changes(self, status):
        Session.update(status=status).where(Session.id == self.session).execute()

    @precondition(lambda self: self.signed is not None)
    @rule(
        statement=st.sampled_from(
            (
                "UPDATE note SET content = '{}'",
                "UPDATE note SET signed_as = 'Somebody else'",
                "UPDATE note SET signed_at = NULL, signed_by = NULL, content_hash = NULL",
                "DELETE FROM note",
                "DELETE FROM addendum",
                "INSERT OR REPLACE INTO note SELECT * FROM note",
            )
        )
    )
    def somebody_goes_past_the_program(self, statement):
        rows = Addendum.select().count()
        try:
            database.execute_sql(statement)
        except IntegrityError:
            return
        assert (statement, rows) == ("DELETE FROM addendum", 0)  # there was nothing to delete

    # What always holds.

    @invariant()
    def signed_text_never_changes(self):
        if self.signed is None:
            return
        note = self.note()
        for name in ("content", "content_hash", "signed_at", "signed_by_id", "signed_as"):
            assert getattr(note, name) == getattr(self.signed, name)
        assert content_hash(note.content) == note.content_hash
        self.levels_are_those_of_the_note(note)

    @invariant()
    def addenda_stay_in_order(self):
        assert [each.body for each in Addendum.select().order_by(Addendum.id)] == self.added

    @invariant()
    def no_word_is_lost(self):
        note = self.note()
        kept = "".join(each.content for each in KeptText.select()) + (note.content if note else "")
        assert {word for word in self.typed if word not in kept} == set()

    @invariant()
    def one_window_at_most_has_it_open(self):
        assert OpenNote.select().count() <= 1

    def levels_are_those_of_the_note(self, note):
        [told] = from_json(note.content).session.goals
        scores = [(each.level, each.score) for each in GoalScore.select()]
        is_short = '"missed":null' not in note.content
        assert scores == ([] if is_short and not told.is_scored else [(told.level, told.score)])
        if scores:
            assert told.level_text == self.texts[told.level + 2]

    # How it is done.

    def is_kept_beside(self):
        return KeptText.select().where(KeptText.settled_at.is_null()).count() > 0

    def note(self):
        return Note.get_or_none(Note.session == self.session)

    def save(self, who, content, word):
        """Save as a page does; say whether the words are in the note itself."""
        try:
            saved = self.notes[who].save_draft(self.session, content)
        except ClinicError:
            assert self.signed is not None  # kept beside the signed note
            saved = None
        if word is not None:
            self.typed.add(word)
        return saved is not None and not saved.beside

    def on_screen(self, content, word, *, is_complete):
        if content.missed is not None:
            missed = replace(content.missed, said=f"{content.missed.said} {word}".strip())
            if is_complete:
                missed = replace(missed, why="Ill", contact_plan="Call", contact_on=tomorrow())
            return replace(content, missed=missed)
        if is_complete:
            content = replace(complete(content), session=self.with_plan(content))
            content = self.leveled(content)
        did = replace(content.session.did, text=f"{content.session.did.text} {word}".strip())
        return replace(content, session=replace(content.session, did=did))

    def leveled(self, content):
        """Choose a level as the screen does: in the words the goal has now."""
        goals = tuple(
            replace(told, level=1, level_text=self.texts[3]) for told in content.session.goals
        )
        return replace(content, session=replace(content.session, goals=goals))

    def with_plan(self, content):
        done = complete(content).session
        return replace(done, did=content.session.did)

    def is_ready(self, note):
        status = Session.get_by_id(self.session).status
        return (status in MISSED) == ('"missed":null' not in note.content)


def level_texts(version):
    return tuple(f"{count} buttons, version {version}" for count in range(5))


def a_draft(texts):
    return GoalDraft(
        "self-care", "Fastens 4 shirt buttons", 4, 4, level_texts=texts, baseline_level=-2
    )


def words_of(content):
    """Return the words this test typed in a text."""
    return {word for word in new_words(content).split() if word.startswith("word")}


def tomorrow():
    return today() + timedelta(days=1)
