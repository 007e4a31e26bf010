"""The cards under the people: a password, a PIN, or what to do when nobody fits."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.access.note_line import NoteLine
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.label import label, restyle
from ui.widgets.password_edit import PasswordEdit

_PASSWORD_HEIGHT = 40


class EdgeLink(Button):
    """A link without padding, so that its words end where the card's content ends."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "link", size="small")

    def sizeHint(self) -> QSize:
        """Return the words' width and room for the focus ring."""
        hint = super().sizeHint()
        return QSize(hint.width() - 12, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()


class ProofCard(QFrame):
    """A greeting, one field with a button, and a line below it."""

    given = Signal(str)

    def __init__(self, field_name: str, editor: QWidget, line: QLineEdit, height: int) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._line = line
        self._height = height
        self._editor = editor
        self.greeting = label("", "h3")
        self.go_button = Button(self.tr("Sign in"), "primary", size="large")
        self.note = NoteLine()
        self._build(field_name)
        self.go_button.clicked.connect(self._give)
        theme().changed.connect(self._fit)
        self._fit()

    def greet(self, first_name: str) -> None:
        """Say hello, and forget what was typed and said before."""
        self.greeting.setText(self.tr("Hello {0}").format(first_name))
        self.clear()

    def clear(self) -> None:
        """Forget what was typed and what was wrong with it."""
        self._line.clear()
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Say what was wrong beside the field; an empty sentence takes it away."""
        self.note.set_problem(sentence)
        self._line.setAccessibleDescription(sentence)
        is_wrong = "true" if sentence else "false"
        if (self._line.property("problem") or "false") != is_wrong:
            self._line.setProperty("problem", is_wrong)
            restyle(self._line)

    def set_busy(self, words: str) -> None:
        """Show that the password is being checked; empty when it is done."""
        self._line.setReadOnly(bool(words))
        self.go_button.setEnabled(not words)
        self.go_button.setText(words or self.tr("Sign in"))

    def take_focus(self) -> None:
        """Put the keyboard into the field."""
        self._line.setFocus(Qt.FocusReason.TabFocusReason)

    def text(self) -> str:
        """Return what was typed."""
        return self._line.text()

    def _build(self, field_name: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self.greeting)
        head.addStretch(1)
        column.addLayout(head)
        self._head = head
        column.addSpacing(6)
        column.addWidget(label(field_name, "label"))
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._editor, 1, top)
        row.addWidget(self.go_button, 0, top)
        self._row = row
        column.addLayout(row)
        column.addSpacing(9)
        column.addWidget(self.note)

    @Slot()
    def _fit(self) -> None:
        height = theme().px(self._height)
        self._line.setFixedHeight(height)
        self.go_button.setFixedHeight(height)

    @Slot()
    def _give(self) -> None:
        if self.go_button.isEnabled():
            self.given.emit(self._line.text())


class PasswordCard(ProofCard):
    """Opening the file always needs this one."""

    def __init__(self) -> None:
        editor = PasswordEdit(self.tr("Your password"))
        editor.edit.setProperty("fit", "large")  # as high as the button beside it
        super().__init__(self.tr("Your password"), editor, editor.edit, _PASSWORD_HEIGHT)
        self._password = editor
        editor.submitted.connect(self._give)

    def clear(self) -> None:
        """Forget what was typed, and hide the next one again."""
        self._password.clear()
        self.show_problem("")


class UnlistedCard(QFrame):
    """What to do when the name is not there."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.folder_button = Button(self.tr("Choose another folder"), icon="folder-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(6)
        column.addWidget(label(self.tr("Not on the list?"), "h3"))
        words = self.tr(
            "The clinic’s owner adds people, each with a first password."
            " If this is not your clinic, choose the folder it lies in."
        )
        column.addWidget(label(words, "body", "text-2", wrap=True))
        column.addSpacing(4)
        column.addWidget(self.folder_button)
