"""Understand a column by its heading, in English or Spanish."""

import re
import unicodedata
from functools import lru_cache

from ot_desktop.importing.fields import CAREGIVER_FIELDS, SYNONYMS, Field

_ABOUT_THE_CHILD = frozenset(
    {"client", "clients", "child", "patient", "patients", "student", "students", "kid",
     "del", "paciente", "nino"}
)  # fmt: skip
_PERSONS = {
    "parent": "", "parents": "", "guardian": "", "caregiver": "", "carer": "", "contact": "",
    "responsible": "", "padres": "", "responsable": "", "tutor": "", "cuidador": "", "contacto": "",
    "emergency": "emergency", "emergencia": "emergency",
    "mother": "mother", "mom": "mother", "mothers": "mother", "moms": "mother", "madre": "mother",
    "father": "father", "dad": "father", "fathers": "father", "dads": "father", "padre": "father",
    "grandmother": "grandmother", "grandparent": "grandparent", "grandfather": "grandfather",
}  # fmt: skip
_PARTS = {
    "phone": "phone phones mobile cell cellphone tel telephone telefono celular movil",
    "email": "email mail correo",
    "relation": "relation relationship parentesco relacion",
    "given": "first given forename nombre",
    "family": "last surname family apellido apellidos",
}
_PART_OF = {word: part for part, words in _PARTS.items() for word in words.split()}
_NUMBERS = {
    "1": 1, "one": 1, "primary": 1, "first": 1, "i": 1,
    "2": 2, "two": 2, "secondary": 2, "second": 2, "other": 2, "ii": 2, "alternate": 2,
    "3": 3, "three": 3, "third": 3,
}  # fmt: skip
_CLOSE = 90.0
_SHORTEST_FUZZY = 5


def words_of(heading: str) -> str:
    """Return the heading in plain lower-case words.

    >>> words_of("Parent/Guardian 1"), words_of("Auth #")
    ('parent guardian 1', 'auth number')
    """
    text = unicodedata.normalize("NFKD", heading.casefold().replace("#", " number "))
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = re.sub(r"['’]s\b|s['’](?=\s)", "", re.sub(r"\be-mail\b", "email", text))
    return " ".join(re.sub(r"[^\w]+|_+", " ", text).split())


class HeadingReader:
    """Reads headings from left to right, as *Phone* belongs to the caregiver named before it."""

    def __init__(self) -> None:
        self._caregivers: dict[str, int] = {}
        self._last = 1

    def field(self, heading: str) -> Field | None:
        """Return what the heading names, or ``None``."""
        words = words_of(heading)[:80]
        if not words:
            return None
        return (
            _exact(words)
            or self._caregiver(words.split())
            or _without_child(words)
            or _close(words)
        )

    def _caregiver(self, words: list[str]) -> Field | None:
        person = next((_PERSONS[word] for word in words if word in _PERSONS), None)
        about_child = any(word in _ABOUT_THE_CHILD for word in words)
        part = next((_PART_OF[word] for word in words if word in _PART_OF), None)
        if person is not None and part is None and "number" in words:
            part = "phone"
        if person is None and (
            part not in {"phone", "email", "relation"} or (about_child and part == "relation")
        ):
            return None
        number = self._number(person, words)
        if number is None or person == "emergency":
            return None
        self._last = number
        unknown = [w for w in words if w not in _KNOWN_WORDS]
        if part is None and unknown:
            return None
        return CAREGIVER_FIELDS[number][part or "name"]

    def _number(self, person: str | None, words: list[str]) -> int | None:
        """Return 1 or 2; a third caregiver has no columns of their own."""
        said = next(
            (_NUMBERS[word] for word in words if word in _NUMBERS and not _is_part(word, words)),
            None,
        )
        if said:
            self._caregivers.setdefault(person or f"{said}", said)
            return said if said in CAREGIVER_FIELDS else None
        if person is None:
            return self._last
        if person not in self._caregivers:
            self._caregivers[person] = 1 if 1 not in self._caregivers.values() else 2
        return self._caregivers[person]


def _is_part(word: str, words: list[str]) -> bool:
    """In *Parent First Name* the word first is part of the name, not a number."""
    return word == "first" and "name" in words


@lru_cache(maxsize=512)
def _exact(words: str) -> Field | None:
    return _BY_SYNONYM.get(words)


def _without_child(words: str) -> Field | None:
    rest = " ".join(word for word in words.split() if word not in _ABOUT_THE_CHILD)
    return _BY_SYNONYM.get(rest)


def _close(words: str) -> Field | None:
    """Return the field of a synonym spelled almost the same; short words are too alike."""
    if len(words) < _SHORTEST_FUZZY:
        return None
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (heavy; only an import needs it)

    found = process.extractOne(words, _LONG_SYNONYMS, scorer=fuzz.ratio, score_cutoff=_CLOSE)
    return _BY_SYNONYM[found[0]] if found else None


_BY_SYNONYM = {word: field for field, words in SYNONYMS.items() for word in words.split(", ")}
_LONG_SYNONYMS = [word for word in _BY_SYNONYM if len(word) >= _SHORTEST_FUZZY]
_KNOWN_WORDS = {
    *_PERSONS, *_PART_OF, *_NUMBERS, "name", "legal", "and", "or", "y", "o", "the", "full",
    "number", "to", "child", "client", "patient", "nombre", "de", "del", "la", "home", "work",
    "main",
}  # fmt: skip
