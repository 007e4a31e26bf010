"""Split what a cell says about allergies or precautions, so that no word of it is lost."""

import re
from collections.abc import Callable

from ot_desktop.importing.domain import ImportedAlert, ImportedAlerts, ReviewState
from ot_desktop.importing.values import plain

_NONE_KNOWN = frozenset(
    {"none", "no", "none known", "none reported", "none noted", "no known", "no known allergies",
     "no known allergy", "no allergies", "no known drug allergies", "nka", "nkda", "nkfa",
     "no known food allergies", "no precautions", "no known precautions", "nil", "denies",
     "ninguna", "ninguno", "ninguna conocida", "sin alergias", "0"}
)  # fmt: skip
_DRUGS_OR_FOOD_ONLY = frozenset(
    {"nkda", "nkfa", "no known drug allergies", "no known food allergies"}
)
_NOT_ASKED = frozenset(
    {"", "n/a", "na", "-", "--", "—", "?", "unknown", "tbd", "not asked", "not known"}
)
_DETAIL = re.compile(r"\s+[-–—]+\s+|:\s+")
_IN_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)", re.DOTALL)
_BULLET = re.compile(r"^\s*(?:[-*•·]|\d{1,2}[.)])\s+")
_SLASH = re.compile(r"(?<=[^\W\d_]{3})\s*/\s*(?=[^\W\d_]{3})")
_LONGEST_LIST = 2_000  # longer text is prose; it stays whole
_OPEN = {"(": 1, "[": 1, ")": -1, "]": -1}


def read_allergies(text: str) -> ImportedAlerts:
    """Split at line breaks, ``;`` ``,`` and ``/``; a comma after a dash belongs to the details."""
    return _alerts(text, _list_items)


def read_precautions(text: str) -> ImportedAlerts:
    """Keep a sentence whole: in "VP shunt; no inversion" the rule belongs to the shunt.

    Only separate lines or numbered points are taken as several precautions.
    """
    return _alerts(text, _lines)


def covers_one_kind_only(text: str) -> bool:
    """Say whether *none known* was said of medicines or of food only (NKDA, NKFA)."""
    return plain(text) in _DRUGS_OR_FOOD_ONLY


def _alerts(text: str, split: Callable[[str], list[str]]) -> ImportedAlerts:
    if plain(text) in _NOT_ASKED:
        return ImportedAlerts()
    if plain(text) in _NONE_KNOWN:
        return ImportedAlerts(ReviewState.NONE_KNOWN)
    if len(text) > _LONGEST_LIST:
        return ImportedAlerts(ReviewState.LISTED, (ImportedAlert(text),))
    named = [part for part in split(text) if plain(part) not in _NONE_KNOWN | _NOT_ASKED]
    alerts = tuple(dict.fromkeys(_alert(part) for part in named))
    return ImportedAlerts(ReviewState.LISTED if alerts else ReviewState.NOT_ASKED, alerts)


def _alert(text: str) -> ImportedAlert:
    """Title first, details after a dash, a colon or in brackets; a later bracket stays put."""
    if (match := _IN_BRACKETS.fullmatch(text)) and not _DETAIL.search(match[1]):
        return ImportedAlert(match[1].strip(), match[2].strip())
    title, *details = _DETAIL.split(text, maxsplit=1)
    if details and title.strip() and details[0].strip():
        return ImportedAlert(title.strip(), details[0].strip())
    return ImportedAlert(text.strip())


def _lines(text: str) -> list[str]:
    lines = (_BULLET.sub("", line).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def _list_items(text: str) -> list[str]:
    return [item for line in _lines(text) for item in _split_list(line)]


def _split_list(line: str) -> list[str]:
    parts: list[str] = []
    for piece in _split_outside_brackets(line, ";"):
        if _DETAIL.search(piece):
            parts.append(piece)
        else:
            for item in _split_outside_brackets(piece, ","):
                parts.extend([item] if "(" in item else _SLASH.split(item))
    return [part.strip() for part in parts if part.strip()]


def _split_outside_brackets(text: str, mark: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for at, char in enumerate(text):
        depth = max(0, depth + _OPEN.get(char, 0))
        if char == mark and not depth:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]
