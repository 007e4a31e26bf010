"""When a family can come: painted, typed, or chosen with two clicks."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ot_desktop.planning.domain import Window
from ot_desktop.programs.typed_times import times_text
from ot_desktop.settings.domain import Clinic, Hours
from ui.programs.week_halves import Half, chosen_halves, halves_of, open_hours
from ui.programs.week_strip import WeekStrip, weekdays_of
from ui.widgets.chip import ChipGroup
from ui.widgets.field import Field

_FRIDAY = 4
MORNINGS, AFTERNOONS, ALL_DAY = "mornings", "afternoons", "all_day"
TO_THURSDAY, WHOLE_WEEK = "to_thursday", "whole_week"


class TimesCard(QWidget):
    """``painted`` carries hours; ``typed`` what was written."""

    painted = Signal(object)
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._halves: tuple[Half, ...] = ()
        self._open: dict[int, Window] = {}
        self._hours: tuple[Hours, ...] = ()
        self.day_chips = ChipGroup(self.tr("On which days"), one=True)
        self.day_chips.add(WHOLE_WEEK, self.tr("Every day"), checked=True)
        self.day_chips.add(TO_THURSDAY, self.tr("Mon to Thu"))
        self.half_chips = ChipGroup(self.tr("At what time of day"), one=True)
        for key, words in (
            (MORNINGS, self.tr("Mornings")),
            (AFTERNOONS, self.tr("Afternoons")),
            (ALL_DAY, self.tr("All day")),
        ):
            self.half_chips.add(key, words)
        self.strip = WeekStrip(self.tr("When the family can come"))
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("mon-thu am, fri 9-11"))
        self.field = Field(self.tr("When the family can come"), self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.field, self.half_chips, self.day_chips, self.strip):
            column.addWidget(part)
        self.half_chips.changed.connect(self._choose)
        self.day_chips.changed.connect(self._choose)
        self.strip.changed.connect(self.painted)
        self.edit.returnPressed.connect(self._tell)
        self.edit.editingFinished.connect(self._tell)

    def show_clinic(self, clinic: Clinic) -> None:
        """Offer the clinic's week."""
        self._halves = halves_of(clinic.hours)
        self._open = open_hours(clinic.hours)

    def show_times(self, hours: tuple[Hours, ...]) -> None:
        """Show what is saved; what is being typed is left alone."""
        self.strip.show_week(self._halves, hours)
        if not (self.edit.hasFocus() and self.edit.isModified()) or hours != self._hours:
            self.edit.setText(times_text(hours, self._open))
            self.edit.setModified(False)
            self.field.set_problem(None)
        self._hours = hours
        self._light_chips(hours)

    def open_hours(self) -> dict[int, Window]:
        """Return from when until when the clinic is open, by weekday."""
        return self._open

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return the parts in the order they are used."""
        return (self.edit, self.strip)

    @Slot()
    def _choose(self) -> None:
        half = next(iter(self.half_chips.chosen()), None)
        if half is not None:
            self.painted.emit(self._meant(half, self._days()))

    def _days(self) -> list[int]:
        to_thursday = TO_THURSDAY in self.day_chips.chosen()
        days = weekdays_of(self._halves)
        return [day for day in days if day < _FRIDAY or not to_thursday]

    def _meant(self, half: str, days: list[int]) -> tuple[Hours, ...]:
        return chosen_halves(
            self._halves, days, mornings=half != AFTERNOONS, afternoons=half != MORNINGS
        )

    def _light_chips(self, hours: tuple[Hours, ...]) -> None:
        """Light the chips that say what is saved; nothing is chosen by showing it."""
        whole, short = list(weekdays_of(self._halves)), []
        short = [day for day in whole if day < _FRIDAY]
        for group in (self.half_chips, self.day_chips):
            group.blockSignals(True)  # noqa: FBT003  (Qt's signature)
        self.half_chips.choose(())
        for half in (MORNINGS, AFTERNOONS, ALL_DAY):
            for key, days in ((WHOLE_WEEK, whole), (TO_THURSDAY, short)):
                if hours and hours == self._meant(half, days):
                    self.half_chips.choose((half,))
                    self.day_chips.choose((key,))
        for group in (self.half_chips, self.day_chips):
            group.blockSignals(False)  # noqa: FBT003  (Qt's signature)

    @Slot()
    def _tell(self) -> None:
        if self.edit.isModified():
            self.edit.setModified(False)
            self.typed.emit(self.edit.text())
