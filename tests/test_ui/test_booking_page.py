"""Booking an intensive with mouse and keyboard, on real services and the reference clinic."""

from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView

from db.connection import close_database
from ot_desktop.scheduling.preview import RowState
from ot_desktop.services import services_for
from tests.builders import a_child, an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic
from ui.change_bridge import ChangeBridge
from ui.scheduling.page import BookingPage
from ui.theme import Scheme, install_theme
from ui.visits.preview_table_model import STATE, PreviewTableModel
from ui.visits.row_words import all_words
from ui.widgets.table_model import ROW_ROLE


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(services):
    return reference_clinic(services)


@pytest.fixture
def page(qtbot, qapp, services, clinic):
    install_theme(qapp, Scheme.LIGHT)
    owner = QObject()
    page = BookingPage(
        services.caseload,
        services.scheduling,
        services.settings,
        ChangeBridge(services.changes, owner),
    )
    qtbot.addWidget(page)
    page.resize(1161, 674)
    page.show()
    yield page
    shiboken6.delete(owner)


def choose(combo, key):
    combo.setCurrentIndex(combo.findData(key))


def fill(page, clinic, child_id, room=None):
    """Fill in the reference request, as typed."""
    page.start_with(child_id)
    page.form.start_edit.edit.setText("6/5/2027")
    choose(page.form.therapist_combo, clinic.ana)
    choose(page.form.room_combo, room or clinic.gym)
    page.reload()


def rows_in(page, state):
    return [
        row
        for row in map(page.panel.model.row, range(page.panel.model.rowCount()))
        if row.state is state
    ]


@pytest.fixture
def taken(services, clinic, page):
    """Maya is booked; Owen wants the same therapist at the same time."""
    services.scheduling.book(services.scheduling.preview(mayas_series(clinic)))
    fill(page, clinic, clinic.owen, clinic.fine_motor)


def test_an_empty_form_shows_no_dates_and_blames_nobody(page):
    assert page.preview is None
    assert page.panel.model.rowCount() == 0
    assert page.book_button.text() == "Book"
    assert not page.error_notice.isVisible()


def test_maya_sees_every_date_before_saving(page, clinic):
    fill(page, clinic, clinic.maya)
    assert page.panel.summary_label.text() == (
        "20 sessions, Mon, Jun 7 to Tue, Jul 6. 2 closed days left out. 0 visits left after Jul 6."
    )
    assert page.panel.moved_notice.words.text() == ("Jun 5 is a Saturday – moved to Mon, Jun 7.")
    assert page.book_button.text() == "Book 20 sessions"


def test_closed_days_say_why(page, clinic):
    fill(page, clinic, clinic.maya)
    closed = [all_words(row) for row in rows_in(page, RowState.CLOSED)]
    assert closed == [
        "Fri, Jun 18. Closed: Staff training",
        "Mon, Jul 5. Closed: Independence Day, observed",
    ]


def test_the_dates_follow_as_fields_change(page, clinic, qtbot):
    fill(page, clinic, clinic.maya)
    page.form.weekday_chips.choose(["0", "2", "4"])
    page.form.count_stepper.set_value(12)
    qtbot.waitUntil(lambda: page.book_button.text() == "Book 12 sessions")
    assert page.preview.last_day == date(2027, 7, 7)


def test_a_series_can_end_on_a_day(page, clinic, qtbot):
    fill(page, clinic, clinic.maya)
    page.form.end_control.choose("date")
    page.form.last_day_edit.edit.setText("7/6/2027")
    qtbot.waitUntil(lambda: page.preview is not None and len(page.preview.booked) == 20)


def test_two_times_a_day_are_one_series(page, clinic, qtbot):
    fill(page, clinic, clinic.maya)
    page.form.second_edit.edit.setText("2p")
    qtbot.waitUntil(lambda: page.preview.request.times[-1].hour == 14)
    assert page.preview.last_day == date(2027, 6, 21)


def test_what_has_no_room_before_the_family_leaves_is_said(page, clinic, qtbot):
    fill(page, clinic, clinic.iris)
    page.form.start_edit.edit.setText("6/14/2027")
    page.form.latest_edit.edit.setText("6/25/2027")
    page.form.count_stepper.set_value(12)
    qtbot.waitUntil(page.panel.window_notice.isVisible)
    assert page.panel.window_notice.words.text() == "3 cannot be placed before Jun 25."
    assert page.book_button.text() == "Book 9 sessions"


def test_the_childs_alerts_stand_in_the_form(page, clinic):
    page.start_with(clinic.owen)
    told = " ".join(banner.accessibleName() for banner in page.form.alerts.banners)
    assert "Seizures" in told
    assert "Father NOT to collect" in told
    assert page.form.alerts.isVisible()


def test_a_child_is_found_by_typing(page, clinic, qtbot):
    picker = page.form.child_picker
    qtbot.keyClicks(picker, "orteg")
    popup = picker.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert picker.child_id() == clinic.maya
    assert picker.text() == "Maya Ortega"


def test_typing_on_takes_the_child_back(page, clinic, qtbot):
    page.start_with(clinic.maya)
    qtbot.keyClicks(page.form.child_picker, "x")
    assert page.form.child_picker.child_id() is None
    assert not page.form.alerts.isVisible()


def test_ctrl_enter_books_and_says_so(page, clinic, services, qtbot):
    fill(page, clinic, clinic.maya)
    with qtbot.waitSignal(page.done) as told:
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sentence, _undo = told.args
    assert sentence == "20 sessions booked for Maya Ortega"
    assert len(services.scheduling.sessions_of(clinic.maya)) == 20
    assert page.form.child_picker.child_id() is None


def test_undo_takes_the_whole_booking_back(page, clinic, services, qtbot):
    fill(page, clinic, clinic.maya)
    with qtbot.waitSignal(page.done) as told:
        page.book_button.click()
    _sentence, undo = told.args
    undo()
    assert services.scheduling.sessions_of(clinic.maya) == []


def test_the_last_booking_can_be_taken_back_until_the_program_is_closed(page, clinic, services):
    for child_id in (clinic.maya, clinic.owen):
        fill(page, clinic, child_id, clinic.fine_motor)
        page.panel.conflict_notice.button.click()
        page.book_button.click()
    assert page.undo_button.text() == "Take back the booking for Owen Park"
    page.undo_button.click()
    assert services.scheduling.sessions_of(clinic.owen) == []
    assert page.undo_button.text() == "Take back the booking for Maya Ortega"
    page.undo_button.click()
    assert services.scheduling.sessions_of(clinic.maya) == []
    assert not page.undo_button.isVisible()


def test_a_family_that_needs_an_interpreter_is_said(page, clinic):
    page.start_with(clinic.maya)
    assert page.form.interpreter_notice.words.text() == "Interpreter needed: Spanish."


def test_booking_too_early_names_every_missing_field(page):
    page.book_button.click()
    problems = {name: field.problem for name, field in page.form._fields.items() if field.problem}
    assert set(problems) == {"child_id", "starts_on", "therapist_id", "room_id"}


def test_conflicts_are_counted_and_named(page, taken):
    assert page.panel.conflict_notice.words.text() == "20 of 20 visits need another place."
    first = page.panel.model.index(0, STATE)
    assert first.data() == "Ana Ruiz sees Maya Ortega in Sensory Gym until 10:00."
    assert "Instead: 8:00, 10:00 or Cam Lee" in first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert not page.book_button.isEnabled()


def test_a_number_key_takes_that_alternative(page, taken, qtbot):
    page.panel.view.selectRow(0)
    qtbot.keyClick(page.panel.view, Qt.Key.Key_2)
    row = page.panel.model.row(0)
    assert row.state is RowState.FREE
    assert row.visit.starts.hour == 10


def test_the_menu_of_a_row_offers_each_alternative_and_leaving_out(page, taken):
    menu = page.panel.view.menu_for(page.panel.model.row(0))
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "&1  8:00 with Ana Ruiz in Fine-Motor",
        "&2  10:00 with Ana Ruiz in Fine-Motor",
        "&3  9:00 with Cam Lee in Fine-Motor",
        "Leave this visit out",
    ]
    menu.actions()[2].trigger()
    assert page.panel.model.row(0).therapist_name == "Cam Lee"


def test_a_refused_booking_leads_to_the_visits_in_red(page, taken, qtbot):
    page.activateWindow()
    page.form.start_edit.edit.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.focusWidget() is page.panel.view
    page.panel.conflict_notice.button.click()
    assert not page.error_notice.isVisible()


def test_another_child_brings_their_own_therapist(page, services, clinic):
    for name, therapist in (("Maya", clinic.ana), ("Noa", clinic.ben)):
        page.start_with(a_child(services, name, therapist_id=therapist))
        assert page.form.therapist_combo.currentData() == therapist


def test_enter_opens_the_menu(page, taken, qtbot):
    page.panel.view.selectRow(0)
    page.panel.view.setFocus()
    qtbot.keyClick(page.panel.view, Qt.Key.Key_Return)
    menu = page.panel.view.findChild(QObject, "places")
    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_x_leaves_a_visit_out_and_brings_it_back(page, taken, qtbot):
    page.panel.view.selectRow(0)
    qtbot.keyClick(page.panel.view, Qt.Key.Key_X)
    assert page.panel.model.row(0).state is RowState.LEFT_OUT
    qtbot.keyClick(page.panel.view, Qt.Key.Key_X)
    assert page.panel.model.row(0).state is RowState.CONFLICT


def test_the_first_alternative_for_all_makes_it_bookable(page, taken, services, clinic, qtbot):
    page.panel.conflict_notice.button.click()
    assert page.preview.can_book
    with qtbot.waitSignal(page.booked):
        page.book_button.click()
    assert len(services.scheduling.sessions_of(clinic.owen)) == 20


def test_another_therapist_forgets_the_choices_made_for_the_first(page, taken, clinic, qtbot):
    page.panel.view.selectRow(0)
    qtbot.keyClick(page.panel.view, Qt.Key.Key_1)
    choose(page.form.therapist_combo, clinic.cam)
    qtbot.waitUntil(lambda: page.preview.request.therapist_id == clinic.cam)
    assert {row.state for row in page.preview.booked} == {RowState.FREE}
    assert not any(row.is_chosen for row in page.preview.rows)


def test_a_warning_asks_for_a_reason_and_keeps_it(page, clinic, services, qtbot):
    fill(page, clinic, clinic.owen)
    choose(page.form.therapist_combo, clinic.ben)
    page.form.count_stepper.set_value(1)
    page.reload()
    assert page.panel.reason_field.isVisible()
    page.book_button.click()
    assert page.panel.reason_field.problem.startswith("Say why.")
    qtbot.keyClicks(page.panel.reason_edit, "Ben offered to come in.")
    with qtbot.waitSignal(page.booked):
        page.book_button.click()
    [session] = services.scheduling.sessions_of(clinic.owen)
    assert session.override_reason == "Ben offered to come in."


def test_dates_that_changed_unseen_are_shown_before_they_are_booked(page, clinic, services):
    fill(page, clinic, clinic.maya)
    elsewhere = services_for(services.user).scheduling
    owens = mayas_series(clinic, child_id=clinic.owen, room_id=clinic.feeding, count=1)
    elsewhere.book(elsewhere.preview(owens))
    page.book_button.click()
    assert page.error_notice.words.text() == "The dates have changed. Look again, then book."
    assert page.panel.conflict_notice.words.text() == "1 of 20 visits needs another place."
    assert services.scheduling.sessions_of(clinic.maya) == []


def test_the_table_follows_bookings_made_elsewhere(page, clinic, services, qtbot):
    fill(page, clinic, clinic.maya)
    owens = mayas_series(clinic, child_id=clinic.owen, room_id=clinic.feeding, count=1)
    services.scheduling.book(services.scheduling.preview(owens))
    qtbot.waitUntil(lambda: len(page.preview.conflicts) == 1)


def test_the_preview_model_obeys_qt(page, clinic, qtmodeltester):
    fill(page, clinic, clinic.maya)
    model = PreviewTableModel()
    qtmodeltester.check(model)
    model.set_rows(page.preview.rows)
    qtmodeltester.check(model)


def test_every_row_is_read_out_as_a_sentence(page, clinic):
    fill(page, clinic, clinic.maya)
    row = page.panel.model.index(0, 0).data(ROW_ROLE)
    assert all_words(row) == ("Session 1. Mon, Jun 7, 9:00–10:00, Ana Ruiz, Sensory Gym. Free")


def test_every_control_has_a_name(page, clinic):
    fill(page, clinic, clinic.maya)
    kinds = (QLineEdit, QAbstractButton, QComboBox, QTableView)
    unnamed = [
        type(widget).__name__
        for kind in kinds
        for widget in page.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert unnamed == []


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_page_full_of_conflicts_is_painted(page, taken, qapp, scheme):
    install_theme(qapp, scheme)
    assert not page.grab().isNull()
    install_theme(qapp, Scheme.LIGHT)
