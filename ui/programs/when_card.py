"""Name and dates of an intensive; what falls on closed days is said while it is typed."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from ot_desktop.day_words import long_day
from ot_desktop.settings.domain import ClosedDay
from ui.widgets.card import Card
from ui.widgets.chip import ChipGroup
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.notice import Notice

Hints = Callable[[date | None, date | None], tuple[str, ...]]


class WhenCard(Card):
    """``changed`` comes with every edit; ``close_wanted`` carries a ``ClosedDay`` to close."""

    changed = Signal()
    close_wanted = Signal(object)

    def __init__(self, today: date, hints: Hints) -> None:
        super().__init__(self.tr("Name and dates"))
        self._hints = hints
        self.name_edit = QLineEdit()
        self.starts_edit = DateEdit(self.tr("First day"), today)
        self.ends_edit = DateEdit(self.tr("Last day"), today)
        self.notice = Notice("info", "calendar-event")
        self.holiday_chips = ChipGroup(self.tr("Holidays to close for"))
        self._holidays: dict[str, ClosedDay] = {}
        self._fields = {
            "name": Field(self.tr("Name"), self.name_edit),
            "starts_on": Field(self.tr("First day"), self.starts_edit),
            "ends_on": Field(self.tr("Last day"), self.ends_edit),
        }
        self._place()
        self.name_edit.textEdited.connect(self.changed)
        for edit in (self.starts_edit, self.ends_edit):
            edit.changed.connect(self._say_hints)
            edit.changed.connect(self.changed)
        self.holiday_chips.changed.connect(self._close)

    def fields(self) -> dict[str, Field]:
        """Return the fields by the names of ``ValidationError``."""
        return self._fields

    def dates(self) -> tuple[date | None, date | None]:
        """Return first and last day as they are typed; None while one means no day."""
        return self.starts_edit.value(), self.ends_edit.value()

    def show_dates(self, name: str, starts_on: date | None, ends_on: date | None) -> None:
        """Show what is saved."""
        self.name_edit.setText(name)
        self.starts_edit.set_value(starts_on)
        self.ends_edit.set_value(ends_on)
        self._say_hints()

    def show_closed(
        self, closed: Sequence[tuple[date, str]], holidays: Sequence[ClosedDay]
    ) -> None:
        """Show the closed days of the program, and the holidays that are still open."""
        days = {day for day, _ in closed}
        for edit in (self.starts_edit, self.ends_edit):
            edit.set_days(closed=days)
        self._say_hints()
        self._holidays = {each.day.isoformat(): each for each in holidays}
        self.holiday_chips.clear()
        for key, holiday in self._holidays.items():
            words = self.tr("Close {0}").format(_closed_text(holiday.day, holiday.reason))
            self.holiday_chips.add(key, words, icon="calendar-off")
        self.holiday_chips.setVisible(bool(holidays))

    def _place(self) -> None:
        for field in self._fields.values():
            self.add(field)
        for part in (self.notice, self.holiday_chips):
            self.add(part)

    @Slot()
    def _say_hints(self) -> None:
        self.notice.say("\n".join(self._hints(*self.dates())))

    @Slot()
    def _close(self) -> None:
        for key in self.holiday_chips.chosen():
            self.close_wanted.emit(self._holidays[key])


def _closed_text(day: date, reason: str) -> str:
    return f"{long_day(day)} ({reason})" if reason else long_day(day)
