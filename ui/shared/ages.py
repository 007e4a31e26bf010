"""How ages read on screen: a child's, and that of the last backup."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from ot_desktop.caseload.domain import age_on
from ot_desktop.day_words import clock_am_pm, dated


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
    return _tr("{0} years {1} months, born {2}").format(years, months, dated(born_on))


def backup_words(made_at: datetime, now: datetime) -> str:
    """Return ``Backup today, 9:05 AM`` or ``Backup 3 days ago``; both moments in local time."""
    days = (now.date() - made_at.date()).days
    if days <= 0:
        return _tr("Backup today, {0}").format(clock_am_pm(made_at))
    if days == 1:
        return _tr("Backup yesterday, {0}").format(clock_am_pm(made_at))
    return _tr("Backup {0} days ago").format(days)
