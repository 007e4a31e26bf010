"""The page that says why the clinic cannot be opened, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.access.domain import ClinicClosed, Why
from ui.access.cards import EdgeLink
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.symbol import Symbol


class ClosedView(QWidget):
    """A clear page when the clinic's files cannot be used; no child's data on it."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "name", wrap=True)
        self.sentence = label("", "body", "text-2", wrap=True)
        self.folder_label = label("", "small", "text-3", wrap=True)
        self.again_button = Button(self.tr("Try again"), "primary", icon="refresh", size="large")
        self.folder_button = Button(
            self.tr("Choose another folder"), icon="folder-open", size="large"
        )
        self.new_button = EdgeLink(self.tr("Set up a new clinic instead"))
        self._symbol = Symbol("database", "text-2", 28)
        self._build()

    def explain(self, closed: ClinicClosed, folder: str) -> None:
        """Say what is the matter and where it was looked."""
        titles = {
            Why.MISSING: self.tr("The clinic’s files are not here"),
            Why.DAMAGED: self.tr("The clinic’s files are damaged"),
            Why.NEWER: self.tr("This clinic needs a newer OT Desktop"),
            Why.IN_USE: self.tr("The clinic is open somewhere else"),
            Why.OTHER: self.tr("The clinic can’t be opened"),
        }
        self.title.setText(titles[closed.why])
        self.sentence.setText(str(closed))
        self.folder_label.setText(self.tr("Folder: {0}").format(folder))

    def take_focus(self) -> None:
        """Put the keyboard on what usually helps."""
        self.again_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._symbol)
        column.addSpacing(12)
        column.addWidget(self.title)
        column.addSpacing(6)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        column.addWidget(self.folder_label)
        column.addSpacing(20)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.folder_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addSpacing(12)
        column.addWidget(self.new_button, alignment=Qt.AlignmentFlag.AlignLeft)
