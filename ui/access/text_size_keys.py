"""Ctrl with +, − or 0 changes the text size on the pages that come before the menus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.theme import theme

_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}


def changed_text_size(event: QKeyEvent) -> bool:
    """Change the text size when these are its keys; say whether they were."""
    step = _STEPS.get(Qt.Key(event.key()))
    if step is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    if step:
        theme().step_text_size(step)
    else:
        theme().set_text_size(100)
    return True
