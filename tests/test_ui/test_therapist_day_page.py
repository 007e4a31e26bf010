"""Today for whoever treats: the next child is shown, one key leads to what is wanted."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow

from db.connection import close_database
from db.models.access import User
from db.models.scheduling import Session
from db.models.staff import Therapist
from ot_desktop.clock import today
from ot_desktop.scheduling.domain import SessionStatus
from tests.at_work import a_program
from tests.builders import a_child
from tests.clinics import OWNERS_PASSWORD, PASSWORD, ROSALIND
from tests.note_builders import (
    a_goal,
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    complete,
    mateo,
)
from tests.working_clinic import a_working_clinic, services_as
from ui.change_bridge import ChangeBridge
from ui.notes.page import SessionNotePage
from ui.theme import Scheme, install_theme, theme
from ui.therapist_day.page import TherapistDayPage
from ui.today.page import TodayPage
from ui.widgets.elided_label import ElidedLabel

LATE = time(22, 59)
PLAN = ("Coin bank with the small slot", "Loud gym, card on his belt")


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def child(services):
    found = mateo(services, therapist_id=services.user.therapist_id)
    a_goal(services, found)
    return found


@pytest.fixture
def last_note(services, child):
    def change(content):
        whole = complete(content)
        return replace(whole, session=replace(whole.session, plan=PLAN))

    return a_signed_note(services, a_visit(services, child), change)


@pytest.fixture
def visits(services, child, last_note):
    first = datetime.combine(today(), time(0, 5))
    other = a_child(services)
    return (
        a_visit(services, other, first, status="held"),
        a_visit(services, child, datetime.combine(today(), LATE)),
    )


@pytest.fixture
def page(qtbot, qapp, services):
    install_theme(qapp, Scheme.LIGHT)
    window = QMainWindow()
    page = TherapistDayPage(services, ChangeBridge(services.changes, parent=window))
    page.around = window  # or Python forgets it, and Qt the page
    window.setCentralWidget(page)
    qtbot.addWidget(window)
    window.resize(1310, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.take_focus()
    qtbot.waitUntil(lambda: not page._wait.isActive() and not page._brief_soon.isActive())
    return page


def said(page):
    return [
        each._whole if isinstance(each, ElidedLabel) else each.text()
        for each in page.findChildren(QLabel)
        if each.isVisibleTo(page)
    ]


def heard(signal):
    told = []
    signal.connect(lambda *carried: told.append(carried[0] if carried else None))
    return told


def press(page, keys):
    QTest.keyClicks(page.window().focusWidget(), keys)


def test_it_opens_with_whoever_comes_next_and_what_was_planned(visits, page):
    assert page.list.current.mine.session.id == visits[1]
    words = said(page)
    assert page.head.name.text() == "Mateo Alvarez"
    assert [f"{number}.  {line}" for number, line in enumerate(PLAN, start=1)] == [
        each for each in words if each.startswith(("1.", "2."))
    ]


def test_the_plan_of_the_next_child_takes_one_key(visits, page):
    """Budget 13: Space on Today."""
    press(page, " ")
    assert page._brief_area.hasFocus()
    press(page, " ")
    assert page.list.hasFocus()


def test_j_and_k_walk_the_sessions_and_the_brief_follows(visits, page, qtbot):
    press(page, "k")
    qtbot.waitUntil(lambda: page.head.name.text() == "Maya Ortega")
    press(page, "j")
    qtbot.waitUntil(lambda: page.head.name.text() == "Mateo Alvarez")


@pytest.mark.parametrize(
    ("key", "signal", "about"),
    [
        ("n", "note_wanted", "visit"),
        ("h", "home_program_wanted", "child"),
        ("l", "call_wanted", "child"),
        ("v", "board_wanted", None),
    ],
)
def test_one_key_leads_to_what_is_wanted(visits, child, page, key, signal, about):
    told = heard(getattr(page, signal))
    press(page, key)
    assert told == [{"visit": visits[1], "child": child, None: None}[about]]


def test_c_checks_a_family_in_and_takes_it_back(services, visits, page, qtbot):
    deeds = []
    page.done.connect(lambda words, deed: deeds.append((words, deed)))
    press(page, "c")
    assert services.scheduling.session(visits[1]).status is SessionStatus.ARRIVED
    assert deeds[0][0] == "Mateo Alvarez checked in"
    press(page, "c")
    assert services.scheduling.session(visits[1]).status is SessionStatus.PLANNED


def test_without_sessions_only_what_waits_is_shown(services, last_note, page):
    words = said(page)
    assert "No sessions for you today." in words
    assert "All notes signed." in words
    assert not page._list_area.isVisible()


def test_when_all_notes_are_signed_it_says_who_comes_next(services, child, last_note, qtbot, page):
    a_visit(services, child, datetime.combine(today(), LATE))
    page.reload()
    qtbot.waitUntil(lambda: "All notes signed. Next child at 10:59." in said(page))


def test_unfinished_notes_have_age_and_time_to_finish(services, child, page, qtbot):
    a_visit(services, child, datetime.combine(today(), time(0, 5)))
    page.reload()
    qtbot.waitUntil(lambda: any("about 2 min" in each for each in said(page)))


def test_a_saved_change_is_shown_at_once(services, visits, page, qtbot):
    services.attendance.check_in(visits[1])
    qtbot.waitUntil(lambda: "Here" in said(page))


def test_the_brief_is_as_large_as_asked_for_when_it_comes_back_into_sight(visits, page, qtbot):
    qtbot.waitUntil(lambda: bool(page.brief.findChildren(QLabel)))
    page.hide()
    theme().set_text_size(150)
    page.show()
    qtbot.waitUntil(lambda: not page._brief_soon.isActive())
    texts = [each for each in page.brief.findChildren(QLabel) if each.property("type") == "body"]
    assert {each.font().pixelSize() for each in texts} == {21}


def test_where_there_is_no_room_what_waits_stands_under_the_brief(visits, page):
    page.window().resize(900, 700)
    assert not page._side_area.isVisible()
    assert page._brief_area.isAncestorOf(page.side)
    page.window().resize(1310, 700)
    assert page._side_area.isAncestorOf(page.side)


def an_owner_who_treats(place, day):
    """Return a clinic whose owner has a session of her own on this day."""
    clinic = a_working_clinic(place)
    services_as(clinic.folder, ROSALIND.name, OWNERS_PASSWORD)
    rosalind = Therapist.insert(name=ROSALIND.name, credentials="OTR/L", color_slot=5).execute()
    User.update(therapist=rosalind).where(User.name == ROSALIND.name).execute()
    starts = datetime.combine(day, time(9))
    Session.insert(
        child=clinic.maya, therapist=rosalind, starts=starts, ends=starts + timedelta(hours=1),
        zone="UTC",
    ).execute()  # fmt: skip
    close_database()
    return clinic


def test_an_owner_who_treats_begins_with_her_sessions_and_turns_to_the_board(tmp_path, qtbot):
    clinic = an_owner_who_treats(tmp_path, today())
    with a_program(clinic.folder) as me:
        me.sign_in("R", OWNERS_PASSWORD)
        day = me.page(TherapistDayPage)
        assert day.isVisible()
        me.press("V")
        board = me.page(TodayPage)
        assert board.isVisible()
        board.head.mine_button.click()
        assert day.isVisible()


def test_an_owner_without_a_session_today_begins_with_the_board(tmp_path, qtbot):
    clinic = an_owner_who_treats(tmp_path, today() + timedelta(days=1))
    with a_program(clinic.folder) as me:
        me.sign_in("R", OWNERS_PASSWORD)
        board = me.page(TodayPage)
        assert board.isVisible()
        assert board.head.mine_button.isVisible()


def test_a_therapist_begins_here_and_the_board_is_one_key_away(tmp_path, qtbot):
    clinic = a_working_clinic(tmp_path)
    with a_program(clinic.folder) as me:
        me.sign_in("ama", PASSWORD)
        day = me.page(TherapistDayPage)
        me.press("V")
        assert me.page(TodayPage).isVisible()
        me.press("Alt+Left")
        assert day.isVisible()
        day.note_wanted.emit(clinic.sessions[1])
        assert me.page(SessionNotePage).session_id == clinic.sessions[1]
        QTest.keyClick(me.window, Qt.Key.Key_Escape)
