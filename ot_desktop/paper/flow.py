"""Lines of words and the empty height between them, over as many pages as they need."""

from collections.abc import Sequence
from dataclasses import dataclass

from ot_desktop.paper.sheet import Place, Sheet, line_height
from ot_desktop.paper.text import Line


@dataclass(frozen=True, slots=True)
class Hanging:
    """A line that begins further right; ``mark`` stands at the left of the first of them."""

    line: Line
    indent: float
    mark: Line = ()


Piece = Line | Hanging | float
"""A line, or the empty height before the next one."""


def paged(pieces: Sequence[Piece], first: float, others: float) -> list[list[Piece]]:
    """Break the pieces into pages of these heights; a page never begins with empty height."""
    pages: list[list[Piece]] = [[]]
    room = first
    for piece in pieces:
        high = height(piece)
        if high > room and pages[-1]:
            pages.append([])
            room = others
        if isinstance(piece, float) and not pages[-1]:
            continue
        pages[-1].append(piece)
        room -= high
    return pages


def height(piece: Piece) -> float:
    """Return how high a piece is."""
    if isinstance(piece, float):
        return piece
    return line_height(piece.line if isinstance(piece, Hanging) else piece)


def write(sheet: Sheet, pieces: Sequence[Piece], x: float, y: float, width: float) -> None:
    """Write the pieces of one page under each other."""
    for piece in pieces:
        high = height(piece)
        if isinstance(piece, Hanging):
            sheet.words(piece.mark, Place(x, y, width + 1, high))
            inner = Place(x + piece.indent, y, width - piece.indent + 1, high)
            sheet.words(piece.line, inner)
        elif not isinstance(piece, float):
            sheet.words(piece, Place(x, y, width + 1, high))
        y += high
