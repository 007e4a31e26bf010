"""Everything the program asks a person in a dialog; tests hand pages an asker that answers."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.password_dialog import PasswordDialog
from ui.tasks import TaskRunner
from ui.widgets.dialog import Dialog, confirm
from ui.widgets.field import Field

T = TypeVar("T")


class Asker:
    """Asks over ``window``; every answer is None or False when the person backs out."""

    def __init__(self, window: QWidget, runner: TaskRunner) -> None:
        self.window = window
        self._runner = runner

    def ask_text(self, question: str, name: str, verb: str, suggestion: str = "") -> str | None:
        """Ask for one line of text."""
        editor = QLineEdit(suggestion)
        editor.selectAll()
        return self._ask(question, name, verb, editor).strip() or None

    def confirm_password(self, question: str, verb: str, check: Callable[[str], T]) -> T | None:
        """Ask for the signed-in person's password until ``check`` takes it; return what it says.

        ``check`` runs beside the window, and raises ``ClinicError`` for a wrong one.
        """
        dialog = PasswordDialog((question, verb), check, self._runner, self.window)
        dialog.exec()
        confirmed: T | None = dialog.confirmed
        dialog.deleteLater()  # its parent, the window, would keep what was typed until the end
        return confirmed

    def confirm(self, question: str, explanation: str, verb: str, *, danger: bool = False) -> bool:
        """Ask whether to do what cannot be undone; backing out is the safe answer."""
        dialog = Dialog(question, explanation, self.window)
        dialog.add_choice("no", self.window.tr("Cancel"), safe=True)
        dialog.add_choice("yes", verb, "danger" if danger else "primary")
        return confirm(dialog) == "yes"

    def file_to_open(self, question: str, kinds: str) -> Path | None:
        """Ask for a file; ``kinds`` is a Qt filter such as ``Tables (*.csv *.xlsx)``."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (a start asks nothing)

        name, _ = QFileDialog.getOpenFileName(self.window, question, _documents(), kinds)
        return Path(name) if name else None

    def file_to_save(self, question: str, suggestion: str, kinds: str) -> Path | None:
        """Ask where to save; the dialog itself asks before it replaces a file."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        name, _ = QFileDialog.getSaveFileName(self.window, question, _documents(suggestion), kinds)
        return Path(name) if name else None

    def folder(self, question: str) -> Path | None:
        """Ask for a folder."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        name = QFileDialog.getExistingDirectory(self.window, question, _documents())
        return Path(name) if name else None

    def _ask(self, question: str, name: str, verb: str, editor: QLineEdit) -> str:
        """Return what ``editor`` held, read before the dialog goes and takes it along."""
        dialog = Dialog(question, parent=self.window)
        dialog.body.addWidget(Field(name, editor))
        dialog.add_choice("no", self.window.tr("Cancel"), safe=True)
        go = dialog.add_choice("yes", verb, "primary")
        go.setDefault(True)
        editor.setFocus()
        answered = confirm(dialog) == "yes"
        typed = editor.text() if answered else ""
        dialog.deleteLater()
        return typed


def _documents(file: str = "") -> str:
    """Return where people keep what they save, not the folder the program was started in."""
    places = QStandardPaths.StandardLocation
    documents, home = map(
        QStandardPaths.writableLocation, (places.DocumentsLocation, places.HomeLocation)
    )
    return str(Path(documents if Path(documents).is_dir() else home) / file)
