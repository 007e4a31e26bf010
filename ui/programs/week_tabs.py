"""One button for each week of an intensive, as many as there is room for."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ot_desktop.day_words import short_day
from ot_desktop.programs.board import WeekTab
from ui.widgets.button import IconButton
from ui.widgets.segmented import SegmentedControl, segment_width

_LEAST_SHOWN = 2
_GAP = 2


class WeekTabs(QWidget):
    """``week_wanted`` carries the first day of a week."""

    week_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._weeks: tuple[WeekTab, ...] = ()
        self._current = 0
        self._shown: tuple[WeekTab, ...] = ()
        self._is_fitting = False
        self.earlier_button = IconButton("chevron-left", self.tr("Week before"))
        self.later_button = IconButton("chevron-right", self.tr("Week after"))
        self.control = SegmentedControl(self.tr("Week"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for part in (self.earlier_button, self.control, self.later_button):
            row.addWidget(part)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.control.changed.connect(self._choose)
        self.earlier_button.clicked.connect(lambda: self.step(-1))
        self.later_button.clicked.connect(lambda: self.step(1))

    def show_weeks(self, weeks: Sequence[WeekTab], first_day: date) -> None:
        """Show the weeks; an amber dot tells where somebody is needed."""
        place = next((n for n, week in enumerate(weeks) if week.first_day == first_day), 0)
        if (tuple(weeks), place) != (self._weeks, self._current):
            self._weeks, self._current = tuple(weeks), place
            self.updateGeometry()
            self._fit()

    @Slot(int)
    def step(self, weeks: int) -> None:
        """Go some weeks on or back, and stop at the ends."""
        there = max(0, min(len(self._weeks) - 1, self._current + weeks))
        if self._weeks and there != self._current:
            self.week_wanted.emit(self._weeks[there].first_day)

    def sizeHint(self) -> QSize:
        """Return room for every week."""
        return QSize(sum(map(_width, self._weeks)), self.later_button.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for a few weeks."""
        few = sum(sorted(map(_width, self._weeks), reverse=True)[:_LEAST_SHOWN])
        return QSize(min(few + self._ends(), self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many weeks as fit."""
        super().resizeEvent(event)
        self._fit()

    def _ends(self) -> int:
        return 2 * (self.later_button.sizeHint().width() + _GAP)

    def _fit(self) -> None:
        """Choose what to show; showing it may give us another width, then once more."""
        if self._is_fitting:
            return
        self._is_fitting = True
        width = -1
        while width != self.width():
            width = self.width()
            self._show_within(width)
        self._is_fitting = False

    def _show_within(self, room: int) -> None:
        for count in range(len(self._weeks), 0, -1):
            first = max(0, min(len(self._weeks) - count, self._current - count // 2))
            shown = self._weeks[first : first + count]
            ends = 0 if count == len(self._weeks) else self._ends()
            if sum(map(_width, shown)) + ends <= room or count == 1:
                self._show(first, shown)
                return

    def _show(self, first: int, shown: tuple[WeekTab, ...]) -> None:
        self.earlier_button.setVisible(first > 0)
        self.later_button.setVisible(first + len(shown) < len(self._weeks))
        self.control.blockSignals(True)  # noqa: FBT003  (Qt takes no names)
        if [each.first_day for each in shown] != [each.first_day for each in self._shown]:
            self._rebuild(shown)
        self._shown = shown
        for week in shown:
            why = self.tr("something is open") if week.needs_you else ""
            self.control.mark(week.first_day.isoformat(), why)
        self.control.choose(self._weeks[self._current].first_day.isoformat())
        self.control.blockSignals(False)  # noqa: FBT003  (Qt)

    def _rebuild(self, shown: tuple[WeekTab, ...]) -> None:
        had_focus = self.control.isAncestorOf(self.focusWidget() or self)
        self.control.clear()
        for week in shown:
            self.control.add(week.first_day.isoformat(), short_day(week.first_day))
        if had_focus:
            self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _choose(self, key: str) -> None:
        self.week_wanted.emit(date.fromisoformat(key))


def _width(week: WeekTab) -> int:
    return segment_width(short_day(week.first_day), marked=week.needs_you)
