"""A line above the dates: what was moved, what has no room, what needs a reason."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.widgets.button import Button
from ui.widgets.label import label, restyle
from ui.widgets.symbol import Symbol


class Notice(QFrame):
    """Hidden while it has nothing to say; ``button`` is there when ``action`` names it."""

    def __init__(self, kind: str, icon: str, *, action: str = "") -> None:
        super().__init__()
        self.setProperty("banner", kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6 if action else 12, 5)
        row.setSpacing(10)
        row.addWidget(Symbol(icon, f"{kind}-text", 16))
        self.words = label("", "body-strong", wrap=True)
        row.addWidget(self.words, 1)
        self.button: Button | None = Button(action, size="small") if action else None
        if self.button is not None:
            row.addWidget(self.button)
        restyle(self)
        self.hide()

    def say(self, words: str) -> None:
        """Show a sentence, or hide when there is none."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
