"""Any allergies? Asked once, where a family is first met: none known, or what they say."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import Alert, AlertKind, Asked
from ui.widgets.button import Button
from ui.widgets.label import label, restyle


class AllergyQuestion(QFrame):
    """``answered`` carries ``Asked`` and the alerts that were told."""

    answered = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("banner", "warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(label(self.tr("Any allergies?"), "body-strong", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(6)
        self.none_button = Button(self.tr("None known"), size="small")
        self.add_button = Button(self.tr("Add"), size="small")
        for button in (self.none_button, self.add_button):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._typed = QWidget()
        typed = QHBoxLayout(self._typed)
        typed.setContentsMargins(0, 0, 0, 0)
        typed.setSpacing(6)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(self.tr("Allergies, each with what to do"))
        self.edit.setPlaceholderText(self.tr("Peanut: EpiPen in blue bag; latex"))
        self.keep_button = Button(self.tr("Keep"), size="small")
        typed.addWidget(self.edit, 1)
        typed.addWidget(self.keep_button)
        column.addWidget(self._typed)
        self._typed.hide()
        restyle(self)
        self.none_button.clicked.connect(self._say_none)
        self.add_button.clicked.connect(self._begin)
        self.keep_button.clicked.connect(self._keep)
        self.edit.returnPressed.connect(self._keep)

    def ask_unless(self, *, is_asked: bool) -> None:
        """Show the question, or nothing where somebody has asked."""
        if is_asked:
            self.edit.clear()
            self._typed.hide()
        self.setVisible(not is_asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the line away with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._typed.isVisible():
            self._typed.hide()
            self.add_button.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _say_none(self) -> None:
        self.answered.emit(Asked.NONE_KNOWN, ())

    @Slot()
    def _begin(self) -> None:
        self._typed.show()
        self.edit.setFocus()

    @Slot()
    def _keep(self) -> None:
        """Read one alert between semicolons: what it is, a colon, what to do."""
        parts = [part.partition(":") for part in self.edit.text().split(";") if part.strip()]
        alerts = tuple(
            Alert(AlertKind.ALLERGY, title.strip(), details.strip()) for title, _, details in parts
        )
        if alerts:
            self.answered.emit(Asked.LISTED, alerts)
        else:
            self.edit.setFocus()
