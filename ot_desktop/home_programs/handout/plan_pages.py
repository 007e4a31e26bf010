"""The home plan: what to do each day, how to stay safe, whom to ask, when to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from ot_desktop.home_programs import practice
from ot_desktop.home_programs.domain import HomeProgram
from ot_desktop.home_programs.handout.activity_box import LOOSE, TIGHT, ActivityBox, Spacing
from ot_desktop.home_programs.handout.boxes import (
    LINE_GAP,
    TIGHT_LINE_GAP,
    questions_and_visits,
    safety_and_reward,
)
from ot_desktop.home_programs.handout.drawings import waving_child
from ot_desktop.home_programs.handout.flow import (
    ACTIVITIES_A_PAGE,
    PagePlan,
    Piece,
    draw_page,
    least_height,
    plan_pages,
)
from ot_desktop.home_programs.handout.tick_table import ROW, TIGHT_ROW, TickTable
from ot_desktop.home_programs.handout.words import FixedWords
from ot_desktop.paper.blocks import Beside, Block, Smaller
from ot_desktop.paper.fonts import Face
from ot_desktop.paper.ink import WHITE
from ot_desktop.paper.page import LARGE_PRINT_PT, SMALLEST_BODY_PT
from ot_desktop.paper.sheet import Place, Sheet, paragraph_height
from ot_desktop.paper.text import BODY, STRONG, Span, Style, natural_width, rich
from ot_desktop.paper.title import (
    SIDE,
    draw_footer,
    draw_title,
    footer_top,
    title_height,
    top_of,
)

_WIDE_ENOUGH = 560.0
_RUNNING = Style(Face.EXTRA_BOLD, 26, 30)
_MADE_BY = Style(size=18, leading=24)
_LEAD = Style(Face.BOLD, 20, 26)
_BADGE_NUMBER = Style(Face.EXTRA_BOLD, 34, 36, WHITE)
_BADGE_LABEL = Style(Face.BOLD, 16.6, 20, WHITE)


@dataclass(frozen=True, slots=True)
class _Plan:
    """One printing of a home plan."""

    sheet: Sheet
    program: HomeProgram
    fixed: FixedWords

    @property
    def width(self) -> float:
        return self.sheet.width - 2 * SIDE

    @property
    def title(self) -> str:
        return self.fixed.plan_title(self.program.child)


def draw_plan(sheet: Sheet, program: HomeProgram, fixed: FixedWords) -> None:
    """Draw every page of the plan."""
    plan = _Plan(sheet, program, fixed)
    bottom = footer_top(sheet) - 2
    rooms = (bottom - _opening_height(plan), bottom - top_of(sheet) - _running_height(plan))
    pages = _pages(plan, rooms)
    for number, page in enumerate(pages, start=1):
        following = pages[number].first_activity if number < len(pages) else None
        with sheet.page():
            top = _draw_opening(plan) if number == 1 else _draw_running_title(plan)
            draw_page(sheet, page, Place(SIDE, top, plan.width, bottom - top))
            _draw_footer(plan, number, len(pages), following)


def _pages(plan: _Plan, rooms: tuple[float, float]) -> tuple[PagePlan, ...]:
    """Lay out loosely, tightly, or tightly and smaller, where that keeps two to a page."""
    layouts: list[tuple[PagePlan, ...]] = []
    count = len(plan.program.activities)
    for spacing, factor in _ways(plan.sheet.body_pt):
        pages = plan_pages(_pieces(plan, rooms[0], spacing, factor), plan.width, rooms)
        layouts.append(pages)
        is_full = pages[0].activities >= min(count, ACTIVITIES_A_PAGE)
        if is_full and len(pages) <= ceil((count + 1) / ACTIVITIES_A_PAGE):
            return pages
    return min(layouts, key=lambda each: (len(each), -each[0].activities))


def _ways(body_pt: float) -> Iterator[tuple[Spacing, float]]:
    """Yield layouts, the best to read first; no letters get smaller than the smallest we print."""
    yield LOOSE, 1
    yield TIGHT, 1
    if SMALLEST_BODY_PT < body_pt < LARGE_PRINT_PT:
        yield TIGHT, SMALLEST_BODY_PT / body_pt


def _pieces(plan: _Plan, first_room: float, spacing: Spacing, factor: float) -> list[Piece]:
    program, fixed = plan.program, plan.fixed
    boxes = [
        ActivityBox.of(number, program, fixed, spacing)
        for number in range(1, len(program.activities) + 1)
    ]
    after = _after_activities(plan, is_tight=spacing is TIGHT)
    activities = [Piece(_smaller(box, factor), number) for number, box in enumerate(boxes, start=1)]
    rest = [Piece(_smaller(block, factor)) for block in after]
    if least_height(activities[:1], plan.width) <= first_room:
        return activities + rest
    # Large letters: no activity fits below the big title, so what does fit goes there.
    early: list[Piece] = []
    while rest and least_height([*early, rest[0]], plan.width) <= first_room:
        early.append(rest.pop(0))
    return early + activities + rest


def _smaller(block: Block, factor: float) -> Block:
    return block if factor == 1 else Smaller(block, factor)


def _after_activities(plan: _Plan, *, is_tight: bool) -> list[Block]:
    program, fixed = plan.program, plan.fixed
    gap = TIGHT_LINE_GAP if is_tight else LINE_GAP
    blocks = _side_by_side(safety_and_reward(program, fixed, gap), ((1, 1), (1.35, 1)), plan.width)
    if program.practice_days:
        names = tuple(program.words(planned).short_title for planned in program.activities)
        days = practice.weeks(program.practice_days)[0]
        blocks.append(TickTable(names, days, fixed, TIGHT_ROW if is_tight else ROW))
    return blocks + _side_by_side(questions_and_visits(program, fixed), ((1, 1.1),), plan.width)


def _side_by_side(
    blocks: tuple[Block, ...], shares: tuple[tuple[float, ...], ...], width: float
) -> list[Block]:
    """Put boxes in one row where the letters leave room for two, in the lowest of its shares."""
    if width < _WIDE_ENOUGH or len(blocks) == 1:
        return list(blocks)
    return [min((Beside(blocks, each) for each in shares), key=lambda row: row.height(width))]


def _opening_height(plan: _Plan) -> float:
    made_by = plan.fixed.made_by(plan.program, _MADE_BY)
    return title_height(plan.sheet, plan.title, made_by, below=11) + 13 + _badge_height(plan) + 12


def _draw_opening(plan: _Plan) -> float:
    """Draw the big title and the one message; returns where the activities begin."""
    made_by = plan.fixed.made_by(plan.program, _MADE_BY)
    who = waving_child(plan.program.look)
    y = draw_title(plan.sheet, plan.title, made_by, below=11, waving=who) + 13
    high = _badge_height(plan)
    wide = _draw_badge(plan, y, high)
    left = SIDE + wide + 14
    lead, words = _message(plan)
    room = plan.sheet.width - SIDE - left
    text = paragraph_height(lead, room) + paragraph_height(words, room)
    top = y + (high - text) / 2
    top += plan.sheet.words(lead, Place(left, top, room, text))
    plan.sheet.words(words, Place(left, top, room, text))
    return y + high + 12


def _message(plan: _Plan) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    program, fixed = plan.program, plan.fixed
    return rich(fixed.lead(program), style=_LEAD), rich(fixed.encouragement(program))


def _badge_width(plan: _Plan) -> float:
    label = natural_width(rich(plan.fixed.minutes_label(plan.program), style=_BADGE_LABEL))
    return label + 2 * 18


def _badge_height(plan: _Plan) -> float:
    lead, words = _message(plan)
    room = plan.width - _badge_width(plan) - 14
    return max(74.0, paragraph_height(lead, room) + paragraph_height(words, room))


def _draw_badge(plan: _Plan, y: float, high: float) -> float:
    sheet, wide = plan.sheet, _badge_width(plan)
    sheet.box(Place(SIDE, y, wide, high), radius=14, fill=sheet.ink.accent)
    top = y + (high - 56) / 2
    number = rich(plan.fixed.minutes(plan.program), style=_BADGE_NUMBER)
    label = rich(plan.fixed.minutes_label(plan.program), style=_BADGE_LABEL)
    with sheet.within("P"):
        sheet.words(number, Place(SIDE, top, wide, 36), align=0.5)
        sheet.words(label, Place(SIDE, top + 36, wide, 20), align=0.5)
    return wide


def _running_height(plan: _Plan) -> float:
    return paragraph_height(rich(plan.title, style=_RUNNING), plan.width - 170) + 7 + 4 + 10


def _draw_running_title(plan: _Plan) -> float:
    """Draw the small title of every further page; returns where its blocks begin."""
    with plan.sheet.artifact():
        return _draw_small_title(plan)


def _draw_small_title(plan: _Plan) -> float:
    sheet, top = plan.sheet, top_of(plan.sheet)
    title = rich(plan.title, style=_RUNNING)
    high = sheet.words(title, Place(SIDE, top, plan.width - 170, 0))
    minutes = rich(
        f"{plan.fixed.minutes(plan.program)} {plan.fixed.minutes_label(plan.program)}", style=STRONG
    )
    middle = top + (high - BODY.leading) / 2
    sheet.words(minutes, Place(SIDE, middle, plan.width, 0), align=1)
    y = top + high + 7
    sheet.box(Place(SIDE, y, plan.width, 4), fill=sheet.ink.accent)
    return y + 14


def _draw_footer(plan: _Plan, page: int, pages: int, following: int | None) -> None:
    program, fixed = plan.program, plan.fixed
    clinic = program.clinic
    whom = fixed.for_child(program.child)
    if page == pages:
        right = fixed.last_page(page, pages, program.printed_on)
        first = ", ".join(filter(None, (clinic.name, clinic.address)))
    else:
        right = fixed.turn_over(page, pages, following)
        first = f"{clinic.name}, {clinic.phone}"
    draw_footer(plan.sheet, (f"{first}. {whom}", f"{clinic.phone}. {whom}", whom), right)
