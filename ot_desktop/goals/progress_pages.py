"""Draws a child's progress: each goal with its chart and steps, as many pages as they need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import hypot

from ot_desktop.goals.chart_shapes import Bar, Dot, Room, Shape, Stroke, Words, shapes
from ot_desktop.goals.charts import Chart
from ot_desktop.goals.papers import GoalOnPaper, LevelOnPaper, ProgressPaper
from ot_desktop.paper.blocks import Block, Column, Gap, Text, paragraph
from ot_desktop.paper.fonts import Face
from ot_desktop.paper.ink import WHITE, Ink
from ot_desktop.paper.page import Paper
from ot_desktop.paper.pdf import Part, pdf_file
from ot_desktop.paper.sheet import Place, Sheet
from ot_desktop.paper.text import (
    BODY,
    HEAD,
    SMALL,
    Span,
    Style,
    baseline,
    natural_width,
    rich,
)
from ot_desktop.paper.title import SIDE, draw_footer, draw_title, footer_top, title_height, top_of

_LETTER = Style(size=13, leading=17)
_CHART, _PRACTICE, _GAP = 124.0, 130.0, 16.0
_NAME, _MARK, _LINE = 236.0, 62.0, 4.0
_DASH, _SPACE = 6.0, 4.0


def progress_pages(papers: Sequence[ProgressPaper], paper: Paper) -> bytes:
    """Return the pages as a file."""
    parts = [Part(each.title, partial(_draw, told=each)) for each in papers]
    author = papers[0].clinic.name
    return pdf_file(parts, paper, author=author, language="en-US", printed=tuple(papers))


def _draw(sheet: Sheet, told: ProgressPaper) -> None:
    width = sheet.width - 2 * SIDE
    below = rich(f"How far {told.child} has come. {told.printed_on}.", style=BODY)
    head = title_height(sheet, told.title, below, below=14) + _GAP
    bottom = footer_top(sheet) - _GAP
    pages = _pages(list(_blocks(told)), width, bottom - head, bottom - top_of(sheet))
    reach = ". ".join(part for part in (told.clinic.name, told.clinic.phone) if part)
    for number, blocks in enumerate(pages, start=1):
        with sheet.page():
            y = top_of(sheet)
            if number == 1:
                y = draw_title(sheet, told.title, below, below=14) + _GAP
            for block in blocks:
                high = block.height(width)
                block.draw(sheet, Place(SIDE, y, width, high))
                y += high
            draw_footer(sheet, (f"{reach}. {told.child}",), f"Page {number} of {len(pages)}")


def _blocks(told: ProgressPaper) -> Iterator[Block]:
    for goal in told.goals:
        yield _goal(goal)
    if told.rated:
        lines = tuple(paragraph(line, style=SMALL) for line in told.rated)
        yield Column((paragraph("What matters to you", style=HEAD), *lines, Gap(_GAP)))
    if told.practice is not None:
        words = (paragraph(told.practice_told, style=SMALL),) if told.practice_told else ()
        title = paragraph("Practice at home", style=HEAD)
        yield Column((title, *words, ChartBlock(told.practice, _PRACTICE), Gap(_GAP)))


def _goal(goal: GoalOnPaper) -> Column:
    steps = tuple(LevelLine(level) for level in goal.levels)
    return Column(
        (
            paragraph(goal.statement, style=HEAD),
            paragraph(goal.told, style=SMALL),
            Gap(4),
            ChartBlock(goal.chart, _CHART),
            Gap(8),
            *steps,
            Gap(_GAP),
        )
    )


@dataclass(frozen=True, slots=True)
class LevelLine:
    """One step of a goal: its name, what the child does then, and whether the child is there."""

    level: LevelOnPaper

    def height(self, width: float) -> float:
        """Return the height of name and words, with the line below."""
        return max(block.height(wide) for block, _, wide in self._cells(width)) + 2 * _LINE

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Write the cells; where the child is now stands on a ground of its own."""
        if self.level.mark == "Now":
            sheet.box(place, fill=sheet.ink.panel)
        for block, left, wide in self._cells(place.width):
            block.draw(sheet, Place(place.x + left, place.y + _LINE, wide, place.height))
        bottom = place.y + place.height
        sheet.rule(place.x, bottom, place.x + place.width, line=1, color=sheet.ink.rule)

    def _cells(self, width: float) -> tuple[tuple[Text, float, float], ...]:
        words = width - _NAME - _MARK - 12
        return (
            (paragraph(self.level.name, style=SMALL.bold()), 6, _NAME - 12),
            (paragraph(self.level.text, style=SMALL), _NAME, words),
            (paragraph(self.level.mark or " ", style=SMALL.bold()), _NAME + words + 8, _MARK),
        )


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart as lines and letters, sharp at any size."""

    chart: Chart
    high: float

    def height(self, width: float) -> float:  # noqa: ARG002  (the same at any width)
        """Return the chart's height."""
        return self.high

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw every shape of the chart."""
        room = Room(place.width, self.high, _LETTER.size, _wide)
        for shape in shapes(self.chart, room):
            _draw_shape(sheet, place, shape)


def _wide(words: str) -> float:
    return natural_width((Span(words, Style(Face.BOLD, _LETTER.size, _LETTER.leading)),))


def _draw_shape(sheet: Sheet, place: Place, shape: Shape) -> None:
    color = _color(sheet.ink, shape.tone)
    match shape:
        case Stroke(points, _, width, is_dashed):
            moved = [(place.x + x, place.y + y) for x, y in points]
            for piece in _dashes(moved) if is_dashed else [moved]:
                sheet.stroke(piece, line=width, color=color)
        case Dot(x, y, radius, _, is_hollow):
            sheet.disc(place.x + x, place.y + y, radius + 0.8, color)
            if is_hollow:
                sheet.disc(place.x + x, place.y + y, radius - 0.8, WHITE)
        case Bar(x, y, width, height, _):
            sheet.box(Place(place.x + x, place.y + y, width, height), fill=color)
        case Words(x, level, text, _, align, is_strong, has_ground):
            style = _LETTER.bold() if is_strong else _LETTER
            spans = rich(text, style=style.in_color(color))
            left = place.x + x - align * natural_width(spans)
            top = place.y + level - baseline(style)
            if has_ground:
                high = style.size * 0.85
                ground = Place(left - 1, place.y + level - high, natural_width(spans) + 2, high + 2)
                sheet.box(ground, fill=WHITE)
            sheet.words(spans, Place(left, top, natural_width(spans) + 1, style.leading))


def _color(ink: Ink, tone: str) -> str:
    tones = {"accent": ink.accent, "text": ink.text, "text-2": ink.soft_text}
    return tones.get(tone, ink.rule)


def _dashes(points: Sequence[tuple[float, float]]) -> Iterator[list[tuple[float, float]]]:
    (x1, y1), (x2, y2) = points[0], points[-1]
    long = hypot(x2 - x1, y2 - y1)
    at = 0.0
    while at < long:
        end = min(long, at + _DASH)
        yield [(x1 + (x2 - x1) * part / long, y1 + (y2 - y1) * part / long) for part in (at, end)]
        at = end + _SPACE


def _pages(blocks: Sequence[Block], width: float, first: float, others: float) -> list[list[Block]]:
    pages: list[list[Block]] = [[]]
    room = first
    for block in blocks:
        high = block.height(width)
        if high > room and pages[-1]:
            pages.append([])
            room = others
        pages[-1].append(block)
        room -= high
    return pages
