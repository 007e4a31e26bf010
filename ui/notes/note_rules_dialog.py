"""The clinic's own rules of notes, which only the owner sets."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ot_desktop.settings.service import SettingsService
from ui.shared.form_dialog import FormDialog
from ui.widgets.choice import CheckBox
from ui.widgets.field import Field
from ui.widgets.stepper import Stepper

_MOST_HOURS = 336


class NoteRulesDialog(FormDialog):
    """When a note is late, and whether Parent view lets out without the PIN."""

    def __init__(self, settings: SettingsService, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._settings = settings
        self.question.setText(self.tr("Note rules"))
        self.setAccessibleName(self.question.text())
        self.save_button.setText(self.tr("Save"))
        kept = settings.clinic().settings
        late = self.tr("A note is late after, in hours")
        self.late_stepper = Stepper(late, (1, _MOST_HOURS), kept.note_late_after_hours)
        self.pin_check = CheckBox(
            self.tr("Going back to the note takes the therapist’s PIN"),
            checked=kept.parent_view_needs_pin,
        )
        self.show_fields(
            {
                "note_late_after_hours": Field(late, self.late_stepper),
                "parent_view_needs_pin": Field(
                    self.tr("Parent view"),
                    self.pin_check,
                    hint=self.tr("Whoever has no PIN is asked for the password."),
                ),
            }
        )

    def save(self) -> None:
        """Keep the rules."""
        now = self._settings.clinic().settings
        self._settings.describe(
            replace(
                now,
                note_late_after_hours=self.late_stepper.value(),
                parent_view_needs_pin=self.pin_check.isChecked(),
            )
        )
