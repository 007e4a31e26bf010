"""One step of setting up a clinic: a question, its fields, and how it is saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.access.set_up import SetUp
from ui.widgets.label import label


class Step(QWidget):
    """``saved`` lets the page go on; ``busy`` carries words while slow work runs, then none."""

    saved = Signal()
    busy = Signal(str)

    def __init__(self, title: str, lead: str) -> None:
        super().__init__()
        self.title = label(title, "h1")
        self.lead = label(lead, "body", "text-2", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        self.set_up: SetUp | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addSpacing(14)
        column.addLayout(self.body)
        column.addStretch(1)

    def next_words(self) -> str:
        """Return what the button that goes on says."""
        return self.tr("Next")

    def save(self) -> None:
        """Keep what was filled in, then emit ``saved``; problems are shown beside the fields."""
        self.saved.emit()

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""

    def clinic(self) -> SetUp:
        """Return the clinic that is being set up; the first step founds it."""
        if self.set_up is None:
            raise RuntimeError("no step but the first comes before the clinic is founded")
        return self.set_up
