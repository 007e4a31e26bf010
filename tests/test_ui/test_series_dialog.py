"""Story 6 on screen: Maya's summer is changed from Mon, Jun 21, nine sessions being held."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from db.connection import close_database
from ot_desktop.scheduling.preview import RowState
from ot_desktop.scheduling.series_changes import Scope
from tests.test_ot_desktop.test_story_06 import MONDAY, Summer, in_the_way
from ui.visits.series_dialog import SeriesDialog


@pytest.fixture
def summer():
    yield Summer()
    close_database()


@pytest.fixture
def opened(qtbot, summer):
    def open_at(day=MONDAY):
        dialog = SeriesDialog(summer.services, summer.session(day).id, None)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_at


def rows(dialog):
    model = dialog.panel.model
    return [model.row(place) for place in range(model.rowCount())]


def to_half_past_ten(qtbot, dialog):
    dialog.fields.time_edit.set_value(time(10, 30))
    qtbot.waitUntil(lambda: dialog.panel.model.rowCount() == 11)


def test_the_counter_says_how_far_the_series_is(opened):
    assert opened().counter.text() == "9 held · 11 to come"


def test_nothing_can_be_saved_before_anything_differs(opened):
    dialog = opened()
    assert dialog.panel.model.rowCount() == 0
    assert not dialog.save_button.isEnabled()


def test_of_eleven_nine_are_free_and_two_clash_with_other_places_beside_them(qtbot, summer, opened):
    in_the_way(summer, date(2027, 6, 22), date(2027, 6, 29))
    dialog = opened()
    to_half_past_ten(qtbot, dialog)
    states = [row.state for row in rows(dialog)]
    assert (states.count(RowState.FREE), states.count(RowState.CONFLICT)) == (9, 2)
    assert all(row.alternatives for row in rows(dialog) if row.state is RowState.CONFLICT)
    assert not dialog.save_button.isEnabled()


def test_the_first_alternatives_make_it_fit_and_undo_brings_all_back(qtbot, summer, opened):
    in_the_way(summer, date(2027, 6, 22), date(2027, 6, 29))
    before = summer.series
    dialog = opened()
    to_half_past_ten(qtbot, dialog)
    dialog.panel.conflict_notice.button.click()
    dialog.save_button.click()
    after = summer.series
    assert dialog.done_words == "11 sessions of Maya Ortega changed"
    assert [each.id for each in after.sessions] == [each.id for each in before.sessions]
    assert (after.progress.held, after.progress.to_come, after.progress.total) == (9, 11, 20)
    assert after.sessions[:9] == before.sessions[:9]
    dialog.take_back()
    assert summer.series == before


def test_one_session_that_is_to_stay_is_left_alone(qtbot, summer, opened):
    dialog = opened()
    to_half_past_ten(qtbot, dialog)
    dialog.panel.view.selectRow(3)
    qtbot.keyClick(dialog.panel.view, Qt.Key.Key_X)
    dialog.save_button.click()
    times = [each.starts.time() for each in summer.series.sessions[9:]]
    assert times.count(time(10, 30)) == 10
    assert times[3] == time(9)


def test_only_this_one_changes_its_therapist(qtbot, summer, opened):
    dialog = opened(date(2027, 6, 22))
    dialog.fields.scope_control.choose(Scope.ONLY_THIS.value)
    dialog.fields.therapist_combo.choose(summer.clinic.ben)
    qtbot.waitUntil(lambda: dialog.panel.model.rowCount() == 1)
    dialog.save_button.click()
    ben = [each for each in summer.series.sessions if each.therapist_id == summer.clinic.ben]
    assert [each.starts.date() for each in ben] == [date(2027, 6, 22)]


def test_a_family_away_comes_back_at_the_end(qtbot, summer, opened):
    dialog = opened()
    dialog.fields.kind_control.choose("pause")
    dialog.fields.first_edit.set_value(date(2027, 6, 28))
    dialog.fields.last_edit.set_value(date(2027, 7, 2))
    qtbot.waitUntil(lambda: dialog.panel.model.rowCount() == 5)
    dialog.save_button.click()
    days = [each.starts.date() for each in summer.series.sessions]
    assert days[-5:] == [date(2027, 7, day) for day in (7, 8, 9, 12, 13)]
    assert not any(date(2027, 6, 28) <= day <= date(2027, 7, 2) for day in days)


def test_three_more_join_and_can_be_taken_off_again(qtbot, summer, opened):
    dialog = opened()
    dialog.fields.kind_control.choose("extend")
    qtbot.waitUntil(lambda: dialog.panel.model.rowCount() == 3)
    assert "visits 25–27 of 24" in dialog.panel.approval_notice.words.text()
    dialog.panel.reason_edit.setText("Renewal was sent on Monday.")
    dialog.save_button.click()
    assert summer.series.progress.to_come == 14
    dialog.take_back()
    assert summer.series.progress.to_come == 11


def test_the_last_two_are_taken_off_and_brought_back(qtbot, summer, opened):
    dialog = opened()
    dialog.fields.kind_control.choose("shorten")
    dialog.fields.fewer_stepper.set_value(2)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    dialog.save_button.click()
    assert summer.series.progress.to_come == 9
    dialog.take_back()
    assert summer.series.progress.to_come == 11


def test_a_series_may_not_be_shortened_past_what_has_happened(qtbot, summer, opened):
    dialog = opened()
    dialog.fields.kind_control.choose("shorten")
    dialog.fields.fewer_stepper.set_value(12)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    dialog.save_button.click()
    assert dialog.isVisible()
    assert dialog.error_notice.words.text() == "11 sessions are still to come. Choose 1 to 11."
