"""What makes a password or PIN good enough (NIST SP 800-63B-4): long, and not easily guessed."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

LEAST_LETTERS = 15  # for a password that is the only proof; no rules about kinds of letters
MOST_LETTERS = 256
PIN_DIGITS = 6
_LEAST_DIFFERENT = 5
_LEAST_OWN_LETTERS = 6

# Pieces that guessing programs try first; what remains without them has to be long enough.
_COMMON = (
    "1234567890", "0123456789", "123456789", "12345678", "password", "passwort", "passphrase",
    "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwerty", "letmein", "welcome", "iloveyou", "abc123",
    "abcdefgh", "111111", "123123", "123456", "654321", "000000", "admin", "changeme", "secret",
    "monkey", "dragon", "sunshine", "princess", "football", "baseball", "superman", "trustno1",
    "clinic", "therapy", "therapist", "occupational", "pediatric", "otdesktop", "desktop",
)  # fmt: skip


def password_problem(password: str, names: Iterable[str] = ()) -> str | None:
    """Return what is wrong with a new password in one sentence, or None.

    ``names`` are the clinic's and the person's own: they count as easily guessed.
    """
    letters = len(unicodedata.normalize("NFKC", password))
    if not password.strip():
        return f"Enter a password of at least {LEAST_LETTERS} characters."
    if letters < LEAST_LETTERS:
        return (
            f"This password has {letters} characters. Use at least {LEAST_LETTERS},"
            " for example four words in a row."
        )
    if letters > MOST_LETTERS:
        return f"This password is too long. Use at most {MOST_LETTERS} characters."
    if len(set(password)) < _LEAST_DIFFERENT:
        return "This password repeats a few characters. Use at least five different ones."
    if len(_without_common(password, names)) < _LEAST_OWN_LETTERS:
        return (
            "This password is easily guessed: it is made of common words or of names."
            " Add words that have nothing to do with you or the clinic."
        )
    return None


def pin_problem(pin: str) -> str | None:
    """Return what is wrong with a new PIN in one sentence, or None."""
    if len(pin) != PIN_DIGITS or not (pin.isascii() and pin.isdigit()):
        return f"A PIN has {PIN_DIGITS} digits."
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if len(steps) == 1 or pin[:3] == pin[3:] or pin[:2] * 3 == pin:
        return "This PIN is easily guessed. Choose one without a pattern."
    return None


def _without_common(password: str, names: Iterable[str]) -> str:
    plain = _plain(password)
    own = [_plain(word) for name in names for word in name.split()]
    pieces = [piece for piece in own if len(piece) >= 3] + list(_COMMON)  # noqa: PLR2004  (a name)
    for piece in sorted(pieces, key=len, reverse=True):
        plain = plain.replace(piece, "")
    return plain


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text).casefold())
