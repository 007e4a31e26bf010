"""What a list says when it is empty: what would be here, why, and one button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.symbol import Symbol


class EmptyState(QWidget):
    """``button`` is there when ``action`` names it."""

    def __init__(
        self, icon: str, what: str, why: str = "", *, action: str = "", action_icon: str = ""
    ) -> None:
        super().__init__()
        self.button: Button | None = None
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(Symbol(icon, "accent", 28), alignment=middle)
        bold = label(what, "body-strong", wrap=True)
        bold.setAlignment(middle)
        column.addWidget(bold)
        if why:
            plain = label(why, "small", "text-2", wrap=True)
            plain.setAlignment(middle)
            column.addWidget(plain)
        if action:
            self.button = Button(action, "primary", icon=action_icon, size="small")
            column.addWidget(self.button, alignment=middle)
        column.addStretch(1)
