"""How many of how many tries: two numbers, both kept as counted."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ot_desktop.goals.scoring import MOST_TRIALS
from ui.theme import theme
from ui.widgets.label import label

_WIDE = 64


class TriesEdit(QWidget):
    """``finished`` comes once no further digit could belong to the score."""

    finished = Signal()

    def __init__(self, name: str, attempts: int) -> None:
        super().__init__()
        self.score_edit = _number_edit(name)
        self.attempts_edit = _number_edit(self.tr("Out of"))
        self.attempts_edit.setText(str(attempts))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.score_edit)
        row.addWidget(label(self.tr("of"), "body", "text-2"))
        row.addWidget(self.attempts_edit)
        row.addStretch(1)
        self.setFocusProxy(self.score_edit)
        self.score_edit.textEdited.connect(self._look)

    def successes(self) -> int | None:
        """Return how often it went well, or None while nothing is typed."""
        return _number(self.score_edit)

    def attempts(self) -> int | None:
        """Return how many tries there were."""
        return _number(self.attempts_edit)

    def show_attempts(self, attempts: int) -> None:
        """Offer the tries the goal is measured in."""
        self.attempts_edit.setText(str(attempts))

    @Slot()
    def _look(self) -> None:
        score, attempts = self.successes(), self.attempts()
        if score is not None and attempts is not None and (score * 10 > attempts or score == 0):
            self.finished.emit()


def _number_edit(name: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setAccessibleName(name)
    edit.setValidator(QIntValidator(0, MOST_TRIALS, edit))
    edit.setFixedWidth(theme().px(_WIDE))
    return edit


def _number(edit: QLineEdit) -> int | None:
    return int(edit.text()) if edit.text().isdigit() else None
