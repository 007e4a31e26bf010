"""Clean what a cell holds: hidden characters out, every script and every word kept."""

import re
import unicodedata
from collections.abc import Iterable

_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u2007\u202f\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a"), " "
)
_BREAKS = dict.fromkeys(map(ord, "\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
_TURNERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset(
    "\u200b\u200e\u200f\u061c\u2060\u2061\u2062\u2063\u2064\ufeff\u00ad\ufff9\ufffa\ufffb"
)
_JOINERS = frozenset("\u200c\u200d")
_LAST_LATIN = 0x02FF
_TAGS = range(0xE0000, 0xE0080)
_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BETWEEN = "\x1f"
_SIGNS = re.escape("".join(_FORMULA_SIGNS))
_MAYBE_ODD = re.compile(f"(?:^|{_BETWEEN})\\s*[{_SIGNS}]|[{''.join(_TURNERS)}]")
_HARMLESS = re.compile(r"[+\-]?[\d\s().\-/,x]*|[-–—]+|-\s.*", re.DOTALL)


def clean(text: str) -> str:
    r"""Return the text without hidden characters and outer spaces; line breaks stay.

    >>> clean("Iris\u00a0")
    'Iris'
    """
    if not text or (text.isascii() and text.isprintable()):
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_SPACES).translate(_BREAKS)
    kept = "".join(char for at, char in enumerate(text) if not _is_dropped(text, at))
    return "\n".join(line.rstrip() for line in kept.split("\n")).strip()


def one_line(text: str) -> str:
    """Return the cleaned text on one line, runs of spaces made one."""
    text = clean(text)
    return text if not text or text.isalnum() else " ".join(text.split())


def may_be_odd(cells: Iterable[str]) -> bool:
    """Say quickly whether any of the cells is worth asking the two questions below."""
    return bool(_MAYBE_ODD.search(_BETWEEN.join(cells)))


def has_turned_text(text: str) -> bool:
    """Say whether hidden marks made the text read in another direction than it was stored."""
    return not text.isascii() and not _TURNERS.isdisjoint(text)


def looks_like_formula(text: str) -> bool:
    """Say whether a spreadsheet would run this text; phone numbers and dashes are not meant."""
    text = text.lstrip()
    return text.startswith(_FORMULA_SIGNS) and not _HARMLESS.fullmatch(text)


def _is_dropped(text: str, at: int) -> bool:
    char = text[at]
    if char in _JOINERS:
        return not _joins_letters(text, at)
    if char in _TURNERS or char in _INVISIBLE or ord(char) in _TAGS:
        return True
    return unicodedata.category(char) in {"Cc", "Cs"} and char not in "\n\t"


def _joins_letters(text: str, at: int) -> bool:
    """Persian, Indic scripts and emoji need joiners between characters; Latin never does."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return len(around) == len("ab") and all(ord(char) > _LAST_LATIN for char in around)
