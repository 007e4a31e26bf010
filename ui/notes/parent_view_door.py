"""The way out of Parent view: open, or behind the PIN of whoever is signed in."""

from PySide6.QtWidgets import QWidget

from ot_desktop.access.service import AccessService
from ot_desktop.errors import ClinicError
from ot_desktop.services import Services
from ui.password_dialog import PasswordDialog
from ui.tasks import TaskRunner
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.pin_edit import PinEdit

_BACK, _GO = "no", "yes"


class PinDialog(Dialog):
    """Asks for the PIN; the sixth digit answers. ``is_right`` once it was."""

    def __init__(self, access: AccessService, over: QWidget) -> None:
        super().__init__(over.tr("Your PIN, to go back to the note"), parent=over)
        self._access = access
        self.is_right = False
        self.pin_edit = PinEdit(self.tr("Your 6-digit PIN"))
        self._field = Field(self.tr("Your 6-digit PIN"), self.pin_edit)
        self.body.addWidget(self._field)
        self.add_choice(_BACK, self.tr("Stay here"), safe=True)
        self.add_choice(_GO, self.tr("Back to the note"), "primary")
        self.pin_edit.completed.connect(self._check)
        self.pin_edit.setFocus()

    def take(self, key: str) -> None:
        """Check before closing."""
        if key == _GO:
            self._check()
        else:
            super().take(key)

    def _check(self) -> None:
        try:
            self._access.confirm_pin(self.pin_edit.text())
        except ClinicError as error:
            self.pin_edit.clear()
            self._field.set_problem(str(error))
            self.pin_edit.setFocus()
        else:
            self.is_right = True
            super().take(_GO)


class ParentViewDoor:
    """Asks only where the clinic wants it; without a PIN the password lets out."""

    def __init__(self, services: Services, runner: TaskRunner) -> None:
        self._access = services.access
        self._settings = services.settings
        self._confirm_password = services.notes.confirm
        self._runner = runner

    def __call__(self, view: QWidget) -> bool:
        """Say whether whoever is at the keyboard may leave ``view``."""
        if not self._settings.clinic().settings.parent_view_needs_pin:
            return True
        if self._access.has_pin():
            dialog = PinDialog(self._access, view)
            dialog.exec()
            if dialog.is_right or self._access.has_pin():
                return dialog.is_right
        return self._password(view)

    def _password(self, view: QWidget) -> bool:
        words = (view.tr("Your password, to go back to the note"), view.tr("Back to the note"))
        dialog = PasswordDialog(words, self._confirm_password, self._runner, view)
        dialog.exec()
        return bool(dialog.confirmed)
