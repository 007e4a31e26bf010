"""Today at the front desk: one click checks a family in, a second takes it back."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ot_desktop.clock import now_local, today
from ot_desktop.programs.board import View
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from tests.at_work import a_program
from tests.clinics import OWNERS_PASSWORD
from tests.working_clinic import a_working_clinic
from ui.places import TODAY, Place
from ui.today.figures import Figure
from ui.today.page import TodayPage
from ui.visits.block_painter import action_rect
from ui.visits.board_facts import Moved, Slot
from ui.waitlist.page import WaitlistPage

HOURS_LEFT = 23


@pytest.fixture
def screen(tmp_path, qtbot):
    clinic = a_working_clinic(tmp_path)
    with a_program(clinic.folder) as me:
        me.sign_in("R", OWNERS_PASSWORD)
        me.clinic = clinic
        book_today(me)
        me.work.go(Place(TODAY))
        me.day = me.page(TodayPage)
        yield me


def book_today(me):
    described = me.services.settings.clinic()
    day = today()
    starts = time(now_local().hour) if now_local().hour < HOURS_LEFT else time(22)
    request = SeriesRequest(
        me.clinic.leo,
        day,
        frozenset({day.weekday()}),
        (starts,),
        45,
        described.therapists[0].id,
        described.rooms[0].id,
        1,
    )
    me.services.scheduling.book(me.services.scheduling.preview(request), "The family asked.")
    me.leos = me.services.scheduling.sessions_of(me.clinic.leo)[-1].id


def status(me):
    return me.services.scheduling.session(me.leos).status


def test_the_owner_begins_with_the_day(tmp_path, qtbot):
    clinic = a_working_clinic(tmp_path)
    with a_program(clinic.folder) as me:
        me.sign_in("R", OWNERS_PASSWORD)
        assert me.page(TodayPage).isVisible()


def test_one_key_checks_a_family_in_and_the_same_key_takes_it_back(screen):
    screen.day.board.choose(screen.leos)
    screen.day.board.setFocus()
    screen.press("C")
    assert status(screen) is SessionStatus.ARRIVED
    screen.press("C")
    assert status(screen) is SessionStatus.PLANNED


def test_a_check_in_is_undone_with_the_rest(screen):
    screen.day.check_in(screen.leos)
    screen.press("Ctrl+Z")
    assert status(screen) is SessionStatus.PLANNED


def test_the_chips_count_the_visits_of_the_day(screen):
    assert "1 visit" in screen.words(screen.day.head)


def test_a_visit_of_another_day_has_no_check_in(screen):
    screen.press("]")
    assert screen.day.day > today()
    assert all(each.action is None for each in screen.day.board.facts.blocks)


def test_a_check_in_is_one_click_and_no_key(screen):
    screen.day.board.choose(screen.leos)
    board = screen.day.board
    button = action_rect(board.current_block(), board.plan.rects[screen.leos])
    middle = board.on_screen(button).center()
    QTest.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert status(screen) is SessionStatus.ARRIVED


def test_v_shows_the_day_as_a_list(screen):
    screen.day.board.setFocus()
    screen.press("V")
    assert any("Leo" in words for words in screen.words(screen.day.stack))
    assert screen.day.stack.table.hasFocus()


def test_c_checks_in_on_the_list(screen):
    screen.day.board.setFocus()
    screen.press("V")
    screen.day.stack.table.choose(screen.leos)
    screen.press("C")
    assert status(screen) is SessionStatus.ARRIVED


def test_r_shows_the_day_by_room(screen):
    screen.day.board.setFocus()
    screen.press("R")
    assert screen.day.head.view is View.ROOM


def test_enter_on_an_empty_stretch_books_it(screen, qtbot):
    with qtbot.waitSignal(screen.day.book_wanted) as asked:
        screen.day.board.slot_opened.emit(Slot(1, 600, 660))
    assert asked.args[0] == {
        "day": today(),
        "starts": time(10),
        "minutes": 60,
        "therapist_id": 1,
    }


def test_a_moved_visit_is_put_back_by_undo(screen):
    before = screen.services.scheduling.session(screen.leos)
    minute = 5 * 60
    screen.asker.answers["text"] = "The family asked."
    screen.day.board.moved.emit(Moved(screen.leos, before.therapist_id, minute, minute + 45))
    assert screen.services.scheduling.session(screen.leos).starts.hour == minute // 60
    screen.press("Ctrl+Z")
    assert screen.services.scheduling.session(screen.leos).starts == before.starts


def test_the_owner_sees_the_clinic_at_a_glance(screen):
    screen.until(lambda: "No backup yet" in screen.words(screen.day.tiles))


def test_an_arrow_goes_to_the_next_tile(screen):
    tiles = screen.day.tiles
    screen.until(lambda: "1 visit today" in screen.words(tiles))
    tiles.buttons[Figure.VISITS].setFocus()
    screen.press("Right")
    assert tiles.buttons[Figure.NO_SHOWS].hasFocus()


def test_a_tile_opens_its_list(screen):
    screen.day.tiles.buttons[Figure.WAITLIST].setFocus()
    screen.press("Return")
    assert screen.page(WaitlistPage).isVisible()
