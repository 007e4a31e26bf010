"""Keys of one page, which work while the keyboard is anywhere in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

FINISH = "Ctrl+Return"
"""Saves, signs or takes the next step; ``bind`` lets the keypad's Enter do the same."""


def bind(page: QWidget, keys: str, run: object) -> None:
    """Call ``run`` when ``keys`` are pressed in ``page``."""
    for each in {keys, keys.replace("Return", "Enter")}:
        shortcut = QShortcut(QKeySequence(each), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)
