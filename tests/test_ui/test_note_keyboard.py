"""The parent's part by keyboard alone, within 40 key presses."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from db.connection import close_database
from ot_desktop.notes.parent_part import Outcome, ParentHelp, ShownHow
from tests.note_answers import Answers
from tests.note_builders import (
    PASSWORD,
    a_goal,
    a_therapists_clinic,
    a_visit,
    an_issued_program,
    mateo,
    notes_of,
    yesterday_at,
)
from ui.notes.page import SessionNotePage
from ui.theme import Scheme, install_theme

LEVELS = {"level_texts": ("none", "one", "two", "three", "four"), "baseline_level": -2}


class Keys:
    """Presses keys where the focus is, and counts them; free text is counted apart."""

    def __init__(self, window):
        self._window = window
        self.pressed = 0
        self.written = 0

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier, times=1):
        for _ in range(times):
            self.pressed += 1
            QTest.keyClick(self._where(), key, modifiers)
            QApplication.processEvents()

    def type(self, letters):
        for letter in letters:
            self.pressed += 1
            QTest.keyClick(self._where(), letter)

    def write(self, words):
        self.written += len(words)
        QTest.keyClicks(self._where(), words)

    def alt(self, number):
        self.press(getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.AltModifier)

    def _where(self):
        return QApplication.focusWidget() or self._window


@pytest.fixture
def page(qtbot, qapp):
    install_theme(qapp, Scheme.LIGHT)
    services = a_therapists_clinic()
    child = mateo(services)
    a_goal(services, child, **LEVELS)
    titles = ("Coin bank", "Shirt buttons", "Bear walk")
    an_issued_program(services, child, yesterday_at(9).date() - timedelta(days=8), titles)
    window = QMainWindow()
    page = SessionNotePage(notes_of(services), Answers(PASSWORD))
    window.setCentralWidget(page)
    qtbot.addWidget(window)
    window.resize(1310, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.services = services
    page.open_note(a_visit(services, child))
    QApplication.processEvents()
    yield page
    close_database()


@pytest.fixture
def whole_page(page):
    """The same with three goals."""
    session_id, child = page.session_id, page._page.child.id
    for statement in ("Uses a break card", "Writes the first name"):
        a_goal(page.services, child, statement, **LEVELS)
    page.open_note(session_id)
    QApplication.processEvents()
    return page


def test_three_activities_and_two_strategies_take_at_most_forty_keys(page):
    keys = Keys(page.window())
    keys.alt(2)
    for number, answer in enumerate(("5w", "4w", "1t")):
        if number:
            keys.press(Qt.Key.Key_Tab)
        keys.type(answer)
    show_two_strategies(keys)
    parent = page.told().parent
    reported = [(one.days, one.outcomes) for one in parent.at_home.reports[0].activities]
    assert reported == [
        (5, (Outcome.WENT_WELL,)),
        (4, (Outcome.WENT_WELL,)),
        (1, (Outcome.NO_TIME,)),
    ]
    assert [(one.title, one.how, one.parent_help) for one in parent.shown.strategies] == [
        ("Coin bank", (ShownHow.DEMONSTRATED, ShownHow.TRIED), ParentHelp.WORDS),
        ("Shirt buttons", (ShownHow.EXPLAINED, ShownHow.TAUGHT_BACK), ParentHelp.ALONE),
    ]
    assert keys.pressed <= 40


def test_a_whole_note_is_written_and_signed_by_keyboard(page):
    keys = Keys(page.window())
    keys.alt(1)
    keys.press(Qt.Key.Key_Space)
    keys.alt(2)
    keys.type("3")
    keys.alt(3)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Tab, times=4)
    keys.type("e")
    keys.alt(4)
    keys.press(Qt.Key.Key_Right)
    keys.alt(7)
    keys.type("2+")
    keys.alt(9)
    keys.type("Button 4")
    keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.is_signed


KEY_S, THINK_S = 0.28, 1.2
"""Of the keystroke-level model: a key, and the thought before each part of the note."""
PARTS = 7


def write_the_note(keys, goal_answers, plan):
    """Fill in 3 activities, 2 strategies and the goals by keys alone, and sign."""
    keys.alt(1)
    keys.press(Qt.Key.Key_Space)
    keys.alt(2)
    keys.type("5w")
    for answer in ("4w", "1t"):
        keys.press(Qt.Key.Key_Tab)
        keys.type(answer)
    show_two_strategies(keys)
    keys.alt(4)
    keys.press(Qt.Key.Key_Right)
    keys.alt(7)
    for number, answer in enumerate(goal_answers):
        if number:
            keys.press(Qt.Key.Key_Tab)
        keys.type(answer)
    keys.alt(9)
    keys.write(plan)
    keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def show_two_strategies(keys):
    keys.alt(3)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Tab, times=3)
    keys.type("st2")
    keys.press(Qt.Key.Key_Tab)
    keys.type("eb1")


PLAN = "Button 4, shirt on a pillow first. Gym with one other child, card on his belt."


def test_a_note_of_three_goals_takes_at_most_forty_keys_and_ninety_seconds(whole_page):
    """Budget 4: 3 goals, 3 activities, 2 strategies; the words somebody types come on top."""
    keys = Keys(whole_page.window())
    write_the_note(keys, ("2+", "3+", "1+"), PLAN)
    assert whole_page.is_signed
    assert keys.pressed <= 40
    assert (keys.pressed + keys.written) * KEY_S + PARTS * THINK_S <= 90


def test_three_goals_scored_by_level_take_at_most_forty_keys_and_ninety_seconds(whole_page):
    """Budget 4 on a day when levels are scored."""
    keys = Keys(whole_page.window())
    write_the_note(keys, ("2l", "3l", "1ll"), PLAN)
    child = whole_page._page.child.id
    stories = whole_page.services.goals.page(child).goals
    assert [story.level for story in stories] == [-2, -2, -1]
    assert keys.pressed <= 40
    assert (keys.pressed + keys.written) * KEY_S + PARTS * THINK_S <= 90


def test_tab_goes_through_the_parents_half_first(page):
    keys = Keys(page.window())
    keys.alt(1)
    seen = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        part = next((s for s in page.editor.jumps if s.isAncestorOf(focused)), None)
        if part is not None and part.name not in seen:
            seen.append(part.name)
        keys.press(Qt.Key.Key_Tab)
    assert seen == [section.name for section in page.editor.jumps]


def test_a_rows_own_letters_are_not_the_windows_shortcuts(page):
    row = page.editor.parent_column.home.rows[0]
    row.setFocus()
    fired = []
    action = page.window().addAction("Home program")
    action.setShortcut("H")
    action.triggered.connect(lambda: fired.append("H"))
    QTest.keyClick(row, "h")
    assert fired == []
    assert row.told().outcomes == (Outcome.TOO_HARD,)
