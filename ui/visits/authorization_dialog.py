"""Adds the visits a payer approved, or corrects what was added."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.caseload.units import Rounding
from ot_desktop.day_words import dated
from ot_desktop.scheduling.approving import Approvals
from ot_desktop.scheduling.reading import AuthorizationUse
from ui.shared.form_dialog import FormDialog
from ui.widgets.choice import CheckBox, ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.stepper import Stepper

MOST_VISITS = 2000
NEW = 0


def _tr(words: str) -> str:
    return QCoreApplication.translate("CareDialogs", words)


class AuthorizationDialog(FormDialog):
    """Unconfirmed visits use it at once, booking counts it from then on.

    ``uses`` are the child's authorizations, one of which may be corrected instead;
    ``done_words`` say what became of the visits then, ``take_back`` undoes it.
    """

    def __init__(
        self,
        approvals: Approvals,
        child_id: int,
        today: date,
        parent: QWidget | None = None,
        uses: Sequence[AuthorizationUse] = (),
    ) -> None:
        super().__init__(_tr("Approved visits"), _tr("Add"), parent)
        self._approvals = approvals
        self._child_id = child_id
        self._uses = {each.id: each for each in uses}
        self.done_words = ""
        self.which_combo = ComboBox(self.tr("Authorization"))
        self.which_combo.addItem(self.tr("a new one"), NEW)
        for each in uses:
            self.which_combo.addItem(self._named(each), each.id)
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
                "which": Field(self.tr("Authorization"), self.which_combo),
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
        self.fields["which"].setVisible(bool(uses))
        self.which_combo.currentIndexChanged.connect(self._fill)
        self.visits_stepper.setFocus()

    def _named(self, use: AuthorizationUse) -> str:
        named = " ".join(filter(None, (use.payer, use.number))) or self.tr("authorization")
        until = self.tr(", until {0}").format(dated(use.ends_on)) if use.ends_on else ""
        return self.tr("correct {0}{1}").format(named, until)

    @Slot()
    def _fill(self) -> None:
        """Show what was said of the chosen one."""
        use = self._uses.get(self.which_combo.currentData())
        draft = use.draft if use is not None else AuthorizationDraft(visits=24)
        self.save_button.setText(self.tr("Add") if use is None else self.tr("Save"))
        self.visits_stepper.set_value(draft.visits)
        self.used_stepper.set_value(draft.used_before)
        self.payer_edit.setText(draft.payer)
        self.number_edit.setText(draft.number)
        self.from_edit.set_value(draft.starts_on)
        self.until_edit.set_value(draft.ends_on)
        self.measure_combo.setCurrentIndex(self.measure_combo.findData(draft.rounding))
        self.no_shows_check.setChecked(draft.counts_no_shows)

    def save(self) -> None:
        """Add the visits, or correct what was chosen."""
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
        use = self._uses.get(self.which_combo.currentData())
        if use is None:
            self._approvals.authorize(self._child_id, draft)
            return
        correct = partial(self._approvals.correct, self._child_id, use.id)
        unconfirmed = correct(draft)
        self.take_back = partial(correct, use.draft)
        words = self.tr("Authorization corrected. Unconfirmed visits: {0}")
        self.done_words = words.format(unconfirmed)
