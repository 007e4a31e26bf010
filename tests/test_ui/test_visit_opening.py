"""One visit opened from any page of the whole program, and where one goes from there."""

from datetime import timedelta

import pytest

from ot_desktop.clock import today
from ot_desktop.errors import ClinicError
from ot_desktop.scheduling.attendance import Outcome
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from tests.at_work import a_program
from tests.clinics import PASSWORD
from tests.test_ui.test_intensive_budgets import CountedHands
from tests.working_clinic import a_working_clinic
from ui.calendar.page import CalendarPage
from ui.caseload.child_page import ChildPageView
from ui.messages.page import MessagesPage
from ui.places import CALENDAR, CHILD, Place
from ui.theme import Scheme, install_theme
from ui.visits.book_panel import BookPanel
from ui.visits.visit_moment import Say
from ui.visits.visit_panel import VisitPanel


@pytest.fixture
def clinic(tmp_path, qapp):
    install_theme(qapp, Scheme.LIGHT)
    return a_working_clinic(tmp_path)


@pytest.fixture
def me(clinic):
    with a_program(clinic.folder) as me:
        me.sign_in("dan", PASSWORD)
        yield me


@pytest.fixture
def last(clinic):
    """Maya's last visit: a week ago, and nobody said yet what became of it."""
    return clinic.sessions[-1]


def opened(me, clinic, visit):
    me.work.go(Place(CHILD, clinic.maya))
    me.page(ChildPageView).visit_opened.emit(visit)
    return me.page(VisitPanel)


def make_up(me, visit):
    return me.services.attendance.visit(visit).make_up_id


def test_a_no_show_is_marked_and_rebooked_with_three_clicks(me, clinic, last):
    """Budget 15: No-show, Rebook, the first suggestion; Enter books."""
    panel, hands = opened(me, clinic, last), CountedHands(me)
    hands.click(panel.status_box.buttons[Say.NO_SHOW])
    hands.click(panel.make_up_box.button)
    book = me.page(BookPanel)
    hands.click(book.suggestions.buttons[0])
    me.until(book.foot.book_button.isEnabled)
    hands.press("Return")
    assert (hands.keys, hands.clicks) == (1, 3)
    made_up = me.services.scheduling.session(make_up(me, last))
    assert made_up.starts.date() > today()
    assert me.services.attendance.visit(made_up.id).makes_up_id == last


def test_a_rebooking_is_taken_back_with_its_link(me, clinic, last):
    panel = opened(me, clinic, last)
    me.click(panel.status_box.buttons[Say.NO_SHOW])
    me.click(panel.make_up_box.button)
    me.click(me.page(BookPanel).suggestions.buttons[0])
    me.press("Return")
    assert make_up(me, last) is not None
    me.press("Ctrl+Z")
    me.until(lambda: make_up(me, last) is None)


def test_no_time_is_suggested_after_the_clinics_window(me, clinic, last):
    panel = opened(me, clinic, last)
    me.click(panel.status_box.buttons[Say.NO_SHOW])
    me.click(panel.make_up_box.button)
    until = me.services.attendance.last_make_up_day(last)
    places = me.page(BookPanel)._looking.suggested(None)
    assert places
    assert all(today() < each.visit.day <= until for each in places)


def test_a_missed_visit_is_made_up_once_and_inside_the_window(me, clinic, last):
    services = me.services
    services.attendance.record(last, Outcome(SessionStatus.NO_SHOW))
    until = services.attendance.last_make_up_day(last)
    late = until + timedelta(days=(7 - until.weekday()) % 7 or 7)
    with pytest.raises(ClinicError, match="It can be made up until"):
        booked_on(services, last, late)
    soon = until - timedelta(days=1 if until.weekday() < 5 else until.weekday() - 3)
    booked_on(services, last, soon)
    with pytest.raises(ClinicError, match="made up already"):
        booked_on(services, last, soon, hour=14)


def booked_on(services, missed, day, hour=11):
    """Book the make-up of a missed visit on a day."""
    like = services.scheduling.session(missed)
    starts = like.starts.replace(year=day.year, month=day.month, day=day.day, hour=hour)
    request = SeriesRequest.single(
        like.child_id, starts, 60, like.therapist_id, like.room_id, makes_up_id=missed
    )
    services.scheduling.book(services.scheduling.preview(request), "Agreed by phone.")


def test_what_was_said_in_the_panel_is_taken_back_with_ctrl_z(me, clinic, last):
    panel = opened(me, clinic, last)
    me.click(panel.status_box.buttons[Say.NO_SHOW])
    me.press("Ctrl+Z")
    status = me.services.attendance.visit(last).now.status
    assert status is SessionStatus.PLANNED
    assert panel.status_box.badge.text() == "Nobody said yet"


def test_the_calendar_opens_the_panel_beside_itself(me, clinic, last):
    me.work.go(Place(CALENDAR))
    page = me.page(CalendarPage)
    page.show_day(me.services.scheduling.session(last).starts.date())
    assert page.board.choose(last)
    page.take_focus()
    me.press("Return")
    assert me.page(VisitPanel).session.id == last
    assert page.isVisible()
    me.press("Escape")
    assert not me.work.findChild(VisitPanel).isVisible()


def test_move_takes_the_visit_up_in_the_calendar(me, clinic, last):
    ahead = booked_ahead(me, clinic)
    panel = opened(me, clinic, ahead)
    me.click(panel.foot.move_button)
    hand = me.page(CalendarPage).board.hand
    assert hand.is_full
    me.press("Escape")
    assert not hand.is_full


def booked_ahead(me, clinic):
    """Book Maya a visit next week and return it."""
    like = me.services.scheduling.session(clinic.sessions[0])
    request = SeriesRequest.single(
        clinic.maya, like.starts + timedelta(days=14), 60, like.therapist_id, like.room_id
    )
    me.services.scheduling.book(me.services.scheduling.preview(request))
    return me.services.scheduling.sessions_of(clinic.maya)[-1].id


def test_a_call_is_logged_for_the_child_of_the_visit(me, clinic, last):
    panel = opened(me, clinic, last)
    me.click(panel.foot.log_button)
    fields = me.page(MessagesPage).log_panel.fields
    assert fields.child_picker.child_id() == clinic.maya


def test_a_note_for_the_desk_is_kept_when_the_program_is_locked(me, clinic, last):
    panel = opened(me, clinic, last)
    panel.note_edit.setFocus()
    me.write("Brings the splint")
    me.press("Ctrl+L")
    me.write(PASSWORD)
    me.press("Return")
    me.until(me.work.isVisible)
    assert me.services.attendance.visit(last).desk_note == "Brings the splint"
