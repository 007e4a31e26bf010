"""Says half a minute ahead that the program is about to lock."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.announcing import announce
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.symbol import Symbol
from ui.widgets.toast import place_at_bottom

WARNING_SECONDS = 30
_ABOVE_BOTTOM = 42


class LockWarning(QFrame):
    """At the bottom of ``over``; any key or movement takes it away, as does its button."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("toast", "true")
        self.words = label("")
        self.stay_button = Button(self.tr("Stay"), size="small")
        self.stay_button.set_ink("surface")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 7)
        row.setSpacing(10)
        row.addWidget(Symbol("lock", "surface"))
        row.addWidget(self.words)
        row.addSpacing(16)
        row.addWidget(self.stay_button)
        over.installEventFilter(self)
        self.hide()

    def warn(self, seconds: int) -> None:
        """Show the seconds left; speaks once."""
        if self.isHidden():
            announce(self, self.tr("Locking in {0} seconds.").format(seconds), urgent=True)
        self.words.setText(self.tr("Locking in {0} s. What you typed is kept.").format(seconds))
        self.setAccessibleName(self.words.text())
        place_at_bottom(self, self._over, _ABOVE_BOTTOM)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            place_at_bottom(self, self._over, _ABOVE_BOTTOM)
        return super().eventFilter(watched, event)
