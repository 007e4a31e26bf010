"""Compare names the way people do: accents, case and marks aside; split clinicians' credentials."""

import re
import unicodedata

from ot_desktop.importing.domain import ImportedTherapist

_LATIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"}
)
# Marks that are written or left out at will; vowel signs of Indic scripts are not among them.
_OPTIONAL_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]")
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_LIKE = 88.0  # Jaro-Winkler, in percent: Jon and John are alike, Hana and Noa are not
_SOUNDS = (
    ("ph", "f"), ("ck", "k"), ("ch", "k"), ("sh", "s"), ("th", "t"), ("gh", "g"),
    ("q", "k"), ("c", "k"), ("x", "ks"), ("z", "s"), ("w", "v"),
)  # fmt: skip
_SILENT = re.compile(r"[aeiouyhj]")
_CREDENTIALS = re.compile(
    r"OTR(/L)?|COTA(/L)?|OT(A|D|L)?(/L)?|(E-?)?M(S|A)?OT|DrOT|DOT|MS|MA|MEd|M\.?Ed\.?|PhD|Ph\.D\.|EdD|ScD"
    r"|BCP|BCPR|SWC|CHT|CLC|CAS|SIPT|C/NDT|ATP|FAOTA|CLT|CBIS|IMH-E|BCBA|R/L|O\.T\.|OTR-L",
)


def fold(text: str) -> str:
    """Return letters and digits only, without case and accents; equal names fold alike.

    >>> fold("CAMILLE ") == fold("Camille")
    True
    """
    text = text.casefold()
    if text.isascii():
        return _NOT_ALPHANUMERIC.sub("", text)
    text = unicodedata.normalize("NFKD", text).translate(_LATIN)
    text = _OPTIONAL_MARKS.sub("", text)
    return "".join(char for char in text if unicodedata.category(char)[0] in "LNM")


def is_alike(one: str, other: str) -> bool:
    """Say whether two folded names may be one name spelled twice (Catherine, Kathryn)."""
    if one == other:
        return True
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415  (heavy; only an import needs it)

    if JaroWinkler.similarity(one, other) * 100 >= _LIKE:
        return True
    sound = _sound(one)
    return len(sound) > 1 and sound == _sound(other)


def split_therapist(typed: str) -> ImportedTherapist:
    """Split ``Zhao, Mei-Lin OTD, OTR/L`` into the name people say and the credentials."""
    names: list[str] = []
    credentials: list[str] = []
    for part in filter(None, (part.strip() for part in typed.split(","))):
        words = part.split()
        cut = len(words)
        while cut and _CREDENTIALS.fullmatch(words[cut - 1].rstrip(".")):
            cut -= 1
        if cut:
            names.append(" ".join(words[:cut]))
        if words[cut:]:
            credentials.append(" ".join(words[cut:]))
    name = " ".join([*names[1:], *names[:1]]) or typed
    return ImportedTherapist(name, ", ".join(credentials) if names else "", typed)


def split_full_name(text: str) -> tuple[str, str]:
    """Split ``Last, First`` (sure) or ``First Last`` (the last word, with van, de, …) in two."""
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma:
        return given, family
    words = text.split()
    cut = max(len(words) - 1, 1)
    while cut > 1 and words[cut - 1] in _PARTICLES:
        cut -= 1
    return " ".join(words[:cut]), " ".join(words[cut:])


_PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "del", "la", "las", "los", "di", "da", "dos", "du",
     "le", "ter", "ten", "bin", "al", "el"}
)  # fmt: skip


def _sound(folded: str) -> str:
    """Return the consonants as they sound in English; crude, it only raises a question."""
    for letters, sound in _SOUNDS:
        folded = folded.replace(letters, sound)
    heard = folded[:1] + _SILENT.sub("", folded[1:])
    return re.sub(r"(.)\1+", r"\1", heard)
