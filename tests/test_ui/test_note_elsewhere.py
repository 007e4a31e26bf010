"""A note on screen that is open elsewhere, missed, or waits for somebody."""

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt

from db.connection import close_database
from db.models.notes import OpenNote
from ot_desktop.clock import now_utc
from ot_desktop.notes.completeness import Part
from ot_desktop.notes.open_notes import GONE_AFTER
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.builders import a_user
from tests.note_answers import Answers
from tests.note_builders import (
    PASSWORD,
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
from ui.notes.page import SessionNotePage
from ui.theme import Scheme, install_theme


@pytest.fixture
def services():
    yield a_therapists_clinic(name="Ana Ruiz")
    close_database()


@pytest.fixture
def child(services):
    return mateo(services)


@pytest.fixture
def session(services, child):
    return a_visit(services, child)


@pytest.fixture
def open_page(qtbot, qapp, services):
    install_theme(qapp, Scheme.LIGHT)

    def build(session_id, *passwords, by=None):
        page = SessionNotePage(notes_of(by or services), Answers(*passwords))
        qtbot.addWidget(page)
        page.resize(1310, 700)
        page.show()
        page.open_note(session_id)
        return page

    return build


def test_a_second_window_reads_only_and_says_who_writes(session, open_page):
    open_page(session)
    ben = open_page(session, by=signed_in(name="Ben Cole"))
    assert ben.stack.currentWidget() is ben.reader
    assert ben.reader.banners[0].accessibleName().startswith("Ana Ruiz has this note open since")


def test_refresh_lets_the_second_window_write_once_the_first_is_left(session, open_page):
    first = open_page(session)
    second = open_page(session, by=signed_in(name="Ben Cole"))
    first.hide()
    second.reader.banners[0].button.click()
    assert second.stack.currentWidget() is second.editor


def test_a_window_that_lost_the_note_keeps_the_words_beside_it(services, session, open_page):
    first = open_page(session)
    OpenNote.update(beat_at=now_utc() - GONE_AFTER * 2).execute()
    notes_of(signed_in(name="Ben Cole")).open_note(session)
    first.editor.session.did.text_area.setPlainText("Typed too late")
    assert first.flush()
    assert "kept beside this note" in first.strip.trouble.accessibleName()
    [kept] = notes_of(services).open_note(session).kept_texts
    assert kept.content.session.did.text == "Typed too late"


def test_both_texts_are_put_together_at_a_click_and_told(services, session, open_page):
    notes = notes_of(services)
    content = complete(notes.open_note(session).content)
    ben = notes_of(signed_in(name="Ben Cole"))
    ben.save_draft(session, content)
    page = open_page(session)
    page.editor.session.did.text_area.setPlainText("Ana’s words")
    page.editor.parent_column.teach_back.how_bar.choose("with_help")
    page.strip.kept.button.click()
    assert page.told().session.did.text == "Ana’s words"
    assert page.told().session.plan == content.session.plan
    assert "teach back" in page.strip.differences.accessibleName()
    assert notes.open_note(session).kept_texts == ()


def test_a_role_that_only_reads_is_told_so(services, session, open_page):
    page = open_page(session, by=services_for(a_user(Role.READ_ONLY, "Rae Only")))
    assert page.stack.currentWidget() is page.reader
    assert "reads notes" in page.reader.banners[0].accessibleName()


def test_a_missed_visit_shows_the_short_note_only(services, child, open_page):
    page = open_page(a_visit(services, child, status="no_show"))
    assert page.editor.missed.isVisible()
    assert not page.editor.session.isVisible()
    shown = {part for part, button in page.editor.rail.part_buttons.items() if button.isVisible()}
    assert shown == {Part.WHY_MISSED, Part.CONTACT}


def test_a_missed_visits_note_is_written_and_signed_by_keyboard(services, child, open_page, qtbot):
    page = open_page(a_visit(services, child, status="no_show"), PASSWORD)
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.waitUntil(page.editor.missed.why.why_edit.hasFocus)
    qtbot.keyClicks(page.focusWidget(), "Ill")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(page.focusWidget(), "Call tonight")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.is_signed
    assert [each.what for each in services.messages.promises()] == ["Call tonight"]


def test_a_session_note_follows_a_missed_one_on_the_same_page(services, child, session, open_page):
    page = open_page(a_visit(services, child, yesterday_at(14), status="no_show"))
    page.open_note(session)
    assert page.editor.session.isVisible()
    assert not page.editor.missed.isVisible()


def test_alerts_nobody_asked_about_are_asked_before_the_first_signature(
    services, session, open_page, qtbot
):
    page = open_page(session, PASSWORD)
    with qtbot.waitSignal(page.alerts_wanted):
        page.strip.ask.button.click()
    notes = notes_of(services)
    notes.save_draft(session, complete(notes.open_note(session).content))
    page.open_note(session)
    page.signing._asker.goes_on = False
    page.editor.rail.sign_button.click()
    assert not page.is_signed
    page.signing._asker.goes_on = True
    page.editor.rail.sign_button.click()
    assert page.is_signed


@pytest.fixture
def waiting(services, child):
    cam = signed_in(role=Role.ASSISTANT, name="Cam Lee", credentials="COTA/L")
    session = a_visit(cam, child)
    a_signed_note(cam, session)
    return session


def test_a_waiting_note_is_co_signed_where_it_is_read(services, waiting, open_page):
    page = open_page(waiting, PASSWORD)
    page.reader.cosign_button.click()
    assert page.reader.cosign_button is None
    assert "Co-signed by A. Ruiz, OTR/L" in page.reader.signed_by.accessibleName()


@pytest.fixture
def list_page(qtbot, qapp, services, waiting):
    install_theme(qapp, Scheme.LIGHT)
    owner = QObject()
    page = NotesListPage(
        notes_of(services), ChangeBridge(services.changes, owner), Answers(PASSWORD)
    )
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    shiboken6.delete(owner)


def test_ctrl_enter_co_signs_the_chosen_note(services, waiting, list_page, qtbot):
    list_page.take_focus()
    list_page.view.select_key(waiting)
    with qtbot.waitSignal(list_page.told):
        qtbot.keyClick(list_page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert list_page.model.rowCount() == 0
    assert notes_of(services).signed()[0].cosigned_as == "A. Ruiz, OTR/L"


def test_each_queue_is_counted_and_shown_alone(services, child, waiting, list_page):
    list_page.reload()
    assert list_page.queues.chip("to_cosign").text() == "To co-sign 1"
    list_page.queues.chip("draft").click()
    assert list_page.stack.currentWidget() is list_page.empty
    list_page.queues.chip("signed").click()
    assert list_page.signed_model.rowCount() == 0
