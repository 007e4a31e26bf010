"""How children are found: folded words, so that accents, case and punctuation do not matter."""

import unicodedata
from collections.abc import Iterable

from ot_desktop.caseload.domain import ChildDraft

# Letters that keep their stroke when accents are taken off.
_STROKES = str.maketrans("łøđðþħıŧŋæœ", "lodðþhitnao")
_APART = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "\xa0": " "})


def fold(text: str) -> str:
    """Return ``text`` without case and accents.

    >>> fold("Núñez")
    'nunez'
    """
    plain = unicodedata.normalize("NFKD", text)  # first: “𝕊” has a case only as “S”
    spread = unicodedata.normalize("NFKD", plain.casefold())
    bare = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return " ".join(bare.translate(_STROKES).translate(_APART).split())


def search_words(draft: ChildDraft) -> str:
    """Return everything a child is found by, folded: names, caregivers, phones, record number."""
    caregivers = [caregiver.full_name for caregiver in draft.caregivers]
    digits = [phone.digits for caregiver in draft.caregivers for phone in caregiver.phones]
    return words_of(
        [draft.given_name, draft.family_name, draft.preferred_name, *caregivers],
        digits,
        draft.record_number,
    )


def words_of(names: Iterable[str], digits: Iterable[str], record_number: str | None) -> str:
    """Return the folded words kept beside a child; one space between parts."""
    parts = [*(fold(name) for name in names), *digits, fold(record_number or "")]
    return " ".join(part for part in parts if part)


def terms(typed: str) -> tuple[str, ...]:
    """Return what each found child's words must hold, each somewhere.

    A phone number may be typed with its dots, dashes and brackets.

    >>> terms("(402) 555-0145")
    ('4025550145',)
    """
    digits = "".join(sign for sign in typed if sign.isdigit())
    if digits and not any(sign.isalpha() for sign in typed):
        return (digits,)
    return tuple(fold(typed).split())
