"""The whole program in its window: sign in, work, lock, hand over, close."""

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from db import connection
from db.connection import database
from tests.at_work import AtWork, a_program
from tests.clinics import OWNERS_PASSWORD, PASSWORD
from tests.full_disk import LONG_TEXT, a_full_disk
from tests.working_clinic import GOAL, PLAN, TYPED, a_working_clinic, services_as
from ui.access.page import SignInPage
from ui.caseload.child_page import ChildPageView
from ui.caseload.page import CaseloadPage
from ui.frame.shortcuts import ShortcutsDialog
from ui.home_programs.page import HomeProgramPage
from ui.look import Look
from ui.notes.list_page import NotesListPage
from ui.notes.page import SessionNotePage
from ui.places import BOOKING, CASELOAD, CHILD, HOME_PROGRAM, IMPORT, NOTE, NOTES, Place
from ui.scheduling.page import BookingPage
from ui.theme import Scheme, theme
from ui.therapist_day.page import TherapistDayPage
from ui.today.page import TodayPage

PIN = "740218"
NAMES = ("Maya", "Ortega", "Leo", "Meyer", "Lucía", "Amara", "Rosalind", "Dana")


@pytest.fixture
def clinic(tmp_path):
    return a_working_clinic(tmp_path)


@pytest.fixture
def door_step(clinic):
    """The program at its sign-in page."""
    with a_program(clinic.folder, password=PASSWORD) as me:
        yield me


@pytest.fixture
def me(door_step):
    """Amara, signed in, at her caseload."""
    door_step.sign_in("ama", PASSWORD)
    door_step.work.go(Place(CASELOAD))
    return door_step


def lock(me: AtWork) -> SignInPage:
    me.press("Ctrl+L")
    return me.page(SignInPage)


def a_draft_is_being_written(me: AtWork, clinic, words: str) -> SessionNotePage:
    me.work.go(Place(NOTE, clinic.sessions[2]))
    page = me.page(SessionNotePage)
    me.write(words, into=page.editor.session.did.text_area)
    return page


def kept_draft(clinic) -> str:
    content = services_as(clinic.folder, "Amara Okafor").notes.open_note(clinic.sessions[2]).content
    connection.close_database()
    return content.session.did.text


# Coming in.


def test_a_wrong_password_opens_nothing(door_step):
    page = door_step.page(SignInPage)
    door_step.write("ama")
    door_step.press("Return")
    door_step.write("not this one")
    door_step.press("Return")
    door_step.until(lambda: page.people.password_card.note.problem)
    assert door_step.program.workspace is None


def test_whoever_treats_begins_with_their_own_day(door_step):
    door_step.sign_in("ama", PASSWORD)
    assert door_step.page(TherapistDayPage).isVisible()


def test_the_caseload_is_shown_with_the_keyboard_in_it(me):
    page = me.page(CaseloadPage)
    assert me.focused() is page.children_view
    assert page.children_model.rowCount() == 2


def test_whoever_signed_in_last_is_chosen_next_time(clinic):
    with a_program(clinic.folder) as me:
        me.sign_in("ama", PASSWORD)
    with a_program(clinic.folder) as me:
        assert me.page(SignInPage).people.person.name == "Amara Okafor"


def test_a_file_of_a_newer_program_is_refused_in_words(clinic):
    services_as(clinic.folder, "Amara Okafor")
    database.pragma("user_version", 999)
    connection.close_database()
    with a_program(clinic.folder) as me:
        me.write("ama")
        me.press("Return")
        me.write(PASSWORD)
        me.press("Return")
        page = me.page(SignInPage)
        me.until(page.closed.isVisible)
        assert page.closed.title.text() == "This clinic needs a newer OT Desktop"


def test_a_missing_key_file_is_said(clinic):
    clinic.folder.key_file.unlink()
    with a_program(clinic.folder) as me:
        page = me.page(SignInPage)
        assert page.closed.title.text() == "The clinic’s files are not here"


# Going from place to place.


def test_back_and_forward_walk_the_places(me, clinic):
    me.work.open_child(clinic.maya)
    me.press("G, N")
    me.press("Alt+Left")
    assert me.page(ChildPageView).child_id == clinic.maya
    me.press("Alt+Left", times=3)
    assert me.page(TherapistDayPage).isVisible()
    me.press("Alt+Right", times=5)
    assert me.page(NotesListPage).isVisible()


def test_the_menus_stand_in_the_order_people_know(me):
    titles = [action.text() for action in me.window.menuBar().actions()]
    assert titles == ["File", "Edit", "View", "Go", "Day", "Child", "Help"]


def test_the_menus_stay_hidden_after_alt_and_an_arrow(me, clinic):
    me.work.open_child(clinic.maya)
    me.press("Alt+Left")
    assert not me.window.menuBar().isVisible()
    me.press("Alt")
    assert me.window.menuBar().isVisible()


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ("G, C", CaseloadPage),
        ("G, N", NotesListPage),
        ("Shift+B", BookingPage),
        ("N", SessionNotePage),
        ("H", HomeProgramPage),
    ],
)
def test_letters_lead_to_the_screens_of_the_child(me, clinic, keys, page):
    me.work.open_child(clinic.maya)
    me.press(keys)
    assert me.page(page).isVisible()


def test_a_name_that_begins_like_a_shortcut_is_searched_whole(me):
    me.press("G, C")
    page = me.page(CaseloadPage)
    for letter in "grace":
        me.press(letter)
    assert page.find_edit.text() == "grace"


def test_a_capital_that_begins_a_name_is_kept_from_the_shortcuts(me):
    me.press("G, C")
    shift = Qt.KeyboardModifier.ShiftModifier
    press = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_G, shift, "G")
    press.ignore()
    QApplication.sendEvent(me.page(CaseloadPage).children_view, press)
    assert press.isAccepted()


def test_a_shortcut_of_two_letters_is_no_search(me):
    me.press("G, C")
    page = me.page(CaseloadPage)
    me.press("G, C")
    me.press("a")
    assert page.find_edit.text() == "a"


def test_a_letter_about_nobody_asks_for_a_child(me):
    me.work.child_id = None
    me.press("H")
    assert me.work.toast.words.text() == "Choose a child first."


@pytest.mark.parametrize("letters", ["b", "h", "n", "gc", "gn"])
def test_letters_in_a_text_field_are_only_letters(me, letters):
    page = me.page(CaseloadPage)
    me.press("/")
    me.write(letters)
    assert page.isVisible()
    assert page.find_edit.text() == letters


def test_the_palette_finds_a_child(me, clinic):
    me.press("Ctrl+K")
    me.write("lucia")
    me.press("Return")
    assert me.page(ChildPageView).child_id == clinic.maya


def test_the_palette_opens_from_a_text_field_and_gives_the_keyboard_back(me):
    me.press("/")
    field = me.focused()
    me.press("Ctrl+K")
    assert me.work.palette_.isVisible()
    me.press("Escape")
    me.until(lambda: me.focused() is field)


def test_the_palette_runs_a_command(me):
    me.press("Ctrl+K")
    me.write("dark")
    me.press("Return")
    assert theme().scheme is Scheme.DARK


def test_f1_lists_the_shortcuts_as_they_are_pressed(me):
    said = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ShortcutsDialog)
        said.append(me.words(dialog))
        dialog.reject()

    QTimer.singleShot(50, look)
    me.press("F1")
    assert {"Find or do", "Ctrl K", "Ctrl +", "G, C"} <= set(said[0])


def test_the_text_grows_and_shrinks(me):
    sizes = []
    for keys in ("Ctrl++", "Ctrl++", "Ctrl+-", "Ctrl+0"):
        me.press(keys)
        sizes.append(theme().text_size)
    assert sizes == [115, 130, 115, 100]


def test_undo_takes_back_a_booking_at_once(me, clinic):
    me.work.go(Place(BOOKING, clinic.leo))
    page = me.page(BookingPage)
    page.form.start_edit.set_value(clinic.monday)
    page.form.time_edit.edit.setText("2p")
    page.form.therapist_combo.setCurrentIndex(0)
    page.form.room_combo.setCurrentIndex(0)
    me.until(lambda: page.preview is not None)
    me.press("Ctrl+Return")
    assert len(me.services.scheduling.sessions_of(clinic.leo)) == 20
    me.press("Ctrl+Z")
    assert me.services.scheduling.sessions_of(clinic.leo) == []


def test_undo_in_a_text_field_is_the_fields_own(me, clinic):
    undone = []
    me.press("/")
    me.work.say_done("Something was done", lambda: undone.append(1))
    me.write("orteg")
    me.press("Ctrl+Z")
    assert me.page(CaseloadPage).find_edit.text() == ""
    assert undone == []


def test_no_place_opens_a_window_of_its_own(me, clinic):
    seen = []
    app = QApplication.instance()
    app.focusWindowChanged.connect(seen.append)
    for place in places(clinic):
        me.work.go(place)
        QApplication.processEvents()
    app.focusWindowChanged.disconnect(seen.append)
    assert [each for each in seen if each not in (None, me.window.windowHandle())] == []
    assert me.window.isActiveWindow()


def test_the_title_never_names_a_child(me, clinic):
    titles = {me.window.windowTitle()}
    for place in places(clinic):
        me.work.go(place)
        titles.add(me.window.windowTitle())
    assert titles == {"OT Desktop"}


def places(clinic) -> list[Place]:
    return [
        Place(CHILD, clinic.maya),
        Place(BOOKING, clinic.leo),
        Place(NOTE, clinic.sessions[0]),
        Place(NOTE, clinic.sessions[2]),
        Place(NOTES),
        Place(HOME_PROGRAM, clinic.maya),
        Place(CASELOAD),
    ]


# Locking.


def test_a_locked_window_shows_no_child(me, clinic):
    me.work.open_child(clinic.maya)
    lock(me)
    words = " ".join(me.words())
    assert "Maya" not in words
    assert "Ortega" not in words


def test_what_was_typed_is_there_after_the_lock(me):
    me.press("/")
    me.write("orte")
    lock(me)
    me.write(PASSWORD)
    me.press("Return")
    me.until(me.work.isVisible)
    assert me.page(CaseloadPage).find_edit.text() == "orte"
    assert me.focused() is me.page(CaseloadPage).find_edit


def test_a_pin_unlocks_a_locked_program(me):
    me.services.access.set_pin(PIN)
    lock(me)
    me.write(PIN)
    me.until(me.work.isVisible)


def test_locking_keeps_the_draft(me, clinic):
    a_draft_is_being_written(me, clinic, "Nine pegs")
    lock(me)
    assert me.services.notes.open_note(clinic.sessions[2]).content.session.did.text == "Nine pegs"


def test_no_command_works_while_locked(me):
    lock(me)
    ran = [command.text() for command in me.program.registry.commands if command.isEnabled()]
    assert ran == []
    me.press("Ctrl+K")
    assert not me.work.palette_.isVisible()


def test_the_commands_work_again_after_unlocking(me):
    lock(me)
    me.write(PASSWORD)
    me.press("Return")
    me.until(me.work.isVisible)
    me.press("Ctrl+K")
    assert me.work.palette_.isVisible()


def test_a_colleague_takes_over_a_locked_program(me, clinic):
    a_draft_is_being_written(me, clinic, "Nine pegs")
    amaras = me.work
    lock(me)
    me.take_over("Rosalind Achebe", OWNERS_PASSWORD)
    assert me.work is not amaras
    assert me.services.user.name == "Rosalind Achebe"
    assert me.page(TodayPage).isVisible()
    assert not any(each.isVisible() for each in me.window.findChildren(SignInPage))
    assert not me.program.is_locked
    me.press("Ctrl+L")
    assert me.program.is_locked


def test_the_draft_of_whoever_was_locked_out_is_kept(clinic):
    with a_program(clinic.folder) as me:
        me.sign_in("ama", PASSWORD)
        a_draft_is_being_written(me, clinic, "Nine pegs")
        lock(me)
        me.take_over("Rosalind Achebe", OWNERS_PASSWORD)
    assert kept_draft(clinic) == "Nine pegs"


# Closing.


def test_closing_keeps_the_draft(clinic):
    with a_program(clinic.folder) as me:
        me.sign_in("ama", PASSWORD)
        a_draft_is_being_written(me, clinic, "Nine pegs")
    assert kept_draft(clinic) == "Nine pegs"


def test_colors_and_text_size_are_kept_for_next_time(clinic):
    with a_program(clinic.folder) as me:
        me.sign_in("ama", PASSWORD)
        me.press("Ctrl++")
        theme().set_scheme(Scheme.DARK)
    kept = Look(clinic.folder)
    assert (kept.scheme, kept.text_size) == (Scheme.DARK, 115)


def test_settings_and_log_name_nobody(clinic):
    with a_program(clinic.folder) as me:
        me.sign_in("ama", PASSWORD)
        me.work.open_child(clinic.maya)
        lock(me)
    for file in (clinic.folder.settings_file, clinic.folder.root / "ot-desktop.log"):
        words = file.read_text(encoding="utf-8") if file.exists() else ""
        assert [name for name in NAMES if name in words] == []


def test_the_data_file_holds_no_readable_name(clinic):
    data = clinic.folder.data_file.read_bytes()
    long_names = [name for name in NAMES if len(name) > 4]  # "Leo" occurs in any noise at times
    assert long_names
    assert [name for name in long_names if name.encode() in data] == []


# Roles.


@pytest.fixture
def dana(door_step):
    """The front desk, signed in."""
    door_step.sign_in("dan", PASSWORD)
    return door_step


def test_the_front_desk_sees_no_note_and_no_goal_anywhere(dana, clinic):
    dana.work.open_child(clinic.maya)
    page = dana.page(ChildPageView)
    words = []
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        words += dana.words()
    dana.work.go(Place(BOOKING, clinic.maya))
    words += dana.words()
    dana.press("G, C")
    words += dana.words()
    told = "\n".join(words)
    assert "Maya Ortega" in told
    assert [secret for secret in (GOAL, PLAN, TYPED) if secret in told] == []


@pytest.mark.parametrize("place", [NOTE, NOTES])
def test_the_front_desk_is_refused_a_note_in_words(dana, clinic, place):
    dana.work.go(Place(place, clinic.sessions[0]))
    assert dana.page(TodayPage).isVisible()
    assert "Your role can’t do this" in dana.work.toast.words.text()


def test_the_front_desk_is_offered_no_clinical_command(dana):
    offered = {command.text() for command in dana.program.registry.commands}
    assert offered.isdisjoint(
        {"Session notes", "Write note", "Score a goal", "Make a home program"}
    )
    assert {"Book a visit", "Import children"} <= offered


def test_the_front_desk_may_import(dana):
    dana.work.go(Place(IMPORT))
    assert dana.work.toast.words.text() == ""


def test_closing_asks_before_words_are_lost_that_a_full_disk_did_not_take(me, clinic):
    page = a_draft_is_being_written(me, clinic, "")
    page.editor.session.did.text_area.setPlainText(LONG_TEXT)
    with a_full_disk():
        me.window.close()
        assert me.asker.asked[-1] == "What you typed is not saved yet. Close anyway?"
        assert me.window.isVisible()
        assert page.told().session.did.text == LONG_TEXT


def test_what_was_done_is_told_above_the_page_one_goes_on_to(me):
    me.work.say_done("Saved.")
    me.work.go(Place(NOTES))
    toast = me.work.toast
    assert me.work.stack.childAt(toast.geometry().center()) in (toast, *toast.findChildren(QWidget))
