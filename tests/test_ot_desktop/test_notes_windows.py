"""A note in two windows, on two computers, or left open by a program that is gone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db.models.notes import KeptText, Note, OpenNote
from ot_desktop.clock import now_utc
from ot_desktop.errors import ClinicError
from ot_desktop.notes.merging import merged
from ot_desktop.notes.open_notes import GONE_AFTER
from ot_desktop.services import services_for
from tests.note_builders import (
    PASSWORD,
    a_therapists_clinic,
    a_visit,
    complete,
    mateo,
    notes_of,
    signed_in,
)


@pytest.fixture
def ana():
    return a_therapists_clinic(name="Ana Ruiz")


@pytest.fixture
def ben(ana):
    return signed_in(name="Ben Cole")


@pytest.fixture
def session(ana):
    return a_visit(ana, mateo(ana))


def written(content, words):
    """Return a note that says ``words`` of what was done."""
    return replace(
        content, session=replace(content.session, did=replace(content.session.did, text=words))
    )


def stopped_beating(**more):
    """Let the window that has a note open be gone for a while."""
    OpenNote.update(beat_at=now_utc() - GONE_AFTER * 2, **more).execute()


def text_of(services, session):
    return notes_of(services).open_note(session).content.session.did.text


def test_a_second_window_opens_the_note_read_only_with_name_and_time(ana, ben, session):
    notes_of(ana).open_note(session)
    page = notes_of(ben).open_note(session)
    assert not page.is_written_in
    assert page.read_only.startswith("Ana Ruiz has this note open since ")


def test_the_same_person_in_another_window_reads_only_too(ana, session):
    notes_of(ana).open_note(session)
    assert notes_of(services_for(ana.user)).open_note(session).opened_elsewhere is not None


def test_a_closed_note_can_be_written_in_elsewhere(ana, ben, session):
    notes_of(ana).open_note(session)
    notes_of(ana).drafts.close()
    assert notes_of(ben).open_note(session).is_written_in


def test_a_note_left_open_by_a_sleeping_computer_can_be_taken_over(ana, ben, session):
    notes_of(ana).open_note(session)
    stopped_beating(computer="front-desk")
    assert notes_of(ben).open_note(session).is_written_in
    assert notes_of(ana).drafts.still_open(session).who == "Ben Cole"


def test_a_note_left_open_by_a_crash_here_opens_at_once(ana, session):
    notes_of(ana).open_note(session)
    OpenNote.update(program="the run before").execute()
    assert notes_of(services_for(ana.user)).open_note(session).is_written_in


def test_another_computers_window_counts_while_it_beats(ana, ben, session):
    notes_of(ana).open_note(session)
    OpenNote.update(program="another run", computer="therapy-room").execute()
    assert not notes_of(ben).open_note(session).is_written_in


def test_beating_keeps_the_note(ana, ben, session):
    notes = notes_of(ana)
    notes.open_note(session)
    stopped_beating()
    assert notes.drafts.still_open(session) is None
    assert not notes_of(ben).open_note(session).is_written_in


def test_words_typed_while_another_has_the_note_are_kept_beside_it(ana, ben, session):
    content = notes_of(ana).open_note(session).content
    notes_of(ana).save_draft(session, written(content, "Ana’s words"))
    saved = notes_of(ben).save_draft(session, written(content, "Ben’s words"))
    assert "Ana Ruiz has this note open" in saved.beside
    assert text_of(ana, session) == "Ana’s words"
    [kept] = notes_of(ana).open_note(session).kept_texts
    assert (kept.who, kept.content.session.did.text) == ("Ben Cole", "Ben’s words")


def test_a_window_that_slept_never_replaces_what_was_written_meanwhile(ana, ben, session):
    first = notes_of(ana)
    content = first.open_note(session).content
    first.save_draft(session, written(content, "Ana’s words"))
    stopped_beating()
    second = notes_of(ben)
    second.open_note(session)
    second.save_draft(session, written(content, "Ben’s words"))
    second.drafts.close()
    saved = first.save_draft(session, written(content, "Ana’s words, more"))
    assert "changed in another window" in saved.beside
    assert text_of(ana, session) == "Ben’s words"
    assert [one.content.session.did.text for one in second.open_note(session).kept_texts] == [
        "Ana’s words, more"
    ]


def test_later_words_kept_beside_replace_the_earlier_ones_of_the_same_window(ana, ben, session):
    content = notes_of(ana).open_note(session).content
    for words in ("One", "One two", "One two three"):
        notes_of(ben).save_draft(session, written(content, words))
    assert KeptText.select().count() == 1
    assert Note.select().count() == 0


def test_words_kept_beside_stay_when_the_note_is_opened_again_and_written_in(ana, ben, session):
    notes = notes_of(ben)
    for words in ("first", "second"):
        stopped_beating()
        page = notes.open_note(session)
        mine = notes_of(ana)
        stopped_beating()
        mine.save_draft(session, written(mine.open_note(session).content, f"Ana, {words}"))
        assert notes.save_draft(session, written(page.content, words)).beside
    kept = [each.content.session.did.text for each in notes.open_note(session).kept_texts]
    assert kept == ["first", "second"]


def test_words_typed_after_somebody_signed_are_kept_and_said_so(ana, ben, session):
    first, second = notes_of(ana), notes_of(ben)
    content = first.open_note(session).content
    saved = first.save_draft(session, complete(content))
    first.sign(saved.note_id, first.confirm(PASSWORD))
    with pytest.raises(ClinicError, match="signed"):
        second.save_draft(session, written(content, "Too late"))
    assert [one.who for one in second.open_note(session).kept_texts] == ["Ben Cole"]


def test_a_note_open_elsewhere_is_not_signed(ana, ben, session):
    first, second = notes_of(ana), notes_of(ben)
    saved = first.save_draft(session, complete(first.open_note(session).content))
    with pytest.raises(ClinicError, match="Ana Ruiz has this note open"):
        second.sign(saved.note_id, second.confirm(PASSWORD))


def test_a_text_put_together_with_the_note_is_not_offered_again(ana, ben, session):
    notes = notes_of(ana)
    content = notes.open_note(session).content
    notes_of(ben).save_draft(session, written(content, "Ben’s words"))
    page = notes.open_note(session)
    [kept] = page.kept_texts
    both = merged(written(page.content, "Ana’s words"), kept.content)
    notes.save_draft(session, both.content)
    notes.drafts.settle(kept, page.visit.child_id)
    again = notes.open_note(session)
    assert again.kept_texts == ()
    assert again.content.session.did.text == "Ana’s words\nBen’s words"


def test_a_page_that_lost_the_note_hears_who_has_it(ana, ben, session):
    notes_of(ana).open_note(session)
    stopped_beating()
    notes_of(ben).open_note(session)
    other = notes_of(ana).drafts.still_open(session)
    assert other.sentence().startswith("Ben Cole has this note open since")


def test_a_window_is_taken_for_gone_after_a_minute():
    assert timedelta(minutes=1) == GONE_AFTER
