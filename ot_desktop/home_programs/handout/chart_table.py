"""The chart's table: an activity with its picture and words, and a box for each day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ot_desktop.home_programs.domain import Activity, HomeProgram, PlannedActivity
from ot_desktop.home_programs.drawing.own_look import OwnLook
from ot_desktop.home_programs.handout.drawings import draw_activity
from ot_desktop.home_programs.handout.words import EnglishWords
from ot_desktop.paper.blocks import Column, paragraph
from ot_desktop.paper.fonts import Face
from ot_desktop.paper.sheet import Place, Sheet
from ot_desktop.paper.text import LONGEST_NAME, STRONG, Style, rich, shortened

ROW, TIGHT_ROW = 100.0, 74.0
_WHAT, _TIGHT_WHAT, _NARROW_WHAT = 262.0, 300.0, 210.0
_HEAD, _FACES = 44.0, 104.0
_LINE, _WIDE = 2.0, 640.0
_TITLE = Style(Face.EXTRA_BOLD, 17, 20)
_FINE = Style(size=14.5, leading=18)
_PICTURE = 84.0
_BOX = 50.0
_MOODS = ("happy", "so-so", "sad")


@dataclass(frozen=True, slots=True)
class ChartRow:
    """What the first column says of one activity."""

    number: int
    activity: Activity
    look: OwnLook | None
    text: Column

    @classmethod
    def of(
        cls, number: int, planned: PlannedActivity, program: HomeProgram, fixed: EnglishWords
    ) -> "ChartRow":
        """Take the words from the plan, so both papers say the same."""
        words = planned.words(program.child, program.language)
        facts = (fixed.how_long(planned), _inside_a_sentence(words.when), fixed.how_often(planned))
        text = Column(
            (
                paragraph(shortened(words.short_title, LONGEST_NAME), style=_TITLE),
                paragraph(", ".join(filter(None, facts)), style=_FINE),
                paragraph(f"“{words.say}”", style=_FINE.bold()),
            )
        )
        return cls(number, planned.activity, program.look, text)

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw picture and words, both in the middle of the row."""
        left, wide = place.x + 10, place.width - 20
        if self.activity.has_picture:
            high = _PICTURE * 190 / 240
            middle = place.y + (place.height - high) / 2
            draw_activity(sheet, self.activity, self.look, Place(left, middle, _PICTURE, high))
            left, wide = left + _PICTURE + 8, wide - _PICTURE - 8
        text = self.text.height(wide)
        self.text.draw(sheet, Place(left, place.y + (place.height - text) / 2, wide, text))

    def height(self, width: float) -> float:
        """Return the height its words need."""
        wide = width - 20 - (_PICTURE + 8 if self.activity.has_picture else 0)
        return self.text.height(wide) + 8


@dataclass(frozen=True, slots=True)
class ChartTable:
    """Some of the activities, all of the week's days."""

    rows: tuple[ChartRow, ...]
    days: tuple[date, ...]
    fixed: EnglishWords
    has_faces: bool
    row: float = ROW

    def height(self, width: float) -> float:
        """Return the height of head, rows and faces."""
        return _HEAD + sum(self._heights(width)) + _LINE

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the grid, then what stands in it."""
        levels = self._levels(place)
        columns = self._columns(place)
        sheet.box(Place(place.x, place.y, place.width, _HEAD), fill=sheet.ink.panel)
        for y in levels:
            sheet.rule(place.x, y, place.x + place.width, line=_LINE, color=sheet.ink.text)
        for x in columns:
            sheet.stroke(((x, levels[0]), (x, levels[-1])), line=_LINE, color=sheet.ink.text)
        self._draw_head(sheet, place, columns)
        for index, row in enumerate(self.rows):
            top, high = levels[index + 1], levels[index + 2] - levels[index + 1]
            row.draw(sheet, Place(columns[0], top, columns[1] - columns[0], high))
            for left, right in pairwise(columns[1:]):
                _draw_tick_box(sheet, row.number, Place(left, top, right - left, high))
        if self.has_faces:
            self._draw_faces(sheet, levels[-2], columns)

    def _draw_head(self, sheet: Sheet, place: Place, columns: Sequence[float]) -> None:
        what = rich(self.fixed.what_to_practice, style=STRONG)
        sheet.words(what, Place(place.x + 12, place.y + 12, _WHAT, 22))
        for index, day in enumerate(self.days):
            left = columns[index + 1]
            cell = Place(left, place.y + 5, columns[index + 2] - left, 18)
            weekday = rich(self.fixed.weekday(day), style=Style(Face.BOLD, 16.6, 18))
            sheet.words(weekday, cell, align=0.5)
            below = Place(cell.x, cell.y + 18, cell.width, 18)
            sheet.words(rich(str(day.day), style=Style(size=16.6, leading=18)), below, align=0.5)

    def _draw_faces(self, sheet: Sheet, top: float, columns: Sequence[float]) -> None:
        wide = columns[1] - columns[0] - 24
        text = Column(
            (
                paragraph(self.fixed.how_did_it_go, style=Style(Face.EXTRA_BOLD, 17, 21)),
                paragraph(self.fixed.circle_a_face, style=_FINE),
            )
        )
        high = text.height(wide)
        text.draw(sheet, Place(columns[0] + 11, top + (_FACES - high) / 2, wide, high))
        for left, right in pairwise(columns[1:]):
            for index, mood in enumerate(_MOODS):
                middle = top + (_FACES - 90) / 2 + 14 + index * 31
                draw_face(sheet, mood, (left + right) / 2, middle, 28)

    def _heights(self, width: float) -> list[float]:
        what = self._what(width)
        rows = [max(self.row, row.height(what)) for row in self.rows]
        return [*rows, _FACES] if self.has_faces else rows

    def _levels(self, place: Place) -> list[float]:
        levels = [place.y + _LINE / 2, place.y + _LINE / 2 + _HEAD]
        for height in self._heights(place.width):
            levels.append(levels[-1] + height)
        return levels

    def _columns(self, place: Place) -> list[float]:
        what = self._what(place.width)
        first = place.x + _LINE / 2
        day = (place.width - _LINE - what) / len(self.days)
        return [first, *(first + what + day * index for index in range(len(self.days) + 1))]

    def _what(self, width: float) -> float:
        if width < _WIDE:
            return _NARROW_WHAT
        return _WHAT if self.row == ROW else _TIGHT_WHAT


def _inside_a_sentence(when: str) -> str:
    return when[:1].lower() + when[1:]


def _draw_tick_box(sheet: Sheet, number: int, cell: Place) -> None:
    size = min(_BOX, cell.width - 10, cell.height - 12)
    left = cell.x + (cell.width - size) / 2
    box = Place(left, cell.y + (cell.height - size) / 2, size, size)
    sheet.box(box, radius=12, line=2, stroke=sheet.ink.disc(number))


def draw_face(sheet: Sheet, mood: str, x: float, y: float, size: float) -> None:
    """Draw a face to circle, its middle at a point."""
    sheet.picture(f"face-{mood}.svg", x - size / 2, y - size / 2, size)
