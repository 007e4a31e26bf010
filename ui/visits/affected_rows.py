"""The visits in the way of a closing, and what is to become of each; filled a day at a time."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.scheduling.affected import Affected, Closing
from ot_desktop.scheduling.closing import ClosingService
from ot_desktop.scheduling.domain import Visit
from ot_desktop.scheduling.rearranging import Step
from ui.visits.closing_words import call_words, place_words, visit_words
from ui.widgets.choice import ComboBox
from ui.widgets.label import label
from ui.widgets.leaving import empty

_LATER, _CALL_OFF = "later", "call off"


class AffectedRows(QWidget):
    """``filled`` says after each day whether it was the last."""

    filled = Signal(bool)

    def __init__(self, closing: ClosingService) -> None:
        super().__init__()
        self._service = closing
        self._closing: Closing | None = None
        self._days: Iterator[date] = iter(())
        self._kept: dict[int, object] = {}
        self.rows: list[Affected] = []
        self.choices: list[ComboBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._add_day)

    def show_closing(self, closing: Closing | None) -> None:
        """List what is in the way: the first day at once, the others as the window has time."""
        self._kept = {}
        self._fill(closing)

    def look_again(self) -> None:
        """List anew what is in the way now; what was decided stays where it still can be."""
        pairs = zip(self.rows, self.choices, strict=True)
        self._kept = {row.session.id: box.currentData() for row, box in pairs}
        self._fill(self._closing)

    def _fill(self, closing: Closing | None) -> None:
        empty(self._column)
        self.rows, self.choices = [], []
        self._closing = closing
        self._days = closing.each_day() if closing else iter(())
        self._turn.start()
        self._add_day()

    def steps(self) -> list[Step]:
        """Return what was decided for each visit."""
        return [self._step(row, box) for row, box in zip(self.rows, self.choices, strict=True)]

    def keep_times(self) -> int:
        """Choose another room or therapist at the same time where one is; return for how many."""
        steps = self._service.keep_times(self.rows)
        for step, box in zip(steps, self.choices, strict=True):
            places = [box.itemData(place) for place in range(box.count())]
            if step.to is not None and step.to in places:
                box.setCurrentIndex(places.index(step.to))
        return sum(step.to is not None for step in steps)

    def call_off_the_rest(self) -> int:
        """Choose to cancel what is still to be called later; return for how many."""
        waiting = [each for each in self.choices if each.currentData() == _LATER]
        for box in waiting:
            box.setCurrentIndex(max(0, box.findData(_CALL_OFF)))
        return sum(each.currentData() == _CALL_OFF for each in waiting)

    @Slot()
    def _add_day(self) -> None:
        day = next(self._days, None)
        if day is None or self._closing is None:
            self._turn.stop()
            self.filled.emit(True)  # noqa: FBT003  (a signal's argument has no name)
            return
        found: Sequence[Affected] = self._service.affected(self._closing, day)
        for row in found:
            self.rows.append(row)
            self._column.addWidget(self._line(row))
        self.filled.emit(False)  # noqa: FBT003  (a signal's argument has no name)

    def _step(self, row: Affected, box: ComboBox) -> Step:
        chosen = box.currentData()
        if isinstance(chosen, Visit):
            return Step(row.session.id, chosen)
        if chosen == _CALL_OFF and self._closing is not None:
            return Step(row.session.id, called_off=self._closing.why)
        return Step(row.session.id)

    def _line(self, row: Affected) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        words = visit_words(row)
        column.addWidget(label(words, "body-strong", wrap=True))
        column.addWidget(label(call_words(row), "body", wrap=True))
        column.addWidget(label(row.alerts, "small", "text-2", wrap=True))
        box = ComboBox(self.tr("What becomes of {0}").format(words))
        box.addItem(self.tr("Call later"), _LATER)
        if row.can_change:
            for place in row.places:
                box.addItem(place_words(row, place), place.visit)
            box.addItem(self.tr("Cancel by clinic"), _CALL_OFF)
        kept = self._kept.get(row.session.id, _LATER)
        offered = [box.itemData(place) for place in range(box.count())]
        box.setCurrentIndex(offered.index(kept) if kept in offered else 0)
        self.choices.append(box)
        column.addWidget(box)
        return line
