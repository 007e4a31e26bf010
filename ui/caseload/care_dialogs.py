"""Visits a payer approved, and the minutes a day a family can practice."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.caseload.domain import ChildPage, PracticeCapacity
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.home_programs.minutes import PRESETS, FamilyLimit
from ui.shared.form_dialog import FormDialog
from ui.widgets.field import Field
from ui.widgets.segmented import SegmentedControl
from ui.widgets.stepper import Stepper

_CUSTOM = "custom"


def _tr(words: str) -> str:
    return QCoreApplication.translate("CareDialogs", words)


class FamilyMinutes(NamedTuple):
    """The least and the most minutes a day."""

    least: int
    most: int


def _key(preset: FamilyLimit) -> str:
    return f"{preset.least}-{preset.most}"


class PracticeDialog(FormDialog):
    """Keeps what the family says it can do; the home program's limit comes from here."""

    def __init__(
        self,
        caseload: CaseloadService,
        child: ChildPage,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        question = _tr("Practice minutes for {0}").format(child.first_name)
        super().__init__(question, _tr("Save"), parent)
        self._caseload = caseload
        self._child = child
        self._today = today
        known = child.practice
        minutes = (known.min_minutes, known.max_minutes) if known else (5, 10)
        self.least_stepper = Stepper(self.tr("At least"), (1, 60), minutes[0], suffix="min")
        self.most_stepper = Stepper(self.tr("At most"), (1, 60), minutes[1], suffix="min")
        self.days_stepper = Stepper(self.tr("Days a week"), (1, 7), known.days if known else 7)
        self.said_edit = QLineEdit(known.said_by if known else "")
        self.preset_control = SegmentedControl(self.tr("Minutes a day"), small=True)
        for preset in PRESETS:
            words = self.tr("{0} to {1}") if preset.least else self.tr("Up to {1}")
            self.preset_control.add(_key(preset), words.format(preset.least, preset.most))
        self.preset_control.add(_CUSTOM, self.tr("Other"))
        self._show_preset()
        self.preset_control.changed.connect(self._take_preset)
        for stepper in (self.least_stepper, self.most_stepper):
            stepper.changed.connect(self._show_preset)
        self.show_fields(
            {
                "preset": Field(self.tr("Minutes a day"), self.preset_control),
                "practice": Field(self.tr("At least"), self.least_stepper),
                "most": Field(self.tr("At most"), self.most_stepper),
                "days": Field(self.tr("Days a week"), self.days_stepper),
                "said_by": Field(self.tr("Who said so"), self.said_edit, optional=True),
            }
        )
        self.least_stepper.setFocus()

    @Slot()
    def _show_preset(self) -> None:
        now = FamilyMinutes(self.least_stepper.value(), self.most_stepper.value())
        known = {FamilyMinutes(max(1, each.least), each.most): _key(each) for each in PRESETS}
        self.preset_control.choose(known.get(now, _CUSTOM))

    @Slot(str)
    def _take_preset(self, key: str) -> None:
        for preset in PRESETS:
            if _key(preset) == key:
                self.most_stepper.set_value(preset.most)
                self.least_stepper.set_value(max(1, preset.least))

    def save(self) -> None:
        """Keep the family's answer with today's date."""
        capacity = PracticeCapacity(
            min_minutes=self.least_stepper.value(),
            max_minutes=self.most_stepper.value(),
            days=self.days_stepper.value(),
            said_by=self.said_edit.text(),
            said_on=self._today,
        )
        self._caseload.set_practice(self._child.id, capacity)
