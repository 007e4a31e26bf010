"""The home plan: what to do each day, how to stay safe, whom to ask, when to come."""

from dataclasses import dataclass

from ot_desktop.home_programs import practice
from ot_desktop.home_programs.domain import HomeProgram
from ot_desktop.home_programs.handout.activity_box import ActivityBox
from ot_desktop.home_programs.handout.blocks import Block
from ot_desktop.home_programs.handout.boxes import questions_and_visits, safety_and_reward
from ot_desktop.home_programs.handout.flow import Piece, draw_page, plan_pages
from ot_desktop.home_programs.handout.fonts import Face
from ot_desktop.home_programs.handout.ink import WHITE
from ot_desktop.home_programs.handout.sheet import Place, Sheet, paragraph_height
from ot_desktop.home_programs.handout.text import BODY, STRONG, Span, Style, natural_width, rich
from ot_desktop.home_programs.handout.tick_table import TickTable
from ot_desktop.home_programs.handout.title import (
    SIDE,
    TOP,
    draw_footer,
    draw_title,
    footer_top,
    title_height,
)
from ot_desktop.home_programs.handout.words import EnglishWords

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
    fixed: EnglishWords

    @property
    def width(self) -> float:
        return self.sheet.width - 2 * SIDE

    @property
    def title(self) -> str:
        return self.fixed.plan_title(self.program.child)


def draw_plan(sheet: Sheet, program: HomeProgram, fixed: EnglishWords) -> None:
    """Draw every page of the plan."""
    plan = _Plan(sheet, program, fixed)
    opening = _opening_height(plan)
    bottom = footer_top(sheet) - 2
    running = TOP + _running_height(plan)
    pages = plan_pages(_pieces(plan), plan.width, (bottom - opening, bottom - running))
    for number, page in enumerate(pages, start=1):
        following = pages[number].first_activity if number < len(pages) else None
        with sheet.page():
            top = _draw_opening(plan) if number == 1 else _draw_running_title(plan)
            draw_page(sheet, page, Place(SIDE, top, plan.width, bottom - top))
            _draw_footer(plan, number, len(pages), following)


def _pieces(plan: _Plan) -> list[Piece]:
    program, fixed = plan.program, plan.fixed
    pieces = [
        Piece(ActivityBox.of(number, planned, program, fixed), number)
        for number, planned in enumerate(program.activities, start=1)
    ]
    rest: list[Block] = [safety_and_reward(program, fixed)]
    if program.practice_days:
        names = tuple(
            planned.words(program.child, program.language).short_title
            for planned in program.activities
        )
        rest.append(TickTable(names, practice.weeks(program.practice_days)[0], fixed))
    rest.append(questions_and_visits(program, fixed))
    return pieces + [Piece(block) for block in rest]


def _opening_height(plan: _Plan) -> float:
    made_by = plan.fixed.made_by(plan.program, _MADE_BY)
    return title_height(plan.title, made_by, plan.width, below=11) + 13 + _badge_height(plan) + 12


def _draw_opening(plan: _Plan) -> float:
    """Draw the big title and the one message; returns where the activities begin."""
    made_by = plan.fixed.made_by(plan.program, _MADE_BY)
    y = draw_title(plan.sheet, plan.title, made_by, below=11) + 13
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
    label = natural_width(rich(plan.fixed.minutes_a_day, style=_BADGE_LABEL))
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
    sheet.words(number, Place(SIDE, top, wide, 36), align=0.5)
    label = rich(plan.fixed.minutes_a_day, style=_BADGE_LABEL)
    sheet.words(label, Place(SIDE, top + 36, wide, 20), align=0.5)
    return wide


def _running_height(plan: _Plan) -> float:
    return paragraph_height(rich(plan.title, style=_RUNNING), plan.width - 170) + 7 + 4 + 10


def _draw_running_title(plan: _Plan) -> float:
    """Draw the small title of every further page; returns where its blocks begin."""
    sheet = plan.sheet
    title = rich(plan.title, style=_RUNNING)
    high = sheet.words(title, Place(SIDE, TOP, plan.width - 170, 0))
    minutes = rich(f"{plan.fixed.minutes(plan.program)} {plan.fixed.minutes_a_day}", style=STRONG)
    middle = TOP + (high - BODY.leading) / 2
    sheet.words(minutes, Place(SIDE, middle, plan.width, 0), align=1)
    y = TOP + high + 7
    sheet.box(Place(SIDE, y, plan.width, 4), fill=sheet.ink.accent)
    return y + 14


def _draw_footer(plan: _Plan, page: int, pages: int, following: int | None) -> None:
    program, fixed = plan.program, plan.fixed
    clinic = program.clinic
    if page == pages:
        right = fixed.last_page(page, pages, program.printed_on)
        left = ", ".join(filter(None, (clinic.name, clinic.address)))
    else:
        right = fixed.turn_over(page, pages, following)
        left = f"{clinic.name}, {clinic.phone}"
    draw_footer(plan.sheet, f"{left}. {fixed.for_child(program.child)}", right)
