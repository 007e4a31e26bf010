import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from db import connection
from db.models.access import Audit
from ot_desktop.access.door import Door
from ot_desktop.errors import ClinicError
from ot_desktop.paths import ClinicFolder
from ot_desktop.services import services_for
from tests.clinics import OWNERS_PASSWORD, PASSWORD, a_clinic_in
from ui.access.lock import LockGuard
from ui.access.page import SignInPage
from ui.tasks import TaskRunner

PIN = "740218"


class Clock:
    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def runner(qapp):
    owner = QObject()
    runner = TaskRunner(owner)
    yield runner
    runner.stop()
    shiboken6.delete(owner)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def access(tmp_path):
    _, owner, _ = a_clinic_in(tmp_path)
    access = services_for(owner).access
    access.set_pin(PIN)
    yield access
    connection.close_database()


@pytest.fixture
def window(qtbot):
    """A window in which somebody has typed half a sentence."""
    window = QMainWindow()
    qtbot.addWidget(window)
    central = QWidget()
    column = QVBoxLayout(central)
    window.edit = QLineEdit("We practiced")
    column.addWidget(window.edit)
    window.setCentralWidget(central)
    window.resize(1000, 700)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.edit.setFocus()
    return window


@pytest.fixture
def page(tmp_path, runner, access, window):
    return SignInPage(Door(ClinicFolder(tmp_path / "clinic")), runner, asker=None)


@pytest.fixture
def guard(window, page, access, clock):
    guard = LockGuard(window, page, access, clock=clock)
    guard.set_minutes(10)
    return guard


def unlock(page, qtbot):
    qtbot.keyClicks(page.people.pin_card.pin, PIN)


def actions():
    return [row.action for row in Audit.select().order_by(Audit.id)]


def test_locking_hides_everything_in_the_window(guard, window, page):
    guard.lock()
    assert page.isVisible()
    assert page.geometry() == window.rect()
    assert not window.edit.isVisible()


def test_what_was_typed_is_there_again_after_unlocking(guard, window, page, qtbot):
    guard.lock()
    unlock(page, qtbot)
    assert not guard.is_locked
    assert window.edit.isVisible()
    assert window.edit.text() == "We practiced"
    assert window.focusWidget() is window.edit


def test_locking_and_unlocking_are_in_the_log(guard, page, qtbot):
    guard.lock()
    unlock(page, qtbot)
    assert actions()[-2:] == ["locked the program", "unlocked the program"]


def test_drafts_are_kept_before_the_window_is_covered(guard, window):
    kept = []
    guard.before_locking(lambda: kept.append(window.edit.isVisible()))
    guard.lock()
    assert kept == [True]


def test_a_draft_that_cannot_be_kept_does_not_stop_the_lock(guard):
    def fail():
        raise ClinicError("The disk is full.")

    guard.before_locking(fail)
    guard.lock()
    assert guard.is_locked


def test_the_program_locks_after_the_clinics_minutes(guard, clock, page):
    clock.seconds = 600
    guard.look()
    assert guard.is_locked
    assert page.people.locked_fact.words.text().endswith("after 10 minutes")


def test_half_a_minute_ahead_there_is_a_warning(guard, clock):
    clock.seconds = 575
    guard.look()
    assert not guard.is_locked
    assert guard._warning.isVisible()
    assert "25 s" in guard._warning.words.text()


def test_a_key_takes_the_warning_away_and_the_count_starts_anew(guard, clock, window):
    clock.seconds = 575
    guard.look()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert not guard._warning.isVisible()
    clock.seconds = 1000
    guard.look()
    assert not guard.is_locked


def test_zero_minutes_mean_never(guard, clock):
    guard.set_minutes(0)
    clock.seconds = 100_000
    guard.look()
    assert not guard.is_locked


def test_locking_twice_is_locking_once(guard):
    guard.lock()
    guard.lock()
    assert actions().count("locked the program") == 1


def test_no_shortcut_of_the_window_works_while_it_is_locked(guard, window, page, qtbot):
    ran = []
    find = QAction("Find", window, shortcut="Ctrl+J")
    find.triggered.connect(lambda: ran.append(1))
    window.addAction(find)
    guard.lock()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert ran == []
    unlock(page, qtbot)
    qtbot.keyClick(window.edit, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert ran == [1]


def test_the_cover_follows_the_windows_size(guard, window, page):
    guard.lock()
    window.resize(1200, 800)
    assert page.geometry() == window.rect()


def test_a_dialog_is_covered_and_comes_back_as_it_was(guard, window, page, qtbot):
    dialog = QDialog(window)
    column = QVBoxLayout(dialog)
    field = QLineEdit("half a name")
    column.addWidget(field)
    dialog.setModal(True)
    dialog.open()
    guard.lock()
    assert page.isWindow()
    assert page.isVisible()
    assert not field.isVisible()
    unlock(page, qtbot)
    assert dialog.isVisible()
    assert field.isVisible()
    assert field.text() == "half a name"
    assert not page.isVisible()
    dialog.close()


def test_somebody_else_signing_in_is_told_to_the_program(guard, window, page, qtbot):
    guard.lock()
    dana = page.people.tiles.tiles[2]
    qtbot.mouseClick(dana, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.people.password_card._line, PASSWORD)
    with qtbot.waitSignal(page.signed_in) as entered:
        qtbot.keyClick(page.people.password_card._line, Qt.Key.Key_Return)
    assert entered.args[0].name == "Dana Whitfield"
    assert not guard.is_locked
    assert window.edit.isVisible()


def test_the_owners_password_unlocks_as_well(guard, page, qtbot):
    guard.lock()
    qtbot.mouseClick(page.people.pin_card.link_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.people.password_card._line, OWNERS_PASSWORD)
    with qtbot.waitSignal(guard.unlocked):
        qtbot.keyClick(page.people.password_card._line, Qt.Key.Key_Return)
    assert not guard.is_locked
