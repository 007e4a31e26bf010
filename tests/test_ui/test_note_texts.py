"""Saved phrases and taking back what was typed, in the text fields of a note."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from db.connection import close_database
from ot_desktop.errors import NotAllowed, ValidationError
from ot_desktop.notes.completeness import Part, missing_parts
from ot_desktop.notes.phrases import fitting
from ot_desktop.notes.session_part import WhatWeDid
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.builders import a_user
from tests.note_answers import Answers
from tests.note_builders import (
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    complete,
    mateo,
    notes_of,
    yesterday_at,
)
from ui.notes.page import SessionNotePage
from ui.notes.phrases_dialog import PhrasesDialog
from ui.theme import Scheme, install_theme
from ui.widgets.text_area import TextArea

STEPS = 100


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def phrases(services):
    return notes_of(services).phrases


@pytest.fixture
def page(qtbot, qapp, services):
    install_theme(qapp, Scheme.LIGHT)
    page = SessionNotePage(notes_of(services), Answers())
    qtbot.addWidget(page)
    page.resize(1310, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open_note(a_visit(services, mateo(services)))
    who = page.editor.parent_column.who  # where the note begins
    qtbot.waitUntil(lambda: who.isAncestorOf(page.focusWidget()))
    return page


@pytest.fixture
def area(page, qtbot):
    area = page.editor.session.did.text_area
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    return area


def offered(area, qtbot):
    qtbot.waitUntil(lambda: area.popup is not None and area.popup.isVisible())
    return [phrase.name for phrase in area.popup.phrases]


def test_a_semicolon_offers_phrases_that_are_filtered_as_typed(area, qtbot):
    qtbot.keyClicks(area, ";")
    assert len(offered(area, qtbot)) == 8
    qtbot.keyClicks(area, "cue")
    qtbot.waitUntil(lambda: len(area.popup.phrases) == 1)
    assert offered(area, qtbot) == ["cues"]


def test_a_blank_that_was_left_stops_signing_and_is_selected(services, page, area, qtbot):
    notes = notes_of(services)
    page.flush()
    session = page.session_id
    content = complete(notes.open_note(session).content)
    words = WhatWeDid(text="Sat well.\nNeeded __ cues.")
    content = replace(content, session=replace(content.session, did=words))
    notes.save_draft(session, content)
    page.open_note(session)
    page.editor.rail.sign_button.click()
    area = page.editor.session.did.text_area
    qtbot.waitUntil(area.hasFocus)
    assert not page.is_signed
    assert area.textCursor().selectedText() == "__"
    assert "Needed __ cues." in page.editor.session.did.problem
    assert page.editor.rail.part_buttons[Part.DID].isVisible()
    qtbot.keyClicks(area, "two")
    assert not page.editor.rail.part_buttons[Part.DID].isVisible()


def test_a_blank_in_the_plan_stops_signing_too(page):
    plan = page.editor.session.plan
    plan.text_area.setPlainText("Button 4 with __ help")
    [missing] = [one for one in missing_parts(page.told()) if one.part is Part.PLAN]
    assert "Button 4 with __ help" in missing.sentence
    page.editor.go_to(missing.part)
    assert plan.text_area.textCursor().selectedText() == "__"


def test_a_semicolon_in_a_sentence_offers_nothing(area, qtbot):
    qtbot.keyClicks(area, "Done;")
    qtbot.wait(20)
    assert area.popup is None or not area.popup.isVisible()


def test_enter_puts_the_phrase_and_tab_goes_from_blank_to_blank(area, qtbot):
    qtbot.keyClicks(area, ";cues")
    offered(area, qtbot)
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert area.toPlainText() == "Mateo needed __ cues to __."
    qtbot.keyClicks(area, "3")
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    qtbot.keyClicks(area, "start")
    assert area.toPlainText() == "Mateo needed 3 cues to start."


def test_tab_leaves_a_text_without_blanks(area, qtbot):
    qtbot.keyClicks(area, "Done")
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert not area.hasFocus()


def test_esc_closes_the_list_and_keeps_what_was_typed(area, qtbot):
    qtbot.keyClicks(area, ";cu")
    offered(area, qtbot)
    qtbot.keyClick(area, Qt.Key.Key_Escape)
    assert not area.popup.isVisible()
    assert area.toPlainText() == ";cu"


def test_one_undo_takes_a_phrase_back(area, qtbot):
    qtbot.keyClicks(area, ";cues")
    offered(area, qtbot)
    qtbot.keyClick(area, Qt.Key.Key_Return)
    area.undo()
    assert area.toPlainText() == ";cues"


def test_a_hundred_words_are_taken_back_one_by_one(qtbot, qapp):
    install_theme(qapp, Scheme.LIGHT)
    area = TextArea("Words")
    qtbot.addWidget(area)
    words = [f"word{number}" for number in range(STEPS + 1)]
    qtbot.keyClicks(area, " ".join(words))
    for _ in range(STEPS):
        area.undo()
    assert area.toPlainText() == "word0"
    for _ in range(STEPS):
        area.redo()
    assert area.toPlainText() == " ".join(words)


def test_what_was_copied_from_the_last_note_can_be_taken_back(services, qtbot, page):
    child = page._page.visit.child_id
    a_signed_note(services, a_visit(services, child, yesterday_at(8)))
    page.open_note(a_visit(services, child, yesterday_at(14)))
    plan = page.editor.session.plan.text_area
    qtbot.keyClicks(plan, "")
    page.editor.session.copy_button.click()
    assert plan.toPlainText() == "Button 4, shirt on a pillow first"
    plan.undo()
    assert plan.toPlainText() == ""


def test_my_phrases_come_before_the_clinics(phrases):
    phrases.put("zebra", "Zebra walk, {__} times")
    assert [each.name for each in phrases.offered()][:2] == ["zebra", "break"]


def test_a_phrase_under_a_known_name_is_changed(phrases):
    first = phrases.put("swing", "On the swing")
    assert phrases.put("Swing", "On the platform swing") == first
    [mine] = [each for each in phrases.offered() if not each.is_clinics]
    assert mine.words == "On the platform swing"


def test_only_the_owner_changes_the_clinics_phrases(services, phrases):
    with pytest.raises(NotAllowed):
        phrases.put("calm", "Calm", for_clinic=True)
    owner = services_for(a_user(Role.OWNER, "Ottoline Marsh"))
    notes_of(owner).phrases.put("calm", "{child} was calm.", for_clinic=True)
    [calm] = fitting(phrases.offered(), "calm")
    assert calm.filled("Mateo") == "Mateo was calm."


def test_a_colleagues_phrases_are_not_mine(services, phrases):
    phrases.put("mine", "Mine alone")
    other = services_for(a_user(Role.THERAPIST, "Ben Cole"))
    assert "mine" not in [each.name for each in notes_of(other).phrases.offered()]


@pytest.mark.parametrize(("name", "words"), [("two words", "x"), ("", "x"), ("name", " ")])
def test_a_phrase_needs_a_short_name_and_words(phrases, name, words):
    with pytest.raises(ValidationError):
        phrases.put(name, words)


def test_a_removed_phrase_is_offered_no_longer(phrases):
    phrase_id = phrases.put("swing", "On the swing")
    phrases.remove(phrase_id)
    assert "swing" not in [each.name for each in phrases.offered()]


def test_the_dialog_keeps_a_new_phrase(qtbot, qapp, phrases, page):
    dialog = PhrasesDialog(phrases, "swing", page)
    qtbot.addWidget(dialog)
    dialog.words_area.setPlainText("On the swing {__} minutes.")
    dialog.save_button.click()
    assert fitting(phrases.offered(), "swing")[0].words == "On the swing {__} minutes."
