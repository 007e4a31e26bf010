"""How much one therapist gives: most minutes a day, lunch, time to write."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop.errors import ValidationError
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import USUAL_LUNCH, ProgramTherapist
from ot_desktop.programs.service import ProgramService
from ui.programs.words import HOUR
from ui.shared.form_dialog import FormDialog
from ui.widgets.choice import CheckBox
from ui.widgets.field import Field
from ui.widgets.label import label
from ui.widgets.stepper import Stepper
from ui.widgets.time_edit import TimeEdit

_DAY_LIMITS, _DAY_STEP = (15, 720), 15
_WRITING_LIMITS, _WRITING_STEP = (0, 60), 15
_LUNCH_LIMITS = (15, 120)


class LimitsDialog(FormDialog):
    """Saves the limits of one therapist in one program."""

    def __init__(
        self,
        programs: ProgramService,
        program_id: int,
        limits: ProgramTherapist,
        parent: QWidget,
    ) -> None:
        question = parent.tr("How much does {0} give?").format(limits.name.split()[0])
        super().__init__(question, parent.tr("Save"), parent)
        self._programs = programs
        self._program_id = program_id
        self._limits = limits
        minutes = self.tr("min")
        self.most = Stepper(
            self.tr("Most minutes with children a day"),
            _DAY_LIMITS,
            limits.most_minutes_a_day,
            suffix=minutes,
            step=_DAY_STEP,
        )
        self.writing = Stepper(
            self.tr("Minutes to write after each visit"),
            _WRITING_LIMITS,
            limits.writing_minutes,
            suffix=minutes,
            step=_WRITING_STEP,
        )
        window = limits.lunch or USUAL_LUNCH
        self.lunch_box = CheckBox(self.tr("Takes lunch"), checked=limits.lunch is not None)
        self.lunch = Stepper(
            self.tr("Minutes of lunch"),
            _LUNCH_LIMITS,
            limits.lunch_minutes or _LUNCH_LIMITS[0],
            suffix=minutes,
            step=_LUNCH_LIMITS[0],
        )
        self.from_edit = TimeEdit(self.tr("Lunch not before"), _time(window.start))
        self.until_edit = TimeEdit(self.tr("Lunch ends by"), _time(window.end))
        self.show_fields(self._fields())
        self.lunch_box.toggled.connect(self._show_lunch)
        self._show_lunch()
        self.most.edit.setFocus()

    def save(self) -> None:
        """Keep what was chosen."""
        self._programs.put_therapist(
            self._program_id,
            replace(
                self._limits,
                most_minutes_a_day=self.most.value(),
                writing_minutes=self.writing.value(),
                lunch=self._window() if self.lunch_box.isChecked() else None,
                lunch_minutes=self.lunch.value(),
            ),
        )

    def _window(self) -> Window:
        starts, ends = self.from_edit.value(), self.until_edit.value()
        if starts is None or ends is None or ends <= starts:
            sentence = self.tr("Enter from when until when lunch may be, like 11:30 and 1:30.")
            raise ValidationError({"lunch": sentence})
        return Window(_minute(starts), _minute(ends))

    def _fields(self) -> dict[str, Field]:
        self._when = _row(self.from_edit, label(self.tr("to"), "body", "text-2"), self.until_edit)
        lunch = _row(self.lunch_box, self.lunch)
        return {
            "most_minutes_a_day": Field(
                self.tr("Most minutes with children a day"), _row(self.most)
            ),
            "writing_minutes": Field(
                self.tr("Minutes to write after each visit"), _row(self.writing)
            ),
            "lunch_minutes": Field(self.tr("Lunch"), lunch),
            "lunch": Field(self.tr("Some time between"), self._when),
        }

    @Slot()
    def _show_lunch(self) -> None:
        takes = self.lunch_box.isChecked()
        self.lunch.setEnabled(takes)
        self.fields["lunch"].setVisible(takes)


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    holder.setFocusProxy(widgets[0])
    return holder


def _time(minute: int) -> time:
    return time(minute // HOUR, minute % HOUR)


def _minute(at: time) -> int:
    return at.hour * HOUR + at.minute
