"""Coming in with the printed recovery key, then choosing a new password."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.field import Field, line_edit
from ui.widgets.label import label
from ui.widgets.password_edit import PasswordEdit


class RecoveryView(QWidget):
    """First the key; when it fits, a new password for the owner."""

    key_given = Signal(str)
    password_given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "name")
        self.explanation = label("", "body", "text-2", wrap=True)
        self.key_edit = line_edit(self.tr("Recovery key"), "7AEW-K8AZ-…")
        self.key_field = Field(
            self.tr("Recovery key"),
            self.key_edit,
            hint=self.tr("Small letters, spaces and dashes do not matter."),
        )
        self.password_edit = PasswordEdit(self.tr("New password"))
        self.password_field = Field(
            self.tr("New password"),
            self.password_edit,
            hint=self.tr("At least 15 characters, for example four words in a row."),
        )
        self.go_button = Button("", "primary", size="large")
        self.back_button = Button(self.tr("Back"), size="large")
        self._build()
        self._connect()
        self.start("")

    def start(self, owner: str) -> None:
        """Ask for the key; ``owner`` is who it lets in."""
        self.title.setText(self.tr("Open with the recovery key"))
        words = self.tr(
            "It is printed on the clinic’s recovery sheet, and lets in {0} (owner)."
            " Forgot your own password? The owner can give you a new one."
        )
        self.explanation.setText(words.format(owner))
        self.key_edit.clear()
        self._show(self.key_field)

    def ask_for_password(self, owner: str) -> None:
        """Ask for the owner's new password, once the key fits."""
        self.title.setText(self.tr("Choose a new password"))
        words = self.tr("The key fits. From now on {0} signs in with the password you choose here.")
        self.explanation.setText(words.format(owner))
        self.password_edit.clear()
        self._show(self.password_field)

    def show_problem(self, sentence: str) -> None:
        """Say what was wrong beside the field."""
        self._shown.set_problem(sentence)
        self.take_focus()

    def set_busy(self, words: str) -> None:
        """Hold still while a key is checked."""
        for editor in (self.key_edit, self.password_edit.edit):
            editor.setReadOnly(bool(words))
        self.go_button.setEnabled(not words)
        self.back_button.setEnabled(not words)
        self.go_button.setText(words or self._verb())

    def take_focus(self) -> None:
        """Put the keyboard into the field."""
        self._line().setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        card = QFrame()
        card.setProperty("card", "true")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 16, 18, 16)
        inside.setSpacing(14)
        inside.addWidget(self.key_field)
        inside.addWidget(self.password_field)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.go_button)
        inside.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(4)
        column.addWidget(self.explanation)
        column.addSpacing(14)
        column.addWidget(card)

    def _connect(self) -> None:
        self.key_edit.returnPressed.connect(self._give)
        self.password_edit.submitted.connect(self._give)
        self.go_button.clicked.connect(self._give)
        self.back_button.clicked.connect(self.left)

    def _show(self, field: Field) -> None:
        self._shown = field
        for each in (self.key_field, self.password_field):
            each.setVisible(each is field)
            each.set_problem(None)
        self.go_button.setText(self._verb())

    def _verb(self) -> str:
        if self._shown is self.key_field:
            return self.tr("Continue")
        return self.tr("Save and sign in")

    def _line(self) -> QLineEdit:
        return self.key_edit if self._shown is self.key_field else self.password_edit.edit

    @Slot()
    def _give(self) -> None:
        if not self.go_button.isEnabled():
            return
        self._shown.set_problem(None)
        asked_for_key = self._shown is self.key_field
        (self.key_given if asked_for_key else self.password_given).emit(self._line().text())
