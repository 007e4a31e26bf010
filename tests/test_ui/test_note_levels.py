"""The level and the prompts of a goal, inside the note, by key and by click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from db.connection import close_database
from ot_desktop.goals.scales import Prompt
from tests.note_answers import Answers
from tests.note_builders import PASSWORD, a_goal, a_therapists_clinic, a_visit, mateo, notes_of
from ui.notes.page import SessionNotePage
from ui.theme import Scheme, install_theme
from ui.widgets.chip import Chip

TEXTS = ("no button", "1 button", "2 buttons", "3 buttons", "4 buttons")


@pytest.fixture
def services(qapp):
    install_theme(qapp, Scheme.LIGHT)
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def open_page(qtbot, services):
    child = mateo(services)

    def opened(**goal):
        a_goal(services, child, **goal)
        window = QMainWindow()
        page = SessionNotePage(notes_of(services), Answers(PASSWORD))
        window.setCentralWidget(page)
        qtbot.addWidget(window)
        window.resize(1310, 700)
        window.show()
        page.kept = window
        page.open_note(a_visit(services, child))
        QApplication.processEvents()
        return page

    return opened


def a_row(page):
    [row] = page.editor.session.goals.rows
    row.setFocus()
    return row


def test_l_begins_at_the_level_at_the_start_and_goes_up(open_page, qtbot):
    row = a_row(open_page(level_texts=TEXTS, baseline_level=-2))
    qtbot.keyClick(row, "l")
    assert row.told().level == -2
    qtbot.keyClick(row, "l")
    assert (row.told().level, row.told().level_text) == (-1, "1 button")


def test_shift_l_goes_down_and_stops_at_the_least(open_page, qtbot):
    row = a_row(open_page(level_texts=TEXTS, baseline_level=-1))
    for _ in range(4):
        qtbot.keyClick(row, "L", Qt.KeyboardModifier.ShiftModifier)
    assert row.told().level == -2


def test_the_words_of_the_level_stand_beside_it(open_page, qtbot):
    row = a_row(open_page(level_texts=TEXTS, baseline_level=-2))
    row.level_line.bar.choose("0")
    assert row.level_line.words.text() == "As expected: 2 buttons"


def test_the_levels_take_no_room_until_somebody_asks_for_them(open_page, qtbot):
    row = a_row(open_page(level_texts=TEXTS, baseline_level=-2))
    assert not row.level_line.isVisible()
    qtbot.keyClick(row, "m")
    assert row.level_line.isVisible()
    row.setFocus()
    qtbot.keyClick(row, "m")
    assert not row.level_line.isVisible()
    qtbot.keyClick(row, "l")
    assert row.level_line.isVisible()


def test_a_goal_without_levels_says_where_they_are_written(open_page, qtbot):
    page = open_page()
    qtbot.keyClick(a_row(page), "l")
    goals = page.editor.session.goals
    assert goals.hint.text() == "Write this goal’s five levels on the child’s page first."
    qtbot.keyClick(goals.rows[0], "1")
    assert goals.hint.text() == "Press 1 to 5 for help given, + and −"


def test_a_level_scored_in_the_note_is_signed_with_it(services, open_page, qtbot):
    page = open_page(level_texts=TEXTS, baseline_level=-2)
    for key in "2ll":
        qtbot.keyClick(a_row(page), key)
    page.flush()
    page.open_note(page.session_id)
    assert page.told().session.goals[0].level == -1


def test_prompts_stand_in_the_clinics_own_order(services, open_page, qtbot):
    services.goals.order_prompts([Prompt.MODEL, Prompt.GESTURE])
    row = a_row(open_page())
    qtbot.keyClick(row, "m")
    chips = row.details.prompt_chips.findChildren(Chip)
    assert [chip.text() for chip in chips[:3]] == ["Model", "Gesture", "None"]
