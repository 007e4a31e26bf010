"""One line of a set-up card: a mark, a name, what is known of it, and buttons that change it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import IconButton
from ui.widgets.label import label


class SetUpRow(QWidget):
    """``lead`` stands at the left: an avatar, an icon or a check box."""

    def __init__(self, lead: QWidget, name: str, details: str, warning: str = "") -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(lead, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(name, "body-strong", wrap=True))
        if details:
            words.addWidget(label(details, "small", "text-2", wrap=True))
        if warning:
            words.addWidget(label(warning, "small", "warn-text", wrap=True))
        self._row.addLayout(words, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(2)
        self._row.addLayout(self._buttons)

    def add_button(self, icon: str, name: str) -> IconButton:
        """Add a button at the right; ``name`` says what it does and to whom."""
        button = IconButton(icon, name, size="small")
        self._buttons.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        return button
