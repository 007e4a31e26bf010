"""A therapist away on a screen: everybody listed, decided row by row, confirmed at once."""

from datetime import date, time

import pytest
import shiboken6
from PySide6.QtWidgets import QLabel, QWidget

from db.connection import close_database
from ot_desktop.scheduling.domain import SessionStatus
from tests.builders import an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic
from ui.visits.closing_dialog import ClosingDialog

MONDAY = date(2027, 6, 7)


@pytest.fixture
def desk(qtbot):
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    for child_id, hour in ((clinic.maya, 9), (clinic.owen, 14)):
        wanted = mayas_series(clinic, count=1, child_id=child_id, times=(time(hour),))
        services.scheduling.book(services.scheduling.preview(wanted), "agreed")
    window = QWidget()
    dialog = ClosingDialog(services, "therapist", MONDAY, window)
    dialog.services, dialog.heard = services, []
    dialog.told.connect(lambda *told: dialog.heard.append(told))
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
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
