"""How ages read on screen: a child's, and that of something that waits."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from ot_desktop.caseload.domain import age_on
from ot_desktop.day_words import dated

_HOUR = timedelta(hours=1)
_TWO_DAYS = timedelta(days=2)


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
    in_years = _tr("1 year") if years == 1 else _tr("{0} years").format(years)
    in_months = _tr("1 month") if months == 1 else _tr("{0} months").format(months)
    return _tr("{0} {1}, born {2}").format(in_years, in_months, dated(born_on))


def waited_text(age: timedelta) -> str:
    """Return ``12 min``, ``5 h`` or ``3 days``."""
    if age < _HOUR:
        return _tr("{0} min").format(int(age.total_seconds()) // 60)
    if age < _TWO_DAYS:
        return _tr("{0} h").format(int(age / _HOUR))
    return _tr("{0} days").format(age.days)
