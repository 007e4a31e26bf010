"""One visit opened from any page of the whole program, and where one goes from there."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication

from ot_desktop.clock import today
from ot_desktop.errors import ClinicError
from ot_desktop.scheduling.attendance import Outcome
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from tests.at_work import a_program
from tests.clinics import OWNERS_PASSWORD, PASSWORD
from tests.test_ui.test_intensive_budgets import CountedHands
from tests.working_clinic import a_working_clinic
from ui.calendar.page import CalendarPage
from ui.caseload.child_page import ChildPageView
from ui.messages.page import MessagesPage
from ui.notes.page import SessionNotePage
from ui.places import CALENDAR, CHILD, NOTE, Place
from ui.theme import Scheme, install_theme
from ui.visits.book_panel import BookPanel
from ui.visits.print_family import PrintFamilyDialog
from ui.visits.print_handout import MissedSheetDialog, SummaryDialog
from ui.visits.print_slip import PrintSlipDialog
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
    """Budget 15, from the calendar: the block, No-show, the first time under Rebook."""
    hands, page = CountedHands(me), on_the_calendar(me, last)
    corner = page.board.in_view(page.board.plan.rects[last]).topLeft()
    hands.click_at(page.board.viewport(), corner + QPoint(20, 8))
    panel = me.page(VisitPanel)
    hands.click(panel.status_box.buttons[Say.NO_SHOW])
    times = panel.make_up_box.times
    me.until(lambda: any(each.isVisible() for each in times.buttons))
    hands.click(times.buttons[0])
    assert (hands.keys, hands.clicks) == (0, 3)
    made_up = me.services.scheduling.session(make_up(me, last))
    assert made_up.starts.date() > today()
    assert me.services.attendance.visit(made_up.id).makes_up_id == last


def on_the_calendar(me, visit):
    """Show the day of a visit."""
    me.work.go(Place(CALENDAR))
    page = me.page(CalendarPage)
    page.show_day(me.services.scheduling.session(visit).starts.date())
    page.board.choose(visit)
    return page


def rebooked(me, clinic, visit):
    """Say that a family did not come, and take the first time offered."""
    panel = opened(me, clinic, visit)
    me.click(panel.status_box.buttons[Say.NO_SHOW])
    me.until(lambda: any(each.isVisible() for each in panel.make_up_box.times.buttons))
    me.click(panel.make_up_box.times.buttons[0])
    return panel


def test_another_time_is_chosen_in_the_book_panel(me, clinic, last):
    panel = opened(me, clinic, last)
    me.click(panel.status_box.buttons[Say.NO_SHOW])
    me.click(panel.make_up_box.other_button)
    me.click(me.page(BookPanel).suggestions.buttons[0])
    me.press("Return")
    assert make_up(me, last) is not None


def test_the_slip_of_a_rebooking_is_offered_for_the_family(me, clinic, last):
    rebooked(me, clinic, last)
    assert me.page(VisitPanel).isAncestorOf(me.focused())
    toast = me.work.toast
    assert (toast.then_button.text(), toast.undo_button.isVisible()) == ("Print slip", True)
    slip = answered(me, toast.then_button)
    assert slip.papers()[2] == "Maya-O_slip"


def test_a_no_show_offers_one_activity_for_home(me, clinic, last):
    panel = opened(me, clinic, last)
    me.click(panel.status_box.buttons[Say.NO_SHOW])
    assert isinstance(answered(me, me.work.toast.then_button), MissedSheetDialog)
    assert isinstance(answered(me, panel.foot.sheet_button), MissedSheetDialog)


@pytest.fixture
def owner(clinic):
    with a_program(clinic.folder, password=OWNERS_PASSWORD) as me:
        me.sign_in("ros", OWNERS_PASSWORD)
        yield me


def test_a_signed_note_offers_the_summary_for_the_family(owner, clinic):
    owner.work.go(Place(NOTE, clinic.sessions[0]))
    page = owner.page(SessionNotePage)
    assert isinstance(answered(owner, page.reader.summary_button), SummaryDialog)


def test_the_summary_can_follow_the_signature(owner, clinic):
    owner.work.go(Place(NOTE, clinic.sessions[1]))
    page = owner.page(SessionNotePage)
    owner.until(lambda: page.is_ready)
    page.editor.rail.summary_box.setChecked(True)
    found = []

    def close():
        found.append(QApplication.activeModalWidget())
        found[0].take("close")

    QTimer.singleShot(0, close)
    page.note_signed.emit(1)
    assert isinstance(found[0], SummaryDialog)


def test_a_visit_that_was_not_missed_offers_no_sheet(me, clinic, last):
    assert opened(me, clinic, last).foot.sheet_button.isHidden()


def test_a_booking_offers_its_slip_and_a_series_its_calendar(me, clinic):
    booked_ahead(me, clinic)
    series = me.services.scheduling.sessions_of(clinic.maya)[-1].series_id
    me.work.screens.booking.tell("Booked", lambda: None, series)
    assert isinstance(answered(me, me.work.toast.then_button), PrintSlipDialog)
    weekly = me.services.scheduling.session(clinic.sessions[0]).series_id
    me.work.screens.booking.tell("Booked", lambda: None, weekly)
    assert isinstance(answered(me, me.work.toast.then_button), PrintFamilyDialog)


def answered(me, button):
    """Press a button that opens a dialog, close that again, and return it."""
    found = []

    def close():
        found.append(QApplication.activeModalWidget())
        found[0].take("close")

    QTimer.singleShot(0, close)
    me.click(button)
    return found[0]


def test_a_visit_that_was_held_after_all_leaves_its_make_up_as_an_extra_one(me, clinic, last):
    panel = rebooked(me, clinic, last)
    extra = make_up(me, last)
    me.click(panel.status_box.buttons[Say.HELD])
    assert panel.status_box.form.extra_note.isVisible()
    me.write("She was in the other room")
    me.press("Return")
    attendance = me.services.attendance
    assert (make_up(me, last), attendance.visit(extra).makes_up_id) == (None, None)
    assert "is an extra visit now" in me.work.toast.words.text()
    me.press("Ctrl+Z")
    assert (make_up(me, last), attendance.visit(extra).makes_up_id) == (extra, last)


def test_a_rebooking_is_taken_back_with_its_link(me, clinic, last):
    rebooked(me, clinic, last)
    assert make_up(me, last) is not None
    me.press("Ctrl+Z")
    me.until(lambda: make_up(me, last) is None)


def test_no_time_is_suggested_after_the_clinics_window(me, clinic, last):
    panel = opened(me, clinic, last)
    me.click(panel.status_box.buttons[Say.NO_SHOW])
    me.click(panel.make_up_box.other_button)
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
    panel.note.edit.setFocus()
    me.write("Brings the splint")
    me.press("Ctrl+L")
    me.write(PASSWORD)
    me.press("Return")
    me.until(me.work.isVisible)
    assert me.services.attendance.visit(last).desk_note == "Brings the splint"
