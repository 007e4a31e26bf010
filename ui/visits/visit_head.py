"""When a visit is, with whom and where, and what is particular about it."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.scheduling.domain import ScheduledSession
from ui.visits.day_block import override_words
from ui.visits.visit_words import interpreter_words, series_words, when_words
from ui.widgets.facts_grid import FactsGrid
from ui.widgets.label import label
from ui.widgets.leaving import take_away


class VisitHead(QWidget):
    """Only facts there are get a line."""

    def __init__(self) -> None:
        super().__init__()
        self.when = label("", "body-strong", wrap=True)
        self._facts: FactsGrid | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.when)

    def show_visit(self, session: ScheduledSession, child: ChildPage, today: date) -> None:
        """Show a visit."""
        self.when.setText(when_words(session, today))
        named = (
            (self.tr("Therapist"), session.therapist_name),
            (self.tr("Room"), session.room_name or self.tr("No room")),
            (self.tr("Series"), series_words(session)),
            (self.tr("Comes with"), session.comes_with_name or ""),
            (self.tr("Interpreter"), interpreter_words(child, session)),
            (self.tr("Booked all the same"), override_words(session)),
        )
        if self._facts is not None:
            take_away(self._facts, self._column)
        self._facts = FactsGrid([(name, words) for name, words in named if words])
        self._column.addWidget(self._facts)
