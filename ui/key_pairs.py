"""Shortcuts of two letters (G, C). Qt's own eat both keys when the second one does not fit."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class KeyPairs:
    """Holds back a first letter until the second says whether both were a shortcut or words."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._first = ""
        self._gives_back = False

    def forget(self) -> None:
        """Drop the letter held back: the keyboard went elsewhere."""
        self._first = ""

    def claims(self, field: QObject, event: QKeyEvent) -> bool:
        """Say whether a key is kept from the shortcuts: ours, or a capital that begins a name."""
        if not self._first:
            return self._could_begin(field, event)
        if _is_letter(event):
            return True
        if event.key() not in _HELD:
            self._type(None)
        return False

    def take(self, field: QObject, event: QKeyEvent) -> bool:
        """Hold a first letter; with the second do what both stand for, or type them."""
        if self._gives_back or not _is_letter(event):
            return False
        if not self._first:
            self._first = event.text() if self._begins(field, event) else ""
            return bool(self._first)
        action = self._action(f"{self._first}, {event.text()}")
        if action is None:
            self._type(event)
        else:
            self._first = ""
            action.trigger()
        return True

    def _begins(self, field: QObject, event: QKeyEvent) -> bool:
        is_small = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return is_small and self._could_begin(field, event)

    def _could_begin(self, field: QObject, event: QKeyEvent) -> bool:
        if not _is_letter(event):
            return False
        typing = Qt.WidgetAttribute.WA_InputMethodEnabled
        if isinstance(field, QWidget) and field.testAttribute(typing):
            return False
        first = QKeySequence(event.text()).toString()
        return any(keys.startswith(f"{first}, ") for keys in map(_keys, self._enabled()))

    def _action(self, pair: str) -> QAction | None:
        wanted = QKeySequence(pair).toString()
        return next((each for each in self._enabled() if _keys(each) == wanted), None)

    def _enabled(self) -> list[QAction]:
        return [each for each in self._window.actions() if each.isEnabled()]

    def _type(self, event: QKeyEvent | None) -> None:
        """Give the first letter back, then the key after it."""
        first, self._first = self._first, ""
        self._gives_back = True
        _send(0, Qt.KeyboardModifier.NoModifier, first)
        if event is not None:
            _send(event.key(), event.modifiers(), event.text())
        self._gives_back = False


def _send(key: int, modifiers: Qt.KeyboardModifier, text: str) -> None:
    field = QApplication.focusWidget()
    if field is not None:
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


def _is_letter(event: QKeyEvent) -> bool:
    return event.modifiers() in _PLAIN and event.text().isalnum()


def _keys(action: QAction) -> str:
    return action.shortcut().toString()
