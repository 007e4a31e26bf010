"""Lays a chart out as lines, dots, bars and words, whoever draws them: a screen or a page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from ot_desktop.goals.charts import Chart, Mark

# Tones are the names of the design's colors.
LINE, SOFT, AXIS, WORDS, STRONG = "accent", "accent-soft", "border-strong", "text-2", "text"
_GAP, _PAD, _DOT, _LAST_DOT = 6.0, 8.0, 2.6, 4.2
_WIDEST_BAR, _BAR_SHARE = 44.0, 0.62


@dataclass(frozen=True, slots=True)
class Stroke:
    """Straight lines from point to point."""

    points: tuple[tuple[float, float], ...]
    tone: str
    width: float
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A value; a hollow one was not scored in a note."""

    x: float
    y: float
    radius: float
    tone: str
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A value as a bar from zero."""

    x: float
    y: float
    width: float
    height: float
    tone: str


@dataclass(frozen=True, slots=True)
class Words:
    """A label; ``x`` is its left end, middle or right end as ``align`` is 0, 0.5 or 1.

    With a ground it hides the lines behind it.
    """

    x: float
    baseline: float
    text: str
    tone: str = WORDS
    align: float = 0
    is_strong: bool = False
    has_ground: bool = False


Shape = Stroke | Dot | Bar | Words


@dataclass(frozen=True, slots=True)
class Room:
    """Where a chart goes: its size, the size of its letters, and how wide words are."""

    width: float
    height: float
    letter: float
    wide: Callable[[str], float]


def shapes(chart: Chart, room: Room) -> tuple[Shape, ...]:
    """Return everything to draw, in the order of drawing."""
    layout = _Layout(chart, room)
    parts = (layout.lines(), layout.bars() if chart.is_bars else layout.curve(), layout.days())
    return tuple(shape for part in parts for shape in part)


class _Layout:
    def __init__(self, chart: Chart, room: Room) -> None:
        self._chart = chart
        self._room = room
        widest = max((room.wide(level.words) for level in chart.levels), default=0.0)
        self._left = _PAD
        self._right = room.width - (widest + _LAST_DOT + 2 * _GAP if widest else _PAD)
        self._top = (room.letter * 1.6 if chart.says_values else room.letter * 0.9) + 2
        self._bottom = room.height - room.letter * 1.6

    def lines(self) -> Iterator[Shape]:
        if all(level.is_dashed for level in self._chart.levels):
            yield Stroke(((self._left, self._bottom), (self._right, self._bottom)), AXIS, 1)
        for level in self._chart.levels:
            y = self._y(level.value)
            tone, width = (AXIS, 1.5) if level.is_dashed else ("border", 1)
            yield Stroke(((self._left, y), (self._right, y)), tone, width, level.is_dashed)
            beside = self._right + _LAST_DOT + _GAP
            yield Words(beside, y + self._room.letter * 0.35, level.words)

    def curve(self) -> Iterator[Shape]:
        marks = self._chart.marks
        for place in self._chart.breaks:
            x = (self._x(place) + self._x(place - 1)) / 2
            yield Stroke(((x, self._top), (x, self._bottom)), AXIS, 1, is_dashed=True)
        known = [(place, mark.value) for place, mark in enumerate(marks)]
        for is_known, run in groupby(known, key=lambda each: each[1] is not None):
            points = tuple((self._x(place), self._y(value or 0)) for place, value in run)
            if is_known and len(points) > 1:
                yield Stroke(points, LINE, 2)
        last = max((place for place, value in known if value is not None), default=None)
        for place, value in known:
            if value is None:
                continue
            radius = _LAST_DOT if place == last else _DOT
            is_hollow = marks[place].is_hollow
            yield Dot(self._x(place), self._y(value), radius, LINE, is_hollow)
        yield from self._values(last)

    def _values(self, last: int | None) -> Iterator[Shape]:
        """Say values at the dots: all where they have room, else the last."""
        marks = self._chart.marks
        if not self._chart.says_values or last is None:
            return
        widest = max(self._room.wide(mark.words) for mark in marks)
        # The first and the last stand half their width further in.
        fit = self._step() >= 1.5 * widest + _GAP
        for place, mark in enumerate(marks):
            if mark.value is None:
                if self._chart.says_each_day:
                    yield self._unknown(place, mark)
            elif fit or place == last:
                y = self._y(mark.value) - self._room.letter * 0.6
                align = self._align(place, self._room.wide(mark.words))
                yield Words(
                    self._x(place), y, mark.words, STRONG, align, place == last, has_ground=True
                )

    def _unknown(self, place: int, mark: Mark) -> Words:
        return Words(self._x(place), self._bottom - self._room.letter * 0.5, mark.words, align=0.5)

    def bars(self) -> Iterator[Shape]:
        slot = (self._right - self._left) / max(1, len(self._chart.marks))
        wide = min(_WIDEST_BAR, slot * _BAR_SHARE)
        widest = max((self._room.wide(mark.words) for mark in self._chart.marks), default=0)
        for place, mark in enumerate(self._chart.marks):
            middle = self._left + slot * (place + 0.5)
            y = self._bottom
            if mark.value is not None:
                y = self._y(mark.value)
                yield Bar(middle - wide / 2, y, wide, self._bottom - y, LINE)
            if slot >= widest + _GAP or mark.value is None:
                words = mark.words if slot >= self._room.wide(mark.words) else "?"
                tone = WORDS if mark.value is None else STRONG
                baseline = y - self._room.letter * 0.4
                yield Words(middle, baseline, words, tone, 0.5, has_ground=True)

    def days(self) -> Iterator[Shape]:
        """Name the days below: each where asked for and there is room, else the ends."""
        marks = self._chart.marks
        if not marks:
            return
        y = self._room.height - self._room.letter * 0.25
        if not self._chart.says_each_day:
            yield Words(self._left, y, marks[0].when)
            if len(marks) > 1:
                yield Words(self._x(len(marks) - 1), y, marks[-1].when, align=1)
            return
        widest = max(self._room.wide(mark.when) for mark in marks) + 2 * _GAP
        slot = (self._right - self._left) / len(marks) if self._chart.is_bars else self._step()
        every = max(1, ceil(widest / max(slot, 1)))
        for place in range(0, len(marks), every):
            text = marks[place].when
            if self._chart.is_bars:
                yield Words(self._left + slot * (place + 0.5), y, text, align=0.5)
            else:
                align = self._align(place, self._room.wide(text))
                yield Words(self._x(place), y, text, align=align)

    def _step(self) -> float:
        return (self._right - self._left) / max(1, len(self._chart.marks) - 1)

    def _x(self, place: int) -> float:
        return self._left + self._step() * place

    def _y(self, value: float) -> float:
        chart = self._chart
        share = (value - chart.low) / max(chart.high - chart.low, 1e-9)
        return self._bottom - (self._bottom - self._top) * max(0.0, min(1.0, share))

    def _align(self, place: int, wide: float) -> float:
        """Return 0.5 unless the words would leave the chart at an end."""
        x = self._x(place)
        if x - wide / 2 < 0:
            return 0.0
        return 1.0 if x + wide / 2 > self._right + _GAP else 0.5
