"""The clinic's backups on screen: the last one, making one, testing one."""

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.connection import close_database
from ot_desktop.paths import ClinicFolder
from ot_desktop.services import services_for
from tests.clinics import a_clinic_in
from ui.backup.dialog import BackupsDialog
from ui.backups import BackupDesk
from ui.tasks import TaskRunner
from ui.theme import Scheme, install_theme

PATIENCE = 20_000


@pytest.fixture
def services(tmp_path):
    folder, owner, _ = a_clinic_in(tmp_path)
    yield services_for(owner, folder)
    close_database()


@pytest.fixture
def dialog(qtbot, qapp, services):
    install_theme(qapp, Scheme.LIGHT)
    owner, window = QObject(), QWidget()
    tasks = TaskRunner(owner)
    desk = BackupDesk(services.backup, tasks)
    dialog = BackupsDialog(services.backup, desk, tasks, window)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    tasks.stop()
    for each in (desk, window, owner):
        shiboken6.delete(each)


def facts(dialog):
    return [each.text() for each in dialog._facts.findChildren(object) if hasattr(each, "text")]


def test_a_clinic_without_a_backup_is_told_to_make_one(dialog):
    assert dialog.warning.words.text().startswith("Nothing is backed up yet.")
    assert not dialog.test_button.isEnabled()


def test_a_backup_is_made_and_checked_from_here(dialog, qtbot, services):
    dialog.make_button.click()
    qtbot.waitUntil(lambda: bool(services.backup.all()), timeout=PATIENCE)
    qtbot.waitUntil(lambda: "Backup made and checked." in dialog.answer.text(), timeout=PATIENCE)
    assert not dialog.warning.isVisible()
    assert any(each.startswith("Today") or ", " in each for each in facts(dialog))


def test_the_last_backup_is_tested_by_opening_it(dialog, qtbot, services):
    services.backup.back_up()
    dialog.reload()
    dialog.test_button.click()
    said = "The backup opens and every page is sound: 0 children, 0 visits."
    qtbot.waitUntil(lambda: dialog.answer.text() == said, timeout=PATIENCE)
    assert dialog.make_button.isEnabled()


def test_a_damaged_backup_is_said_in_one_sentence(dialog, qtbot, services):
    copy = ClinicFolder(services.backup.back_up().folder).data_file
    content = bytearray(copy.read_bytes())
    content[-4096:] = bytes(4096)
    copy.write_bytes(content)
    dialog.reload()
    dialog.test_button.click()
    qtbot.waitUntil(
        lambda: dialog.answer.text().startswith("This backup cannot be used:"), timeout=PATIENCE
    )
