"""Draws a letter: the clinic's head, the words line by line, as many pages as they need."""

from collections.abc import Iterator
from functools import partial

from ot_desktop.day_words import full_day
from ot_desktop.messages.letter import Letter
from ot_desktop.paper.flow import Piece, paged, write
from ot_desktop.paper.fonts import Face
from ot_desktop.paper.page import Paper
from ot_desktop.paper.pdf import Part, pdf_file
from ot_desktop.paper.sheet import Place, Sheet, paragraph_height
from ot_desktop.paper.text import BODY, SMALL, STRONG, Style, lines, rich
from ot_desktop.paper.title import SIDE, draw_footer, footer_top, top_of

_NAME = Style(Face.EXTRA_BOLD, 26, 31)
_GAP = 14.0
_PARAGRAPH = 10.0
_SIGNATURE = 46.0


def letter_pages(letter: Letter, paper: Paper) -> bytes:
    """Return the letter as a file."""
    part = Part(f"Letter about {letter.about}", partial(_draw, letter=letter))
    author = letter.clinic.name
    return pdf_file((part,), paper, author=author, language="en-US", printed=letter)


def _draw(sheet: Sheet, letter: Letter) -> None:
    width = sheet.width - 2 * SIDE
    head = _head_height(letter, width)
    top, bottom = top_of(sheet), footer_top(sheet) - _GAP
    pages = paged(list(_pieces(letter, width)), bottom - top - head, bottom - top)
    for number, pieces in enumerate(pages, start=1):
        with sheet.page():
            y = top
            if number == 1:
                _draw_head(sheet, letter, width, y)
                y += head
            write(sheet, pieces, SIDE, y, width)
            page = f"Page {number} of {len(pages)}"
            draw_footer(sheet, (f"{letter.clinic.name}. About {letter.about}",), page)


def _reach(letter: Letter) -> str:
    clinic = letter.clinic
    parts = (clinic.address, clinic.phone, clinic.hours)
    return ". ".join(part.rstrip(".") for part in parts if part)


def _head_height(letter: Letter, width: float) -> float:
    name = paragraph_height(rich(letter.clinic.name, style=_NAME), width)
    reach = paragraph_height(rich(_reach(letter), style=SMALL), width) if _reach(letter) else 0
    return name + reach + 6 + 4 + _GAP * 2


def _draw_head(sheet: Sheet, letter: Letter, width: float, y: float) -> None:
    y += sheet.words(rich(letter.clinic.name, style=_NAME), Place(SIDE, y, width, 0))
    if _reach(letter):
        style = SMALL.in_color(sheet.ink.soft_text)
        y += sheet.words(rich(_reach(letter), style=style), Place(SIDE, y, width, 0))
    sheet.box(Place(SIDE, y + 6, width, 4), fill=sheet.ink.accent)


def _pieces(letter: Letter, width: float) -> Iterator[Piece]:
    yield from lines(rich(full_day(letter.written_on)), width)
    yield _GAP
    yield from lines(rich(letter.to, style=STRONG), width)
    yield from lines(rich(f"About {letter.about}"), width)
    yield _GAP * 1.5
    for paragraph in letter.said.splitlines():
        if paragraph.strip():
            yield from lines(rich(paragraph, style=BODY), width)
        yield _PARAGRAPH
    yield _SIGNATURE
    yield from lines(rich(letter.signed_by, style=STRONG), width)
    yield from lines(rich(letter.clinic.name), width)
