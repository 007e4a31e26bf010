"""A + chip that becomes a short line to type into, and tells what was typed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets.chip import Chip
from ui.widgets.field import line_edit

_WIDTH = 190


class AddChip(QWidget):
    """``added`` carries the words, without spaces at the ends, never empty."""

    added = Signal(str)

    def __init__(self, name: str, text: str = "", placeholder: str = "") -> None:
        super().__init__()
        self.chip = Chip(text, icon="plus", checkable=False)
        self.chip.setAccessibleName(name)
        self.chip.setToolTip(name)
        self.edit: QLineEdit = line_edit(name, placeholder)
        self.edit.setProperty("compact", "true")
        self.edit.setFixedWidth(theme().px(_WIDTH))
        self.edit.hide()
        self.edit.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chip)
        row.addWidget(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.chip.clicked.connect(self.open_line)
        self.edit.returnPressed.connect(self._take)

    @Slot()
    def open_line(self) -> None:
        """Show the line and put the cursor into it."""
        self.chip.hide()
        self.edit.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc goes back to the chip; leaving the line takes what was typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.edit.clear()
                self._close()
                self.chip.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self._leave()
        return super().eventFilter(watched, event)

    @Slot()
    def _take(self) -> None:
        words = self.edit.text().strip()
        self.edit.clear()
        if words:
            self.added.emit(words)

    def _leave(self) -> None:
        self._take()
        self._close()

    def _close(self) -> None:
        self.edit.hide()
        self.chip.show()
