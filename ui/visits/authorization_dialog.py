"""Adds the visits a payer approved."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.caseload.units import Rounding
from ot_desktop.scheduling.approving import Approvals
from ui.shared.form_dialog import FormDialog
from ui.widgets.choice import CheckBox, ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.stepper import Stepper

MOST_VISITS = 2000


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
        self.measure_combo = ComboBox(self.tr("Counted in"))
        for words, rounding in (
            (self.tr("visits"), None),
            (self.tr("units of 15 min, from 8 minutes on"), Rounding.EIGHT_MINUTES),
            (self.tr("units of 15 min, to the nearest"), Rounding.MID_POINT),
        ):
            self.measure_combo.addItem(words, rounding)
        self.no_shows_check = CheckBox(self.tr("This payer takes a visit for a no-show too"))
        self.visits_stepper = Stepper(self.tr("Approved"), (1, MOST_VISITS), 24)
        self.used_stepper = Stepper(self.tr("Already used"), (0, MOST_VISITS), 0)
        self.payer_edit, self.number_edit = QLineEdit(), QLineEdit()
        self.from_edit = DateEdit(self.tr("From"), today)
        self.until_edit = DateEdit(self.tr("Until"), today)
        self.show_fields(
            {
                "visits": Field(self.tr("Approved"), self.visits_stepper),
                "measure": Field(self.tr("Counted in"), self.measure_combo),
                "used_before": Field(self.tr("Already used"), self.used_stepper),
                "payer": Field(self.tr("Payer"), self.payer_edit, optional=True),
                "number": Field(self.tr("Authorization number"), self.number_edit, optional=True),
                "starts_on": Field(self.tr("From"), self.from_edit, optional=True),
                "ends_on": Field(self.tr("Until"), self.until_edit, optional=True),
            }
        )
        self.form.insertWidget(self.form.count() - 1, self.no_shows_check)
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
            rounding=self.measure_combo.currentData(),
            counts_no_shows=self.no_shows_check.isChecked(),
        )
        self._approvals.authorize(self._child_id, draft)
