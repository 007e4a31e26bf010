"""Adds the visits a payer approved."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.scheduling.approving import Approvals
from ui.shared.form_dialog import FormDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.stepper import Stepper

MOST_VISITS = 500


def _tr(words: str) -> str:
    return QCoreApplication.translate("CareDialogs", words)


class AuthorizationDialog(FormDialog):
    """Unconfirmed visits use it at once, booking counts it from then on."""

    def __init__(
        self, approvals: Approvals, child_id: int, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(_tr("Add approved visits"), _tr("Add"), parent)
        self._approvals = approvals
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
        self._approvals.authorize(self._child_id, draft)
