"""What the clinic puts on every paper for families, which only the owner sets."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.settings.service import SettingsService
from ui.shared.form_dialog import FormDialog
from ui.widgets.field import Field


class PaperRulesDialog(FormDialog):
    """A link that a phone cannot open is refused beside its field."""

    def __init__(self, settings: SettingsService, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._settings = settings
        self.question.setText(self.tr("Papers for families"))
        self.setAccessibleName(self.question.text())
        self.save_button.setText(self.tr("Save"))
        self.link_edit = QLineEdit(settings.clinic().settings.handout_link)
        self.link_edit.setPlaceholderText("https://")
        hint = self.tr(
            "Printed on home programs as a square code. A family opens the page with the "
            "phone’s camera. Leave it empty to print no code."
        )
        self.show_fields({"handout_link": Field(self.tr("Link"), self.link_edit, hint=hint)})

    def save(self) -> None:
        """Keep the link."""
        now = self._settings.clinic().settings
        self._settings.describe(replace(now, handout_link=self.link_edit.text().strip()))
