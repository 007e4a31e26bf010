"""How a child's age reads on screen."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from ot_desktop.caseload.domain import age_on
from ot_desktop.day_words import dated


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
