"""What each child gets: how many sessions, how long, how many a day and a week, how far apart."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ot_desktop.programs.domain import MOST_SESSIONS, Dose
from ui.widgets.card import Card
from ui.widgets.choice import ComboBox
from ui.widgets.field import Field
from ui.widgets.label import label
from ui.widgets.rows import at_left
from ui.widgets.stepper import Stepper

_MOST_A_WEEK = 14
_MOST_A_DAY = 2
_LONGEST = 240
_SHORTEST = 15
_GAPS = (1, 2, 3, 4, 5, 7, 10, 14)


class DoseCard(Card):
    """``changed`` comes with every step."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Each child gets"))
        self.sessions = Stepper(self.tr("Sessions per child"), (1, MOST_SESSIONS), 12)
        self.length = Stepper(
            self.tr("Length"), (_SHORTEST, _LONGEST), 60, suffix=self.tr("min"), step=_SHORTEST
        )
        self.most_a_day = Stepper(self.tr("Most a day"), (1, _MOST_A_DAY), 1)
        self.least_a_week = Stepper(self.tr("Fewest sessions a week"), (1, _MOST_A_WEEK), 2)
        self.most_a_week = Stepper(self.tr("Most sessions a week"), (1, _MOST_A_WEEK), 5)
        self.gap = ComboBox(self.tr("Longest gap between visits"))
        self.gap.addItem(self.tr("no limit"), None)
        for days in _GAPS:
            words = self.tr("1 day") if days == 1 else self.tr("{0} days").format(days)
            self.gap.addItem(words, days)
        self._place()
        for stepper in self._steppers():
            stepper.changed.connect(self.changed)
        self.gap.currentIndexChanged.connect(self.changed)

    def dose(self) -> Dose:
        """Return what is chosen."""
        return Dose(
            sessions=self.sessions.value(),
            length_minutes=self.length.value(),
            most_a_day=self.most_a_day.value(),
            least_a_week=self.least_a_week.value(),
            most_a_week=self.most_a_week.value(),
            longest_gap_days=self.gap.currentData(),
        )

    def show_dose(self, dose: Dose) -> None:
        """Show what is saved."""
        self.sessions.set_value(dose.sessions)
        self.length.set_value(dose.length_minutes)
        self.most_a_day.set_value(dose.most_a_day)
        self.least_a_week.set_value(dose.least_a_week)
        self.most_a_week.set_value(dose.most_a_week)
        if self.gap.findData(dose.longest_gap_days) < 0:
            self.gap.addItem(
                self.tr("{0} days").format(dose.longest_gap_days), dose.longest_gap_days
            )
        self.gap.setCurrentIndex(self.gap.findData(dose.longest_gap_days))

    def fields(self) -> dict[str, Field]:
        """Return the fields by the names of ``ValidationError``."""
        return self._fields

    def _steppers(self) -> tuple[Stepper, ...]:
        return (
            self.sessions,
            self.length,
            self.most_a_day,
            self.least_a_week,
            self.most_a_week,
        )

    def _place(self) -> None:
        week = QWidget()
        row = QHBoxLayout(week)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.least_a_week)
        row.addWidget(label(self.tr("to"), "body", "text-2"))
        row.addWidget(self.most_a_week)
        row.addStretch(1)
        week.setFocusProxy(self.least_a_week)
        self._fields = {
            "sessions": Field(self.tr("Sessions"), at_left(self.sessions)),
            "length_minutes": Field(self.tr("Length"), at_left(self.length)),
            "most_a_day": Field(self.tr("Most a day"), at_left(self.most_a_day)),
            "most_a_week": Field(self.tr("Sessions a week"), week),
            "longest_gap_days": Field(self.tr("Longest gap, only warns"), at_left(self.gap)),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for place, field in enumerate(self._fields.values()):
            grid.addWidget(field, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
