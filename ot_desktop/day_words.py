"""How days and times read in English, whatever language the computer is set to."""

from datetime import date, datetime, time

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SHORT = 3
_DAYS_A_WEEK = 7
_NOON = 12


def weekday(day: date) -> str:
    """Return ``Tuesday``."""
    return WEEKDAYS[day.weekday()]


def short_weekday(day: date) -> str:
    """Return ``Tue``."""
    return weekday(day)[:_SHORT]


def month_title(day: date) -> str:
    """Return ``June 2026``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """Return ``Jun 9``."""
    return f"{MONTHS[day.month - 1][:_SHORT]} {day.day}"


def dated(day: date) -> str:
    """Return ``Jun 9, 2026``."""
    return f"{short_day(day)}, {day.year}"


def long_day(day: date, today: date | None = None) -> str:
    """Return ``Tue, Jun 9``, with the year when ``today`` is in another one."""
    is_this_year = today is None or day.year == today.year
    return f"{short_weekday(day)}, {short_day(day) if is_this_year else dated(day)}"


def full_day(day: date) -> str:
    """Return ``June 9, 2026``, which nobody can read two ways."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def spoken_day(day: date) -> str:
    """Return ``Tuesday, June 9, 2026``, as a screen reader should say it."""
    return f"{weekday(day)}, {full_day(day)}"


def day_text(day: date, today: date) -> str:
    """Return ``Today``, ``Tue, Jun 9`` or, in another year, ``Jun 9, 2026``."""
    if day == today:
        return "Today"
    return long_day(day) if day.year == today.year else dated(day)


def near_day_text(day: date, today: date) -> str:
    """Return ``Today``, ``Tue`` while that means one day only, else ``Jun 9`` or its year too."""
    if day == today:
        return "Today"
    if abs((day - today).days) < _DAYS_A_WEEK:
        return short_weekday(day)
    return short_day(day) if day.year == today.year else dated(day)


def clock_text(at: datetime | time) -> str:
    """Return ``9:00`` or ``1:30``, as screens show times."""
    return f"{at.hour % _NOON or _NOON}:{at.minute:02}"


def minute_text(minute: int) -> str:
    """Return a minute of the day as a clock shows it: ``1:30``."""
    return clock_text(time(minute // 60 % 24, minute % 60))


def clock_am_pm(at: datetime | time) -> str:
    """Return ``10:15 AM``, as paper shows times."""
    return f"{clock_text(at)} {'AM' if at.hour < _NOON else 'PM'}"
