"""The list of notes still to be signed."""

from dataclasses import replace
from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt

from db.connection import close_database
from db.models.scheduling import Session
from db.models.staff import Therapist
from ot_desktop.notes.domain import NoteContent
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.builders import a_user
from tests.note_answers import Answers
from tests.note_builders import (
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    complete,
    mateo,
    notes_of,
    signed_in,
    yesterday_at,
)
from ui.change_bridge import ChangeBridge
from ui.notes.list_page import NotesListPage
from ui.notes.unfinished_table_model import UnfinishedTableModel
from ui.shared.ages import waited_text
from ui.theme import Scheme, install_theme, theme
from ui.widgets.chip import Chip


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def child(services):
    return mateo(services)


@pytest.fixture
def list_page(qtbot, qapp, services, child):
    install_theme(qapp, Scheme.LIGHT)
    owner = QObject()
    page = NotesListPage(notes_of(services), ChangeBridge(services.changes, owner), Answers())
    qtbot.addWidget(page)
    page.show()
    yield page
    shiboken6.delete(owner)


def cells(page, row):
    return [page.model.index(row, column).data() for column in range(page.model.columnCount())]


def test_an_empty_list_says_that_all_is_signed(list_page):
    assert list_page.stack.currentWidget() is list_page.empty
    assert not list_page.continue_button.isEnabled()


def test_drafts_come_up_beside_visits_without_a_note_oldest_first(services, child, list_page):
    notes = notes_of(services)
    session = a_visit(services, child, yesterday_at(9) - timedelta(days=4))
    notes.save_draft(session, complete(notes.open_note(session).content))
    a_visit(services, child, yesterday_at(9) - timedelta(days=3))
    list_page.reload()
    assert [cells(list_page, row)[3] for row in (0, 1)] == [
        "Ready to sign; visit not marked held",
        "Not started",
    ]
    assert cells(list_page, 0)[2].endswith("days, late")
    assert list_page.count.text() == "2 to finish, 2 late"


def test_a_note_is_late_after_the_hours_the_clinic_chose(services, child, list_page):
    a_visit(services, child, yesterday_at(9))
    list_page.reload()
    assert list_page.count.text() == "1 to finish"
    choices = services.settings.clinic().settings
    owner = services_for(a_user(Role.OWNER, "Ottoline Marsh"))
    owner.settings.describe(replace(choices, name="Juniper Lane", note_late_after_hours=2))
    list_page.reload()
    assert cells(list_page, 0)[2].endswith(" h, late")
    assert list_page.count.text() == "1 to finish, 1 late"


def test_a_late_age_is_painted_red(services, child, list_page, qtbot):
    a_visit(services, child, yesterday_at(9) - timedelta(days=3))
    list_page.resize(1100, 400)
    list_page.reload()
    age = list_page.view.visualRect(list_page.model.index(0, 2))
    picture = list_page.view.viewport().grab(age).toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(42)}
    assert theme().color("danger-text").name() in colors


def test_the_oldest_is_continued_with_n(services, child, list_page, qtbot):
    session = a_visit(services, child)
    list_page.reload()
    list_page.view.setFocus()
    with qtbot.waitSignal(list_page.note_wanted) as wanted:
        qtbot.keyClicks(list_page.view, "n")
    assert wanted.args == [session]


def test_enter_opens_the_row(services, child, list_page, qtbot):
    session = a_visit(services, child)
    list_page.reload()
    list_page.view.select_key(session)
    with qtbot.waitSignal(list_page.note_wanted) as wanted:
        qtbot.keyClick(list_page.view, Qt.Key.Key_Return)
    assert wanted.args == [session]


def test_a_signed_note_leaves_the_list_at_once(services, child, list_page):
    session = a_visit(services, child)
    notes_of(services).save_draft(session, NoteContent())
    assert list_page.model.rowCount() == 1
    a_signed_note(services, session)
    assert list_page.model.rowCount() == 0


@pytest.fixture
def owners_page(qtbot, qapp, services, child):
    """The list of an owner; Amara and her assistant Cam have notes that wait."""
    install_theme(qapp, Scheme.LIGHT)
    cam = signed_in(Role.ASSISTANT, "Cam Lee", "COTA/L")
    Therapist.update(supervisor=services.user.therapist_id).where(
        Therapist.id == cam.user.therapist_id
    ).execute()
    a_signed_note(cam, a_visit(cam, child, yesterday_at(8)))
    a_visit(cam, child, yesterday_at(9) - timedelta(days=4))
    a_visit(services, child, yesterday_at(10) - timedelta(days=3))
    a_visit(services, child, yesterday_at(11))
    owner_services = services_for(a_user(Role.OWNER, "Ottoline Marsh"))
    owner = QObject()
    page = NotesListPage(notes_of(owner_services), ChangeBridge(services.changes, owner), Answers())
    qtbot.addWidget(page)
    page.show()
    yield page
    shiboken6.delete(owner)


def counts(page):
    model = page.writers_model
    columns = range(model.columnCount())
    return [[model.index(row, column).data() for column in columns]
            for row in range(model.rowCount())]  # fmt: skip


def test_an_owner_counts_by_therapist_whoever_has_the_oldest_first(owners_page):
    owners_page.queues.choose(("writers",))
    assert [row[:-1] for row in counts(owners_page)] == [
        ["Cam Lee", "1", "–", "–", "–", "–"],
        ["Amara Okafor", "2", "–", "–", "1", "–"],
    ]
    assert [row[-1].partition(" ")[2] for row in counts(owners_page)] == [
        "days, 1 late",
        "days, 1 late",
    ]


def test_a_late_age_among_the_counts_is_painted_red(owners_page):
    owners_page.resize(1100, 400)
    owners_page.queues.choose(("writers",))
    view, model = owners_page.writers_view, owners_page.writers_model
    age = view.visualRect(model.index(0, model.columnCount() - 1))
    picture = view.viewport().grab(age).toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(42)}
    assert theme().color("danger-text").name() in colors


def test_opening_a_therapists_counts_lists_only_theirs(owners_page):
    owners_page.queues.choose(("writers",))
    owners_page.writers_view.opened.emit(owners_page.writers_model.index(0, 0))
    assert [cells(owners_page, row)[4] for row in range(owners_page.model.rowCount())] == [
        "Cam Lee"
    ]
    owners_page.only_button.click()
    assert owners_page.model.rowCount() == 4


def test_a_therapist_is_not_offered_the_counts_of_others(list_page):
    assert "By therapist" not in [chip.text() for chip in list_page.queues.findChildren(Chip)]


def test_a_signed_note_whose_visit_was_set_back_is_listed(services, child, list_page):
    session = a_visit(services, child)
    a_signed_note(services, session)
    Session.update(status="planned").where(Session.id == session).execute()
    list_page.reload()
    assert cells(list_page, 0)[3] == "Signed; visit not marked held"
    assert list_page.queues.chip("no_visit").text() == "No held visit 1"
    assert not list_page.continue_button.isEnabled()


def test_a_signed_note_of_a_visit_held_is_not(services, child, list_page):
    a_signed_note(services, a_visit(services, child))
    list_page.reload()
    assert list_page.model.rowCount() == 0


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(minutes=12), "12 min"),
        (timedelta(hours=5), "5 h"),
        (timedelta(hours=47), "47 h"),
        (timedelta(days=3), "3 days"),
    ],
)
def test_age_is_said_in_the_largest_sensible_unit(age, words):
    assert waited_text(age) == words


def test_the_model_passes_qts_own_tester(services, child, qtmodeltester):
    a_visit(services, child)
    model = UnfinishedTableModel()
    model.show_notes(notes_of(services).unfinished())
    qtmodeltester.check(model)
