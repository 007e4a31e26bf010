"""A family's calendar on its pages: title, weeks, who is who, what to bring, whom to call."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from ot_desktop.paper.blocks import (
    Beside,
    Block,
    Column,
    Frame,
    Gap,
    Heading,
    Hung,
    Listed,
    paragraph,
)
from ot_desktop.paper.fonts import Face, unbroken
from ot_desktop.paper.page import Paper
from ot_desktop.paper.pdf import Part, pdf_file
from ot_desktop.paper.sheet import Place, Sheet, paragraph_height
from ot_desktop.paper.text import (
    BODY,
    HEAD,
    SMALL,
    STRONG,
    Span,
    Style,
    elided,
    natural_width,
    rich,
)
from ot_desktop.paper.title import SIDE, draw_footer, draw_title, footer_top, title_height
from ot_desktop.scheduling.paper.calendar_table import ROOMY, SNUG, CalendarTable, Measure, tint
from ot_desktop.scheduling.paper.domain import FamilyCalendar, ToBring
from ot_desktop.scheduling.paper.words import FixedWords, words_for

_MONTHS = Style(Face.EXTRA_BOLD, 24, 28)
_SECOND_LINE = Style(size=18, leading=24)
_BELOW_TITLE, _GAP = 10.0, 12.0
_PICTURE, _ITEM = 60.0, 128.0
_BESIDE_BOX = 29.0  # where a therapist's name begins
Page = tuple[Block, ...]


def family_calendars(calendars: Sequence[FamilyCalendar], paper: Paper) -> bytes:
    """Return the calendars of several families in one file, each on pages of its own."""
    parts = [calendar_part(each) for each in calendars]
    author, code = calendars[0].clinic.name, words_for(calendars[0].language).code
    return pdf_file(parts, paper, author=author, language=code, printed=tuple(calendars))


def calendar_part(calendar: FamilyCalendar) -> Part:
    """Return one family's calendar as a part of a file."""
    fixed = words_for(calendar.language)
    draw = partial(draw_calendar, calendar=calendar, fixed=fixed)
    return Part(fixed.title(calendar), draw, fixed.code)


def draw_calendar(sheet: Sheet, calendar: FamilyCalendar, fixed: FixedWords) -> None:
    """Draw one family's pages; no week and no box is split."""
    title = fixed.title(calendar)
    bold = Span(fixed.how_many(calendar), _SECOND_LINE.bold())
    second = rich(bold, f" {fixed.stays_in_the_room}", style=_SECOND_LINE)
    width = sheet.width - 2 * SIDE
    top = title_height(sheet, title, second, below=_BELOW_TITLE) + _GAP
    room = footer_top(sheet) - 10 - top
    clinic = ", ".join(filter(None, (calendar.clinic.name, calendar.clinic.address)))
    pages = _pages(calendar, fixed, width, room)
    for number, page in enumerate(pages, start=1):
        last = f"{fixed.page(number, len(pages))} {fixed.printed(calendar.printed_on)}"
        with sheet.page():
            draw_title(sheet, title, second, below=_BELOW_TITLE)
            Column(page).draw(sheet, Place(SIDE, top, width, room))
            draw_footer(sheet, (clinic, calendar.clinic.name), last)


def _pages(
    calendar: FamilyCalendar, fixed: FixedWords, width: float, room: float
) -> Sequence[Page]:
    """Return one page when everything fits it, in high rows or low ones; else several."""
    boxes: Page = (Gap(_GAP), _on_the_day(calendar, fixed))
    bring: Page = (Gap(_GAP), _bring(calendar, fixed)) if calendar.bring else ()
    boxes = (*bring, *boxes)
    for measure in (ROOMY, SNUG):
        whole = (*_weeks(calendar, calendar.weeks, measure, fixed), *boxes)
        if _height(whole, width) <= room:
            return [whole]
    pages = list(_parted(calendar, fixed, width, room))
    if _height((*pages[-1], *boxes), width) <= room:
        return [*pages[:-1], (*pages[-1], *boxes)]
    if _height(boxes[1:], width) <= room:
        return [*pages, boxes[1:]]
    return [*pages, bring[1:], boxes[-1:]]


def _parted(
    calendar: FamilyCalendar, fixed: FixedWords, width: float, room: float
) -> Iterator[Page]:
    """Yield as many weeks a page as fit it."""
    left = list(calendar.weeks)
    while left:
        count = len(left)
        while count > 1 and _height(_weeks(calendar, left[:count], ROOMY, fixed), width) > room:
            count -= 1
        page = _weeks(calendar, left[:count], ROOMY, fixed)
        yield page if _height(page, width) <= room else _weeks(calendar, left[:1], SNUG, fixed)
        left = left[count:]


def _weeks(
    calendar: FamilyCalendar,
    weeks: Sequence[tuple[date, ...]],
    measure: Measure,
    fixed: FixedWords,
) -> Page:
    months = paragraph(fixed.months(weeks[0][0], weeks[-1][-1]), style=_MONTHS)
    table = CalendarTable(calendar, tuple(weeks), measure, fixed)
    return months, Gap(7), table, Gap(8), _Legend(calendar, fixed)


def _height(page: Page, width: float) -> float:
    return sum(block.height(width) for block in page)


@dataclass(frozen=True, slots=True)
class _Legend:
    """Whose visits have which color; gray paper needs none, every day names the therapist."""

    calendar: FamilyCalendar
    fixed: FixedWords

    def height(self, width: float) -> float:
        """Return the height of the lines the names need."""
        return 20.0 * (1 + max(line for _, _, line, _ in self._places(width)))

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw a small box and the words for each therapist."""
        if sheet.ink.is_gray:
            return
        for name, x, line, words in self._places(place.width):
            box = Place(place.x + x, place.y + 20 * line + 2, 22, 16)
            sheet.box(box, line=2, stroke=sheet.ink.text, fill=tint(self.calendar, name))
            beside = Place(box.x + _BESIDE_BOX, place.y + 20 * line, place.width - x, 20)
            sheet.words(rich(words, style=SMALL), beside)

    def _places(self, width: float) -> list[tuple[str, float, int, str]]:
        found, x, line = [], 0.0, 0
        for number, name in enumerate(self.calendar.therapists):
            words = (
                self.fixed.who_knows(name, self.calendar)
                if number
                else self.fixed.with_therapist(name)
            )
            words = elided(words, SMALL, width - _BESIDE_BOX)
            wide = _BESIDE_BOX + natural_width(rich(words, style=SMALL))
            if x and x + wide > width:
                x, line = 0.0, line + 1
            found.append((name, x, line, words))
            x += wide + 20
        return found


def _bring(calendar: FamilyCalendar, fixed: FixedWords) -> Block:
    head = paragraph(fixed.bring_each_time, style=HEAD)
    return Frame(Column((head, Gap(6), _Things(calendar.bring, fixed))))


@dataclass(frozen=True, slots=True)
class _Things:
    """Drawings in a row, each with its words below."""

    things: tuple[ToBring, ...]
    fixed: FixedWords

    def height(self, width: float) -> float:
        """Return the height of the drawings and the longest words."""
        return (
            _PICTURE
            + 5
            + max(
                paragraph_height(rich(self.fixed.bring(each), style=SMALL), self._wide(width))
                for each in self.things
            )
        )

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw from left to right over the whole width."""
        wide = self._wide(place.width)
        step = place.width / len(self.things)
        for number, each in enumerate(self.things):
            middle = place.x + step * (number + 0.5)
            words = self.fixed.bring(each)
            left = middle - _PICTURE / 2
            sheet.picture(f"bring-{each.drawing}.svg", left, place.y, _PICTURE, words)
            below = Place(middle - wide / 2, place.y + _PICTURE + 5, wide, 40)
            sheet.words(rich(words, style=SMALL), below, align=0.5)

    def _wide(self, width: float) -> float:
        """Return the width of a thing's words: a longer word may use all there is for a thing."""
        words = " ".join(self.fixed.bring(each) for each in self.things).split()
        longest = max(natural_width(rich(word, style=SMALL)) for word in words)
        return min(max(_ITEM, longest + 1), width / len(self.things) - 8)


def _on_the_day(calendar: FamilyCalendar, fixed: FixedWords) -> Block:
    lines = filter(None, (fixed.come_early, fixed.pick_up(calendar), fixed.stay_home))
    marked: list[Block] = []
    for line in lines:
        marked += [Gap(3), Hung(30, rich(line), icon="check")]
    day = Frame(Column((Heading(fixed.on_the_day, "clock"), Listed(Column(tuple(marked))))))
    before, phone, after = fixed.call_us(calendar)
    number = Span(unbroken(phone), Style(Face.BOLD, 19, 22))
    call = paragraph(before, number if phone else Span(fixed.us, STRONG), after, style=BODY)
    cannot = Frame(Column((Heading(fixed.cannot_come, "phone"), Gap(4), call)), is_filled=True)
    return Beside((day, cannot), (1, 1))
