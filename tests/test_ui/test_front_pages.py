"""Sign-in, lock and first run: named controls, nothing cut off, all by keyboard."""

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from db import connection
from ot_desktop.paths import ClinicFolder
from tests import looking
from tests.answering import Answering
from tests.at_work import SCREEN, a_program
from tests.clinics import CHEAP, OWNERS_PASSWORD, PASSWORD
from tests.working_clinic import a_working_clinic
from ui.access.first_run_page import FirstRunPage
from ui.tasks import TaskRunner
from ui.theme import theme

LARGE_TEXT = 150
LAID_OUT_MS = 300


@pytest.mark.parametrize("screen", ["sign in", "locked"])
def test_the_door_is_named_fits_and_takes_keys(screen, tmp_path):
    with a_program(a_working_clinic(tmp_path).folder) as me:
        if screen == "locked":
            me.sign_in("ama", PASSWORD)
            me.press("Ctrl+L")
        wrong = looked_at(me.window)
        theme().set_text_size(LARGE_TEXT)
        QTest.qWait(LAID_OUT_MS)
        assert wrong + looking.cut_off(me.window) == []


@pytest.fixture
def first_run(tmp_path, qtbot):
    owner = QObject()
    tasks = TaskRunner(owner)
    page = FirstRunPage(ClinicFolder(tmp_path / "clinic"), tasks, Answering(), CHEAP)
    qtbot.addWidget(page)
    page.resize(SCREEN)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    yield page
    tasks.stop()
    shiboken6.delete(owner)
    connection.close_database()


def test_every_step_of_the_first_run_is_named_fits_and_takes_keys(first_run, qtbot):
    wrong = looked_at(first_run)
    found_a_clinic(first_run, qtbot)
    for step in range(1, len(first_run.steps)):
        first_run.go_to(step)
        qtbot.wait(LAID_OUT_MS)
        wrong += [f"step {step + 1}: {each}" for each in looked_at(first_run)]
    theme().set_text_size(LARGE_TEXT)
    for step in range(1, len(first_run.steps)):
        first_run.go_to(step)
        qtbot.wait(LAID_OUT_MS)
        wrong += [f"step {step + 1}, large: {each}" for each in looking.cut_off(first_run)]
    assert wrong == []


def looked_at(page: QWidget) -> list[str]:
    ways = (looking.nameless, looking.named_alike, looking.too_small, looking.cut_off)
    return [each for way in (*ways, looking.out_of_reach) for each in way(page)]


def found_a_clinic(page: FirstRunPage, qtbot) -> None:
    step = page.data_step
    for field, words in (
        (step.clinic_edit, "Juniper Lane"),
        (step.name_edit, "Rosalind Achebe"),
        (step.password_edit.edit, OWNERS_PASSWORD),
    ):
        field.clear()
        qtbot.keyClicks(field, words)
    with qtbot.waitSignal(step.founded):
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(step.key_card.last_edit, step.key_card.key[-4:])
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
