import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from db import connection
from ot_desktop.access.door import Door
from ot_desktop.services import services_for
from tests.clinics import OWNERS_PASSWORD, PASSWORD, a_clinic_in
from ui.access.own_access_dialogs import PasswordDialog, PinDialog
from ui.tasks import TaskRunner

NEW = "tea with two sugars"


@pytest.fixture
def founded(tmp_path):
    yield a_clinic_in(tmp_path)
    connection.close_database()


@pytest.fixture
def access(founded):
    return services_for(founded[1]).access


@pytest.fixture
def open_dialog(qtbot, access):
    owner = QObject()
    runner = TaskRunner(owner)
    window = QWidget()
    qtbot.addWidget(window)

    def open_dialog(kind):
        dialog = kind(access, runner, window)
        dialog.open()
        return dialog

    yield open_dialog
    runner.stop()
    shiboken6.delete(owner)


def save(dialog, qtbot):
    qtbot.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)


def test_the_new_password_counts_at_the_door(open_dialog, qtbot, founded):
    dialog = open_dialog(PasswordDialog)
    qtbot.keyClicks(dialog.current_edit.edit, OWNERS_PASSWORD)
    qtbot.keyClicks(dialog.new_edit.edit, NEW)
    with qtbot.waitSignal(dialog.accepted):
        save(dialog, qtbot)
    door = Door(founded[0])
    assert door.unlock(door.look().people[0].slot_id, NEW)


def test_a_wrong_present_password_is_said_beside_its_field(open_dialog, qtbot):
    dialog = open_dialog(PasswordDialog)
    qtbot.keyClicks(dialog.current_edit.edit, PASSWORD)
    qtbot.keyClicks(dialog.new_edit.edit, NEW)
    save(dialog, qtbot)
    qtbot.waitUntil(lambda: dialog.current_edit.edit.property("problem") == "true")
    assert dialog.isVisible()


def test_a_chosen_pin_unlocks(open_dialog, qtbot, access):
    dialog = open_dialog(PinDialog)
    qtbot.keyClicks(dialog.pin_edit, "740218")
    qtbot.keyClicks(dialog.password_edit.edit, OWNERS_PASSWORD)
    with qtbot.waitSignal(dialog.accepted):
        save(dialog, qtbot)
    access.unlock_with_pin("740218")


def test_a_pin_is_set_only_with_the_password(open_dialog, qtbot, access):
    dialog = open_dialog(PinDialog)
    qtbot.keyClicks(dialog.pin_edit, "740218")
    qtbot.keyClicks(dialog.password_edit.edit, PASSWORD)
    save(dialog, qtbot)
    qtbot.waitUntil(lambda: dialog.password_edit.edit.property("problem") == "true")
    assert not access.has_pin()


def test_the_pin_can_be_given_up(open_dialog, qtbot, access):
    access.set_pin("740218")
    dialog = open_dialog(PinDialog)
    qtbot.keyClicks(dialog.password_edit.edit, OWNERS_PASSWORD)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.none_button, Qt.MouseButton.LeftButton)
    assert not access.has_pin()


def test_backing_out_changes_nothing(open_dialog, qtbot, access):
    dialog = open_dialog(PinDialog)
    qtbot.keyClicks(dialog.pin_edit, "740218")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not access.has_pin()
