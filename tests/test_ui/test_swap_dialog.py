"""Two visits change rooms on a screen: chosen, swapped in one step, taken back."""

from datetime import date, datetime, time

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget

from db.connection import close_database
from ot_desktop.clock import today
from ot_desktop.scheduling.attendance import Reason
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.scheduling.rearranging import Step
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


def test_a_visit_that_was_called_off_is_not_offered(dialog):
    services = dialog.services
    [maya, _owen] = sorted(services.scheduling.day_schedule(MONDAY), key=lambda one: one.id)
    steps = [Step(maya.id, called_off=Reason.THERAPIST_ILL)]
    services.rearranging.save(services.rearranging.preview(steps), "ill")
    dialog.day_edit.set_value(None)
    dialog.day_edit.set_value(MONDAY)
    offered = [dialog.one_box.itemText(place) for place in range(dialog.one_box.count())]
    assert offered == ["9:00  Owen Park, Fine-Motor"]


def test_whoever_is_here_already_is_not_offered(dialog):
    services, day = dialog.services, today()
    clinic = services.settings.clinic()
    child = services.scheduling.day_schedule(MONDAY)[0].child_id
    request = SeriesRequest.single(
        child, datetime.combine(day, time(0)), 15, clinic.therapists[0].id, clinic.rooms[0].id
    )
    services.scheduling.book(services.scheduling.preview(request), "agreed")
    [visit] = services.scheduling.day_schedule(day)
    dialog.day_edit.set_value(day)
    assert dialog.one_box.count() == 1
    services.attendance.check_in(visit.id)
    dialog.day_edit.set_value(None)
    dialog.day_edit.set_value(day)
    assert dialog.one_box.count() == 0


def test_a_day_without_two_visits_says_what_is_missing(dialog):
    dialog.day_edit.set_value(date(2027, 6, 8))
    dialog.save_button.click()
    assert dialog.fields["other"].problem == "Choose two visits in different rooms."
