"""How ages, days and times are written on screen."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from ot_desktop.caseload.domain import age_on


def _tr(words: str) -> str:
    return QCoreApplication.translate("dates", words)


def age_text(born_on: date | None, day: date, *, short: bool = False) -> str:
    """Return ``6 y 4 m``, or ``6 y`` when short; say so when the birth date is not known."""
    if born_on is None:
        return _tr("age not known")
    years, months = age_on(born_on, day)
    return _tr("{0} y").format(years) if short else _tr("{0} y {1} m").format(years, months)


def age_words(born_on: date | None, day: date) -> str:
    """Return ``6 years 4 months, born Feb 3, 2020``."""
    if born_on is None:
        return _tr("birth date not known")
    years, months = age_on(born_on, day)
    born = f"{born_on:%b} {born_on.day}, {born_on.year}"
    return _tr("{0} years {1} months, born {2}").format(years, months, born)


def clock_text(moment: datetime) -> str:
    """Return ``9:00`` or ``1:15`` as clinics say it on screen."""
    return f"{moment.hour % 12 or 12}:{moment:%M}"


def day_text(day: date, today: date) -> str:
    """Return ``Today``, ``Wed``, ``Tue, Jun 9`` or, in another year, ``Jun 9, 2026``."""
    away = (day - today).days
    if away == 0:
        return _tr("Today")
    if day.year != today.year:
        return f"{day:%b} {day.day}, {day.year}"
    return f"{day:%a}, {day:%b} {day.day}"


def short_day_text(day: date, today: date) -> str:
    """Return ``Today``, ``Wed`` within a week, else ``Jun 9``."""
    away = (day - today).days
    if away == 0:
        return _tr("Today")
    if -7 < away < 7:  # noqa: PLR2004  (a week's day names stay clear)
        return f"{day:%a}"
    return f"{day:%b} {day.day}" if day.year == today.year else f"{day:%b} {day.day}, {day.year}"
