"""Read the short values of a caseload: phones, yes and no, status, sex, relation, numbers."""

import re
import unicodedata
from collections.abc import Mapping
from typing import TypeVar

from ot_desktop.importing.domain import ImportedPhone, Relation, Sex, Status

_Kind = TypeVar("_Kind", Status, Sex, Relation)

_NOTHING = frozenset(
    {"", "none", "no phone", "n/a", "na", "-", "--", "—", "?", "unknown", "tbd", "null", "nil",
     "not known", "desconocido", "ninguno", "ninguna", "no tiene", "sin telefono"}
)  # fmt: skip
_YES = frozenset({"yes", "y", "true", "1", "x", "si", "needed", "required", "needs interpreter"})
_NO = frozenset({"no", "n", "false", "0", "none", "not needed", "no need"})
_STATUS = {
    Status.ACTIVE: "active, current, enrolled, open, in treatment, in therapy, activo, activa",
    Status.WAITING: (
        "waiting, waiting list, wait list, waitlist, waitlisted, wait listed, pending, "
        "referred, new referral, lista de espera, en espera"
    ),
    Status.ON_HOLD: "on hold, hold, paused, on pause, on break, suspended, en pausa, pausado",
    Status.DISCHARGED: (
        "discharged, discharge, inactive, closed, graduated, dismissed, completed, former, "
        "past, dado de alta, alta, inactivo, inactiva"
    ),
}
_SEX = {
    Sex.FEMALE: "female, f, girl, woman, femenino, mujer, nina, hembra",
    Sex.MALE: "male, m, boy, man, masculino, hombre, nino, varon",
    Sex.X: "x, nonbinary, non binary, nb, another, other, intersex, otro, no binario",
    Sex.UNKNOWN: (
        "u, unk, unspecified, not specified, prefer not to say, not disclosed, undisclosed"
    ),
}
_RELATION = {
    Relation.MOTHER: (
        "mother, mom, mum, mommy, mama, ma, birth mother, biological mother, adoptive mother, madre"
    ),
    Relation.FATHER: (
        "father, dad, daddy, papa, pa, birth father, biological father, adoptive father, padre"
    ),
    Relation.STEPMOTHER: "stepmother, step mother, stepmom, step mom, madrastra",
    Relation.STEPFATHER: "stepfather, step father, stepdad, step dad, padrastro",
    Relation.GRANDMOTHER: "grandmother, grandma, granny, nana, gran, grandmom, abuela",
    Relation.GRANDFATHER: "grandfather, grandpa, granddad, grandad, abuelo",
    Relation.AUNT: "aunt, auntie, aunty, tia",
    Relation.UNCLE: "uncle, tio",
    Relation.SIBLING: "brother, sister, sibling, half brother, half sister, hermano, hermana",
    Relation.FOSTER_PARENT: (
        "foster parent, foster mother, foster mom, foster father, foster dad, foster"
    ),
    Relation.LEGAL_GUARDIAN: "legal guardian, guardian, tutor, tutora, tutor legal",
    Relation.PARENT: "parent, adoptive parent, padres",
    Relation.OTHER: (
        "other, otro, cousin, friend, neighbor, nanny, sitter, case worker, social worker"
    ),
}
_COUNT = re.compile(r"\d{1,4}(?:\.0+)?")
_EXTENSION = re.compile(r"(?:\bx|\bext(?:ension)?\.?|#)\s*(\d{1,6})\s*$", re.IGNORECASE)
_BETWEEN_PHONES = re.compile(
    r"\s*(?:[;\n,|]|\s/\s|/(?=\s*[(+\d])|\bor\b|\band\b|\by\b)\s*", re.IGNORECASE
)
_CODES = re.compile(r"[;,|\n]+|\s+(?=[A-Za-z]\d)")
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")
_LONGEST_NOTHING = 20
_LONGEST_PHONES = 200  # longer text is prose, and slow to take apart
_FEWEST_DIGITS = 7
_LONG_WITH_COUNTRY = 11


def plain(text: str) -> str:
    """Return the words in lower case, without accents and outer punctuation, to look them up."""
    text = text.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in text if not unicodedata.combining(char))
    return (
        " ".join(text.replace("-", " ").replace("_", " ").split()).strip(" .:;!*") or text.strip()
    )


def says_nothing(text: str) -> bool:
    """Say whether the cell is blank or a word for blank, such as ``none`` or ``n/a``."""
    return len(text) <= _LONGEST_NOTHING and plain(text) in _NOTHING


def read_yes_no(text: str) -> bool | None:
    """Return yes or no; ``None`` when the cell is blank or says something else."""
    word = plain(text)
    if word in _YES:
        return True
    return False if word in _NO else None


def read_status(text: str) -> Status | None:
    """Return ``None`` for a word this clinic does not use."""
    return _STATUS_WORDS.get(plain(text))


def read_sex(text: str) -> Sex | None:
    """Return ``None`` for a word that is not understood, so that it can be kept as typed."""
    return Sex.UNKNOWN if says_nothing(text) else _SEX_WORDS.get(plain(text))


def read_relation(text: str) -> Relation:
    """Return the relation; unusual words become *other* and stay readable as typed."""
    if says_nothing(text):
        return Relation.UNKNOWN
    return _RELATION_WORDS.get(plain(text), Relation.OTHER)


def relation_in_heading(heading: str) -> str:
    """Return the word of a heading such as ``Mother's name`` that names the relation."""
    words = plain(heading.replace("'", " ").replace("’", " ")).split()
    return next((w for w in words if w in _RELATION_WORDS and w not in _TOO_WIDE), "")


def read_phones(text: str) -> tuple[ImportedPhone, ...]:
    """Return every number in the cell as typed; words for *no phone* give none."""
    if says_nothing(text):
        return ()
    if len(text) > _LONGEST_PHONES:
        return (ImportedPhone(text.strip(), ""),)
    parts = [part for part in _BETWEEN_PHONES.split(text) if part]
    if len(parts) > 1 and all(_digit_count(part) >= _FEWEST_DIGITS for part in parts):
        return tuple(_phone(part) for part in parts)
    return (_phone(text),)


def is_whole_phone(phone: ImportedPhone) -> bool:
    """Say whether there are enough digits to call."""
    return len(phone.digits) >= _FEWEST_DIGITS


def read_count(text: str) -> int | None:
    """Return a number of visits, or ``None`` when the text is not one."""
    text = text.strip()
    return int(float(text)) if text.isascii() and _COUNT.fullmatch(text) else None


def split_codes(text: str) -> tuple[str, ...]:
    """Split diagnosis codes as exports join them: ``R62.50; F88``."""
    text = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    codes = (part.strip() for part in _CODES.split(text))
    return tuple(dict.fromkeys(code for code in codes if code and not says_nothing(code)))


def is_whole_zip(text: str) -> bool:
    """Say whether this is a US zip code with all its digits."""
    return bool(_ZIP.fullmatch(text))


def _phone(text: str) -> ImportedPhone:
    typed = text.strip()
    found = _EXTENSION.search(typed)
    main = typed[: found.start()] if found else typed
    digits = "".join(char for char in main if char.isascii() and char.isdigit())
    if len(digits) == _LONG_WITH_COUNTRY and digits.startswith("1"):
        digits = digits[1:]
    return ImportedPhone(typed, digits, found[1] if found else "")


def _digit_count(text: str) -> int:
    return sum(char.isdigit() for char in text)


def _by_word(lists: Mapping[_Kind, str]) -> dict[str, _Kind]:
    return {word: kind for kind, words in lists.items() for word in words.split(", ")}


_STATUS_WORDS = _by_word(_STATUS)
_SEX_WORDS = _by_word(_SEX)
_RELATION_WORDS = _by_word(_RELATION)
_TOO_WIDE = frozenset({"parent", "guardian", "tutor", "other", "otro", "ma", "pa", "friend"})
