"""Reads an activity from JSON somebody else wrote; every fault is named with its field."""

import json
import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

import resources
from ot_desktop.home_programs import library
from ot_desktop.home_programs.activities.checking import LANGUAGE_NAMES, MOST_LETTERS, Remark
from ot_desktop.home_programs.domain import Activity, Hazard, Photo, Routine, Skill

MOST_JSON_BYTES = 200_000
MOST_LINES = 20
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TINT = re.compile(r"#[0-9A-Fa-f]{6}")
_DRAWING = re.compile(r"[a-z0-9-]{1,80}\.svg")
_MOST_KEY = 80
_MOST_NUMBER = 999
_TEXTS = (
    "title",
    "short_title",
    "when",
    "why",
    "you_need",
    "say",
    "too_hard",
    "too_easy",
    "picture",
)
_LISTS = ("steps", "safety")
_FIELDS = frozenset(
    {
        "key",
        "skills",
        "routines",
        "ages",
        "minutes",
        "times_per_week",
        "embedded",
        "hazards",
        "drawing",
        "tint",
        "words",
        "photo",
    }
)
_OPTIONAL = {"photo"}


class Faults(list[Remark]):
    """Collects what is wrong."""

    def say(self, field: str, sentence: str) -> None:
        """Add one."""
        self.append(Remark(field, sentence))


def values_of(data: bytes, faults: Faults) -> dict[str, Any]:
    """Return the object a file holds; ``{}`` and a fault when it holds none."""
    if len(data) > MOST_JSON_BYTES:
        faults.say("", f"The file is larger than {MOST_JSON_BYTES // 1000} kB.")
        return {}
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        faults.say("", "The file is not JSON in UTF-8.")
        return {}
    if not isinstance(found, dict):
        faults.say("", "The file has to hold one object { … }.")
        return {}
    return found


def activity_from(
    values: dict[str, Any], faults: Faults, photo: Callable[[Any, Faults], Photo | None]
) -> Activity | None:
    """Return the activity ``values`` describe, or None with the faults that forbid it."""
    before = len(faults)
    for name in sorted(_FIELDS - _OPTIONAL - set(values)):
        faults.say(name, "This field is missing.")
    for name in sorted(set(map(str, values)) - _FIELDS):
        faults.say(name, "There is no such field in an activity.")
    if len(faults) > before:
        return None
    _check_facts(values, faults)
    _check_words(values["words"], faults)
    shown = photo(values["photo"], faults) if values.get("photo") is not None else None
    return library.parse(values, shown) if len(faults) == before else None


def _check_facts(values: dict[str, Any], faults: Faults) -> None:
    if not _fits(_KEY, values["key"]) or len(values["key"]) > _MOST_KEY:
        faults.say("key", "Use small letters, digits and hyphens, such as bear-walk.")
    _check_choices("skills", values["skills"], Skill, faults)
    _check_choices("routines", values["routines"], Routine, faults)
    _check_choices("hazards", values["hazards"], Hazard, faults)
    ages = values["ages"]
    if not isinstance(ages, list) or len(ages) != 2 or not all(map(_is_number, ages)):  # noqa: PLR2004
        faults.say("ages", "Write two whole numbers, such as [3, 8].")
    for name in ("minutes", "times_per_week"):
        if not _is_number(values[name]):
            faults.say(name, "Write a whole number.")
    if not isinstance(values["embedded"], bool):
        faults.say("embedded", "Write true or false.")
    if not _fits(_TINT, values["tint"]):
        faults.say("tint", "Write a color such as #EAF3FB.")
    _check_drawing(values["drawing"], faults)


def _check_drawing(name: Any, faults: Faults) -> None:
    if name is None:
        return
    if not _fits(_DRAWING, name):
        faults.say("drawing", "Name one of our drawings, such as bear-walk.svg, or write null.")
    elif not (resources.path("drawings") / name).is_file():
        faults.say("drawing", f"There is no drawing {name} in this version. Write null.")


def _check_choices(field: str, found: Any, kind: type[StrEnum], faults: Faults) -> None:
    known = [each.value for each in kind]
    if not isinstance(found, list):
        faults.say(field, "Write a list [ … ].")
        return
    for number, value in enumerate(found[:_MOST_NUMBER]):
        if not isinstance(value, str) or value not in known:
            faults.say(f"{field}[{number}]", f"Choose one of: {', '.join(known)}.")


def _check_words(found: Any, faults: Faults) -> None:
    if not isinstance(found, dict) or "en" not in found:
        faults.say("words", "The English words are missing: words.en.")
        return
    for language in found:
        if language not in LANGUAGE_NAMES:
            faults.say("words", f"“{str(language)[:12]}” is not a language we have: en, es.")
        elif not isinstance(found[language], dict):
            faults.say(f"words.{language}", "Write an object { … }.")
        else:
            _check_texts(f"words.{language}", found[language], faults)


def _check_texts(place: str, texts: dict[str, Any], faults: Faults) -> None:
    for name in _TEXTS:
        _check_text(f"{place}.{name}", texts.get(name), faults)
    for name in _LISTS:
        lines = texts.get(name)
        if not isinstance(lines, list) or len(lines) > MOST_LINES:
            faults.say(f"{place}.{name}", f"Write a list of at most {MOST_LINES} sentences.")
            continue
        for number, line in enumerate(lines):
            _check_text(f"{place}.{name}[{number}]", line, faults)
    for name in sorted(set(texts) - {*_TEXTS, *_LISTS}):
        faults.say(f"{place}.{name}", "There is no such field in the words.")


def _check_text(field: str, text: Any, faults: Faults) -> None:
    if not isinstance(text, str):
        faults.say(field, "Write a text in quotes.")
    elif len(text) > MOST_LETTERS:
        faults.say(field, f"{len(text)} letters: keep {MOST_LETTERS} at most.")
    elif not _is_printable(text):
        faults.say(field, "Take out the control characters.")


def _is_printable(text: Iterable[str]) -> bool:
    return all(sign.isprintable() or sign in "\u00a0\u00ad\n" for sign in text)


def _fits(pattern: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_NUMBER
