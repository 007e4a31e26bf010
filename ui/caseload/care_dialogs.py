"""Visits a payer approved, and the minutes a day a family can practice."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.caseload.domain import ChildPage, PracticeCapacity
from ot_desktop.caseload.service import CaseloadService
from ui.shared.form_dialog import FormDialog
from ui.widgets.field import Field
from ui.widgets.stepper import Stepper


def _tr(words: str) -> str:
    return QCoreApplication.translate("CareDialogs", words)


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
        self.show_fields(
            {
                "practice": Field(self.tr("At least"), self.least_stepper),
                "most": Field(self.tr("At most"), self.most_stepper),
                "days": Field(self.tr("Days a week"), self.days_stepper),
                "said_by": Field(self.tr("Who said so"), self.said_edit, optional=True),
            }
        )
        self.least_stepper.setFocus()

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
