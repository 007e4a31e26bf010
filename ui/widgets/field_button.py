"""A button inside a field, as easy to hit as every other: Qt's own is 22 by 18 px."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton
from shiboken6 import isValid

SMALLEST = QSize(26, 26)


def add_button(edit: QLineEdit, action: QAction) -> None:
    """Show ``action`` as a button at the end of ``edit``."""
    before = set(edit.findChildren(QToolButton))
    edit.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
    for button in set(edit.findChildren(QToolButton)) - before:
        button.installEventFilter(_Roomy(button))


class _Roomy(QObject):
    """Widens the button around its middle whenever the field puts it in its place."""

    def __init__(self, button: QToolButton) -> None:
        super().__init__(button)
        self._button = button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_placed = event.type() in (QEvent.Type.Move, QEvent.Type.Resize)
        if is_placed and isValid(self._button):  # a field that goes still moves its buttons
            placed = self._button.geometry()
            roomy = QRect(placed.topLeft(), placed.size().expandedTo(SMALLEST))
            roomy.moveCenter(placed.center())
            self._button.setGeometry(roomy)
        return super().eventFilter(watched, event)
