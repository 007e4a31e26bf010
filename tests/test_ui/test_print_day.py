"""The papers of a day: seen first, printed with two clicks, kept where there is no printer."""

from datetime import date, time

import pypdfium2
import pytest
import shiboken6
from PySide6.QtCore import QObject

from db.connection import close_database
from tests.builders import an_empty_clinic
from tests.paper_tray import PaperTray
from tests.reference_clinic import mayas_series, reference_clinic
from ui.tasks import TaskRunner
from ui.visits.print_day import PrintDayDialog

MONDAY, FREE = date(2027, 6, 7), date(2027, 9, 6)
PATIENCE = 20_000


@pytest.fixture
def dialog(qtbot, tmp_path):
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    for child_id, hour in ((clinic.maya, 9), (clinic.owen, 14)):
        wanted = mayas_series(clinic, count=2, child_id=child_id, times=(time(hour),))
        services.scheduling.book(services.scheduling.preview(wanted), "agreed")
    owner = QObject()
    tasks = TaskRunner(owner)
    dialog = PrintDayDialog(services, tasks, MONDAY)
    dialog.run.output = PaperTray(tmp_path)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    tasks.stop()
    shiboken6.delete(dialog)
    shiboken6.delete(owner)
    close_database()


def kept(dialog, qtbot):
    dialog.print_button.click()
    tray = dialog.run.output
    qtbot.waitUntil(lambda: bool(tray.opened), timeout=PATIENCE)
    return tray.opened[-1]


def text_of(path):
    document = pypdfium2.PdfDocument(path.read_bytes())
    return " ".join(page.get_textpage().get_text_range() for page in document)


def test_the_pages_are_seen_before_they_are_printed(dialog, qtbot):
    qtbot.waitUntil(lambda: len(dialog.view.pages) == 1, timeout=PATIENCE)
    assert dialog.run.output.opened == []


def test_one_click_prints_the_day_sheet_without_a_printer(dialog, qtbot):
    path = kept(dialog, qtbot)
    assert path.name == "day-sheets_2027-06-07.pdf"
    assert "Maya Ortega" in text_of(path)
    assert dialog.chosen == "print"


@pytest.mark.parametrize(
    ("which", "name", "words"),
    [
        ("rooms", "room-sheets_2027-06-07.pdf", "Sensory Gym"),
        ("calls", "call-list_2027-06-07.pdf", "Not reached"),
        ("slips", "slips_2027-06-07.pdf", "Come 5 minutes early."),
    ],
)
def test_each_paper_can_be_chosen(dialog, qtbot, which, name, words):
    dialog.choose(which)
    path = kept(dialog, qtbot)
    assert (path.name, words in text_of(path)) == (name, True)


def test_a_day_without_visits_says_so_and_prints_nothing(dialog):
    dialog.day_edit.set_value(FREE)
    assert dialog.refusal.text() == "Nothing is booked that day. There is no day sheet to print."
    assert not dialog.print_button.isEnabled()
