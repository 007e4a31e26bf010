"""Days a family is away as people type them: 6/22 to 6/26, jul 3."""

import re
from collections.abc import Iterable
from datetime import date

from ot_desktop.programs.domain import Away
from ot_desktop.typed_dates import parse_date

_TO = re.compile(r"\s+(?:to|until|through)\s+|\s*–\s*|\s+-\s+")


def parse_away(text: str, near: date) -> tuple[Away, ...] | None:
    """Return the stretches in order, or None when a part means no day.

    Days without a year are looked for from ``near`` on.
    """
    found = []
    for part in filter(None, (each.strip() for each in re.split(r"[;,\n]", text))):
        away = _stretch(part, near)
        if away is None:
            return None
        found.append(away)
    return tuple(sorted(found, key=lambda each: each.first_day))


def away_typed(away: Iterable[Away]) -> str:
    """Write stretches the way they may be typed: ``6/22 to 6/26, 7/3``."""
    return ", ".join(
        _day(each.first_day)
        if each.first_day == each.last_day
        else f"{_day(each.first_day)} to {_day(each.last_day)}"
        for each in away
    )


def _stretch(part: str, near: date) -> Away | None:
    ends = _TO.split(part)
    if len(ends) == 1 and "/" in part:
        ends = part.split("-")
    days = [parse_date(each, near) for each in ends]
    first, last = days[0], days[-1]
    if first is None or last is None or len(days) > 2 or last < first:  # noqa: PLR2004  (from, to)
        return None
    return Away(first, last)


def _day(day: date) -> str:
    return f"{day.month}/{day.day}"
