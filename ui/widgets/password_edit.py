"""A password field: show and hide, pasting allowed, and a word when Caps Lock is on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.icons import set_icon
from ui.widgets.field_button import add_button
from ui.widgets.label import label


class PasswordEdit(QWidget):
    """``edit`` is the line itself; password managers and the clipboard may fill it."""

    submitted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.setFocusProxy(self.edit)
        self._caps = label(self.tr("Caps Lock is on."), "small", "warn-text")
        self._caps.hide()
        self._reveal = QAction(self.tr("Show the password"), self)
        add_button(self.edit, self._reveal)
        set_icon(self._reveal, "eye", "text-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.edit)
        column.addWidget(self._caps)
        self._reveal.triggered.connect(self._turn)
        self.edit.returnPressed.connect(self.submitted)
        self.edit.installEventFilter(self)

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Forget it, and hide the next one again."""
        self.edit.clear()
        if self.edit.echoMode() is QLineEdit.EchoMode.Normal:
            self._turn()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Caps Lock: a letter whose case does not fit the Shift key."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._watch_caps(event)
        return super().eventFilter(watched, event)

    def _watch_caps(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps.setVisible(False)
        elif len(typed) == 1 and typed.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(typed.isupper() != shift and typed.lower() != typed.upper())

    @Slot()
    def _turn(self) -> None:
        hidden = self.edit.echoMode() is QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        words = self.tr("Hide the password") if hidden else self.tr("Show the password")
        self._reveal.setText(words)
        self._reveal.setToolTip(words)
        set_icon(self._reveal, "eye-off" if hidden else "eye", "text-2")
