"""Dates and times as the screen says them, in US English whatever the computer's language."""

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QTime

_US = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def spoken_date(day: date, today: date) -> str:
    """Return "Fri, Jun 12", with the year when it is not this one."""
    pattern = "ddd, MMM d" if day.year == today.year else "ddd, MMM d, yyyy"
    return _US.toString(_qt(day), pattern)


def long_date(day: date) -> str:
    """Return "Friday, June 12, 2026", as a screen reader should say it."""
    return _US.toString(_qt(day), "dddd, MMMM d, yyyy")


def month_title(day: date) -> str:
    """Return "June 2026"."""
    return _US.toString(_qt(day), "MMMM yyyy")


def weekday_letter(weekday: int) -> str:
    """Return one letter; Monday is 0."""
    return "MTWTFSS"[weekday]


def spoken_time(moment: time) -> str:
    """Return "10:15 AM"."""
    return _US.toString(QTime(moment.hour, moment.minute), "h:mm AP")


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
