"""Slips for the families of one day: two or three across, cut apart along the frames."""

from collections.abc import Iterator, Sequence
from functools import partial

from ot_desktop.day_words import clock_text, full_day, long_day
from ot_desktop.paper.blocks import Beside, Block, Column, Frame, Gap, paragraph
from ot_desktop.paper.fonts import Face
from ot_desktop.paper.page import Paper
from ot_desktop.paper.pdf import Part, pdf_file
from ot_desktop.paper.people import listed
from ot_desktop.paper.sheet import Place, Sheet
from ot_desktop.paper.text import BODY, SMALL, STRONG, Style, elided
from ot_desktop.paper.title import SIDE, draw_footer, footer_top, top_of
from ot_desktop.scheduling.paper.domain import Slip, SlipVisit

_NAME = Style(Face.EXTRA_BOLD, 22, 27)
_WIDE, _GAP, _PADDING = 360.0, 14.0, 38.0
_NOON = 12
Line = tuple[Slip, ...]


def slip_pages(slips: Sequence[Slip], paper: Paper) -> bytes:
    """Return all slips in one file, in the order given."""
    title = f"Slips for {full_day(slips[0].day)}"
    part = Part(title, partial(_draw, slips=slips, title=title))
    clinic = slips[0].clinic.name
    return pdf_file([part], paper, author=clinic, language="en-US", printed=tuple(slips))


def _draw(sheet: Sheet, slips: Sequence[Slip], title: str) -> None:
    width = sheet.width - 2 * SIDE
    top = top_of(sheet)
    room = footer_top(sheet) - _GAP - top
    pages = list(_parted(slips, width, room))
    clinic = slips[0].clinic.name
    for number, page in enumerate(pages, start=1):
        with sheet.page():
            page.draw(sheet, Place(SIDE, top, width, room))
            last = f"Page {number} of {len(pages)}. Printed {full_day(slips[0].printed_on)}"
            draw_footer(sheet, (f"{clinic}. {title}", title), last)


def _parted(slips: Sequence[Slip], width: float, room: float) -> Iterator[Column]:
    """Yield as many rows of slips a page as fit it; no slip is split."""
    page: list[Block] = []
    across = round(width / _WIDE)
    for first in range(0, len(slips), across):
        row = _row(slips[first : first + across], width, across)
        if page and Column((*page, row)).height(width) > room:
            yield Column(tuple(page))
            page = []
        page += [row, Gap(_GAP)]
    yield Column(tuple(page))


def _row(slips: Sequence[Slip], width: float, across: int) -> Block:
    wide = (width - (across - 1) * _GAP) / across
    frames: list[Block] = [Frame(_slip(slip, wide - _PADDING)) for slip in slips]
    frames += [Gap(0)] * (across - len(frames))
    return Beside(tuple(frames), (1,) * across, _GAP)


def _slip(slip: Slip, width: float) -> Block:
    children = listed(tuple(dict.fromkeys(visit.child for visit in slip.visits)))
    several = len({visit.child for visit in slip.visits}) > 1
    blocks: list[Block] = [
        paragraph(elided(children, _NAME, width), style=_NAME),
        paragraph(long_day(slip.day), style=STRONG),
        Gap(4),
    ]
    for visit in slip.visits:
        blocks.append(paragraph(elided(_when(visit, several=several), BODY, width), style=BODY))
        where = ", ".join(filter(None, (f"with {visit.therapist}", visit.room)))
        blocks.append(paragraph(elided(where, SMALL, width), style=SMALL))
    phone = (
        f"Can’t come? Call {slip.clinic.phone}." if slip.clinic.phone else "Can’t come? Call us."
    )
    blocks += [
        Gap(6),
        paragraph("Come 5 minutes early.", style=SMALL),
        paragraph(phone, style=SMALL),
        paragraph(elided(slip.clinic.name, SMALL, width), style=SMALL),
    ]
    return Column(tuple(blocks))


def _when(visit: SlipVisit, *, several: bool) -> str:
    half = "AM" if visit.starts.hour < _NOON else "PM"
    time = f"{clock_text(visit.starts)} {half} to {clock_text(visit.ends)}"
    return f"{time}, {visit.child}" if several else time
