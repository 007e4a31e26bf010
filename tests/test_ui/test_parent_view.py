"""Parent view: only the parent's half, in large plain words, in the same draft."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from db.connection import close_database
from ot_desktop.settings.domain import ClinicSettings
from tests.at_work import a_program
from tests.builders import an_empty_clinic
from tests.clinics import OWNERS_PASSWORD, ROSALIND
from tests.clinics import PASSWORD as CLINIC_PASSWORD
from tests.note_answers import Answers
from tests.note_builders import (
    PASSWORD,
    a_goal,
    a_therapists_clinic,
    a_visit,
    an_issued_program,
    mateo,
    notes_of,
    yesterday_at,
)
from tests.working_clinic import a_working_clinic, services_as
from ui.notes.note_rules_dialog import NoteRulesDialog
from ui.notes.page import SessionNotePage
from ui.notes.parent_view import LARGE, ParentView
from ui.notes.parent_view_door import PinDialog
from ui.places import NOTE, Place
from ui.theme import Scheme, install_theme, theme

PIN = "482913"


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def page(qtbot, qapp, services):
    install_theme(qapp, Scheme.LIGHT)
    child = mateo(services)
    a_goal(services, child)
    an_issued_program(services, child, yesterday_at(9).date() - timedelta(days=8))
    window = QMainWindow()
    page = SessionNotePage(notes_of(services), Answers(PASSWORD))
    window.setCentralWidget(page)
    qtbot.addWidget(window)
    window.resize(1310, 700)
    window.show()
    page.open_note(a_visit(services, child))
    QApplication.processEvents()
    yield page
    page.stop()


@pytest.fixture
def view(page, qtbot):
    QTest.keyClick(page, Qt.Key.Key_F8)
    QApplication.processEvents()
    shown = page.beside.parent_viewing.view
    assert shown is not None
    qtbot.waitUntil(shown.isVisible)
    return shown


def readable(view):
    return [each.text() for each in view.findChildren(QLabel) if each.isVisibleTo(view)]


def test_f8_shows_the_parents_half_alone_on_the_whole_screen(page, view):
    column = page.editor.parent_column
    assert isinstance(view, ParentView)
    assert view.isFullScreen()
    assert view.isModal()
    assert column.window() is view
    assert not view.isAncestorOf(page.editor.session)
    assert not view.isAncestorOf(page.editor.rail)


def test_the_text_is_18_pixels_high_and_again_as_it_was_afterwards(page, view):
    assert theme().text_size == LARGE
    assert theme().font().pixelSize() == 18
    view.done_button.click()
    assert theme().text_size == 100


def test_the_words_speak_to_the_family(page, view):
    words = readable(view)
    assert "Show us how you will do it at home" in words
    assert not [each for each in words if each.startswith("Keys:")]
    view.done_button.click()
    assert page.editor.parent_column.teach_back.name_label.text() == "Teach-back"


def test_the_fields_ask_the_family_and_then_the_therapist_again(page, view):
    column = page.editor.parent_column
    fields = (column.home.words_area, column.teach_back.did_area)
    assert [each.placeholderText() for each in fields] == [
        "Tell us in your own words",
        "How did it go?",
    ]
    view.done_button.click()
    assert "parent" in column.teach_back.did_area.placeholderText()
    assert column.home.words_area.placeholderText().endswith("says …")


def test_no_window_title_holds_the_childs_name(view):
    assert "Mateo" not in view.windowTitle()


def test_what_a_parent_types_is_in_the_same_draft(page, view):
    page.editor.parent_column.said.success_edit.setFocus()
    QTest.keyClicks(page.editor.parent_column.said.success_edit, "Two buttons")
    assert page.told().parent.said.success == "Two buttons"
    assert page.flush()
    view.done_button.click()
    assert page.told().parent.said.success == "Two buttons"


def test_the_notes_own_keys_do_nothing_there(page, view):
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    assert not page.is_signed
    assert page.beside.parent_viewing.view is view


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F8])
def test_esc_and_f8_lead_back_to_the_note(page, view, key):
    QTest.keyClick(view, key)
    assert page.beside.parent_viewing.view is None
    assert page.editor.parent_column.window() is page.window()
    assert page.editor.parent_column.isVisible()


def test_a_closed_door_keeps_everything_where_it_is(page, view):
    asked = []

    def door(over):
        asked.append(over)
        return False

    page.beside.parent_viewing.door = door
    QTest.keyClick(view, Qt.Key.Key_Escape)
    view.close()
    assert asked == [view, view]
    assert view.isVisible()


def test_the_lock_takes_the_view_away_without_asking(page, view):
    page.beside.parent_viewing.door = lambda _over: False
    page.stop()
    assert page.beside.parent_viewing.view is None
    assert page.editor.parent_column.isVisible()


def test_a_new_person_gets_a_report_of_their_own_in_the_view(page, view):
    column = page.editor.parent_column
    for candidate in column.who._candidates[:2]:
        candidate.chip.click()
    QApplication.processEvents()
    assert len(column.home.reporter_chips._chips) == 2


def test_leaving_asks_for_nothing_unless_the_clinic_wants_it():
    assert not ClinicSettings().parent_view_needs_pin


def test_the_owner_sets_that_going_back_takes_the_pin(qtbot, qapp):
    install_theme(qapp, Scheme.LIGHT)
    owner = an_empty_clinic()
    owner.settings.describe(ClinicSettings(name="Juniper Lane"))
    dialog = NoteRulesDialog(owner.settings)
    qtbot.addWidget(dialog)
    dialog.pin_check.setChecked(True)
    dialog.take("yes")
    kept = owner.settings.clinic().settings
    close_database()
    assert (kept.parent_view_needs_pin, kept.note_late_after_hours) == (True, 48)


@pytest.fixture
def at_the_door(tmp_path, qtbot):
    """Amara in Parent view, in a clinic that wants a PIN there."""
    clinic = a_working_clinic(tmp_path)
    owner = services_as(clinic.folder, ROSALIND.name, OWNERS_PASSWORD)
    kept = owner.settings.clinic().settings
    owner.settings.describe(replace(kept, parent_view_needs_pin=True))
    close_database()
    with a_program(clinic.folder) as me:
        me.sign_in("ama", CLINIC_PASSWORD)
        me.services.access.set_pin(PIN)
        me.work.go(Place(NOTE, clinic.sessions[1]))
        me.note = me.page(SessionNotePage)
        me.press("F8")
        me.view = me.note.beside.parent_viewing.view
        assert me.view is not None
        yield me
        me.note.stop()


def answer(me, *tries):
    """Type these into the dialog that asks at the door, one after another, then stay."""

    def type_in():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, PinDialog):
            QTimer.singleShot(10, type_in)
            return
        for pin in tries:
            QTest.keyClicks(dialog.pin_edit, pin)
        if dialog.isVisible():
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, type_in)
    me.note.beside.parent_viewing.ask_to_leave()


def test_the_right_pin_lets_out(at_the_door):
    answer(at_the_door, PIN)
    assert at_the_door.note.beside.parent_viewing.view is None


def test_a_wrong_pin_does_not_let_out(at_the_door):
    answer(at_the_door, "802641")
    assert at_the_door.note.beside.parent_viewing.view is at_the_door.view


def test_locking_takes_the_view_away(at_the_door):
    at_the_door.work.rest()
    assert at_the_door.note.beside.parent_viewing.view is None
    assert at_the_door.note.editor.parent_column.isVisible()
