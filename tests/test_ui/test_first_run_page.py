from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit

from db import connection
from ot_desktop.access.door import Door
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.clinics import CHEAP, OWNERS_PASSWORD, PASSWORD, a_clinic_in
from ui.access.first_run_page import FirstRunPage
from ui.tasks import TaskRunner

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Asker:
    def __init__(self, folder=None):
        self.chosen = folder

    def folder(self, question):
        return self.chosen


class Output:
    """Takes the recovery sheet where a printer would."""

    def __init__(self):
        self.printed = []

    def print_sheet(self, pdf):
        self.printed.append(pdf)
        return True

    def save_sheet(self, pdf, question, kinds):
        return "Recovery sheet.pdf"


@pytest.fixture
def runner(qapp):
    owner = QObject()
    runner = TaskRunner(owner)
    yield runner
    runner.stop()
    shiboken6.delete(owner)
    connection.close_database()


@pytest.fixture
def output():
    return Output()


@pytest.fixture
def folder(tmp_path):
    return ClinicFolder(tmp_path / "clinic")


@pytest.fixture
def show(qtbot, runner, output):
    def show(folder, asker=None):
        page = FirstRunPage(folder, runner, asker or Asker(), CHEAP, output)
        qtbot.addWidget(page)
        page.resize(1366, 900)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.take_focus()
        return page

    return show


@pytest.fixture
def page(show, folder):
    return show(folder)


def press_next(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_Return, CONTROL)


def found(page, qtbot):
    """Fill in the first step with the keyboard, until the recovery key is shown."""
    qtbot.keyClicks(page.data_step.clinic_edit, "Juniper Lane")
    qtbot.keyClicks(page.data_step.name_edit, "Rosalind Achebe")
    qtbot.keyClicks(page.data_step.password_edit.edit, OWNERS_PASSWORD)
    with qtbot.waitSignal(page.data_step.founded):
        press_next(page, qtbot)
    return page.data_step.key_card.key


@pytest.fixture
def founded_page(page, qtbot):
    """At step 2, with the recovery key confirmed."""
    key = found(page, qtbot)
    qtbot.keyClicks(page.data_step.key_card.last_edit, key[-4:].lower())
    press_next(page, qtbot)
    return page


def name_clinic(page, qtbot):
    qtbot.keyClicks(page.clinic_step.name_edit, " Pediatric OT")
    press_next(page, qtbot)


def settings_of(page):
    return page.clinic_step.clinic().settings.clinic()


def fill(row, qtbot, name, password, role=Role.THERAPIST):
    qtbot.keyClicks(row.name_edit, name)
    qtbot.keyClicks(row.password_edit.edit, password)
    row.role_box.setCurrentIndex(row.role_box.findData(role))


@pytest.mark.parametrize(
    ("typed", "is_odd"), [("ask Dana", True), ("402-555-0131", False), ("", False)]
)
def test_a_phone_that_is_no_number_is_warned_about_and_kept(founded_page, qtbot, typed, is_odd):
    step = founded_page.clinic_step
    step.phone_edit.setFocus()
    qtbot.keyClicks(step.phone_edit, typed)
    qtbot.keyClick(step.phone_edit, Qt.Key.Key_Tab)
    warned = [each.text() for each in step.phone_field.findChildren(QLabel) if each.isVisible()]
    assert any("does not look like a phone number" in words for words in warned) is is_odd
    assert step.phone_edit.text() == typed


def test_the_first_step_makes_a_clinic_that_can_be_reopened(founded_page, folder):
    connection.close_database()
    door = Door(folder)
    rosalind = door.look().people[0]
    assert door.enter(door.unlock(rosalind.slot_id, OWNERS_PASSWORD)).role is Role.OWNER


def test_the_shown_recovery_key_opens_the_clinic(page, qtbot, folder):
    key = found(page, qtbot)
    connection.close_database()
    assert Door(folder).unlock_with_recovery(key)


def test_the_clinic_is_made_beside_the_window(page, qtbot):
    qtbot.keyClicks(page.data_step.clinic_edit, "Juniper Lane")
    qtbot.keyClicks(page.data_step.name_edit, "Rosalind Achebe")
    qtbot.keyClicks(page.data_step.password_edit.edit, OWNERS_PASSWORD)
    with qtbot.waitSignal(page.data_step.founded):
        press_next(page, qtbot)
        assert page.next_button.text() == "Creating…"
        assert not page.next_button.isEnabled()


def test_a_weak_password_and_a_missing_name_are_said_beside_their_fields(page, qtbot, folder):
    qtbot.keyClicks(page.data_step.password_edit.edit, "short")
    press_next(page, qtbot)
    assert page.data_step.clinic_field.problem.startswith("Enter the clinic’s name.")
    assert page.data_step.name_field.problem == "Enter a first and last name."
    assert "has 5 characters" in page.data_step.password_field.problem
    assert page.focusWidget() is page.data_step.clinic_edit
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_to_is_said_before_leaving_the_step(show, tmp_path, qtbot):
    (tmp_path / "file").write_text("no folder")
    page = show(ClinicFolder(tmp_path / "file" / "clinic"))
    assert "Nothing can be written" in page.data_step.folder_field.problem
    press_next(page, qtbot)
    assert page.place == 0


def test_an_existing_clinic_is_offered_to_be_opened(show, tmp_path, qtbot):
    there, _, _ = a_clinic_in(tmp_path)
    page = show(there)
    with qtbot.waitSignal(page.folder_chosen) as chosen:
        qtbot.mouseClick(page.data_step.open_button, Qt.MouseButton.LeftButton)
    assert chosen.args == [there.root]


def test_another_folder_can_be_chosen(show, folder, tmp_path, qtbot):
    page = show(folder, Asker(tmp_path / "elsewhere"))
    qtbot.mouseClick(page.data_step.choose_button, Qt.MouseButton.LeftButton)
    found(page, qtbot)
    assert page.folder.exists()
    assert page.folder.root == tmp_path / "elsewhere"


def test_nobody_goes_on_without_the_last_group_of_the_key(page, qtbot):
    found(page, qtbot)
    qtbot.keyClicks(page.data_step.key_card.last_edit, "0000")
    press_next(page, qtbot)
    assert page.place == 0
    assert "not the last group" in page.data_step.key_card.last_field.problem


def test_the_key_is_gone_from_the_screen_once_confirmed(founded_page):
    assert founded_page.place == 1
    assert founded_page.data_step.key_card.key == ""
    founded_page.go_to(0)
    assert not founded_page.data_step.key_card.isVisible()


def test_the_recovery_sheet_can_be_printed(page, qtbot, output):
    found(page, qtbot)
    qtbot.mouseClick(page.data_step.key_card.print_button, Qt.MouseButton.LeftButton)
    assert output.printed[0].startswith(b"%PDF")
    assert page.data_step.key_card.done_label.text() == "Sent to the printer"


def test_later_steps_wait_for_the_first(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_3, ALT)
    assert page.place == 0
    assert [button.isEnabled() for button in page.step_list.buttons] == [True] + [False] * 4


def test_alt_and_a_number_go_to_a_step(founded_page, qtbot):
    qtbot.keyClick(founded_page, Qt.Key.Key_4, ALT)
    assert founded_page.place == 3


def test_every_step_but_the_first_can_be_skipped(founded_page, qtbot):
    for place in (2, 3, 4):
        qtbot.mouseClick(founded_page.skip_button, Qt.MouseButton.LeftButton)
        assert founded_page.place == place
    with qtbot.waitSignal(founded_page.ready) as ready:
        press_next(founded_page, qtbot)
    assert ready.args[0].name == "Rosalind Achebe"


def test_name_hours_and_paper_are_kept(founded_page, qtbot):
    founded_page.clinic_step.days[4].open_box.setChecked(False)
    founded_page.clinic_step.paper.choose("a4")
    name_clinic(founded_page, qtbot)
    clinic = settings_of(founded_page)
    assert clinic.settings.name == "Juniper Lane Pediatric OT"
    assert clinic.settings.paper.value == "a4"
    assert [each.weekday for each in clinic.hours] == [0, 1, 2, 3]
    assert (clinic.hours[0].starts_min, clinic.hours[0].ends_min) == (480, 1020)


def test_the_clinics_name_is_on_the_next_sign_in_page(founded_page, qtbot, folder):
    name_clinic(founded_page, qtbot)
    assert Door(folder).look().clinic == "Juniper Lane Pediatric OT"


def test_a_clinic_without_a_name_is_not_kept(founded_page, qtbot):
    founded_page.clinic_step.name_edit.clear()
    press_next(founded_page, qtbot)
    assert founded_page.place == 1
    assert founded_page.focusWidget() is founded_page.clinic_step.name_edit


def test_hours_that_end_before_they_begin_are_said(founded_page, qtbot):
    founded_page.clinic_step.days[0].to_edit.edit.setText("7:00 AM")
    name_clinic(founded_page, qtbot)
    assert "Monday" in founded_page.clinic_step.note.problem


def test_colleagues_can_sign_in_with_their_first_passwords(founded_page, qtbot, folder):
    founded_page.go_to(2)
    step = founded_page.people_step
    for name, role in (("Amara Okafor", Role.THERAPIST), ("Dana Whitfield", Role.FRONT_DESK)):
        step.add_row()
        fill(step.rows[-1], qtbot, name, PASSWORD, role)
    with qtbot.waitSignal(step.saved):
        press_next(founded_page, qtbot)
    connection.close_database()
    door = Door(folder)
    assert [each.name for each in door.look().people][1:] == ["Amara Okafor", "Dana Whitfield"]
    assert door.enter(door.unlock(door.look().people[2].slot_id, PASSWORD)).role is Role.FRONT_DESK


def test_a_colleagues_weak_password_is_said_before_anybody_is_added(founded_page, qtbot, folder):
    founded_page.go_to(2)
    step = founded_page.people_step
    for password in (PASSWORD, "dana"):
        step.add_row()
        fill(step.rows[-1], qtbot, "Dana Whitfield", password)
    press_next(founded_page, qtbot)
    assert founded_page.place == 2
    assert len(Door(folder).look().people) == 1


def test_tab_walks_from_one_colleague_to_the_next(founded_page, qtbot):
    founded_page.go_to(2)
    step = founded_page.people_step
    step.add_row()
    step.add_row()
    first, second = step.rows
    qtbot.waitUntil(second.remove_button.isVisible)
    first.name_edit.setFocus()
    for stop in [*first.tab_stops()[1:], second.name_edit]:
        qtbot.keyClick(founded_page.focusWidget(), Qt.Key.Key_Tab)
        assert founded_page.focusWidget() is stop


def test_a_colleague_who_was_typed_and_skipped_is_not_forgotten(founded_page, qtbot):
    founded_page.go_to(2)
    founded_page.people_step.add_row()
    fill(founded_page.people_step.rows[0], qtbot, "Amara Okafor", PASSWORD)
    founded_page.go_to(4)
    qtbot.mouseClick(founded_page.children_step.import_way.button, Qt.MouseButton.LeftButton)
    assert founded_page.place == 2
    assert "Amara Okafor" in founded_page.people_step.note.problem


def test_an_owner_who_treats_is_a_therapist_too(founded_page, qtbot):
    founded_page.go_to(2)
    founded_page.people_step.treats_box.setChecked(True)
    qtbot.keyClicks(founded_page.people_step.credentials_edit, "OTR/L")
    press_next(founded_page, qtbot)
    assert settings_of(founded_page).therapists[0].signs_as == "R. Achebe, OTR/L"
    founded_page.go_to(4)
    with qtbot.waitSignal(founded_page.ready) as ready:
        press_next(founded_page, qtbot)
    assert ready.args[0].therapist_id is not None


def test_the_usual_rooms_are_filled_in_and_kept(founded_page, qtbot):
    founded_page.go_to(3)
    qtbot.mouseClick(founded_page.rooms_step.preset_button, Qt.MouseButton.LeftButton)
    press_next(founded_page, qtbot)
    rooms = {room.name: room.capacity for room in settings_of(founded_page).rooms}
    assert len(rooms) == 5
    assert rooms["Sensory gym"] == 3


def test_two_rooms_with_one_name_are_said(founded_page, qtbot):
    founded_page.go_to(3)
    step = founded_page.rooms_step
    for _ in range(2):
        qtbot.mouseClick(step.add_button, Qt.MouseButton.LeftButton)
        qtbot.keyClicks(step.rows[-1].name_edit, "Gym")
    press_next(founded_page, qtbot)
    assert founded_page.place == 3
    assert "There is a room with this name" in step.note.problem
    assert [room.name for room in settings_of(founded_page).rooms] == ["Gym"]


def test_importing_comes_after_the_clinic_is_ready(founded_page, qtbot):
    founded_page.go_to(4)
    with qtbot.waitSignals([founded_page.ready, founded_page.import_wanted], order="strict"):
        qtbot.mouseClick(founded_page.children_step.import_way.button, Qt.MouseButton.LeftButton)


def test_the_sample_clinic_is_asked_for(founded_page, qtbot):
    founded_page.go_to(4)
    with qtbot.waitSignal(founded_page.demo_wanted):
        qtbot.mouseClick(founded_page.children_step.demo_way.button, Qt.MouseButton.LeftButton)


def test_the_finished_clinic_serves_its_owner(founded_page, qtbot):
    name_clinic(founded_page, qtbot)
    founded_page.go_to(4)
    with qtbot.waitSignal(founded_page.ready) as ready:
        press_next(founded_page, qtbot)
    assert services_for(ready.args[0]).caseload.count() == 0


def test_every_control_has_a_name(founded_page):
    founded_page.people_step.add_row()
    founded_page.rooms_step.fill_in()
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    nameless = [
        control
        for kind in kinds
        for control in founded_page.findChildren(kind)
        if not control.accessibleName()
        and not (isinstance(control, QAbstractButton) and control.text())
    ]
    assert nameless == []


def test_the_folder_shown_is_the_one_founded_in(page, folder):
    assert Path(page.data_step.folder_edit.text()) == folder.root


def test_lunch_and_closed_days_are_kept(founded_page, qtbot):
    step = founded_page.clinic_step
    step.lunch_from.edit.setText("12p")
    step.lunch_to.edit.setText("1p")
    step.closed_area.setPlainText("6/18 Staff day")
    with qtbot.waitSignal(step.saved):
        step.save()
    clinic = step.clinic().settings.clinic()
    monday = [(each.starts_min, each.ends_min) for each in clinic.hours if each.weekday == 0]
    assert monday == [(8 * 60, 12 * 60), (13 * 60, 17 * 60)]
    assert [each.reason for each in clinic.closed_days] == ["Staff day"]


def test_a_closed_day_that_means_nothing_is_explained(founded_page):
    step = founded_page.clinic_step
    step.closed_area.setPlainText("sometime")
    step.save()
    assert "Line 1" in step.closed_area.accessibleDescription()
