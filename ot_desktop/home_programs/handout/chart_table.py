"""The chart's table: an activity with its picture and words, and a box for each day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ot_desktop.home_programs.domain import Activity, HomeProgram, PlannedActivity
from ot_desktop.home_programs.drawing.own_look import OwnLook
from ot_desktop.home_programs.handout.drawings import draw_activity
from ot_desktop.home_programs.handout.words import FixedWords
from ot_desktop.paper.blocks import Block, Column, WritingLine, paragraph
from ot_desktop.paper.fonts import Face
from ot_desktop.paper.sheet import Place, Sheet, paragraph_height
from ot_desktop.paper.text import LONGEST_NAME, STRONG, Style, rich, shortened

ROW, TIGHT_ROW = 100.0, 74.0
_WHAT, _TIGHT_WHAT, _NARROW_WHAT = 262.0, 300.0, 210.0
_HEAD, _FACES = 44.0, 104.0
_LINE, _WIDE = 2.0, 640.0
_TITLE = Style(Face.EXTRA_BOLD, 17, 20)
_FINE = Style(size=14.5, leading=18)
_TIME = Style(Face.BOLD, 12.5, 16)
_FACE = 28.0
_PICTURE = 84.0
_BOX = 50.0
_MOODS = ("happy", "so-so", "sad")


@dataclass(frozen=True, slots=True)
class ChartRow:
    """What the first column says of one activity."""

    number: int
    title: str
    activity: Activity
    look: OwnLook | None
    shows: str
    text: Column

    @classmethod
    def of(
        cls, number: int, planned: PlannedActivity, program: HomeProgram, fixed: FixedWords
    ) -> "ChartRow":
        """Take the words from the plan, so both papers say the same."""
        words = program.words(planned)
        when = inside_a_sentence(fixed.moment(planned))
        facts = (fixed.how_long(planned), when, fixed.how_often(planned))
        said = (paragraph(f"“{words.say}”", style=_FINE.bold()),) if words.say else ()
        text = Column(
            (
                _name(words.short_title),
                paragraph(", ".join(filter(None, facts)), style=_FINE),
                *said,
            )
        )
        shows = words.picture or fixed.picture_of_activity
        return cls(number, words.short_title, planned.activity, program.look, shows, text)

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw picture and words, both in the middle of the row."""
        left, wide = place.x + 10, place.width - 20
        if self.activity.has_picture:
            high = _PICTURE * 190 / 240
            middle = place.y + (place.height - high) / 2
            target = Place(left, middle, _PICTURE, high)
            draw_activity(sheet, self.activity, self.look, target, self.shows)
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
    fixed: FixedWords
    has_faces: bool
    times: tuple[str, ...]
    row: float = ROW

    def height(self, width: float) -> float:
        """Return the height of head, visits, rows and faces."""
        return self._top(width) + sum(self._heights(width)) + _LINE

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the grid, then row by row what stands in it."""
        levels = self._levels(place)
        columns = self._columns(place)
        top = self._top(place.width)
        sheet.box(Place(place.x, place.y, place.width, top), fill=sheet.ink.panel)
        for y in levels:
            sheet.rule(place.x, y, place.x + place.width, line=_LINE, color=sheet.ink.text)
        for x in columns:
            sheet.stroke(((x, levels[0]), (x, levels[-1])), line=_LINE, color=sheet.ink.text)
        with sheet.within("Table"):
            with sheet.within("TR"):
                self._draw_head(sheet, place, columns)
            if any(self.times):
                with sheet.within("TR"):
                    self._draw_visits(sheet, place, columns)
            for index, row in enumerate(self.rows):
                with sheet.within("TR"):
                    self._draw_row(sheet, row, (levels[index + 1], levels[index + 2]), columns)
            if self.has_faces:
                with sheet.within("TR"):
                    self._draw_faces(sheet, levels[-2], columns)

    def _draw_head(self, sheet: Sheet, place: Place, columns: Sequence[float]) -> None:
        what = rich(self.fixed.what_to_practice, style=STRONG)
        with sheet.within("TH", scope="Column"):
            sheet.words(what, Place(place.x + 12, place.y + 12, columns[1] - columns[0] - 16, 22))
        for day, (left, right) in zip(self.days, pairwise(columns[1:]), strict=True):
            cell = Place(left, place.y + 5, right - left, 18)
            weekday = rich(self.fixed.weekday(day), style=Style(Face.BOLD, 16.6, 18))
            below = Place(cell.x, cell.y + 18, cell.width, 18)
            number = rich(str(day.day), style=Style(size=16.6, leading=18))
            with sheet.within("TH", scope="Column"):
                sheet.words(weekday, cell, align=0.5)
                sheet.words(number, below, align=0.5)

    def _draw_visits(self, sheet: Sheet, place: Place, columns: Sequence[float]) -> None:
        """Mark the days on which the family comes."""
        top, high = place.y + _HEAD, self._top(place.width) - _HEAD
        sheet.rule(place.x, top, place.x + place.width, line=1, color=sheet.ink.rule)
        name = rich(self.fixed.your_visit, style=_FINE.bold())
        middle = top + (high - _FINE.leading) / 2
        with sheet.within("TH", scope="Row"):
            sheet.icon("calendar-week", place.x + 12, middle - 1, 20, sheet.ink.text)
            sheet.words(name, Place(place.x + 38, middle, columns[1] - columns[0] - 40, 18))
        for time, (left, right) in zip(self.times, pairwise(columns[1:]), strict=True):
            with sheet.within("TD"):
                cell = Place(left, top + 3, right - left, high)
                sheet.words(rich(time, style=_TIME), cell, align=0.5)

    def _draw_row(
        self, sheet: Sheet, row: ChartRow, levels: tuple[float, float], columns: Sequence[float]
    ) -> None:
        top, high = levels[0], levels[1] - levels[0]
        with sheet.within("TH", scope="Row"):
            row.draw(sheet, Place(columns[0], top, columns[1] - columns[0], high))
        for day, (left, right) in zip(self.days, pairwise(columns[1:]), strict=True):
            words = f"{row.title}, {self.fixed.weekday_and_day(day)}"
            with sheet.within("TD"):
                cell = Place(left, top, right - left, high)
                _draw_tick_box(sheet, row.number, cell, words)

    def _draw_faces(self, sheet: Sheet, top: float, columns: Sequence[float]) -> None:
        wide = columns[1] - columns[0] - 24
        text = Column(
            (
                paragraph(self.fixed.how_did_it_go, style=Style(Face.EXTRA_BOLD, 17, 21)),
                paragraph(self.fixed.circle_a_face, style=_FINE),
            )
        )
        high = text.height(wide)
        with sheet.within("TH", scope="Row"):
            text.draw(sheet, Place(columns[0] + 11, top + (_FACES - high) / 2, wide, high))
        for left, right in pairwise(columns[1:]):
            with sheet.within("TD"):
                for index, mood in enumerate(_MOODS):
                    y = top + (_FACES - 90) / 2 + index * 31
                    face = f"face-{mood}.svg"
                    x = (left + right) / 2 - _FACE / 2
                    sheet.picture(face, x, y, _FACE, self.fixed.faces[index])

    def _top(self, width: float) -> float:
        """Return the height of the days' names, and of the visits when there is one."""
        if not any(self.times):
            return _HEAD
        day = (width - _LINE - self._what(width)) / len(self.days)
        return (
            _HEAD + 6 + max(paragraph_height(rich(time, style=_TIME), day) for time in self.times)
        )

    def _heights(self, width: float) -> list[float]:
        what = self._what(width)
        rows = [max(self.row, row.height(what)) for row in self.rows]
        return [*rows, _FACES] if self.has_faces else rows

    def _levels(self, place: Place) -> list[float]:
        levels = [place.y + _LINE / 2, place.y + _LINE / 2 + self._top(place.width)]
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


def _name(title: str) -> Block:
    """Return an activity's name, or a line to write it on."""
    if not title:
        return WritingLine(28)
    return paragraph(shortened(title, LONGEST_NAME), style=_TITLE)


def inside_a_sentence(when: str) -> str:
    """Return words that begin a line as they stand in the middle of one."""
    return when[:1].lower() + when[1:]


def _draw_tick_box(sheet: Sheet, number: int, cell: Place, words: str) -> None:
    size = min(_BOX, cell.width - 10, cell.height - 12)
    left = cell.x + (cell.width - size) / 2
    box = Place(left, cell.y + (cell.height - size) / 2, size, size)
    sheet.tick_box(box, words, radius=12, stroke=sheet.ink.disc(number))
