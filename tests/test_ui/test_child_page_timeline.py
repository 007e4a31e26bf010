"""The timeline of a child's page."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from db.connection import close_database
from ot_desktop.messages.domain import Direction, MessageDraft, Way
from ot_desktop.notes.parent_part import AtHome, HomeReport
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.answering import Answering
from tests.builders import a_user
from tests.note_builders import a_signed_note, a_therapists_clinic, a_visit, complete, mateo
from ui.caseload.child_page import ChildPageView
from ui.caseload.session_line import SessionLine

WORDS = "He asked to do buttons after bath."
QUESTION = "Are socks with seams OK?"


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def child(services):
    """One visit with its signed note, and a question of the mother."""
    child = mateo(services)
    at_home = AtHome((HomeReport("Lucía Alvarez", words=WORDS),))

    def told(content):
        whole = complete(content)
        return replace(whole, parent=replace(whole.parent, at_home=at_home))

    a_signed_note(services, a_visit(services, child), told)
    services.messages.log(
        MessageDraft(child, QUESTION, Way.TEXT, Direction.FROM_FAMILY, is_question=True)
    )
    return child


@pytest.fixture
def show(qtbot):
    held = []

    def show(services, child_id):
        page = ChildPageView(services, Answering())
        held.append(page)
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.show_child(child_id)
        page.show()
        return page

    return show


def words_of(page):
    return [
        each.text()
        for each in page.overview.timeline.findChildren(QLabel)
        if each.isVisibleTo(page)
    ]


def test_the_parents_own_words_stand_with_who_said_them(show, services, child):
    assert f"“{WORDS}” Lucía" in words_of(show(services, child))


def test_what_was_planned_stands_on_top(show, services, child):
    words = words_of(show(services, child))
    assert words.index("1.  Button 4, shirt on a pillow first") < words.index(QUESTION)


def test_a_question_nobody_answered_is_called_open(show, services, child):
    words = words_of(show(services, child))
    assert words[words.index("Text from the family") + 1] == "Open"


def test_the_notes_alone_leave_messages_out(show, services, child):
    page = show(services, child)
    page.overview.timeline.chips.chip("notes").click()
    assert QUESTION not in words_of(page)


def test_the_chosen_part_stays_when_something_is_saved(show, services, child):
    page = show(services, child)
    page.overview.timeline.chips.chip("parent").click()
    page.reload()
    assert page.overview.timeline.part == "parent"


def test_a_signed_note_is_read_from_its_visit(show, services, child, qtbot):
    page = show(services, child)
    [line] = page.overview.timeline.findChildren(SessionLine)
    with qtbot.waitSignal(page.note_wanted):
        line.note_button.click()


def test_the_front_desk_sees_the_visit_without_its_note(show, services, child):
    desk = services_for(a_user(Role.FRONT_DESK, "Dana Whitfield"))
    page = show(desk, child)
    timeline = page.overview.timeline
    buttons = [each.text() for each in timeline.findChildren(QAbstractButton)]
    assert buttons == ["All 1", "Open"]
    assert not {QUESTION, f"“{WORDS}” Lucía"} & set(words_of(page))
