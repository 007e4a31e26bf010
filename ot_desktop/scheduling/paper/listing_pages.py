"""Lists for colleagues, each on as many pages as it needs: a therapist's week, the day."""

from collections.abc import Sequence
from functools import partial

from ot_desktop.day_words import full_day
from ot_desktop.paper.blocks import paragraph
from ot_desktop.paper.fonts import Face
from ot_desktop.paper.page import TICK_BOX, Paper
from ot_desktop.paper.pdf import Part, pdf_file
from ot_desktop.paper.sheet import Place, Sheet, paragraph_height
from ot_desktop.paper.table import Columns, Row, table_pages
from ot_desktop.paper.text import BODY, Style, rich
from ot_desktop.paper.title import SIDE, draw_footer, footer_top, top_of
from ot_desktop.scheduling.paper.domain import Listing

_TITLE = Style(Face.EXTRA_BOLD, 26, 31)
_GAP = 10.0


def listing_pages(listings: Sequence[Listing], paper: Paper) -> bytes:
    """Return all lists in one file, in the order given."""
    parts = [Part(each.title, partial(_draw, listing=each)) for each in listings]
    author = listings[0].clinic
    return pdf_file(parts, paper, author=author, language="en-US", printed=_printed(listings))


def _printed(listings: Sequence[Listing]) -> tuple[str, ...]:
    """Return every text of the lists; boxes to tick are drawn, not written."""
    texts = []
    for each in listings:
        texts += [each.title, each.second_line, each.nothing, each.clinic, *each.columns]
        for group in each.groups:
            texts += [group.heading, *(cell for row in group.rows for cell in row)]
    return tuple(text for text in texts if text != TICK_BOX)


def _draw(sheet: Sheet, listing: Listing) -> None:
    width = sheet.width - 2 * SIDE
    rows: list[Row] = []
    for group in listing.groups:
        rows += [Row((group.heading,), is_heading=True)] if group.heading else []
        rows += [Row(cells) for cells in group.rows]
    top = top_of(sheet)
    title, second = rich(listing.title, style=_TITLE), rich(listing.second_line)
    head = paragraph_height(title, width) + paragraph_height(second, width) + _GAP
    room = footer_top(sheet) - _GAP - top
    columns = Columns(listing.columns, listing.shares)
    pages = list(table_pages(columns, rows, width, (room - head, room)))
    for number, page in enumerate(pages or [None], start=1):
        with sheet.page():
            y = top
            if number == 1:
                sheet.words(title, Place(SIDE, y, width, head))
                sheet.words(second, Place(SIDE, y + paragraph_height(title, width), width, head))
                y += head
            if page is not None:
                page.draw(sheet, Place(SIDE, y, width, room))
            else:
                paragraph(listing.nothing, style=BODY).draw(sheet, Place(SIDE, y, width, 30))
            last = f"Page {number} of {max(len(pages), 1)}. Printed {full_day(listing.printed_on)}"
            draw_footer(sheet, (f"{listing.clinic}. {listing.title}", listing.title), last)
