"""Read dates typed in many ways; whether month or day comes first is never guessed."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ot_desktop.day_words import MONTHS


class DateOrder(StrEnum):
    """How a column writes dates such as 03/04/2020."""

    MONTH_FIRST = "month_first"
    DAY_FIRST = "day_first"


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a cell says: a day, or two possible days, or a reason why it is none."""

    day: date | None = None
    day_first: date | None = None
    reason: str = ""

    @property
    def is_ambiguous(self) -> bool:
        """Both month first and day first are real, different days."""
        return self.day_first is not None


@dataclass(frozen=True, slots=True)
class OrderEvidence:
    """The values of one column that tell the order, and one that does not."""

    month_first_example: str = ""
    day_first_example: str = ""
    ambiguous_example: str = ""

    @property
    def order(self) -> DateOrder | None:
        """The order the column proves; none when nothing, or both, were seen."""
        if bool(self.month_first_example) == bool(self.day_first_example):
            return None
        return DateOrder.MONTH_FIRST if self.month_first_example else DateOrder.DAY_FIRST


_MONTH_WORDS = {
    "jan": 1, "january": 1, "ene": 1, "enero": 1,
    "feb": 2, "february": 2, "febrero": 2,
    "mar": 3, "march": 3, "marzo": 3,
    "apr": 4, "april": 4, "abr": 4, "abril": 4,
    "may": 5, "mayo": 5,
    "jun": 6, "june": 6, "junio": 6,
    "jul": 7, "july": 7, "julio": 7,
    "aug": 8, "august": 8, "ago": 8, "agosto": 8,
    "sep": 9, "sept": 9, "september": 9, "set": 9, "septiembre": 9, "setiembre": 9,
    "oct": 10, "october": 10, "octubre": 10,
    "nov": 11, "november": 11, "noviembre": 11,
    "dec": 12, "december": 12, "dic": 12, "diciembre": 12,
}  # fmt: skip
_FILLER = re.compile(
    r"st|nd|rd|th|de|del|of|the|(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?"
    r"|lunes|martes|miercoles|jueves|viernes|sabado|domingo"
)
_TIME = re.compile(
    r"(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC)?)$", re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_WORDS = re.compile(r"[a-z]+|\d+")
_LONGEST = 60
_SERIAL_START = date(1899, 12, 30)
_SERIALS = range(18264, 73051)  # 1950 to 2099; other five-digit numbers are not dates
_FOUR_DIGITS = 4
_MONTHS = 12


def read_date(text: str, order: DateOrder | None, latest_year: int) -> DateReading:
    """Read one cell; a two-digit year is the latest one up to ``latest_year``."""
    if len(text) > _LONGEST:
        return DateReading(reason="This is too long to be a date.")
    text = _TIME.sub("", text.strip()).strip()
    if match := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        year, month, day = map(int, match.groups())
        return _one_day(year, month, day)
    if match := _YEAR_LAST.fullmatch(text):
        return _numbers(int(match[1]), int(match[2]), _year(match[3], latest_year), order)
    if (match := _SERIAL.fullmatch(text)) and int(match[1]) in _SERIALS:
        return DateReading(_SERIAL_START + timedelta(days=int(match[1])))
    return _with_month_word(text, latest_year)


def order_evidence(texts: Iterable[str], latest_year: int) -> OrderEvidence:
    """Return the first value of each kind a column holds."""
    found = {"month": "", "day": "", "ambiguous": ""}
    for text in texts:
        kind = _evidence_kind(text.strip(), latest_year)
        if kind and not found[kind]:
            found[kind] = text.strip()
    return OrderEvidence(found["month"], found["day"], found["ambiguous"])


def _evidence_kind(text: str, latest_year: int) -> str:
    if len(text) > _LONGEST or not _YEAR_LAST.fullmatch(_TIME.sub("", text)):
        return ""
    reading = read_date(text, None, latest_year)
    if reading.is_ambiguous:
        return "ambiguous"
    match = _YEAR_LAST.match(text)
    if reading.day is None or match is None or match[1].zfill(2) == match[2].zfill(2):
        return ""
    return "month" if reading.day.month == int(match[1]) else "day"


def _numbers(first: int, second: int, year: int, order: DateOrder | None) -> DateReading:
    month_first, day_first = _real_day(year, first, second), _real_day(year, second, first)
    if month_first and day_first and month_first != day_first:
        if order is None:
            return DateReading(month_first, day_first)
        return DateReading(month_first if order is DateOrder.MONTH_FIRST else day_first)
    if only := month_first or day_first:
        return DateReading(only)
    if order is DateOrder.DAY_FIRST or first > _MONTHS:
        first, second = second, first
    return _one_day(year, first, second)


def _with_month_word(text: str, latest_year: int) -> DateReading:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = _WORDS.findall(plain.casefold())
    months = [_MONTH_WORDS[word] for word in words if word in _MONTH_WORDS]
    numbers = [word for word in words if word.isdigit()]
    known = all(w.isdigit() or w in _MONTH_WORDS or _FILLER.fullmatch(w) for w in words)
    if not known or len(months) != 1 or len(numbers) != len(("day", "year")):
        return DateReading(reason="This is not a date that can be read; type it like 2021-02-28.")
    day, year = sorted(numbers, key=lambda n: len(n) == _FOUR_DIGITS)
    if len(year) not in {len("21"), _FOUR_DIGITS} or len(day) > len("31"):
        return DateReading(reason="This is not a date that can be read; type it like 2021-02-28.")
    return _one_day(_year(year, latest_year), months[0], int(day))


def _year(digits: str, latest_year: int) -> int:
    if len(digits) == _FOUR_DIGITS:
        return int(digits)
    century = latest_year - latest_year % 100
    year = century + int(digits)
    return year if year <= latest_year else year - 100


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _one_day(year: int, month: int, day: int) -> DateReading:
    real = _real_day(year, month, day)
    if real:
        return DateReading(real)
    if not 1 <= month <= _MONTHS:
        return DateReading(reason=f"There is no month {month}.")
    return DateReading(reason=f"{MONTHS[month - 1]} {year} has no day {day}.")
