"""How and on which day the family will be reached; signing makes a call of it in Messages."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop.clock import today
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import line_edit

_FRIDAY = 4


class ContactPlan(QWidget):
    """The next working day is proposed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("How you will reach the family")
        self.words_edit = line_edit(words, self.tr("Call Lucía after 3"))
        self.day_edit = DateEdit(self.tr("Day you will reach the family"), today())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words_edit, 1)
        row.addWidget(self.day_edit)
        self.words_edit.textChanged.connect(self.changed)
        self.day_edit.changed.connect(self.changed)

    def show_told(self, plan: str, day: date | None) -> None:
        """Show what was planned."""
        self.words_edit.setText(plan)
        self.day_edit.set_value(day or next_working_day(today()))

    def plan(self) -> str:
        """Return how."""
        return self.words_edit.text()

    def day(self) -> date | None:
        """Return when."""
        return self.day_edit.value()


def next_working_day(day: date) -> date:
    """Return the first day after ``day`` that is not on a weekend."""
    return day + timedelta(days=1 if day.weekday() < _FRIDAY else 7 - day.weekday())
