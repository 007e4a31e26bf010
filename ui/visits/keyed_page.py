"""A page with single-letter keys of its own, which the window's shortcuts must not take."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

Act = Callable[[], object]


class KeyedPage(QWidget):
    """``own_keys`` are asked for at each key; what has none there goes its usual way."""

    def own_keys(self) -> dict[str, Act]:
        """Return what each letter does at this moment."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Claim the page's own keys before the window's shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride and self._act(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a letter of the page's own means."""
        act = self._act(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act(self, event: QEvent) -> Act | None:
        if not isinstance(event, QKeyEvent):
            return None
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return None
        return self.own_keys().get(event.text())
