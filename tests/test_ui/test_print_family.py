"""A family's calendar on a screen: seen first, printed, saved for a calendar app."""

import pypdfium2
import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.connection import close_database
from tests.answering import Answering
from tests.builders import an_empty_clinic
from tests.paper_tray import PaperTray
from tests.reference_clinic import mayas_series, reference_clinic
from ui.tasks import TaskRunner
from ui.visits.print_family import PrintFamilyDialog

PATIENCE = 20_000


@pytest.fixture
def dialog(qtbot, tmp_path):
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    wanted = mayas_series(clinic, count=3)
    services.scheduling.book(services.scheduling.preview(wanted), "agreed")
    [series_id] = {each.series_id for each in services.scheduling.sessions_of(clinic.maya)}
    owner, window = QObject(), QWidget()
    tasks = TaskRunner(owner)
    asker = Answering(window, save=tmp_path / "maya.ics")
    dialog = PrintFamilyDialog(services, tasks, asker, series_id, window)
    dialog.run.output = PaperTray(tmp_path)
    dialog.folder, dialog.heard, dialog.asker = tmp_path, [], asker
    dialog.told.connect(lambda *told: dialog.heard.append(told))
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    tasks.stop()
    shiboken6.delete(window)
    shiboken6.delete(owner)
    close_database()


def test_the_calendar_is_seen_before_it_is_printed(dialog, qtbot):
    qtbot.waitUntil(lambda: len(dialog.view.pages) == 1, timeout=PATIENCE)
    assert dialog.run.output.opened == []


def test_one_click_prints_the_calendar(dialog, qtbot):
    dialog.print_button.click()
    tray = dialog.run.output
    qtbot.waitUntil(lambda: bool(tray.opened), timeout=PATIENCE)
    document = pypdfium2.PdfDocument(tray.opened[-1].read_bytes())
    assert "Maya’s visits" in document[0].get_textpage().get_text_range()


def test_one_click_saves_the_visits_for_a_calendar_app(dialog):
    dialog.save_button.click()
    assert (dialog.folder / "maya.ics").read_bytes().count(b"BEGIN:VEVENT") == 3
    [(sentence, _path)] = dialog.heard
    assert sentence.endswith("maya.ics")


def test_backing_out_of_the_file_saves_nothing(dialog):
    dialog.asker.answers.clear()
    dialog.save_button.click()
    assert (list(dialog.folder.iterdir()), dialog.heard) == ([], [])


def test_a_folder_that_takes_nothing_is_named_in_the_dialog(dialog):
    (dialog.folder / "blocked").write_text("a file, not a folder")
    dialog.asker.answers["save"] = dialog.folder / "blocked" / "maya.ics"
    dialog.save_button.click()
    assert dialog.refusal.text() == "maya.ics could not be written there. Choose another folder."
