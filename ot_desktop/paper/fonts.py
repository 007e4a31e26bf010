"""Bundled fonts: which face draws which character, and how wide it is."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import resources
from ot_desktop.errors import ValidationError

ASCENT, DESCENT = 0.984, 0.316
_MOST_NAMED = 8


class Face(StrEnum):
    """The weights the pages use, by file."""

    REGULAR = "AtkinsonHyperlegibleNext-Regular"
    BOLD = "AtkinsonHyperlegibleNext-Bold"
    EXTRA_BOLD = "AtkinsonHyperlegibleNext-ExtraBold"


_FALLBACK = {
    Face.REGULAR: "NotoSans-Regular",
    Face.BOLD: "NotoSans-Bold",
    Face.EXTRA_BOLD: "NotoSans-Bold",
}


class MissingGlyph(ValidationError):
    """Characters that no bundled font can draw would print as boxes."""

    def __init__(self, characters: Iterable[str]) -> None:
        named = " ".join(sorted(set(characters))[:_MOST_NAMED])
        super().__init__({"text": f"Take out these characters, they cannot be printed: {named}"})


class _Font(TTFont):
    """A font whose table of characters names none that is not there, which readers refuse."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802  (ReportLab calls it)
        super().addObjects(doc)
        for name, table in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                table.content = _without_padding(table.content)


def _without_padding(table: str) -> str:
    kept = _PADDING.sub("", table)
    count = len(_CHARACTER.findall(kept))
    return _COUNT.sub(f"{count} beginbfchar", kept)


_PADDING = re.compile(r"^<\w\w> <0000>\n", re.MULTILINE)
_CHARACTER = re.compile(r"^<\w\w> <\w{4,}>$", re.MULTILINE)
_COUNT = re.compile(r"^\d+ beginbfchar$", re.MULTILINE)


@lru_cache(maxsize=8)
def font(name: str) -> TTFont:
    """Load and register a bundled font once, when its first character is needed."""
    loaded = _Font(name, str(resources.path(f"fonts/{name}.ttf")))
    pdfmetrics.registerFont(loaded)
    return loaded


@lru_cache(maxsize=20_000)
def runs(text: str, face: Face) -> tuple[tuple[str, str], ...]:
    """Split ``text`` into (font name, characters) so that every character has a glyph."""
    found: list[tuple[str, str]] = []
    for character in text:
        name = _font_for(character, face)
        if found and found[-1][0] == name:
            found[-1] = (name, found[-1][1] + character)
        else:
            found.append((name, character))
    return tuple(found)


@lru_cache(maxsize=20_000)
def width(text: str, face: Face) -> float:
    """Return the advance of ``text`` at size 1."""
    return float(sum(font(name).stringWidth(part, 1) for name, part in runs(text, face)))


@lru_cache(maxsize=4_000)
def clean(text: str) -> str:
    """Return typed text as one paragraph of composed characters without controls.

    Spaces made by ``unbroken`` are kept: no line ends there.
    """
    spaced = _SPACES.sub(" ", text).strip(" ")
    composed = unicodedata.normalize("NFC", spaced)
    return "".join(letter for letter in composed if unicodedata.category(letter) not in _UNSEEN)


_UNSEEN = {"Cc", "Cf"}
_NO_BREAK = "\u00a0"
_SPACES = re.compile(rf"[^\S{_NO_BREAK}]+")


def unbroken(text: str) -> str:
    """Return ``text`` so that it stays on one line: a phone number, a time."""
    return text.replace(" ", _NO_BREAK)


def check_printable(texts: Iterable[str]) -> None:
    """Raise ``MissingGlyph`` naming every character that no bundled font has."""
    letters = {letter for text in texts for letter in clean(text)}
    missing = [letter for letter in letters if not _is_printable(letter)]
    if missing:
        raise MissingGlyph(missing)


def _is_printable(letter: str) -> bool:
    return _has(Face.REGULAR, letter) or _has(_FALLBACK[Face.REGULAR], letter)


def _font_for(character: str, face: Face) -> str:
    return face.value if _has(face, character) else _FALLBACK[face]


def _has(name: str, character: str) -> bool:
    return ord(character) in font(name).face.charToGlyph
