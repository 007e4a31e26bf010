"""The practice chart: seven days to tick, faces to circle, stars, and lines for the family."""

from dataclasses import dataclass
from datetime import date

from ot_desktop.home_programs import practice
from ot_desktop.home_programs.domain import HomeProgram, Reward
from ot_desktop.home_programs.handout.activity_parts import Pill
from ot_desktop.home_programs.handout.boxes import Stars, prize_picture, shown_stars
from ot_desktop.home_programs.handout.chart_table import ROW, TIGHT_ROW, ChartRow, ChartTable
from ot_desktop.home_programs.handout.drawings import waving_child
from ot_desktop.home_programs.handout.flow import PagePlan, Piece, draw_page, plan_pages
from ot_desktop.home_programs.handout.words import FixedWords
from ot_desktop.paper.blocks import Block, Column, Frame, Gap, paragraph
from ot_desktop.paper.fonts import Face, unbroken
from ot_desktop.paper.sheet import Place, Sheet
from ot_desktop.paper.text import (
    BODY,
    HEAD,
    STRONG,
    Span,
    Style,
    natural_width,
    rich,
)
from ot_desktop.paper.title import (
    SIDE,
    draw_footer,
    draw_title,
    footer_top,
    title_height,
)

_SECOND_LINE = Style(size=18, leading=24)
_ROWS_A_PAGE = 5


def draw_charts(sheet: Sheet, program: HomeProgram, fixed: FixedWords) -> None:
    """Draw one chart for each seven practice days."""
    weeks = practice.weeks(program.practice_days)
    for number, days in enumerate(weeks, start=1):
        footer = fixed.week_of(program.name, number, len(weeks))
        _draw_chart(sheet, program, days, fixed, footer)


def _draw_chart(
    sheet: Sheet, program: HomeProgram, days: tuple[date, ...], fixed: FixedWords, footer: str
) -> None:
    title = fixed.chart_title(program.child)
    dates = Span(f"{fixed.span_of_days(days[0], days[-1])}.", _SECOND_LINE.bold())
    closed = tuple(day for day in program.closed if days[0] <= day <= days[-1])
    said = f" {fixed.closed_on(closed)}" if closed else ""
    second = rich(dates, f" {fixed.put_a_tick}{said}", style=_SECOND_LINE)
    width = sheet.width - 2 * SIDE
    top = title_height(sheet, title, second, below=10) + 14
    bottom = footer_top(sheet) - 10
    room = bottom - top
    whom = fixed.for_child(program.child)
    for page in _pages(program, days, fixed, width, room):
        with sheet.page():
            draw_title(sheet, title, second, below=10, waving=waving_child(program.look))
            draw_page(sheet, page, Place(SIDE, top, width, room))
            draw_footer(sheet, (f"{program.clinic.name}. {whom}", whom), footer)


def _pages(
    program: HomeProgram, days: tuple[date, ...], fixed: FixedWords, width: float, room: float
) -> tuple[PagePlan, ...]:
    """Lay out with high rows, or with low ones when that saves a page."""
    high = plan_pages(_pieces(program, days, fixed, ROW), width, (room, room))
    low = plan_pages(_pieces(program, days, fixed, TIGHT_ROW), width, (room, room))
    return low if len(low) < len(high) else high


def _pieces(
    program: HomeProgram, days: tuple[date, ...], fixed: FixedWords, row: float
) -> list[Piece]:
    rows = tuple(
        ChartRow.of(number, planned, program, fixed)
        for number, planned in enumerate(program.activities, start=1)
    )
    tables = [
        ChartTable(
            rows[start : start + _ROWS_A_PAGE],
            days,
            fixed,
            has_faces=start + _ROWS_A_PAGE >= len(rows),
            times=_times(program, days, fixed),
            row=row,
        )
        for start in range(0, len(rows), _ROWS_A_PAGE)
    ]
    blocks: list[Block] = [*tables]
    if program.reward:
        blocks.append(_stars_box(program.reward, fixed))
    blocks += [tell_box(program.therapist, fixed), _ReturnLine(program, days, fixed)]
    return [Piece(block) for block in blocks]


def _times(program: HomeProgram, days: tuple[date, ...], fixed: FixedWords) -> tuple[str, ...]:
    """Return when the family comes on each of the days, or nothing."""
    starts = sorted(visit.starts_at for visit in program.visits)
    on = [[fixed.time(at) for at in starts if at.date() == day] for day in days]
    # A day's column is narrow: "a. m." may stand below its hour.
    return tuple(" ".join(times).replace("\N{NO-BREAK SPACE}", " ", 1) for times in on)


def _stars_box(reward: Reward, fixed: FixedWords) -> Block:
    headline = paragraph(fixed.reward_headline(reward), style=Style(Face.EXTRA_BOLD, 21, 27))
    stars = Stars(shown_stars(reward), 10, 52, (5, 4), prize_picture(reward), picture_width=86)
    return Frame(Column((headline, Gap(6), stars)))


def tell_box(therapist: str, fixed: FixedWords) -> Block:
    """Return lines for what went well and what was hard."""
    head = paragraph(fixed.tell(therapist), style=HEAD)
    return Frame(Column((head, _Lines((fixed.went_well, fixed.was_hard)))))


@dataclass(frozen=True, slots=True)
class _Lines:
    """Questions side by side, each with two lines to write on."""

    questions: tuple[str, str]

    def height(self, width: float) -> float:
        return paragraph(self.questions[1]).height((width - 24) / 2) + 68

    def draw(self, sheet: Sheet, place: Place) -> None:
        wide = (place.width - 24) / 2
        for index, question in enumerate(self.questions):
            left = place.x + index * (wide + 24)
            paragraph(question).draw(sheet, Place(left, place.y, wide, 22))
            for y in (place.y + place.height - 35, place.y + place.height - 1):
                sheet.rule(left, y, left + wide, line=1.5, color=sheet.ink.rule)


@dataclass(frozen=True, slots=True)
class _ReturnLine:
    """When the chart comes back, and whom to call."""

    program: HomeProgram
    days: tuple[date, ...]
    fixed: FixedWords

    def height(self, width: float) -> float:
        return 36 if self._is_wide(width) else 36 + 6 + BODY.leading

    def draw(self, sheet: Sheet, place: Place) -> None:
        pill = self._pill(place.width)
        pill.draw(sheet, place.x, place.y, 36)
        if self._is_wide(place.width):
            sheet.words(self._call, Place(place.x, place.y + 7, place.width, 22), align=1)
        else:
            sheet.words(self._call, Place(place.x, place.y + 42, place.width, 22))

    def _is_wide(self, width: float) -> bool:
        return self._pill(width).width + 12 + natural_width(self._call) <= width

    @property
    def _call(self) -> tuple[Span, ...]:
        return rich(
            f"{self.fixed.questions} {self.fixed.call_or_text} ",
            Span(unbroken(self.program.clinic.phone), STRONG),
        )

    def _pill(self, width: float) -> Pill:
        visit = practice.visit_to_bring(self.program.visits, self.days)
        text = self.fixed.bring_on(visit.starts_at) if visit else self.fixed.bring_back
        return Pill("calendar-week", text, padding=17, longest=width - 70)
