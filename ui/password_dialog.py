"""Asks for the signer's password, and checks it beside the window before the dialog goes."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ot_desktop.errors import ClinicError
from ui.tasks import Task, TaskRunner, asked
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.password_edit import PasswordEdit

_BACK, _GO = "no", "yes"


class PasswordDialog(Dialog):
    """``confirmed`` is what ``check`` returned; a wrong password is said beside the field."""

    def __init__(
        self, words: tuple[str, str], check: Callable[[str], Any], runner: TaskRunner, over: QWidget
    ) -> None:
        question, self._verb = words
        super().__init__(question, parent=over)
        self.confirmed: Any = None
        self._check = check
        self._runner = runner
        self._task: Task | None = None
        self._password = PasswordEdit(self.tr("Your password"))
        self._field = Field(self.tr("Your password"), self._password)
        self.body.addWidget(self._field)
        self.add_choice(_BACK, self.tr("Cancel"), safe=True)
        self._go = self.add_choice(_GO, self._verb, "primary")
        self._go.setDefault(True)
        self._password.setFocus()

    def take(self, key: str) -> None:
        """Check before closing; backing out drops a check under way."""
        if key != _GO:
            super().take(key)
        elif not self._password.text():
            self._field.set_problem(self.tr("Enter your password."))
        else:
            self._set_busy(busy=True)
            self._task = asked(self._runner, partial(self._check, self._password.text()))
            self._task.finished.connect(self._hear)
            self._task.failed.connect(self._give_up)
            self._task.start()

    def done(self, result: int) -> None:
        """Drop a check under way, however the dialog is left."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def _hear(self, outcome: Any) -> None:
        if isinstance(outcome, ClinicError):
            self._complain(str(outcome))
        else:
            self.confirmed = outcome
            super().take(_GO)

    def _give_up(self, _error: Exception) -> None:
        self._complain(self.tr("That did not work, and nothing was changed. Try again."))

    def _complain(self, sentence: str) -> None:
        self._set_busy(busy=False)
        self._password.clear()
        self._field.set_problem(sentence)
        self._password.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        self._password.edit.setReadOnly(busy)
        self._go.setEnabled(not busy)
        self._go.setText(self.tr("Checking…") if busy else self._verb)
