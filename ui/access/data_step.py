"""Step 1: where the data lives, who owns the clinic, and the recovery key."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.access.domain import ColleagueDraft
from ot_desktop.access.first_clinic import FirstClinic
from ot_desktop.access.founding import (
    Cost,
    FirstKeys,
    Ground,
    check,
    cut_first_keys,
    look_at,
    move_in,
)
from ot_desktop.access.recovery_sheet import RecoverySheet, recovery_sheet
from ot_desktop.access.set_up import SetUp
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import Role
from ot_desktop.settings.domain import ClinicSettings
from ui.access.recovery_key_card import RecoveryKeyCard
from ui.access.sheet_output import SheetOutput
from ui.access.step import Step
from ui.asking import Asker
from ui.tasks import Task, TaskRunner, asked
from ui.widgets.button import Button
from ui.widgets.field import Field, FormProblems, line_edit
from ui.widgets.label import label, rule
from ui.widgets.password_edit import PasswordEdit


class DataStep(Step):
    """Founds the clinic; ``founded`` carries its ``SetUp``, ``open_wanted`` an existing folder."""

    founded = Signal(object)
    open_wanted = Signal(object)

    def __init__(
        self,
        folder: ClinicFolder,
        runner: TaskRunner,
        asker: Asker,
        output: SheetOutput,
        cost: Cost | None,
    ) -> None:
        super().__init__(self.tr("Where your data lives"), "")
        self._folder = folder
        self._runner = runner
        self._asker = asker
        self._output = output
        self._cost = cost
        self._first: FirstClinic | None = None
        self._task: Task | None = None
        self._is_confirmed = False
        self.form = QWidget()
        self.key_card = RecoveryKeyCard()
        self._build()
        self._connect()
        self._show_form()

    @property
    def folder(self) -> ClinicFolder:
        """Where the clinic is, or will be."""
        return self._folder

    def save(self) -> None:
        """Found the clinic, then ask for the last group of its recovery key, then go on."""
        if self._is_confirmed:
            self.saved.emit()
        elif self.set_up is not None:
            self._confirm()
        else:
            self._found()

    def take_focus(self) -> None:
        """Put the keyboard into the field to be filled in."""
        (
            self.key_card.last_edit if self.key_card.isVisibleTo(self) else self.clinic_edit
        ).setFocus()

    def next_words(self) -> str:
        """Say what the first press does."""
        return self.tr("Next") if self.set_up is not None else self.tr("Create the clinic")

    def _build(self) -> None:
        self.folder_edit = line_edit(self.tr("Folder"))
        self.folder_edit.setReadOnly(True)
        self.choose_button = Button(self.tr("Choose…"), icon="folder-open")
        self.clinic_edit = line_edit(self.tr("Clinic’s name"))
        self.name_edit = line_edit(self.tr("Your first and last name"))
        self.password_edit = PasswordEdit(self.tr("Your password"))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.folder_edit, 1)
        line.addWidget(self.choose_button)
        row.setFocusProxy(self.folder_edit)
        hint = self.tr(
            "Two files: the data, encrypted, and its keys. Keep both in the same folder."
        )
        self.folder_field = Field(self.tr("Folder on this computer"), row, hint=hint)
        self.clinic_field = Field(self.tr("Clinic’s name"), self.clinic_edit)
        self.name_field = Field(self.tr("Your first and last name"), self.name_edit)
        self.password_field = Field(
            self.tr("Your password"),
            self.password_edit,
            hint=self.tr("At least 15 characters, for example four words in a row."),
        )
        self.existing_card = self._existing_card()
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        fields = (self.clinic_field, self.name_field, self.password_field)
        for part in (self.folder_field, self.existing_card, rule(), *fields):
            column.addWidget(part)
        self.body.addWidget(self.form)
        self.body.addWidget(self.key_card)
        names = ("clinic", "name", "password")
        self.problems = FormProblems(dict(zip(names, fields, strict=True)))

    def _existing_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("banner", "info")
        self.open_button = Button(self.tr("Open it"), icon="login")
        line = QHBoxLayout(card)
        line.setContentsMargins(12, 8, 12, 8)
        words = self.tr("There is already a clinic in this folder. Open it, or choose another.")
        line.addWidget(label(words, "body", wrap=True), 1)
        line.addWidget(self.open_button)
        return card

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._choose_folder)
        self.open_button.clicked.connect(self._open)
        self.password_edit.submitted.connect(self.save)
        self.key_card.last_edit.returnPressed.connect(self.save)
        self.key_card.print_wanted.connect(self._print)
        self.key_card.save_wanted.connect(self._save_sheet)

    # The folder and the owner.

    def _show_form(self) -> None:
        self.title.setText(self.tr("Where your data lives"))
        self.lead.setText(
            self.tr(
                "Everything stays in one encrypted folder on this computer. You are its owner:"
                " your password opens it, and you decide who else may."
            )
        )
        self.key_card.hide()
        self._look_at_folder()

    def _look_at_folder(self) -> bool:
        ground = look_at(self._folder)
        self.folder_edit.setText(str(self._folder.root))
        self.existing_card.setVisible(ground is Ground.HAS_CLINIC)
        cannot = self.tr("Nothing can be written to this folder. Choose another one.")
        self.folder_field.set_problem(cannot if ground is Ground.NOT_WRITABLE else None)
        return ground is Ground.FREE

    @Slot()
    def _choose_folder(self) -> None:
        chosen: Path | None = self._asker.folder(self.tr("Choose a folder for the clinic’s data"))
        if chosen is not None:
            self._folder = ClinicFolder(chosen)
            self._look_at_folder()

    @Slot()
    def _open(self) -> None:
        self.open_wanted.emit(self._folder.root)

    def _found(self) -> None:
        if not self._look_at_folder():
            self.choose_button.setFocus()
            return
        self.problems.clear()
        owner = ColleagueDraft(self.name_edit.text(), Role.OWNER, self.password_edit.text())
        self._first = FirstClinic(owner, ClinicSettings(name=self.clinic_edit.text().strip()))
        if problems := self._what_is_missing(self._first):
            self.problems.show(problems)
            return
        self.busy.emit(self.tr("Creating…"))
        self._task = asked(
            self._runner, partial(cut_first_keys, self._folder, self._first, self._cost)
        )
        self._task.finished.connect(self._move_in)
        self._task.failed.connect(self._give_up)
        self._task.start()

    def _what_is_missing(self, first: FirstClinic) -> dict[str, str]:
        problems: dict[str, str] = {}
        if not first.settings.name:
            problems["clinic"] = self.tr("Enter the clinic’s name. You can change it later.")
        try:
            check(first)
        except ValidationError as error:
            problems |= error.fields
        return problems

    @Slot(object)
    def _move_in(self, keys: FirstKeys | ClinicError) -> None:
        self.busy.emit("")
        if isinstance(keys, ClinicError) or self._first is None:
            self.folder_field.set_problem(str(keys))
            return
        try:
            owner = move_in(self._folder, self._first, keys)
        except ClinicError as error:
            self.folder_field.set_problem(str(error))
            return
        self.password_edit.clear()
        self.set_up = SetUp(owner)
        self._show_key(keys.recovery_key)
        self.founded.emit(self.set_up)

    @Slot(object)
    def _give_up(self, _error: Exception) -> None:
        self.busy.emit("")
        self.folder_field.set_problem(self.tr("That did not work. Choose another folder."))

    # The recovery key.

    def _show_key(self, key: str) -> None:
        self.title.setText(self.tr("Your recovery key"))
        self.lead.setText(
            self.tr(
                "If every password is forgotten, only this key opens the data. It is shown now and"
                " never again: print the sheet and lock it away."
            )
        )
        self.form.hide()
        self.key_card.show_key(key, today())
        self.key_card.show()
        self.take_focus()

    def _confirm(self) -> None:
        if not self.key_card.is_confirmed():
            self.key_card.last_field.set_problem(
                self.tr("That is not the last group. It has four characters, at the very end.")
            )
            self.key_card.last_edit.setFocus()
            return
        self._is_confirmed = True
        self.key_card.forget()
        self.key_card.hide()
        self.title.setText(self.tr("Where your data lives"))
        self.lead.setText(
            self.tr("Done. The clinic’s data is in {0}.").format(str(self._folder.root))
        )
        self.saved.emit()

    def _sheet(self) -> bytes:
        clinic = self.clinic_edit.text().strip()
        return recovery_sheet(RecoverySheet(clinic, self.key_card.key, self.key_card.made_on))

    @Slot()
    def _print(self) -> None:
        if self._output.print_sheet(self._sheet()):
            self.key_card.done_label.setText(self.tr("Sent to the printer"))

    @Slot()
    def _save_sheet(self) -> None:
        question, kinds = self.tr("Save the recovery sheet"), self.tr("PDF (*.pdf)")
        try:
            name = self._output.save_sheet(self._sheet(), question, kinds)
        except ClinicError as error:
            self.key_card.last_field.set_problem(str(error))
            return
        if name:
            self.key_card.done_label.setText(self.tr("Saved as {0}").format(name))
