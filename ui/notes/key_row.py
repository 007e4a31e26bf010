"""A row that is one stop of the Tab key and answers single keys itself."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets.painting import paint_box

_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class KeyRow(QWidget):
    """Draws the focus ring round the whole row; its parts are for the pointer.

    ``letters`` are the keys a row answers.
    """

    changed = Signal()
    letters = ""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def event(self, event: QEvent) -> bool:
        """Keep the row's own letters from the window's shortcuts (B books, H, N, …)."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self.letter_of(event):
            event.accept()
            return True
        return super().event(event)

    def letter_of(self, event: QKeyEvent) -> str:
        """Return which of the row's letters was pressed, or nothing; Alt 3 is not a 3."""
        typed = event.text().lower()
        held = event.modifiers() & ~_HARMLESS
        return typed if typed and typed in self.letters and not held else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the keys here at a click on an empty part."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            paint_box(painter, QRectF(self.rect()), 6, None, theme().color("focus"), 2)
            painter.end()
