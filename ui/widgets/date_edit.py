"""A date typed first and picked second: fri, 6/12, jun 12, +2w; its meaning stands beside it."""

from collections.abc import Container
from datetime import date, timedelta

from PySide6.QtCore import Qt, Slot

from ot_desktop.day_words import long_day
from ot_desktop.typed_dates import Lean, parse_date
from ui.widgets.label import set_tone
from ui.widgets.month_view import MonthPopup
from ui.widgets.typed_edit import TypedEdit

_FIELD = 150


class DateEdit(TypedEdit):
    """``changed`` carries a date or None. Birthdays and other past dates: ``lean=Lean.PAST``."""

    def __init__(self, name: str, today: date, *, lean: Lean = Lean.FUTURE) -> None:
        super().__init__(name, self.tr("fri, 6/12, +2w"), _FIELD)
        self._today = today
        self._lean = lean
        self._date: date | None = None
        self._popup: MonthPopup | None = None
        self._closed: Container[date] = frozenset()
        self._marked: Container[date] = frozenset()
        pick = self._offer(self.tr("Pick a day"), "calendar", 16)
        pick.setToolTip(self.tr("Pick a day (Alt Down)"))

    def value(self) -> date | None:
        """Return what is meant, or None while the text means no date."""
        return self._date

    def set_value(self, day: date | None) -> None:
        """Show a date in the words it could be typed in."""
        self.edit.setText("" if day is None else _typed(day, self._today))
        self._read(self.edit.text())

    def set_days(self, *, closed: Container[date], marked: Container[date] = frozenset()) -> None:
        """Strike closed days in the month and dot the marked ones."""
        self._closed, self._marked = closed, marked
        self._read(self.edit.text())

    @Slot(str)
    def _read(self, typed: str) -> None:
        before = self._date
        self._date = parse_date(typed, self._today, self._lean)
        self._show_meaning(typed)
        if self._date != before:
            self.changed.emit(self._date)

    def _show_meaning(self, typed: str) -> None:
        tone = "text-2"
        if self._date is not None:
            words = long_day(self._date, self._today)
            if self._date in self._closed:
                words, tone = self.tr("{0}, clinic closed").format(words), "warn-text"
        else:
            words = self.tr("not a date yet") if typed.strip() else ""
        self.meaning.setText(words)
        set_tone(self.meaning, tone)
        self.edit.setAccessibleDescription(words)

    def _step(self, by: int) -> None:
        self.set_value((self._date or self._today) + timedelta(days=by))

    @Slot()
    def _open(self) -> None:
        if self._popup is None:
            self._popup = MonthPopup(self, self._today)
            self._popup.picked.connect(self._take)
        self._popup.month.closed = self._closed
        self._popup.month.marked = self._marked
        self._popup.open_below(self.edit, self._date or self._today)

    @Slot(object)
    def _take(self, day: date) -> None:
        self.set_value(day)
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)


def _typed(day: date, today: date) -> str:
    short = f"{day.month}/{day.day}"
    return short if 0 <= (day - today).days < 365 else f"{short}/{day.year}"  # noqa: PLR2004 -- year
