"""Names of files that every computer takes."""

import re
import unicodedata
from datetime import date

_NOT_IN_NAMES = re.compile(r"[^\w]+")
_LONGEST = 40
_NOT_IN_KEPT_NAMES = re.compile(r"[^\w ()+,'’-]+")
_LONGEST_KEPT = 80


def child_file_name(
    first_name: str, initial: str, kind: str, day: date, ending: str = "pdf"
) -> str:
    """Return the name of a file about a child: ``Maya-R_home-program_2027-06-07.pdf``."""
    return f"{child_file_kind(first_name, initial, kind)}_{day.isoformat()}.{ending}"


def child_file_kind(first_name: str, initial: str, kind: str) -> str:
    """Return that name before its day; never a whole family name."""
    parts = (_safe(first_name), _safe(initial))
    who = "-".join(part for part in parts if part) or "child"
    return f"{who}_{_safe(kind)}"


def kept_file_name(name: str, ending: str) -> str:
    """Return the name a file that was handed over is kept by, whatever it was called.

    >>> kept_file_name("../../Order of\u202ecourt.exe.PDF", "pdf")
    'Order of-court-exe.pdf'
    """
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    stem = last.rpartition(".")[0] or last
    words = " ".join(_NOT_IN_KEPT_NAMES.sub("-", stem).split())
    return f"{words.strip(' -_')[:_LONGEST_KEPT].strip() or 'Scan'}.{ending}"


def _safe(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return _NOT_IN_NAMES.sub("-", composed).strip("-_")[:_LONGEST]
