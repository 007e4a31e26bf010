"""How days and times read in Spanish, as families in the US say them."""

from datetime import date, datetime, time

from ot_desktop.day_words import clock_text
from ot_desktop.paper.fonts import unbroken

WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
    *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
_SHORT = 3
_NOON = 12


def weekday(day: date) -> str:
    """Return ``martes``."""
    return WEEKDAYS[day.weekday()]


def short_weekday(day: date) -> str:
    """Return ``Mar``, as it heads a column."""
    return weekday(day)[:_SHORT].capitalize()


def spoken_day(day: date) -> str:
    """Return ``9 de junio``."""
    return f"{day.day} de {MONTHS[day.month - 1]}"


def full_day(day: date) -> str:
    """Return ``9 de junio de 2026``."""
    return f"{spoken_day(day)} de {day.year}"


def span(first: date, last: date) -> str:
    """Return ``9 al 23 de junio``, with month and year where they change."""
    if first.year != last.year:
        return f"{full_day(first)} al {full_day(last)}"
    if first.month != last.month:
        return f"{spoken_day(first)} al {spoken_day(last)}"
    return f"{first.day} al {spoken_day(last)}"


def clock(at: datetime | time) -> str:
    """Return ``10:15 a. m.``."""
    return unbroken(f"{clock_text(at)} {half(at)}")


def half(at: datetime | time) -> str:
    """Return ``a. m.`` or ``p. m.``."""
    return "a. m." if at.hour < _NOON else "p. m."
