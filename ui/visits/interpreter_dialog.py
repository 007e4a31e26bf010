"""Adds an interpreter; nobody under 18 can be one."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.settings.domain import InterpreterDraft
from ot_desktop.settings.service import SettingsService
from ui.shared.form_dialog import FormDialog
from ui.widgets.choice import CheckBox
from ui.widgets.field import Field


class InterpreterDialog(FormDialog):
    """``interpreter_id`` is there once it was saved."""

    def __init__(self, settings: SettingsService, parent: QWidget | None) -> None:
        super().__init__("", "", parent)
        self._settings = settings
        self.interpreter_id: int | None = None
        self.question.setText(self.tr("Who interprets?"))
        self.setAccessibleName(self.question.text())
        self.save_button.setText(self.tr("Add interpreter"))
        self.name_edit, self.languages_edit, self.phone_edit = QLineEdit(), QLineEdit(), QLineEdit()
        self.languages_edit.setPlaceholderText(self.tr("Spanish, Portuguese"))
        self.adult_check = CheckBox(self.tr("18 or older"))
        self.show_fields(
            {
                "name": Field(self.tr("Name or agency"), self.name_edit),
                "languages": Field(self.tr("Languages"), self.languages_edit),
                "phone": Field(self.tr("Phone"), self.phone_edit, optional=True),
                "is_adult": Field(self.tr("Age"), self.adult_check),
            }
        )

    def save(self) -> None:
        """Add the interpreter."""
        self.interpreter_id = self._settings.add_interpreter(
            InterpreterDraft(
                self.name_edit.text(),
                self.languages_edit.text(),
                self.phone_edit.text(),
                is_adult=self.adult_check.isChecked(),
            )
        )
