import threading
from datetime import datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from db import connection
from ot_desktop.access.domain import MustWait
from ot_desktop.access.door import Door
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.clinics import OWNERS_PASSWORD, PASSWORD, a_clinic_in
from ui.access.locked import Locked
from ui.access.page import SignInPage
from ui.tasks import TaskRunner
from ui.theme import theme

ROSALIND, AMARA, DANA, SOMEONE_ELSE = range(4)
PIN = "740218"
NOON = datetime.fromisoformat("2027-06-09T10:41")


class FolderAsker:
    def folder(self, question):
        return Path("/another/clinic")


@pytest.fixture
def runner(qapp):
    owner = QObject()
    runner = TaskRunner(owner)
    yield runner
    runner.stop()
    shiboken6.delete(owner)


@pytest.fixture
def founded(tmp_path):
    yield a_clinic_in(tmp_path)
    connection.close_database()


@pytest.fixture
def door(founded):
    connection.close_database()
    return Door(founded[0])


@pytest.fixture
def show(qtbot, runner):
    """Show a sign-in page with the keyboard on it."""

    def show(door, remembered=""):
        page = SignInPage(door, runner, FolderAsker(), remembered)
        qtbot.addWidget(page)
        page.resize(1366, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.take_focus()
        return page

    return show


@pytest.fixture
def page(show, door):
    return show(door)


def answer(page, qtbot, password, signal):
    qtbot.keyClicks(page.people.password_card._line, password)
    with qtbot.waitSignal(signal) as answered:
        qtbot.keyClick(page.people.password_card._line, Qt.Key.Key_Return)
    return answered.args


def refuse(page, qtbot, password):
    """Type a password and wait for the sentence that refuses it."""
    qtbot.keyClicks(page.people.password_card._line, password)
    qtbot.keyClick(page.people.password_card._line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.people.password_card.note.problem))
    return page.people.password_card.note.problem


@pytest.fixture
def locked_page(show, founded):
    """Amara's running program, locked, with a PIN."""
    door = Door(founded[0])
    amara = door.look().people[AMARA]
    access = services_for(door.enter(door.unlock(amara.slot_id, PASSWORD))).access
    access.set_pin(PIN)
    page = show(door)
    page.show_locked(Locked(access, NOON, 10))
    return page


def test_everybody_who_may_sign_in_has_a_tile(page):
    assert [tile.accessibleName() for tile in page.people.tiles.tiles] == [
        "Rosalind Achebe, Owner",
        "Amara Okafor, Therapist",
        "Dana Whitfield, Front desk",
        "Someone else",
    ]


def test_signing_in_needs_no_mouse(page, qtbot):
    first = page.people.tiles.tiles[ROSALIND]
    assert page.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_A)
    amara = page.focusWidget()
    assert page.chosen_slot == page.people.tiles.tiles[AMARA].slot_id
    qtbot.keyClick(amara, Qt.Key.Key_Return)
    qtbot.keyClicks(page.focusWidget(), PASSWORD)
    with qtbot.waitSignal(page.signed_in) as entered:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert entered.args[0].name == "Amara Okafor"


def test_the_arrow_keys_move_from_person_to_person(page, qtbot):
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert page.people.person.name == "Amara Okafor"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Left)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.people.person.name == "Dana Whitfield"


def test_the_first_letters_of_a_last_name_are_enough(page, qtbot):
    qtbot.keyClicks(page.focusWidget(), "whi")
    assert page.people.person.name == "Dana Whitfield"


def test_whoever_was_here_last_is_chosen_already(show, door):
    dana = door.look().people[DANA]
    page = show(door, remembered=dana.slot_id)
    assert page.people.card.greeting.text() == "Hello Dana"
    assert page.focusWidget() is page.people.password_card._line


def test_a_wrong_password_is_said_beside_the_field(page, qtbot):
    assert refuse(page, qtbot, "not this one") == "That password is not right. 4 tries left."
    assert page.people.password_card.text() == ""
    assert page.focusWidget() is page.people.password_card._line


def test_an_empty_password_is_not_tried(page, qtbot):
    qtbot.mouseClick(page.people.password_card.go_button, Qt.MouseButton.LeftButton)
    assert page.people.password_card.note.problem == "Enter your password."


def test_after_five_wrong_passwords_the_button_waits(page, qtbot):
    for _ in range(4):
        refuse(page, qtbot, "not this one")
        page.people.password_card.show_problem("")
    assert "Wait 30 s" in refuse(page, qtbot, "not this one")
    assert not page.people.password_card.go_button.isEnabled()
    page._count_down()
    assert "29 s" in page.people.password_card.note.problem


def test_the_wait_ends(page):
    page._refuse(MustWait("Wait.", 1))
    page._count_down()
    assert page.people.password_card.go_button.isEnabled()
    assert page.people.password_card.note.problem == ""


def test_the_password_is_checked_beside_the_window(show, founded, qtbot):
    connection.close_database()
    door = SlowDoor(founded[0])
    page = show(door)
    qtbot.keyClicks(page.people.password_card._line, OWNERS_PASSWORD)
    with qtbot.waitSignal(page.signed_in):
        qtbot.keyClick(page.people.password_card._line, Qt.Key.Key_Return)
        assert page.people.password_card.go_button.text() == "Checking…"
        assert not page.people.tiles.isEnabled()
        door.go_on.set()
    assert door.worked_on != threading.get_ident()


class SlowDoor(Door):
    def __init__(self, folder):
        super().__init__(folder)
        self.go_on = threading.Event()
        self.worked_on = None

    def unlock(self, slot_id, password):
        self.worked_on = threading.get_ident()
        self.go_on.wait(5)
        return super().unlock(slot_id, password)


def test_the_recovery_key_lets_the_owner_choose_a_new_password(page, qtbot, founded):
    qtbot.mouseClick(page.people.help_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.focusWidget(), founded[2].lower())
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(page.recovery.password_field.isVisible)
    qtbot.keyClicks(page.focusWidget(), "a quite different roof")
    with qtbot.waitSignal(page.signed_in) as entered:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert entered.args[0].role is Role.OWNER


def test_a_mistyped_recovery_key_is_said_beside_the_field(page, qtbot):
    page.people.help_wanted.emit()
    qtbot.keyClicks(page.recovery.key_edit, "7AEW-K8AZ")
    qtbot.keyClick(page.recovery.key_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "typing mistake" in page.recovery.key_field.problem)


def test_escape_leaves_the_recovery_key(page, qtbot):
    page.people.help_wanted.emit()
    qtbot.keyClick(page.recovery.key_edit, Qt.Key.Key_Escape)
    assert page.people.isVisible()


def test_somebody_else_is_told_what_to_do(page, qtbot):
    qtbot.mouseClick(page.people.tiles.tiles[SOMEONE_ELSE], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.folder_chosen) as chosen:
        qtbot.mouseClick(page.people.unlisted_card.folder_button, Qt.MouseButton.LeftButton)
    assert chosen.args == [Path("/another/clinic")]


def test_a_folder_without_a_clinic_says_so(show, tmp_path, qtbot):
    page = show(Door(ClinicFolder(tmp_path / "empty")))
    assert page.closed.title.text() == "The clinic’s files are not here"
    assert "no clinic in this folder" in page.closed.sentence.text()
    with qtbot.waitSignal(page.new_clinic_wanted):
        qtbot.mouseClick(page.closed.new_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("lost", ["key_file", "data_file"])
def test_half_a_clinic_offers_no_new_one(show, door, lost):
    getattr(door.folder, lost).unlink()
    page = show(door)
    assert page.closed.title.text() == "The clinic’s files are not here"
    assert not page.closed.new_button.isVisible()


def test_a_clinic_open_elsewhere_can_be_tried_again(page, qtbot, founded):
    lock = founded[0].data_file.with_suffix(".lock")
    lock.write_text(
        '{"host": "front-desk", "pid": 1, "started": "2027-06-09T08:00:00+00:00", "token": "x"}'
    )
    qtbot.keyClicks(page.people.password_card._line, OWNERS_PASSWORD)
    qtbot.keyClick(page.people.password_card._line, Qt.Key.Key_Return)
    qtbot.waitUntil(page.closed.isVisible)
    assert page.closed.title.text() == "The clinic is open somewhere else"
    assert "front-desk" in page.closed.sentence.text()
    lock.unlink()
    qtbot.mouseClick(page.closed.again_button, Qt.MouseButton.LeftButton)
    assert answer(page, qtbot, OWNERS_PASSWORD, page.signed_in)[0].name == "Rosalind Achebe"


def test_a_locked_program_asks_for_the_pin(locked_page, qtbot):
    assert locked_page.people.locked_fact.words.text() == "Locked at 10:41 after 10 minutes"
    with qtbot.waitSignal(locked_page.unlocked):
        qtbot.keyClicks(locked_page.people.pin_card.pin, PIN)


def test_a_wrong_pin_is_said_beside_the_boxes(locked_page, qtbot):
    qtbot.keyClicks(locked_page.people.pin_card.pin, "740219")
    assert locked_page.people.pin_card.note.problem == "That PIN is not right. 4 tries left."
    assert locked_page.people.pin_card.text() == ""


def test_after_five_wrong_pins_the_password_is_asked(locked_page, qtbot):
    for _ in range(5):
        qtbot.keyClicks(locked_page.people.pin_card.pin, "740219")
    assert not locked_page.people.pin_card.isVisible()
    assert "Use your password" in locked_page.people.password_card.note.problem
    answer(locked_page, qtbot, PASSWORD, locked_page.unlocked)


def test_the_password_unlocks_too(locked_page, qtbot):
    qtbot.mouseClick(locked_page.people.pin_card.link_button, Qt.MouseButton.LeftButton)
    answer(locked_page, qtbot, PASSWORD, locked_page.unlocked)


def test_somebody_else_may_sign_in_at_a_locked_program(locked_page, qtbot):
    qtbot.mouseClick(locked_page.people.tiles.tiles[ROSALIND], Qt.MouseButton.LeftButton)
    assert not locked_page.people.pin_card.isVisible()
    assert answer(locked_page, qtbot, OWNERS_PASSWORD, locked_page.signed_in)[0].role is Role.OWNER


def test_the_keyboard_stays_in_the_field_when_another_person_is_asked(locked_page):
    locked_page.people.tiles.choose(locked_page.people.tiles.tiles[DANA].slot_id)
    assert locked_page.focusWidget() is locked_page.people.password_card._line


def test_a_closed_file_is_never_asked_for_with_a_pin(show, founded):
    door = Door(founded[0])
    amara = door.look().people[AMARA]
    services_for(door.enter(door.unlock(amara.slot_id, PASSWORD))).access.set_pin(PIN)
    door.leave()
    page = show(door, remembered=amara.slot_id)
    assert not page.people.pin_card.isVisible()
    assert page.people.password_card.isVisible()


def test_tab_stays_on_the_page(page, qtbot):
    seen = set()
    for _ in range(12):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.add(page.focusWidget())
    assert page.people.password_card._line in seen
    assert page.people.help_button in seen
    assert all(page.isAncestorOf(each) for each in seen)


def test_control_plus_makes_the_text_larger(page, qtbot):
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = theme().text_size
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert (larger, theme().text_size) == (115, 100)


def test_every_control_has_a_name(page):
    controls = page.findChildren(QAbstractButton) + page.findChildren(QLineEdit)
    assert [each for each in controls if not (each.accessibleName() or _words(each))] == []


def _words(control: QWidget) -> str:
    return control.text() if isinstance(control, QAbstractButton) else ""
