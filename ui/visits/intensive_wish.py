"""What a family asks of an intensive: how many, between which days, when, with whom."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ot_desktop.day_words import WEEKDAYS
from ot_desktop.programs.domain import Program
from ot_desktop.scheduling.domain import MAX_SESSIONS, SeriesRequest
from ot_desktop.scheduling.proposing import Wish
from ot_desktop.settings.domain import Clinic
from ui.widgets.chip import ChipGroup
from ui.widgets.choice import ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field, FormProblems
from ui.widgets.stepper import Stepper

USUAL_COUNT = 12
ANYBODY = 0
_MORNINGS, _AFTERNOONS = "mornings", "afternoons"
_WEEKS_AHEAD = timedelta(weeks=8)
_SHORT = 3


class IntensiveWish(QWidget):
    """``changed`` comes with every edit."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.count_stepper = Stepper(self.tr("Sessions"), (1, MAX_SESSIONS), USUAL_COUNT)
        self.therapist_combo = ComboBox(self.tr("Therapist of the intensive"))
        self.first_edit = DateEdit(self.tr("First day"), today)
        self.last_edit = DateEdit(self.tr("Last day"), today)
        self.half_chips = ChipGroup(self.tr("Time of day"))
        self.half_chips.add(_MORNINGS, self.tr("Mornings"))
        self.half_chips.add(_AFTERNOONS, self.tr("Afternoons"))
        self.weekday_chips = ChipGroup(self.tr("Weekdays"))
        self._fields = {
            "count": Field(self.tr("Sessions"), self.count_stepper),
            "therapist_id": Field(self.tr("Therapist"), self.therapist_combo),
            "first": Field(self.tr("Not before"), self.first_edit),
            "last": Field(self.tr("Not after"), self.last_edit),
            "half": Field(self.tr("When can the family come?"), self.half_chips),
        }
        self.problems = FormProblems(self._fields)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.addWidget(self._fields["count"], 0, 0)
        grid.addWidget(self._fields["therapist_id"], 0, 1)
        grid.addWidget(self._fields["first"], 1, 0, 1, 2)
        grid.addWidget(self._fields["last"], 2, 0, 1, 2)
        when = QVBoxLayout()
        when.setSpacing(6)
        when.addWidget(self._fields["half"])
        when.addWidget(self.weekday_chips)
        grid.addLayout(when, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._connect()

    def wish(self, request: SeriesRequest) -> Wish:
        """Return what is asked for; child, length and who comes stand in ``request``."""
        halves = self.half_chips.chosen()
        return Wish(
            child_id=request.child_id,
            count=self.count_stepper.value(),
            first=self.first_edit.value(),
            last=self.last_edit.value(),
            length_minutes=request.length_minutes,
            weekdays=frozenset(int(key) for key in self.weekday_chips.chosen()),
            mornings=_MORNINGS in halves,
            afternoons=_AFTERNOONS in halves,
            therapist_id=self.therapist_combo.currentData() or None,
            interpreter_id=request.interpreter_id,
            comes_with_id=request.comes_with_id,
        )

    def show_clinic(self, clinic: Clinic) -> None:
        """Offer the clinic's therapists and the weekdays it is open."""
        therapist_id = self.therapist_combo.currentData()
        self.therapist_combo.clear()
        self.therapist_combo.addItem(self.tr("Any therapist"), ANYBODY)
        for each in clinic.therapists:
            self.therapist_combo.addItem(each.name, each.id)
        place = self.therapist_combo.findData(therapist_id)
        self.therapist_combo.setCurrentIndex(max(0, place))
        chosen = self.weekday_chips.chosen()
        self.weekday_chips.clear()
        for day in sorted({each.weekday for each in clinic.hours}) or range(5):
            chip = self.weekday_chips.add(str(day), WEEKDAYS[day][:_SHORT])
            chip.setAccessibleName(WEEKDAYS[day])
        self.weekday_chips.choose(chosen)
        closed = {each.day for each in clinic.closed_days}
        for edit in (self.first_edit, self.last_edit):
            edit.set_days(closed=closed)

    def show_window(self, programs: Iterable[Program]) -> None:
        """Propose the days of the intensive that is next or running, unless days are typed."""
        if self.first_edit.value() is not None or self.last_edit.value() is not None:
            return
        coming = [each for each in programs if each.ends_on > self._today]
        tomorrow = self._today + timedelta(days=1)
        first, last = tomorrow, tomorrow + _WEEKS_AHEAD
        if coming:
            soonest = min(coming, key=lambda each: each.starts_on)
            first, last = max(soonest.starts_on, tomorrow), soonest.ends_on
        self.first_edit.set_value(first)
        self.last_edit.set_value(last)

    def clear(self) -> None:
        """Forget what the last family asked for."""
        self.count_stepper.set_value(USUAL_COUNT)
        self.therapist_combo.setCurrentIndex(0)
        for edit in (self.first_edit, self.last_edit):
            edit.set_value(None)
        for chips in (self.half_chips, self.weekday_chips):
            chips.choose(())
        self.problems.clear()

    def _connect(self) -> None:
        parts = (self.count_stepper, self.first_edit, self.last_edit)
        for part in (*parts, self.half_chips, self.weekday_chips):
            part.changed.connect(self.changed)
        self.therapist_combo.currentIndexChanged.connect(self.changed)
