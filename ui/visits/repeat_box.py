"""When a repeated visit ends: by number or by date, never open."""

from collections.abc import Container
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.scheduling.domain import MAX_SESSIONS
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.rows import at_left
from ui.widgets.segmented import SegmentedControl
from ui.widgets.stepper import Stepper

USUAL_COUNT = 12
BY_COUNT, BY_DATE = "count", "date"


class RepeatBox(QWidget):
    """``changed`` comes with every edit."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.end_control = SegmentedControl(self.tr("Ends"), small=True)
        self.end_control.add(BY_COUNT, self.tr("By number"))
        self.end_control.add(BY_DATE, self.tr("By date"))
        self.count_stepper = Stepper(self.tr("Visits"), (1, MAX_SESSIONS), USUAL_COUNT)
        self.last_day_edit = DateEdit(self.tr("Last day"), today)
        self._ends = QStackedWidget()
        self._ends.addWidget(at_left(self.count_stepper))
        self._ends.addWidget(self.last_day_edit)
        inside = QWidget()
        row = QVBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.end_control)
        row.addWidget(self._ends)
        inside.setFocusProxy(self.end_control)
        self.field = Field(self.tr("Repeat until"), inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.end_control.changed.connect(self._switch)
        self.count_stepper.changed.connect(self.changed)
        self.last_day_edit.changed.connect(self.changed)

    def ends(self) -> tuple[int | None, date | None]:
        """Return the number of visits or the last day; the other is None."""
        if self.end_control.chosen() == BY_COUNT:
            return self.count_stepper.value(), None
        return None, self.last_day_edit.value()

    def set_closed(self, closed: Container[date]) -> None:
        """Strike closed days in the month."""
        self.last_day_edit.set_days(closed=closed)

    def clear(self) -> None:
        """Show what most families ask for."""
        self.end_control.choose(BY_COUNT)
        self.count_stepper.set_value(USUAL_COUNT)
        self.last_day_edit.set_value(None)

    @Slot(str)
    def _switch(self, end: str) -> None:
        self._ends.setCurrentIndex(0 if end == BY_COUNT else 1)
        self.changed.emit()
