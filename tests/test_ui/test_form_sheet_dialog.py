"""Families' times from a sheet, on the step Children: choose, look, take, take back."""

import pytest
import shiboken6

from db.connection import close_database
from tests.an_intensive import MORNINGS, an_intensive
from tests.intensive_screen import a_screen, the_dialog
from ui.programs.form_rows_table_model import AFTER, BEFORE, CHILD
from ui.programs.step_rail import Step

SHEET = "Child,Mon am,Tue am\nMaya Ortega,x,9-11\nLeo Meyer,maybe,\n"


@pytest.fixture
def intensive():
    yield an_intensive()
    close_database()


@pytest.fixture
def places(intensive):
    clinic = intensive.clinic
    return [intensive.child(each, can_come=MORNINGS[:1]) for each in (clinic.maya, clinic.leo)]


@pytest.fixture
def file(tmp_path):
    return tmp_path / "forms.csv"


@pytest.fixture
def screen(intensive, places, file, qtbot):
    answers = {"open": file, "save": file}
    with a_screen(intensive.services, qtbot, intensive.id, **answers) as screen:
        screen.frame.go(Step.CHILDREN)
        yield screen


@pytest.fixture
def dialog(screen):
    screen.frame.pages.children_page.bar.sheet_button.click()
    dialog = the_dialog()
    yield dialog
    if shiboken6.isValid(dialog):
        dialog.reject()


@pytest.fixture
def read(dialog, file, qtbot):
    file.write_text(SHEET, encoding="utf-8")
    dialog.choose_button.click()
    qtbot.waitUntil(lambda: dialog.plan is not None)
    return dialog


def can_come(intensive, place):
    return intensive.programs.children.child(place).wishes.can_come


def words(dialog, row, column):
    return dialog.model.index(row, column).data()


def test_nothing_can_be_taken_before_a_sheet_was_read(dialog):
    assert not dialog.take_button.isEnabled()
    assert not dialog.frame.isVisible()


def test_every_row_is_shown_what_cannot_be_read_first(read):
    assert words(read, 0, CHILD) == "Leo Meyer"
    assert words(read, 0, AFTER) == "Mon am says “maybe”: Write x for yes, or times like 9-11."
    assert words(read, 1, BEFORE) == "Mon am"
    assert words(read, 1, AFTER) == "Mon am; Tue 9:00-11:00"


def test_it_counts_what_would_change(read):
    told = read.count_label.text()
    assert told == "1 child changes; 1 row cannot be read and is left out."
    assert read.take_button.text() == "Take 1 child"


def test_taking_keeps_the_times_and_says_so(read, screen, intensive, places):
    read.take_button.click()
    assert len(can_come(intensive, places[0])) == 2
    assert screen.sentence == "Times of 1 child taken from the sheet"


def test_taking_can_be_taken_back(read, screen, intensive, places):
    read.take_button.click()
    screen.undo()
    assert can_come(intensive, places[0]) == MORNINGS[:1]


def test_backing_out_keeps_nothing(read, intensive, places):
    read.reject()
    assert can_come(intensive, places[0]) == MORNINGS[:1]


def test_a_file_that_is_no_sheet_is_refused_in_place(dialog, file, qtbot):
    file.write_text("Mon am\nx\n", encoding="utf-8")
    dialog.choose_button.click()
    qtbot.waitUntil(dialog.refusal.isVisible)
    assert dialog.refusal.words.text().startswith("No column names the children.")


def test_an_empty_sheet_is_saved_for_filling_in(dialog, file):
    dialog.empty_button.click()
    assert file.read_text(encoding="utf-8-sig").startswith("Child,Record number,Birth date,Mon am")


def test_the_model_obeys_qt(read, qtmodeltester):
    qtmodeltester.check(read.model)
