"""Visits a payer approved, and the minutes a day a family can practice."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.caseload.domain import AuthorizationDraft, ChildPage, PracticeCapacity
from ot_desktop.caseload.service import CaseloadService
from ui.shared.form_dialog import FormDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.stepper import Stepper

MOST_VISITS = 500


def _tr(words: str) -> str:
    return QCoreApplication.translate("CareDialogs", words)


class AuthorizationDialog(FormDialog):
    """Adds one authorization; booking counts it from then on."""

    def __init__(
        self, caseload: CaseloadService, child_id: int, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(_tr("Add approved visits"), _tr("Add"), parent)
        self._caseload = caseload
        self._child_id = child_id
        self.visits_stepper = Stepper(self.tr("Visits approved"), (1, MOST_VISITS), 24)
        self.used_stepper = Stepper(self.tr("Already used"), (0, MOST_VISITS), 0)
        self.payer_edit, self.number_edit = QLineEdit(), QLineEdit()
        self.from_edit = DateEdit(self.tr("From"), today)
        self.until_edit = DateEdit(self.tr("Until"), today)
        self.show_fields(
            {
                "visits": Field(self.tr("Visits approved"), self.visits_stepper),
                "used_before": Field(self.tr("Already used"), self.used_stepper),
                "payer": Field(self.tr("Payer"), self.payer_edit, optional=True),
                "number": Field(self.tr("Authorization number"), self.number_edit, optional=True),
                "starts_on": Field(self.tr("From"), self.from_edit, optional=True),
                "ends_on": Field(self.tr("Until"), self.until_edit, optional=True),
            }
        )
        self.visits_stepper.setFocus()

    def save(self) -> None:
        """Add the visits."""
        draft = AuthorizationDraft(
            visits=self.visits_stepper.value(),
            payer=self.payer_edit.text(),
            number=self.number_edit.text(),
            used_before=self.used_stepper.value(),
            starts_on=self.from_edit.value(),
            ends_on=self.until_edit.value(),
        )
        self._caseload.authorize(self._child_id, draft)


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
