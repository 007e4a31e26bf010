"""Lines of words and the empty height between them, over as many pages as they need."""

from collections.abc import Sequence

from ot_desktop.paper.sheet import Place, Sheet, line_height
from ot_desktop.paper.text import Line

Piece = Line | float
"""A line, or the empty height before the next one."""


def paged(pieces: Sequence[Piece], first: float, others: float) -> list[list[Piece]]:
    """Break the pieces into pages of these heights; a page never begins with empty height."""
    pages: list[list[Piece]] = [[]]
    room = first
    for piece in pieces:
        high = piece if isinstance(piece, float) else line_height(piece)
        if high > room and pages[-1]:
            pages.append([])
            room = others
        if isinstance(piece, float) and not pages[-1]:
            continue
        pages[-1].append(piece)
        room -= high
    return pages


def write(sheet: Sheet, pieces: Sequence[Piece], x: float, y: float, width: float) -> float:
    """Write the pieces of one page under each other; return where they end."""
    for piece in pieces:
        if isinstance(piece, float):
            y += piece
        else:
            sheet.words(piece, Place(x, y, width + 1, line_height(piece)))
            y += line_height(piece)
    return y
