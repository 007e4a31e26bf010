"""All times of an intensive in the Book panel: asked once, proposed thrice, taken with one key."""

from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt

from db.connection import close_database
from ot_desktop.programs.domain import ProgramDraft
from tests.builders import an_empty_clinic
from tests.reference_clinic import reference_clinic
from ui.tasks import TaskRunner
from ui.visits.book_panel import BookPanel

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(services):
    return reference_clinic(services)


@pytest.fixture
def panel(qtbot, services, clinic):
    owner = QObject()
    tasks = TaskRunner(owner)
    panel = BookPanel(services, tasks)
    qtbot.addWidget(panel)
    panel.resize(384, 1100)
    panel.show()
    panel.start(clinic.iris)
    panel.form.kind_control.choose("intensive")
    panel.intensive_box.wish.first_edit.set_value(date(2027, 6, 7))
    panel.intensive_box.wish.last_edit.set_value(date(2027, 7, 30))
    yield panel
    tasks.stop()
    panel.hide()
    shiboken6.delete(owner)


@pytest.fixture
def told(panel):
    said = []
    panel.booked.connect(lambda words, undo: said.append((words, undo)))
    return said


def test_the_button_says_how_many_times_are_looked_for(panel):
    assert panel.intensive_box.find_button.text() == "Find 12 times"
    panel.intensive_box.wish.count_stepper.set_value(8)
    assert panel.intensive_box.find_button.text() == "Find 8 times"


def test_two_chips_then_ctrl_enter_then_enter_book_twelve(qtbot, panel, clinic, services, told):
    wish = panel.intensive_box.wish
    wish.half_chips.chip("mornings").click()
    wish.weekday_chips.chip("1").click()
    qtbot.keyClick(panel, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(panel.intensive_box.buttons) == 3)
    first = panel.intensive_box.buttons[0]
    assert first.accessibleName().startswith("Take proposal 1: Tue at 8:00 with ")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert len(services.scheduling.sessions_of(clinic.iris)) == 8
    [(words, take_back)] = told
    assert words == "8 visits booked for Iris Nordin"
    take_back()
    assert services.scheduling.sessions_of(clinic.iris) == []


def test_another_wish_takes_the_proposals_away(qtbot, panel):
    panel.book()
    qtbot.waitUntil(lambda: bool(panel.intensive_box.buttons))
    panel.intensive_box.wish.half_chips.chip("mornings").click()
    assert panel.intensive_box.buttons == []


def test_a_child_is_asked_for_beside_the_field(panel):
    panel.form.child_picker.show_child(None, "")
    panel.book()
    assert panel.form.fields["child_id"].problem == "Choose a child."


def test_days_of_the_next_intensive_are_proposed(panel, services):
    services.programs.begin(ProgramDraft("Summer", date(2027, 6, 14), date(2027, 7, 2)))
    panel.intensive_box.wish.clear()
    panel.form.kind_control.choose("visit")
    panel.form.kind_control.choose("intensive")
    wish = panel.intensive_box.wish
    assert (wish.first_edit.value(), wish.last_edit.value()) == (
        date(2027, 6, 14),
        date(2027, 7, 2),
    )
