"""Two visits change rooms on a screen: chosen, swapped in one step, taken back."""

from datetime import date, time

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget

from db.connection import close_database
from tests.builders import an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic
from ui.visits.swap_dialog import SwapRoomsDialog

MONDAY = date(2027, 6, 7)


@pytest.fixture
def dialog(qtbot):
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    for child_id, therapist_id, room_id in (
        (clinic.maya, clinic.ana, clinic.feeding),
        (clinic.owen, clinic.cam, clinic.fine_motor),
    ):
        wanted = mayas_series(
            clinic,
            count=1,
            child_id=child_id,
            times=(time(9),),
            therapist_id=therapist_id,
            room_id=room_id,
        )
        services.scheduling.book(services.scheduling.preview(wanted), "agreed")
    window = QWidget()
    dialog = SwapRoomsDialog(services, MONDAY, window)
    dialog.services, dialog.heard = services, []
    dialog.told.connect(lambda *told: dialog.heard.append(told))
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    shiboken6.delete(window)
    close_database()


def rooms(dialog):
    found = dialog.services.scheduling.day_schedule(MONDAY)
    return {each.child_name: each.room_name for each in found}


def test_two_visits_at_one_time_swap_rooms_and_back(dialog):
    before = rooms(dialog)
    dialog.save_button.click()
    [(sentence, undo)] = dialog.heard
    assert "Maya Ortega is in Fine-Motor now, Owen Park in Feeding." in sentence
    assert rooms(dialog) == {"Maya Ortega": "Fine-Motor", "Owen Park": "Feeding"}
    undo()
    assert rooms(dialog) == before


def test_a_day_without_two_visits_says_what_is_missing(dialog):
    dialog.day_edit.set_value(date(2027, 6, 8))
    dialog.save_button.click()
    assert dialog.fields["other"].problem == "Choose two visits in different rooms."
