"""The calendar's head: which day or week, how much of it, by whom, clashes, and Book."""

from PySide6.QtCore import Signal

from ui.calendar.shown import clash_words
from ui.visits.day_head import DayHead
from ui.widgets.chip import Chip
from ui.widgets.segmented import SegmentedControl

DAY, WEEK = "day", "week"


class CalendarHead(DayHead):
    """``clash_wanted`` asks for the next clash."""

    clash_wanted = Signal()

    def __init__(self) -> None:
        self.span_control = SegmentedControl(self.tr("How much is shown"), small=True)
        self.span_control.add(DAY, self.tr("Day"))
        self.span_control.add(WEEK, self.tr("Week"))
        super().__init__(self.span_control, by_child=True)
        self.clash_chip = Chip("", icon="alert-triangle", checkable=False)
        self.clash_chip.setToolTip(self.tr("Go to the next clash"))
        self.clash_chip.hide()
        self.clash_chip.clicked.connect(self.clash_wanted)
        self.after_views.addWidget(self.clash_chip)

    @property
    def is_week(self) -> bool:
        """Whether a whole week is shown."""
        return self.span_control.chosen() == WEEK

    def show_clashes(self, count: int) -> None:
        """Say how many of the visits shown clash."""
        self.clash_chip.setText(clash_words(count))
        self.clash_chip.setAccessibleName(clash_words(count))
        self.clash_chip.setVisible(count > 0)
        self.clash_chip.updateGeometry()
