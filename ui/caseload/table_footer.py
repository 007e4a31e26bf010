"""The line under the caseload: how many are shown, and the keys that work there."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.key_hints import KeyHints
from ui.widgets.label import label


class TableFooter(QWidget):
    """``shown_label`` says how many children the table holds."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(18)
        self.shown_label = label("", "small", "text-2")
        row.addWidget(self.shown_label)
        hints = (
            (("J", "K"), self.tr("move")),
            (("Space",), self.tr("quick look")),
            (("Enter",), self.tr("open")),
        )
        row.addWidget(KeyHints(hints), 1)
