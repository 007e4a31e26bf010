"""The small table on the plan: one box to tick for each activity and day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ot_desktop.home_programs.handout.activity_parts import numbered_disc
from ot_desktop.home_programs.handout.words import FixedWords
from ot_desktop.paper.fonts import Face
from ot_desktop.paper.sheet import Place, Sheet, paragraph_height
from ot_desktop.paper.text import (
    HEAD,
    LONGEST_NAME,
    SMALL,
    Span,
    Style,
    natural_width,
    rich,
    shortened,
)

ROW, TIGHT_ROW = 40.0, 30.0
_NAMES, _LINE = 172.0, 2.0
_NAME = Style(Face.BOLD, 15.6, 18)
_DAY = Style(Face.BOLD, 15, 18)


@dataclass(frozen=True, slots=True)
class TickTable:
    """Activities down, days across."""

    names: tuple[str, ...]
    days: tuple[date, ...]
    fixed: FixedWords
    row: float = ROW

    def height(self, width: float) -> float:
        """Return the height of the head line and all rows."""
        return self._head(width) + self.row + sum(self._rows) + _LINE

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the head line, the grid, then names and days in it."""
        self._draw_head(sheet, place)
        top = place.y + self._head(place.width)
        rows = [top, *_running(top + self.row, self._rows)]
        columns = self._columns(place)
        self._draw_grid(sheet, rows, columns)
        with sheet.within("Table"):
            with sheet.within("TR"):
                self._draw_days(sheet, top, columns)
            for index, name in enumerate(self._short_names):
                high = rows[index + 2] - rows[index + 1]
                row = Place(place.x, rows[index + 1], _NAMES, high)
                with sheet.within("TR"):
                    with sheet.within("TH", scope="Row"):
                        _draw_name(sheet, index + 1, name, row)
                    self._draw_cells(sheet, name, row, columns)

    def _draw_days(self, sheet: Sheet, top: float, columns: Sequence[float]) -> None:
        with sheet.within("TD"):
            pass  # the corner is empty
        for day, (left, right) in zip(self.days, pairwise(columns[1:]), strict=True):
            with sheet.within("TH", scope="Column"):
                cell = Place(left, top, right - left, self.row)
                _draw_day(sheet, self.fixed.weekday(day), str(day.day), cell)

    def _draw_cells(self, sheet: Sheet, name: str, row: Place, columns: Sequence[float]) -> None:
        for day, (left, right) in zip(self.days, pairwise(columns[1:]), strict=True):
            with sheet.within("TD"):
                cell = Place(left, row.y, right - left, row.height).inset(2, 2)
                sheet.tick_field(cell, f"{name}, {self.fixed.weekday_and_day(day)}")

    @property
    def _rows(self) -> list[float]:
        return [
            max(self.row, paragraph_height(rich(name, style=_NAME), _NAMES - 46) + 4)
            for name in self._short_names
        ]

    @property
    def _short_names(self) -> list[str]:
        return [shortened(name, LONGEST_NAME) for name in self.names]

    @property
    def _tick(self) -> tuple[Span, ...]:
        return rich(self.fixed.tick, style=HEAD)

    @property
    def _bring(self) -> tuple[Span, ...]:
        return rich(self.fixed.bring_back, style=SMALL)

    def _head(self, width: float) -> float:
        beside = natural_width(self._tick) + natural_width(self._bring) + 10 <= width
        high = paragraph_height(self._tick, width) + 6
        return high if beside else high + SMALL.leading

    def _draw_head(self, sheet: Sheet, place: Place) -> None:
        with sheet.within("H2"):
            high = sheet.words(self._tick, place)
        top = place.y + 3 if self._head(place.width) == high + 6 else place.y + high
        align = 1 if top < place.y + high else 0
        sheet.words(self._bring, Place(place.x, top, place.width, SMALL.leading), align=align)

    def _columns(self, place: Place) -> list[float]:
        day = (place.width - _NAMES - _LINE) / max(len(self.days), 1)
        first = place.x + _LINE / 2
        return [first, *(first + _NAMES + day * index for index in range(len(self.days) + 1))]

    @staticmethod
    def _draw_grid(sheet: Sheet, rows: Sequence[float], columns: Sequence[float]) -> None:
        color, left, right = sheet.ink.text, columns[0], columns[-1]
        half = _LINE / 2
        sheet.rule(columns[1] - half, rows[0], right + half, line=_LINE, color=color)
        for y in rows[1:]:
            sheet.rule(left - half, y, right + half, line=_LINE, color=color)
        for index, x in enumerate(columns):
            top = rows[0] if index else rows[1]
            sheet.stroke(((x, top), (x, rows[-1])), line=_LINE, color=color)


def _running(start: float, steps: Sequence[float]) -> list[float]:
    levels = [start]
    for step in steps:
        levels.append(levels[-1] + step)
    return levels


def _draw_day(sheet: Sheet, weekday: str, day: str, cell: Place) -> None:
    """Write Tue 9 on one line, or on two where the widest, Wed 30, would not fit."""
    widest = natural_width(rich(f"{weekday} 30", style=_DAY))
    written = [f"{weekday} {day}"] if widest + 8 <= cell.width else [weekday, day]
    y = cell.y + (cell.height - len(written) * _DAY.leading) / 2
    for text in written:
        line = Place(cell.x, y, cell.width, _DAY.leading)
        y += sheet.words(rich(text, style=_DAY), line, align=0.5)


def _draw_name(sheet: Sheet, number: int, name: str, row: Place) -> None:
    disc = Place(row.x + 10, row.y + (row.height - 26) / 2, 26, 26)
    numbered_disc(sheet, number, disc, size=15)
    spans = rich(name, style=_NAME)
    high = paragraph_height(spans, _NAMES - 46)
    left = row.x + 44
    sheet.words(spans, Place(left, row.y + (row.height - high) / 2, _NAMES - 46, high))
