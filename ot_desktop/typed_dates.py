"""Dates and times as people type them: fri, 6/12, 061226, jun 12, +2w, 10, 10:15, 1p."""

import calendar
import re
from datetime import date, time, timedelta
from enum import Enum

from ot_desktop.day_words import MONTHS, WEEKDAYS

_WEEKDAYS = tuple(name.lower() for name in WEEKDAYS)
_MONTHS = ("", *(name.lower() for name in MONTHS))  # January is 1
_NEAR = {"today": 0, "tod": 0, "tomorrow": 1, "tom": 1, "yesterday": -1}
_UNIT_DAYS = {"d": 1, "w": 7}
_SHORTEST_NAME = 2
_LAST_MONTH = 12
_CENTURY = 100
_EARLIEST_AFTERNOON = 7  # "6" typed for a visit means 6 PM; "7" means 7 AM


class Lean(Enum):
    """Which way a date without a year, or with two digits of it, is read."""

    FUTURE = "future"
    PAST = "past"


def parse_date(text: str, today: date, lean: Lean = Lean.FUTURE) -> date | None:
    """Return the meant date, or None when the text means none. US order: month before day."""
    words = re.sub(r"[\s,]+", " ", text.strip().lower()).removesuffix(".")
    for reading in (_near, _weekday, _relative, _iso, _numbers, _digits, _month_name):
        try:
            meant = reading(words, today, lean)
        except (ValueError, OverflowError):  # 2/30, or the year 10000
            return None
        if meant is not None:
            return meant
    return None


def parse_time(text: str) -> time | None:
    """Return the meant time of day, or None. Without am or pm, 7 to 11 is morning, 12 to 6 not."""
    match = re.fullmatch(
        r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(a|am|a\.m\.|p|pm|p\.m\.)?", text.strip().lower()
    )
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    try:
        return time(_hour_of_day(hour, (match[3] or "")[:1], typed=match[1]), minute)
    except ValueError:
        return None


def stepped(start: time, minutes: int) -> time:
    """Return ``start`` moved to the next step of ``minutes`` in its direction, within the day."""
    size = abs(minutes)
    now = start.hour * 60 + start.minute
    target = (now // size + 1) * size if minutes > 0 else (now - 1) // size * size
    target = max(0, min(24 * 60 - size, target))
    return time(target // 60, target % 60)


def _hour_of_day(hour: int, half: str, *, typed: str) -> int:
    if half:
        if not 1 <= hour <= _LAST_MONTH:
            raise ValueError(hour)
        return hour % 12 + (12 if half == "p" else 0)
    if typed.startswith("0") or hour >= _EARLIEST_AFTERNOON or hour == 0:
        return hour
    return hour + 12


def _near(words: str, today: date, _lean: Lean) -> date | None:
    return today + timedelta(days=_NEAR[words]) if words in _NEAR else None


def _weekday(words: str, today: date, lean: Lean) -> date | None:
    further = words.startswith("next ")
    name = words.removeprefix("next ").removeprefix("last ")
    backwards = words.startswith("last ") or (lean is Lean.PAST and not further)
    place = _place_of(name, _WEEKDAYS)
    if place is None:
        return None
    ahead = (place - today.weekday()) % 7
    if backwards:
        behind = (today.weekday() - place) % 7
        return today - timedelta(days=behind or (7 if words.startswith("last ") else 0))
    return today + timedelta(days=ahead + (7 if further else 0))


def _relative(words: str, today: date, _lean: Lean) -> date | None:
    match = re.fullmatch(r"([+-])\s?(\d{1,4})\s?([dwmy]?)", words)
    if match is None:
        return None
    count = int(match[2]) * (1 if match[1] == "+" else -1)
    unit = match[3] or "d"
    if unit in _UNIT_DAYS:
        return today + timedelta(days=count * _UNIT_DAYS[unit])
    return _months_later(today, count * (12 if unit == "y" else 1))


def _iso(words: str, _today: date, _lean: Lean) -> date | None:
    match = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words)
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _numbers(words: str, today: date, lean: Lean) -> date | None:
    match = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?", words)
    if match is None:
        return None
    return _dated(int(match[1]), int(match[2]), match[3], today, lean)


def _digits(words: str, today: date, lean: Lean) -> date | None:
    """Read a birth date typed without a pause: 030220 or 03022020."""
    match = re.fullmatch(r"(\d{2})(\d{2})(\d{4}|\d{2})", words)
    if match is None:
        return None
    return _dated(int(match[1]), int(match[2]), match[3], today, lean)


def _month_name(words: str, today: date, lean: Lean) -> date | None:
    match = re.fullmatch(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?", words)
    if match is not None:
        name, day, year = match[1], match[2], match[3]
    else:
        match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)\.?(?: (\d{4}))?", words)
        if match is None:
            return None
        day, name, year = match[1], match[2], match[3]
    month = _place_of(name, _MONTHS)
    return None if month is None else _dated(month, int(day), year, today, lean)


def _dated(month: int, day: int, year: str | None, today: date, lean: Lean) -> date:
    if year is not None and len(year) > _SHORTEST_NAME:
        return date(int(year), month, day)
    if year is not None:
        return date(_full_year(int(year), today, lean), month, day)
    step = 1 if lean is Lean.FUTURE else -1
    for guess in range(today.year, today.year + 9 * step, step):  # 29 Feb may be 8 years off
        if day > calendar.monthrange(guess, month)[1]:
            continue
        meant = date(guess, month, day)
        if (meant - today).days * step >= 0:
            return meant
    raise ValueError(day)


def _full_year(two_digits: int, today: date, lean: Lean) -> int:
    year = today.year - today.year % _CENTURY + two_digits
    return year - _CENTURY if lean is Lean.PAST and year > today.year else year


def _months_later(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def _place_of(name: str, names: tuple[str, ...]) -> int | None:
    """Return the only entry that starts with ``name``; "t" and "j" could be two, so are none."""
    if len(name) < _SHORTEST_NAME:
        return None
    found = [place for place, full in enumerate(names) if full.startswith(name)]
    return found[0] if len(found) == 1 else None
