"""Two visits of one day change rooms, in one step."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.day_words import clock_text
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.scheduling.domain import ScheduledSession
from ot_desktop.scheduling.rearranging import Rearranging, Step, can_change
from ot_desktop.scheduling.wording import sentence
from ot_desktop.services import Services
from ui.shared.form_dialog import FormDialog
from ui.widgets.choice import ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field, line_edit


class SwapRoomsDialog(FormDialog):
    """``told`` carries a sentence and what takes it back; neither visit is in the other's way."""

    told = Signal(str, object)

    def __init__(self, services: Services, day: date, parent: QWidget) -> None:
        super().__init__(parent.tr("Swap two rooms"), parent.tr("Swap"), parent)
        self._services = services
        self.day_edit = DateEdit(self.tr("Day"), day)
        self.day_edit.set_value(day)
        self.one_box = ComboBox(self.tr("One visit"))
        self.other_box = ComboBox(self.tr("Changes rooms with"))
        self.reason_edit = line_edit(self.tr("Why"))
        self.show_fields(
            {
                "day": Field(self.tr("Day"), self.day_edit),
                "one": Field(self.tr("One visit"), self.one_box),
                "other": Field(self.tr("Changes rooms with"), self.other_box),
                "override_reason": Field(self.tr("Why"), self.reason_edit, optional=True),
            }
        )
        self.day_edit.changed.connect(self._offer_day)
        self.one_box.currentIndexChanged.connect(self._offer_others)
        self._sessions: Sequence[ScheduledSession] = ()
        self._offer_day()

    def save(self) -> None:
        """Swap, or say what is in the way."""
        one, other = self.one_box.currentData(), self.other_box.currentData()
        if one is None or other is None:
            raise ValidationError({"other": self.tr("Choose two visits in different rooms.")})
        seen = self._services.closing.swap_rooms(one.id, other.id)
        if seen.conflicts:
            row = seen.conflicts[0]
            who = row.session.child_name
            why = " ".join(sentence(each) for each in row.findings)
            raise ClinicError(self.tr("{0}: {1}").format(who, why))
        rearranging = self._services.rearranging
        back = rearranging.save(seen, self.reason_edit.text())
        words = self.tr("{0} is in {1} now, {2} in {3}.")
        said = words.format(one.child_name, other.room_name, other.child_name, one.room_name)
        self.told.emit(said, partial(_take_back, rearranging, back))

    @Slot()
    def _offer_day(self) -> None:
        day = self.day_edit.value()
        found = self._services.scheduling.day_schedule(day) if day else ()
        self._sessions = [each for each in found if can_change(each) and each.room_id]
        _fill(self.one_box, self._sessions)
        self._offer_others()

    @Slot()
    def _offer_others(self) -> None:
        """Offer visits in other rooms, those at the same time first."""
        one = self.one_box.currentData()
        others = [each for each in self._sessions if one and each.room_id != one.room_id]
        others.sort(key=lambda each: each.starts >= one.ends or one.starts >= each.ends)
        _fill(self.other_box, others)


def _fill(box: ComboBox, sessions: Sequence[ScheduledSession]) -> None:
    box.blockSignals(True)  # noqa: FBT003  (Qt's argument has no name)
    box.clear()
    for each in sessions:
        words = f"{clock_text(each.starts)}  {each.child_name}, {each.room_name}"
        box.addItem(words, each)
    box.blockSignals(False)  # noqa: FBT003  (Qt's argument has no name)


def _take_back(rearranging: Rearranging, back: tuple[Step, ...]) -> None:
    rearranging.save(rearranging.preview(back), "Taken back")
