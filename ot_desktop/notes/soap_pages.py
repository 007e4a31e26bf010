"""Draws a signed note as paper: who and when on every page, four parts, signatures, addenda."""

from collections.abc import Iterator
from functools import partial

from ot_desktop.day_words import clock_am_pm, full_day
from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.note_paper import NotePaper
from ot_desktop.notes.soap import addendum_line, note_sections, signature_lines
from ot_desktop.paper.flow import Hanging, Piece, paged, write
from ot_desktop.paper.fonts import Face
from ot_desktop.paper.page import Paper
from ot_desktop.paper.pdf import Part, pdf_file
from ot_desktop.paper.people import ClinicOnPaper
from ot_desktop.paper.sheet import Place, Sheet, paragraph_height
from ot_desktop.paper.text import Line, Span, Style, lines, rich
from ot_desktop.paper.title import SIDE, draw_footer, footer_top, top_of

_CLINIC = Style(Face.EXTRA_BOLD, 18, 23)
_TITLE = Style(Face.EXTRA_BOLD, 26, 32)
_HEAD = Style(Face.EXTRA_BOLD, 17, 23)
_TEXT = Style(size=14.6, leading=19.5)
_STRONG = _TEXT.bold()
_SMALL = Style(size=13.6, leading=17.5)
_GAP, _LINE_GAP, _PART_GAP = 12.0, 3.0, 13.0
_INDENT = 14.0
_FACTS_PAD = 11.0


def note_pages(note: NotePaper, paper: Paper) -> bytes:
    """Return the note as a file."""
    said = tuple(note_sections(note.page.content))
    shown = (_words_of(note), said, [each.body for each in note.page.addenda])
    part = Part("Session note", partial(_draw, note=note))
    return pdf_file((part,), paper, author=note.clinic.name, language="en-US", printed=shown)


def _draw(sheet: Sheet, note: NotePaper) -> None:
    width = sheet.width - 2 * SIDE
    top, bottom = top_of(sheet), footer_top(sheet) - _GAP
    head = _head_height(note, width)
    pages = paged(list(_pieces(note.page, width)), bottom - top - head, bottom - top)
    for number, pieces in enumerate(pages, start=1):
        with sheet.page():
            y = top
            if number == 1:
                _draw_head(sheet, note, width, y)
                y += head
            write(sheet, pieces, SIDE, y, width)
            draw_footer(sheet, (_who(note.page),), f"Page {number} of {len(pages)}")


def _words_of(note: NotePaper) -> tuple[str, ...]:
    """Return everything on the page but the note's own lines."""
    page = note.page
    return (
        *_reach(note.clinic),
        _title(page),
        _who(page),
        *(words for fact in _facts(page) for words in fact),
        *signature_lines(page),
        *map(addendum_line, page.addenda),
    )


def _reach(clinic: ClinicOnPaper) -> tuple[str, ...]:
    return tuple(part for part in (clinic.name, clinic.address, clinic.phone) if part)


def _title(page: NotePage) -> str:
    return "Session note" if page.content.missed is None else "Contact note, missed visit"


def _who(page: NotePage) -> str:
    """Name the child on every page (standards §4.1)."""
    child = page.child
    parts = [child.full_name]
    if child.record_number:
        parts.append(f"record {child.record_number}")
    if child.born_on:
        parts.append(f"born {full_day(child.born_on)}")
    return ", ".join((*parts, f"visit of {full_day(page.visit.starts)}"))


def _facts(page: NotePage) -> tuple[tuple[str, str], ...]:
    visit, child = page.visit, page.child
    number = f"{visit.number}" if visit.number else ""
    if visit.number and visit.planned:
        number = f"{visit.number} of {visit.planned}"
    when = f"{full_day(visit.starts)}, {clock_am_pm(visit.starts)} to {clock_am_pm(visit.ends)}"
    known = (
        ("Child", child.full_name),
        ("Born", full_day(child.born_on) if child.born_on else ""),
        ("Record", child.record_number or ""),
        ("Visit", when),
        ("Session", number),
        ("Therapist", visit.therapist),
        ("Room", visit.room or ""),
    )
    return tuple((name, words) for name, words in known if words)


def _head_height(note: NotePaper, width: float) -> float:
    reach = _SMALL.leading if len(_reach(note.clinic)) > 1 else 0.0
    facts = _facts_height(note.page, width)
    return _CLINIC.leading + reach + 10 + _TITLE.leading + facts + 2 * _GAP + 6


def _facts_height(page: NotePage, width: float) -> float:
    return 2 * _FACTS_PAD + sum(high for _row, high in _fact_rows(page, width))


def _fact_rows(page: NotePage, width: float) -> list[tuple[tuple[tuple[Span, ...], ...], float]]:
    """Return the facts two to a row, each with its height."""
    facts = [rich(Span(f"{name}  ", _STRONG), Span(words, _TEXT)) for name, words in _facts(page)]
    column = _column(width)
    rows = [tuple(facts[start : start + 2]) for start in range(0, len(facts), 2)]
    return [(row, max(paragraph_height(fact, column) for fact in row)) for row in rows]


def _column(width: float) -> float:
    return (width - 2 * _FACTS_PAD - _GAP) / 2


def _draw_head(sheet: Sheet, note: NotePaper, width: float, y: float) -> None:
    name, *others = (*_reach(note.clinic), "")
    y += sheet.words(rich(name or " ", style=_CLINIC), Place(SIDE, y, width, 0))
    if reach := ". ".join(filter(None, others)):
        soft = _SMALL.in_color(sheet.ink.soft_text)
        y += sheet.words(rich(reach, style=soft), Place(SIDE, y, width, 0))
    sheet.box(Place(SIDE, y + 4, width, 3), fill=sheet.ink.accent)
    y += 10 + _GAP / 2
    y += sheet.words(rich(_title(note.page), style=_TITLE), Place(SIDE, y, width, 0)) + 6
    high = _facts_height(note.page, width)
    sheet.box(Place(SIDE, y, width, high), radius=8, line=1, stroke=sheet.ink.soft_text)
    y += _FACTS_PAD
    for row, row_high in _fact_rows(note.page, width):
        for number, fact in enumerate(row):
            x = SIDE + _FACTS_PAD + number * (_column(width) + _GAP)
            sheet.words(fact, Place(x, y, _column(width), row_high))
        y += row_high


def _pieces(page: NotePage, width: float) -> Iterator[Piece]:
    for title, said in note_sections(page.content):
        yield from lines(rich(title, style=_HEAD), width)
        yield _LINE_GAP
        for line in said:
            yield from _item(line, width)
            yield _LINE_GAP
        yield _PART_GAP
    for words in signature_lines(page):
        yield from lines(rich(words, style=_STRONG), width)
    for addendum in page.addenda:
        yield _PART_GAP
        yield from lines(rich(addendum_line(addendum), style=_HEAD), width)
        yield _LINE_GAP
        for paragraph in addendum.body.splitlines():
            yield from lines(rich(paragraph or " ", style=_TEXT), width)


def _item(said: str, width: float) -> Iterator[Piece]:
    """Give one point its mark, and its further lines the same left edge."""
    mark: Line = rich("•", style=_TEXT)
    for paragraph in said.splitlines():
        for line in lines(rich(paragraph, style=_TEXT), width - _INDENT):
            yield Hanging(line, _INDENT, mark)
            mark = ()
