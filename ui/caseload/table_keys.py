"""Which keys typed in the caseload's table begin a search: all letters that do not act on rows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ROW_KEYS = (Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_X)
_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


def search_letter(event: QKeyEvent) -> str | None:
    """Return the first letter of a search, nothing for the slash, None for every other key."""
    if event.modifiers() not in _PLAIN or event.key() in _ROW_KEYS:
        return None
    if event.key() == Qt.Key.Key_Slash:
        return ""
    return event.text() if event.text().isalnum() else None
