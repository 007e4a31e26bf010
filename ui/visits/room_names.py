"""Rooms as a chip has room for: Gym, Kitch, Fine 1; never two rooms alike."""

from collections import Counter
from collections.abc import Iterable

_LETTERS = 5
_VOWELS = "aeiou"


def short_rooms(names: Iterable[str]) -> dict[str, str]:
    """Return each room's short name by its whole one; names that would be alike stay whole."""
    short = {name: _short(name) for name in set(names)}
    alike = Counter(short.values())
    return {name: cut if alike[cut] == 1 else name for name, cut in short.items()}


def _short(name: str) -> str:
    words = name.split()
    if not words:
        return ""
    first = words[0]
    if len(first) > _LETTERS:
        first = first[:_LETTERS].rstrip(_VOWELS)
    ends_in_number = len(words) > 1 and words[-1].isdecimal()
    return f"{first} {words[-1]}" if ends_in_number else first
