"""Closed days as a person types them: a day and why, one a line."""

from datetime import date

from ot_desktop.errors import ValidationError
from ot_desktop.settings.domain import ClosedDay, Hours
from ot_desktop.typed_dates import parse_date


def read_closed_days(text: str, today: date) -> tuple[ClosedDay, ...]:
    """Return the days of ``text``; the day may take two words, as in ``Jul 5 holiday``.

    Raises ``ValidationError`` naming the first line whose day means nothing.
    """
    days = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        day = _read(line.split(), today)
        if day is None:
            sentence = f"Line {number}: write the day like 6/18 or Jun 18, then why."
            raise ValidationError({"closed_days": sentence})
        days.append(day)
    return tuple(days)


def with_lunch(hours: Hours, starts_min: int, ends_min: int) -> tuple[Hours, ...]:
    """Return a day's hours with nobody seen between two minutes; lunch outside changes nothing."""
    if not hours.starts_min < starts_min < ends_min < hours.ends_min:
        return (hours,)
    return (
        Hours(hours.weekday, hours.starts_min, starts_min),
        Hours(hours.weekday, ends_min, hours.ends_min),
    )


def _read(words: list[str], today: date) -> ClosedDay | None:
    for taken in (3, 2, 1):
        day = parse_date(" ".join(words[:taken]), today) if taken <= len(words) else None
        if day is not None:
            return ClosedDay(day, " ".join(words[taken:]))
    return None
