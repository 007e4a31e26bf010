"""The recovery key as people write it: letters and digits in groups, with a check for typing."""

import hashlib
import os

from db.faults import Fault, StorageFault

SECRET_BYTES = 20
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_CHECK_LETTERS = 4
_GROUP = 4
_LENGTH = SECRET_BYTES * 8 // 5 + _CHECK_LETTERS
_LOOK_ALIKES = str.maketrans("OIL", "011", " -\t\r\n\u00a0\u2010\u2011\u2013\u2014")


def new_secret() -> bytes:
    """Return 160 random bits."""
    return os.urandom(SECRET_BYTES)


def as_text(secret: bytes) -> str:
    """Write ``secret`` as nine groups of four."""
    letters = _letters(int.from_bytes(secret), SECRET_BYTES * 8 // 5) + _check(secret)
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def from_text(text: str) -> bytes:
    """Read what was typed; case, spaces, O for 0 and I or L for 1 do not matter.

    Raises StorageFault (RECOVERY_KEY_MISTYPED) when a letter is missing or wrong.
    """
    letters = text.upper().translate(_LOOK_ALIKES)
    if len(letters) != _LENGTH or not set(letters) <= set(_ALPHABET):
        raise StorageFault(Fault.RECOVERY_KEY_MISTYPED)
    number = 0
    for letter in letters[:-_CHECK_LETTERS]:
        number = number * 32 + _ALPHABET.index(letter)
    secret = number.to_bytes(SECRET_BYTES)
    if _check(secret) != letters[-_CHECK_LETTERS:]:
        raise StorageFault(Fault.RECOVERY_KEY_MISTYPED)
    return secret


def _check(secret: bytes) -> str:
    digest = hashlib.sha256(b"OT Desktop recovery key" + secret).digest()
    return _letters(int.from_bytes(digest[:4]) >> 12, _CHECK_LETTERS)


def _letters(number: int, count: int) -> str:
    return "".join(_ALPHABET[number >> 5 * at & 31] for at in reversed(range(count)))
