"""Today at the front desk: one click checks a family in, a second takes it back."""

from datetime import time

import pytest

from ot_desktop.clock import now_local, today
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from tests.at_work import a_program
from tests.clinics import OWNERS_PASSWORD
from tests.working_clinic import a_working_clinic
from ui.places import TODAY, Place
from ui.today.page import TodayPage

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
