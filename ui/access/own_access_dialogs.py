"""Changing one's own password, and choosing the PIN that unlocks the running program."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.access.passwords import pin_problem
from ot_desktop.access.service import AccessService
from ot_desktop.errors import ClinicError, ValidationError
from ui.access.note_line import NoteLine
from ui.tasks import Task, TaskRunner, asked
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field, FormProblems
from ui.widgets.password_edit import PasswordEdit
from ui.widgets.pin_edit import PinEdit

_BACK, _GO, _NONE = "back", "go", "none"


class _ProofDialog(Dialog):
    """Checks a password beside the window before it takes the answer."""

    def __init__(
        self, words: tuple[str, str], access: AccessService, runner: TaskRunner, parent: QWidget
    ) -> None:
        super().__init__(*words, parent)
        self._access = access
        self._runner = runner
        self._task: Task | None = None
        self.note = NoteLine()
        self.problems = FormProblems({})

    def _add_save(self) -> Button:
        go = self.add_choice(_GO, self.tr("Save"), "primary")
        go.setDefault(True)
        return go

    def _add_cancel(self) -> None:
        self.body.addWidget(self.note)
        self.add_choice(_BACK, self.tr("Cancel"), safe=True).setDefault(False)

    def _check(self, call: Callable[[], Any], go: Button) -> None:
        self.note.set_problem("")
        self.problems.clear()
        go.setEnabled(False)
        self._task = asked(self._runner, call)
        self._task.finished.connect(self._take_outcome)
        self._task.ended.connect(partial(go.setEnabled, True))  # noqa: FBT003 -- Qt's
        self._task.failed.connect(self._give_up)
        self._task.start()

    @Slot(object)
    def _take_outcome(self, outcome: object) -> None:
        try:
            if isinstance(outcome, ClinicError):
                raise outcome
            self._keep(outcome)
        except ValidationError as error:
            self.note.set_problem(" ".join(self.problems.show(error.fields)))
        except ClinicError as error:
            self.note.set_problem(str(error))
        else:
            super().take(_GO)

    def _keep(self, outcome: object) -> None:
        """Save what was asked for, on the window's thread."""

    @Slot(object)
    def _give_up(self, _error: Exception) -> None:
        self.note.set_problem(self.tr("That did not work, and nothing was changed. Try again."))


class PasswordDialog(_ProofDialog):
    """Asks for the present password and a new one."""

    def __init__(self, access: AccessService, runner: TaskRunner, parent: QWidget) -> None:
        words = (QCoreApplication.translate("PasswordDialog", "Choose a new password"), "")
        super().__init__(words, access, runner, parent)
        self.current_edit = PasswordEdit(self.tr("Present password"))
        self.new_edit = PasswordEdit(self.tr("New password"))
        current = Field(self.tr("Present password"), self.current_edit)
        new = Field(
            self.tr("New password"),
            self.new_edit,
            hint=self.tr("At least 15 characters, for example four words in a row."),
        )
        self.problems = FormProblems({"current": current, "password": new})
        self.body.addWidget(current)
        self.body.addWidget(new)
        self._add_cancel()
        self.go_button = self._add_save()
        self.current_edit.setFocus()

    def take(self, key: str) -> None:
        """Check both before closing."""
        if key != _GO:
            super().take(key)
            return
        typed = (self.current_edit.text(), self.new_edit.text())
        self._check(partial(self._access.replace_own_password, *typed), self.go_button)

    def _keep(self, outcome: object) -> None:  # noqa: ARG002 -- nothing to keep but the log
        self._access.say_password_changed()


class PinDialog(_ProofDialog):
    """Asks for the password, so that nobody sets a PIN on an open screen that is not theirs."""

    def __init__(self, access: AccessService, runner: TaskRunner, parent: QWidget) -> None:
        words = (
            QCoreApplication.translate("PinDialog", "Choose a PIN"),
            QCoreApplication.translate(
                "PinDialog",
                "Six digits unlock this program while it runs. Opening it always needs your"
                " password.",
            ),
        )
        super().__init__(words, access, runner, parent)
        self._pin: str | None = None
        self.pin_edit = PinEdit(self.tr("New PIN"))
        self.password_edit = PasswordEdit(self.tr("Your password"))
        pin = Field(self.tr("New PIN"), self.pin_edit)
        password = Field(self.tr("Your password"), self.password_edit)
        self.problems = FormProblems({"pin": pin, "password": password})
        self.body.addWidget(pin)
        self.body.addWidget(password)
        self._add_cancel()
        self.none_button = self.add_choice(_NONE, self.tr("Use no PIN"))
        self.none_button.setVisible(access.has_pin())
        self.go_button = self._add_save()
        self.pin_edit.setFocus()

    def take(self, key: str) -> None:
        """Check both before closing."""
        if key not in {_GO, _NONE}:
            super().take(key)
            return
        self._pin = self.pin_edit.text() if key == _GO else None
        if self._pin is not None and (problem := pin_problem(self._pin)):
            self.problems.show({"pin": problem})
            return
        confirm = partial(self._access.confirm_password, self.password_edit.text())
        self._check(confirm, self.go_button)

    def _keep(self, outcome: object) -> None:
        if outcome is not True:
            raise ValidationError({"password": self.tr("That password is not right.")})
        self._access.set_pin(self._pin)
