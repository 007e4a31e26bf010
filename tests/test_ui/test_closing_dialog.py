"""A therapist away on a screen: everybody listed, decided row by row, confirmed at once."""

from datetime import date, datetime, time

import pypdfium2
import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget

from db.connection import close_database
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from tests.builders import an_empty_clinic
from tests.paper_tray import PaperTray
from tests.reference_clinic import mayas_series, reference_clinic
from ui.tasks import TaskRunner
from ui.visits.closing_dialog import ClosingDialog

MONDAY = date(2027, 6, 7)


@pytest.fixture
def desk(qtbot, tmp_path):
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    for child_id, hour in ((clinic.maya, 9), (clinic.owen, 14)):
        wanted = mayas_series(clinic, count=1, child_id=child_id, times=(time(hour),))
        services.scheduling.book(services.scheduling.preview(wanted), "agreed")
    window = QWidget()
    owner = QObject()
    tasks = TaskRunner(owner)
    dialog = ClosingDialog(services, tasks, "therapist", MONDAY, window)
    dialog.run.output = PaperTray(tmp_path)
    dialog.services, dialog.heard = services, []
    dialog.told.connect(lambda *told: dialog.heard.append(told))
    dialog.show()
    yield dialog
    tasks.stop()
    shiboken6.delete(owner)
    shiboken6.delete(window)
    close_database()


def booked(dialog):
    return dialog.services.scheduling.day_schedule(MONDAY)


def words(dialog):
    return " ".join(each.text() for each in dialog.findChildren(QLabel))


def choose(dialog, place, words):
    box = dialog.choice(place)
    box.setCurrentIndex(next(n for n in range(box.count()) if box.itemText(n).startswith(words)))


def test_the_affected_are_listed_with_phone_language_and_alerts(desk):
    text = words(desk)
    assert "2 visits are affected" in text
    assert "Lucía Ortega, mother, 555-0142, Spanish, interpreter needed" in text
    assert "Peanut, Latex" in text
    assert "Daniel" not in text


def test_ben_is_not_offered_on_a_monday(desk):
    box = desk.choice(0)
    offered = [box.itemText(number) for number in range(box.count())]
    assert (offered[0], offered[-1]) == ("Call later", "Cancel by clinic")
    assert "Cam Lee" in " ".join(offered)
    assert "Ben Cole" not in " ".join(offered)


def test_esc_changes_nothing(desk):
    choose(desk, 0, "Cancel by clinic")
    desk.reject()
    assert {each.status for each in booked(desk)} == {SessionStatus.PLANNED}


def test_confirming_does_all_and_undo_takes_it_back(desk):
    choose(desk, 0, "Cam Lee")
    choose(desk, 1, "Cancel by clinic")
    desk.reason_edit.setText("ill")
    desk.save_button.click()
    [(sentence, undo)] = desk.heard
    assert sentence == "Ana Ruiz: 2 visits changed, 0 to be called later."
    assert booked(desk)[0].therapist_name == "Cam Lee"
    undo()
    assert {each.therapist_name for each in booked(desk)} == {"Ana Ruiz"}
    assert {each.status for each in booked(desk)} == {SessionStatus.PLANNED}


def test_part_of_a_day_lists_its_visits_only(desk):
    desk.whole_box.setChecked(False)
    desk.from_edit.set_value(time(13))
    desk.until_edit.set_value(time(17))
    assert [row.session.child_name for row in desk.rows] == ["Owen Park"]


def test_a_last_day_before_the_first_is_refused_at_its_field(desk):
    desk.last_edit.set_value(date(2027, 6, 4))
    assert desk.fields["last_day"].problem == "The last day is before the first. Check both."
    assert desk.rows == []
    desk.save_button.click()
    assert desk.isVisible()
    assert desk.services.time_off.between(date(2027, 6, 4), MONDAY) == ()


def test_the_last_day_goes_along_while_one_day_is_meant(desk, qtbot):
    desk.first_edit.edit.clear()
    qtbot.keyClicks(desk.first_edit.edit, "6/9/2027")
    assert desk.last_edit.value() == date(2027, 6, 9)
    desk.last_edit.set_value(date(2027, 6, 11))
    desk.first_edit.set_value(date(2027, 6, 10))
    assert desk.last_edit.value() == date(2027, 6, 11)


@pytest.mark.parametrize(
    ("starts", "ends", "sentence"),
    [
        (time(13), None, "Enter from when until when, like 1:00 PM to 3:00 PM."),
        (time(15), time(13), "It ends before it begins. Check both times."),
    ],
)
def test_half_a_time_is_refused_at_its_field(desk, starts, ends, sentence):
    desk.whole_box.setChecked(False)
    desk.from_edit.set_value(starts)
    desk.until_edit.set_value(ends)
    desk.save_button.click()
    assert desk.fields["window"].problem == sentence
    assert desk.services.time_off.between(MONDAY, MONDAY) == ()


def test_the_days_of_a_range_come_one_after_another(desk, qtbot):
    desk.last_edit.set_value(date(2027, 6, 18))
    assert not desk.save_button.isEnabled()
    qtbot.waitUntil(desk.save_button.isEnabled)
    assert len(desk.rows) == 2


def test_one_click_keeps_all_times(desk, qtbot):
    qtbot.waitUntil(desk.keep_button.isEnabled)
    desk.keep_button.click()
    assert desk.note.text() == "2 of 2 can keep the time."
    desk.save_button.click()
    assert {each.therapist_name for each in booked(desk)} == {"Cam Lee"}
    assert [each.starts.hour for each in booked(desk)] == [9, 14]


def test_the_call_list_of_the_affected_is_printed(desk, qtbot):
    desk.whole_box.setChecked(False)
    desk.from_edit.set_value(time(13))
    desk.until_edit.set_value(time(17))
    qtbot.waitUntil(desk.calls_button.isEnabled)
    desk.calls_button.click()
    tray = desk.run.output
    qtbot.waitUntil(lambda: bool(tray.opened), timeout=20_000)
    text = pypdfium2.PdfDocument(tray.opened[0].read_bytes())[0].get_textpage().get_text_range()
    assert "Owen Park" in text
    assert "Maya" not in text


def test_who_is_back_early_has_the_visits_again(desk, qtbot):
    qtbot.waitUntil(desk.save_button.isEnabled)
    assert not desk.early_button.isVisible()
    choose(desk, 0, "Cancel by clinic")
    desk.save_button.click()
    again = ClosingDialog(desk.services, TaskRunner(desk), "therapist", MONDAY, desk.parentWidget())
    again.told.connect(lambda *told: desk.heard.append(told))
    again.show()
    assert again.early_button.text() == "Ana Ruiz is back"
    again.early_button.click()
    assert desk.heard[-1][0] == "Ana Ruiz is back. Every visit that was called off is back too."
    assert {each.status for each in booked(desk)} == {SessionStatus.PLANNED}


def test_a_visit_booked_meanwhile_is_listed_and_what_was_decided_stays(desk):
    choose(desk, 0, "Cancel by clinic")
    clinic = desk.services.caseload
    iris = next(each.id for each in clinic.rows() if each.given_name == "Iris")
    ana = booked(desk)[0].therapist_id
    request = SeriesRequest.single(iris, datetime.combine(MONDAY, time(11)), 60, ana)
    desk.services.scheduling.book(desk.services.scheduling.preview(request), "agreed")
    desk.take("yes")
    assert desk.isVisible()
    assert "changed since you looked: Iris Nordin" in desk.refusal.text()
    assert [row.session.child_name for row in desk.rows] == [
        "Maya Ortega",
        "Iris Nordin",
        "Owen Park",
    ]
    assert desk.choice(0).currentText() == "Cancel by clinic"
    desk.take("yes")
    assert not desk.isVisible()
    assert booked(desk)[0].status is SessionStatus.CANCELLED_BY_CLINIC


def test_whatever_nobody_decided_on_is_cancelled_with_one_click(desk):
    choose(desk, 0, "Cam Lee")
    desk.off_button.click()
    assert desk.note.text() == "1 to be cancelled once you confirm."
    assert desk.choice(1).currentText() == "Cancel by clinic"
    desk.take("yes")
    maya, owen = booked(desk)
    assert maya.therapist_name == "Cam Lee"
    assert owen.status is SessionStatus.CANCELLED_BY_CLINIC
