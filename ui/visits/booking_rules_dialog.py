"""The clinic's own rules of booking, which only the owner sets."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ot_desktop.settings.service import SettingsService
from ui.shared.form_dialog import FormDialog
from ui.widgets.choice import CheckBox
from ui.widgets.field import Field


class BookingRulesDialog(FormDialog):
    """One choice: whether visits the payer has not approved can be booked with a reason."""

    def __init__(self, settings: SettingsService, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._settings = settings
        self.question.setText(self.tr("Booking rules"))
        self.setAccessibleName(self.question.text())
        self.save_button.setText(self.tr("Save"))
        self.unconfirmed_check = CheckBox(
            self.tr("Visits that are not approved may be booked as unconfirmed"),
            checked=settings.clinic().settings.may_book_unconfirmed,
        )
        self.show_fields(
            {
                "may_book_unconfirmed": Field(
                    self.tr("Beyond an authorization"),
                    self.unconfirmed_check,
                    hint=self.tr("Each needs a reason, which is kept on the visit with a name."),
                )
            }
        )

    def save(self) -> None:
        """Keep the rule."""
        now = self._settings.clinic().settings
        allowed = self.unconfirmed_check.isChecked()
        self._settings.describe(replace(now, may_book_unconfirmed=allowed))
