"""The line under a field: a hint, or in red what was wrong and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.announcing import announce
from ui.widgets.label import label, set_tone
from ui.widgets.symbol import Symbol


class NoteLine(QWidget):
    """Shows ``hint`` until there is a problem."""

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self._hint = hint
        self._sign = Symbol("info-circle", "text-2", 13)
        self.words = label("", "caption", "text-2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.set_problem("")

    @property
    def problem(self) -> str:
        """The sentence in red, or nothing."""
        return self.words.text() if self.words.property("tone") == "danger-text" else ""

    def set_hint(self, hint: str) -> None:
        """Show another hint, and no problem."""
        self._hint = hint
        self.set_problem("")

    def set_problem(self, sentence: str) -> None:
        """Say what was wrong; an empty sentence brings the hint back."""
        tone = "danger-text" if sentence else "text-2"
        self._sign.show_icon("alert-circle" if sentence else "info-circle", tone)
        set_tone(self.words, tone)
        self.words.setText(sentence or self._hint)
        self.setVisible(bool(self.words.text()))
        if sentence:
            announce(self, sentence)
