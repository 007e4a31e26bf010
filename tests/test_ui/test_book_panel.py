"""The Book panel with mouse and keyboard, on real services and the reference clinic."""

from datetime import date, datetime, time, timedelta

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt

from db.connection import close_database, database
from db.models.base import InstantField
from ot_desktop.clock import now_utc
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.waitlist.domain import EntryDraft, OpenTime
from tests.builders import an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic
from ui.tasks import TaskRunner
from ui.visits.book_panel import BookPanel
from ui.widgets.field import Field

TUESDAY = date(2027, 6, 8)


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(services):
    return reference_clinic(services)


@pytest.fixture
def panel(qtbot, services, clinic):
    owner = QObject()
    panel = BookPanel(services, TaskRunner(owner))
    qtbot.addWidget(panel)
    panel.resize(384, 800)
    panel.show()
    yield panel
    panel.hide()
    shiboken6.delete(owner)


@pytest.fixture
def told(panel):
    said = []
    panel.booked.connect(lambda words, undo: said.append((words, undo)))
    return said


def at_nine(panel, clinic, child_id, **more):
    known = {"therapist_id": clinic.ana, "room_id": clinic.gym} | more
    panel.start(child_id, day=TUESDAY, starts=time(9), **known)


def test_a_visit_that_fits_is_green_and_says_when_in_full(panel, clinic):
    at_nine(panel, clinic, clinic.maya)
    assert panel.check_lines.fits.words.text() == (
        "Fits. Tue, Jun 8, 9:00–10:00, Ana Ruiz, Sensory Gym."
    )


def test_ctrl_enter_books_it_and_the_toast_can_take_it_back(qtbot, panel, clinic, services, told):
    at_nine(panel, clinic, clinic.owen)
    qtbot.keyClick(
        panel.form.time_edit.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    [session] = services.scheduling.sessions_of(clinic.owen)
    assert (session.kind, session.planned) == ("visit", 1)
    [(words, take_back)] = told
    assert words == "Owen Park booked, Tue, Jun 8, 9:00"
    take_back()
    assert services.scheduling.sessions_of(clinic.owen) == []


def test_a_clash_names_everybody_and_cannot_be_booked(panel, clinic, services):
    services.scheduling.book(services.scheduling.preview(mayas_series(clinic)))
    at_nine(panel, clinic, clinic.owen)
    assert (
        panel.check_lines.stops.words.text()
        == "Ana Ruiz sees Maya Ortega in Sensory Gym until 10:00."
    )
    assert not panel.foot.book_button.isEnabled()


def test_enter_takes_the_first_suggested_time(qtbot, panel, clinic, services):
    services.scheduling.book(services.scheduling.preview(mayas_series(clinic)))
    at_nine(panel, clinic, clinic.owen)
    assert [button.text() for button in panel.suggestions.buttons] == [
        "Tue, Jun 8, 8:00, Ana, Sensory Gym",
        "Tue, Jun 8, 10:00, Ana, Sensory Gym",
        "Tue, Jun 8, 9:00, Ben, Sensory Gym",
    ]
    qtbot.keyClick(panel.form.time_edit.edit, Qt.Key.Key_Return)
    assert panel.form.time_edit.value() == time(8)
    assert panel.preview.can_book


def test_three_times_are_suggested_before_any_is_typed(panel, clinic, services):
    last_week = date.today() - timedelta(days=date.today().weekday() + 7)
    request = mayas_series(clinic, child_id=clinic.owen, starts_on=last_week, count=1)
    services.scheduling.book(services.scheduling.preview(request))
    panel.start(clinic.owen)
    assert len(panel.suggestions.buttons) == 3
    assert all("9:00" in button.text() for button in panel.suggestions.buttons)


def test_a_warning_is_booked_with_a_reason_and_a_name(panel, clinic, services):
    panel.start(
        clinic.owen, day=TUESDAY, starts=time(17), therapist_id=clinic.ana, room_id=clinic.gym
    )
    assert "Outside Ana Ruiz’s hours." in panel.check_lines.warnings.words.text()
    panel.book()
    assert panel.foot.reason_field.problem == "Say why. It is kept on the visits with your name."
    panel.foot.reason_edit.setText("Agreed with Ana")
    panel.book()
    [session] = services.scheduling.sessions_of(clinic.owen)
    assert (session.override_reason, session.override_by) == ("Agreed with Ana", "Rosalind Achebe")


def test_what_is_missing_is_said_beside_the_field(panel, clinic):
    panel.start(clinic.owen)
    panel.book()
    field = panel.form.fields["starts_on"]
    assert isinstance(field, Field)
    assert field.problem


def test_every_other_week_leaves_the_weeks_between_out(panel, clinic, services):
    at_nine(panel, clinic, clinic.owen)
    panel.form.kind_control.choose("two_weeks")
    panel.form.repeat_box.count_stepper.set_value(3)
    panel.book()
    sessions = services.scheduling.sessions_of(clinic.owen)
    assert [each.starts.date() for each in sessions] == [
        TUESDAY,
        date(2027, 6, 22),
        date(2027, 7, 6),
    ]
    assert {each.kind for each in sessions} == {"weekly"}


def test_weekly_ends_by_date_and_skips_the_closed_day(panel, clinic, services):
    friday = date(2027, 6, 11)
    panel.start(
        clinic.owen, day=friday, starts=time(9), therapist_id=clinic.ana, room_id=clinic.gym
    )
    panel.form.kind_control.choose("weekly")
    panel.form.repeat_box.end_control.choose("date")
    panel.form.repeat_box.last_day_edit.set_value(date(2027, 7, 2))
    panel.book()
    days = [each.starts.date() for each in services.scheduling.sessions_of(clinic.owen)]
    assert days == [friday, date(2027, 6, 25), date(2027, 7, 2)]


def test_alerts_and_the_need_of_an_interpreter_are_shown(panel, clinic):
    panel.start(clinic.maya)
    assert "Peanut" in panel.form.alerts.banners[0].accessibleName()
    assert panel.form.comes_with.interpreter_notice.words.text() == "Interpreter needed: Spanish."


def test_nothing_typed_is_lost_when_the_panel_is_closed_and_opened(qtbot, panel, clinic):
    panel.start(clinic.owen)
    panel.form.date_edit.edit.setText("6/8/2027")
    qtbot.keyClick(panel.form.date_edit.edit, Qt.Key.Key_Escape)
    panel.start()
    assert panel.form.child_picker.child_id() == clinic.owen
    assert panel.form.date_edit.value() == TUESDAY


def test_a_booked_visit_is_planned(panel, clinic, services):
    at_nine(panel, clinic, clinic.owen)
    panel.book()
    [session] = services.scheduling.sessions_of(clinic.owen)
    assert session.status is SessionStatus.PLANNED


def test_twins_are_booked_with_one_drive_and_taken_back_together(panel, clinic, services, told):
    at_nine(panel, clinic, clinic.leo)
    panel.form.kind_control.choose("weekly")
    box = panel.sibling_box
    assert box.also_check.text() == "Book Noa too"
    box.also_check.click()
    box.therapist_combo.setCurrentIndex(box.therapist_combo.findData(clinic.ben))
    box.room_combo.setCurrentIndex(box.room_combo.findData(clinic.gym))
    panel.book()
    leo, noa = (
        services.scheduling.sessions_of(clinic.leo),
        services.scheduling.sessions_of(clinic.noa),
    )
    assert [each.starts for each in leo] == [each.starts for each in noa]
    assert len(leo) == 12
    [(words, take_back)] = told
    assert words == "12 visits booked for Leo Meyer and Noa Meyer"
    take_back()
    assert services.scheduling.sessions_of(clinic.leo) == []
    assert services.scheduling.sessions_of(clinic.noa) == []


def test_one_therapist_for_both_twins_is_said_beside_the_choice(panel, clinic, services):
    at_nine(panel, clinic, clinic.leo)
    box = panel.sibling_box
    box.also_check.click()
    box.therapist_combo.setCurrentIndex(box.therapist_combo.findData(clinic.ana))
    panel.book()
    assert box.therapist_field.problem.startswith("One therapist cannot see both")
    assert services.scheduling.sessions_of(clinic.leo) == []


def test_a_room_is_chosen_while_nobody_has(panel, clinic):
    panel.start(clinic.iris, day=TUESDAY, starts=time(9), therapist_id=clinic.ana)
    assert panel.form.room_combo.currentData() is not None
    assert panel.preview.can_book


def test_a_warning_of_a_held_time_goes_when_the_hold_ends(qtbot, panel, clinic, services):
    nine = datetime.combine(TUESDAY, time(9))
    services.waitlist.add(EntryDraft(clinic.iris))
    held = OpenTime(clinic.ana, clinic.gym, nine, nine + timedelta(hours=1))
    services.waitlist.offer(services.waitlist.waiting()[0].id, held)
    soon = now_utc() + timedelta(seconds=4)
    database.execute_sql("UPDATE offer SET held_until = ?", (InstantField().db_value(soon),))
    at_nine(panel, clinic, clinic.owen)
    assert "Offered to Iris Nordin’s family" in panel.check_lines.warnings.words.text()
    qtbot.waitUntil(panel.check_lines.warnings.isHidden, timeout=30_000)
    assert panel.check_lines.fits.isVisible()
