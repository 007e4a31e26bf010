"""Asks once for each column whose dates can be read in two ways."""

import re

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.importing.dates import DateOrder
from ot_desktop.importing.plan import DateColumn
from ui.importing.import_draft import ImportDraft
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.segmented import SegmentedControl

_UNDECIDED = "undecided"
_DAY = r"[A-Z][a-z]+ \d{1,2}, \d{4}"
_READINGS = re.compile(rf"({_DAY}) or ({_DAY})\?$")


class DateQuestion(QWidget):
    """One column: the question with an example of its own, and the two readings."""

    answered = Signal(int, object)

    def __init__(self, column: DateColumn, order: DateOrder | None) -> None:
        super().__init__()
        self._column = column.column
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = f"{column.heading}: {column.question}"
        row.addWidget(label(words, "body-strong", wrap=True), 1)
        self.choice = SegmentedControl(words, check=True)
        self.choice.add(_UNDECIDED, self.tr("Not decided"))
        month, day = readings(column.question)
        self.choice.add(DateOrder.MONTH_FIRST.value, month or self.tr("Month first"))
        self.choice.add(DateOrder.DAY_FIRST.value, day or self.tr("Day first"))
        self.choice.choose(order.value if order else _UNDECIDED)
        self.choice.changed.connect(self._answer)
        row.addWidget(self.choice)

    @Slot(str)
    def _answer(self, key: str) -> None:
        self.answered.emit(self._column, None if key == _UNDECIDED else DateOrder(key))


class DateQuestions(Card):
    """Shows every column that was ever asked about, so that an answer can be changed."""

    def __init__(self, draft: ImportDraft) -> None:
        super().__init__(self.tr("Dates to decide"), icon="calendar")
        self._draft = draft
        self._shown: dict[int, DateQuestion] = {}
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        self.body.addLayout(self.rows)
        self.hide()
        draft.opened.connect(self.reload)
        draft.planned.connect(self.reload)

    def questions(self) -> tuple[DateQuestion, ...]:
        """Return what is asked, by column."""
        return tuple(self._shown[column] for column in sorted(self._shown))

    @Slot()
    def reload(self) -> None:
        """Add new questions, and take away those of another file."""
        asked = self._draft.asked_dates
        for column in [each for each in self._shown if each not in asked]:
            gone = self._shown.pop(column)
            gone.hide()
            gone.deleteLater()
        for column, question in asked.items():
            if column not in self._shown:
                made = DateQuestion(question, self._draft.date_order(column))
                made.answered.connect(self._draft.order_dates)
                self._shown[column] = made
                self.rows.addWidget(made)
        self.setVisible(bool(self._shown))


def readings(question: str) -> tuple[str, str]:
    """Return the two days of ``Is 03/04/2020 March 4 or April 3?``, or nothing."""
    found = _READINGS.search(question)
    return (found[1], found[2]) if found else ("", "")
