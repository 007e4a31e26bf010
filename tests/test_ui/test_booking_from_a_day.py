"""From an empty place on Today or in the calendar a visit is booked with a name and two Enters."""

from datetime import date, time, timedelta

import pytest

from ot_desktop.clock import today
from tests.at_work import a_program
from tests.clinics import PASSWORD
from tests.working_clinic import a_working_clinic
from ui.calendar.page import CalendarPage
from ui.places import BOARD, CALENDAR, TODAY, Place
from ui.today.page import TodayPage
from ui.visits.book_panel import BookPanel

NAME = "may"
KEYS = len(NAME) + 2


@pytest.fixture
def clinic(tmp_path):
    return a_working_clinic(tmp_path)


@pytest.fixture
def me(clinic):
    with a_program(clinic.folder) as me:
        me.sign_in("ama", PASSWORD)
        yield me


def next_workday() -> date:
    day = today() + timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day


@pytest.mark.parametrize(
    ("screen", "kind"), [(TODAY, TodayPage), (CALENDAR, CalendarPage)], ids=["today", "calendar"]
)
def test_a_place_is_filled_with_a_name_and_two_enters(me, clinic, screen, kind):
    me.work.go(Place(screen, BOARD if screen == TODAY else None))
    [therapist, *_] = me.services.settings.clinic().therapists
    wish = {"day": next_workday(), "starts": time(16), "therapist_id": therapist.id}
    me.page(kind).book_wanted.emit(wish | {"minutes": 60})
    panel = me.page(BookPanel)
    me.until(panel.form.child_picker.hasFocus)
    pressed = 0
    for letter in NAME:
        me.write(letter)
        pressed += 1
    for _ in range(2):
        me.press("Return")
        pressed += 1
    newest = me.services.scheduling.sessions_of(clinic.maya)[-1]
    assert (newest.starts.date(), newest.starts.time()) == (next_workday(), time(16))
    assert newest.therapist_id == therapist.id
    assert pressed <= KEYS
