"""The first note is made part by part; whoever leaves meanwhile or is refused loses nothing."""

import pytest
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from db.connection import close_database
from db.models.notes import OpenNote
from ot_desktop.errors import NotFound
from tests.note_answers import Answers
from tests.note_builders import (
    PASSWORD,
    a_goal,
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    mateo,
    notes_of,
    yesterday_at,
)
from ui.notes.page import SessionNotePage
from ui.theme import Scheme, install_theme


@pytest.fixture
def services(qapp):
    install_theme(qapp, Scheme.LIGHT)
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def session(services):
    child = mateo(services)
    a_goal(services, child)
    return a_visit(services, child)


@pytest.fixture
def window(qtbot, services):
    """A window with another page in sight."""
    window = QMainWindow()
    window.stack = QStackedWidget()
    window.other = QWidget()
    window.stack.addWidget(window.other)
    window.note = SessionNotePage(notes_of(services), Answers(PASSWORD), window.stack)
    window.stack.addWidget(window.note)
    window.setCentralWidget(window.stack)
    qtbot.addWidget(window)
    window.resize(1310, 700)
    window.show()
    return window


def begin(window, session):
    window.note.open_note(session, in_parts=True)
    window.stack.setCurrentWidget(window.note)


def test_the_first_note_comes_part_by_part_and_the_cursor_with_the_last(window, session, qtbot):
    begin(window, session)
    assert window.note.session_id == session
    assert not window.note.is_ready
    qtbot.waitUntil(lambda: window.note.is_ready)
    assert window.note.editor.isVisible()
    who = window.note.editor.parent_column.who
    qtbot.waitUntil(lambda: who.isAncestorOf(window.focusWidget()))


def test_what_is_pressed_before_the_note_is_whole_does_not_sign_it(window, session, qtbot):
    begin(window, session)
    window.note._finish()
    window.note._copy_last()
    assert window.note.flush()
    qtbot.waitUntil(lambda: window.note.is_ready)
    assert not window.note.is_signed


def test_whoever_leaves_before_the_note_is_whole_leaves_it_to_others(window, session, qtbot):
    begin(window, session)
    window.stack.setCurrentWidget(window.other)
    assert OpenNote.select().count() == 0
    window.stack.setCurrentWidget(window.note)
    qtbot.waitUntil(lambda: window.note.is_ready)
    assert window.note.session_id == session
    assert OpenNote.select().count() == 1


def test_a_note_is_made_in_a_window_nobody_sees_too(window, session, qtbot):
    window.hide()
    begin(window, session)
    qtbot.waitUntil(lambda: window.note.is_ready)


def test_a_second_note_is_shown_at_once(services, window, session, qtbot):
    begin(window, session)
    qtbot.waitUntil(lambda: window.note.is_ready)
    another = a_visit(services, mateo(services), yesterday_at(14))
    window.note.open_note(another, in_parts=True)
    assert window.note.is_ready
    assert window.note.told().session.goals == ()


def test_a_signed_note_needs_no_editor(services, window, session):
    a_signed_note(services, session)
    begin(window, session)
    assert window.note.is_ready
    assert window.note.reader.isVisible()
    assert not window.note.editor.is_whole


def test_a_note_that_is_not_there_is_refused_at_once(window, session):
    with pytest.raises(NotFound):
        begin(window, 9_999)
    assert window.note.is_ready
