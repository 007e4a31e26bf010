"""Puts a child's name and pronouns into the library's sentences."""

import re
from enum import StrEnum


class Pronouns(StrEnum):
    """How a child is spoken of on paper."""

    HE = "he"
    SHE = "she"
    THEY = "they"


_FORMS: dict[str, dict[Pronouns, str]] = {
    "he": {Pronouns.HE: "he", Pronouns.SHE: "she", Pronouns.THEY: "they"},
    "him": {Pronouns.HE: "him", Pronouns.SHE: "her", Pronouns.THEY: "them"},
    "his": {Pronouns.HE: "his", Pronouns.SHE: "her", Pronouns.THEY: "their"},
    "himself": {Pronouns.HE: "himself", Pronouns.SHE: "herself", Pronouns.THEY: "themself"},
    "is": {Pronouns.HE: "is", Pronouns.SHE: "is", Pronouns.THEY: "are"},
    "has": {Pronouns.HE: "has", Pronouns.SHE: "has", Pronouns.THEY: "have"},
    "does": {Pronouns.HE: "does", Pronouns.SHE: "does", Pronouns.THEY: "do"},
    # Endings of verbs that follow {he}: "{he} want{s}", "{he} push{es}", "{he} cr{ies}".
    "s": {Pronouns.HE: "s", Pronouns.SHE: "s", Pronouns.THEY: ""},
    "es": {Pronouns.HE: "es", Pronouns.SHE: "es", Pronouns.THEY: ""},
    "ies": {Pronouns.HE: "ies", Pronouns.SHE: "ies", Pronouns.THEY: "y"},
}
PLACES = frozenset(_FORMS) | {"He", "Him", "His", "name"}
_PLACE = re.compile(r"\{(" + "|".join(sorted(PLACES, key=len, reverse=True)) + r")\}")


def fill(text: str, pronouns: Pronouns, name: str) -> str:
    """Return ``text`` with its known ``{he}``-like places filled; any other brace stays."""

    def form(match: re.Match[str]) -> str:
        place = match[1]
        if place == "name":
            return name
        found = _FORMS[place.lower()][pronouns]
        return found.capitalize() if place[0].isupper() else found

    return _PLACE.sub(form, text)
