"""A booking typed in one line: "book noor tue 10", "book maya 6/7 9:30 60 ana gym"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time

from ot_desktop.caseload.finding import fold
from ot_desktop.scheduling.domain import MAX_MINUTES, MIN_MINUTES
from ot_desktop.typed_dates import Lean, parse_date, parse_time

VERB = "book"
_MOST_WORDS = 16
_SHORTEST_NAME = 2
_LENGTH = re.compile(r"(\d{1,3})(?:m|min|mins|minutes)")
_HOURS = re.compile(r"(\d)(?:h|hr|hour|hours)")
_CLEAR_TIME = re.compile(r"\d{1,2}(?:[:.]\d{2}\s?(?:[ap]m?)?|\s?[ap]m?)")
_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class TypedBooking:
    """One way to read the line; what was not typed is None. ``child`` are the words of a name."""

    child: tuple[str, ...]
    day: date | None = None
    at: time | None = None
    minutes: int | None = None
    therapist_id: int | None = None
    room_id: int | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """Therapists and rooms that a word of the line can mean."""

    therapists: Mapping[int, str]
    rooms: Mapping[int, str]


def readings(text: str, today: date, names: Names) -> tuple[TypedBooking, ...]:
    """Return every way to read a line that begins with "book", the likeliest first; order is free.

    A word may name a therapist, a room or the child; a reading without a child is none.

    >>> found = readings("book noor tue 10", date(2027, 6, 7), Names({}, {}))
    >>> found[0].child, found[0].day, found[0].at
    (('noor',), datetime.date(2027, 6, 8), datetime.time(10, 0))
    """
    verb, *words = fold(text.replace(",", " ")).split()[:_MOST_WORDS] or [""]
    if verb != VERB:
        return ()
    day, words = _day(words, today)
    at, minutes, words = _times(words)
    found = dict.fromkeys(_named(tuple(words), names))
    return tuple(
        TypedBooking(child, day, at, minutes, therapist_id, room_id)
        for child, therapist_id, room_id in found
    )


def _day(words: list[str], today: date) -> tuple[date | None, list[str]]:
    """Take the first one, two or three words that mean a day; "may 3" before "may"."""
    for many in (3, 2, 1):
        for place in range(len(words) - many + 1):
            part = words[place : place + many]
            if many > 1 and not _is_long_date(part):
                continue
            if many == 1 and _NUMBER.fullmatch(part[0]):
                continue  # 1015 is a time
            meant = parse_date(" ".join(part), today, Lean.FUTURE)
            if meant is not None:
                return meant, words[:place] + words[place + many :]
    return None, words


def _is_long_date(part: list[str]) -> bool:
    """Say whether words are one date: "jun 8", "8 jun 2027", "next tue"; "tue 10" is not."""
    if part[0] == "next":
        return len(part) == 2  # noqa: PLR2004  (a word and what it is about)
    letters = [word for word in part if word[:1].isalpha()]
    return len(letters) == 1 and _is_month(letters[0])


def _is_month(word: str) -> bool:
    """Say whether the word is the month of a date such as "jun 1"."""
    reading = parse_date(f"{word} 1", date(2027, 1, 1))
    return reading is not None and parse_date(word, date(2027, 1, 1)) is None


def _times(words: list[str]) -> tuple[time | None, int | None, list[str]]:
    """Take a time and a length: what can only be one of them first, then bare numbers."""
    words = _with_halves(words)
    at: time | None = None
    minutes: int | None = None
    left: list[str] = []
    for word in words:
        length = _length(word)
        if minutes is None and length is not None:
            minutes = length
        elif at is None and _CLEAR_TIME.fullmatch(word) and parse_time(word) is not None:
            at = parse_time(word)
        else:
            left.append(word)
    rest: list[str] = []
    for word in left:
        if not _NUMBER.fullmatch(word):
            rest.append(word)
        elif at is None and parse_time(word) is not None:
            at = parse_time(word)
        elif minutes is None and MIN_MINUTES <= int(word) <= MAX_MINUTES:
            minutes = int(word)
        else:
            rest.append(word)
    return at, minutes, rest


def _with_halves(words: list[str]) -> list[str]:
    """Join "2 pm" to "2pm"."""
    joined: list[str] = []
    for word in words:
        if word in {"am", "pm"} and joined and re.fullmatch(r"\d{1,2}([:.]\d{2})?", joined[-1]):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _length(word: str) -> int | None:
    minutes = _LENGTH.fullmatch(word)
    hours = _HOURS.fullmatch(word)
    length = int(minutes[1]) if minutes else int(hours[1]) * 60 if hours else 0
    return length if MIN_MINUTES <= length <= MAX_MINUTES else None


Reading = tuple[tuple[str, ...], int | None, int | None]


def _named(words: tuple[str, ...], names: Names) -> Iterator[Reading]:
    """Yield who could be meant: as many words as can name a therapist and a room first."""
    therapist = _first_meant(words, names.therapists)
    room = _first_meant(words, names.rooms, but=therapist)
    for taken in ({therapist, room}, {therapist}, {room}, set[int | None]()):
        child = tuple(word for place, word in enumerate(words) if place not in taken)
        if child:
            yield (
                child,
                _meant_at(therapist, taken, words, names.therapists),
                _meant_at(room, taken, words, names.rooms),
            )


def _meant_at(
    place: int | None, taken: set[int | None], words: tuple[str, ...], names: Mapping[int, str]
) -> int | None:
    return _meant(words[place], names) if place is not None and place in taken else None


def _first_meant(
    words: tuple[str, ...], names: Mapping[int, str], but: int | None = None
) -> int | None:
    """Return the last place of a word that means exactly one of ``names``; a child comes first."""
    for place in reversed(range(len(words))):
        if place != but and _meant(words[place], names) is not None:
            return place
    return None


def _meant(word: str, names: Mapping[int, str]) -> int | None:
    """Return whose name has a part that begins with the word; two are nobody."""
    if len(word) < _SHORTEST_NAME:
        return None
    parts = {key: fold(name).replace("-", " ").split() for key, name in names.items()}
    exact = [key for key, each in parts.items() if word in each]
    begun = [key for key, each in parts.items() if any(part.startswith(word) for part in each)]
    for found in (exact, begun):
        if len(found) == 1:
            return found[0]
    return None
