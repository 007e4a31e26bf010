"""The calendar itself: a column for each weekday, a row for each week, every visit in its day."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from ot_desktop.day_words import clock_text
from ot_desktop.paper.fonts import Face
from ot_desktop.paper.ink import COLOR
from ot_desktop.paper.sheet import Place, Sheet, paragraph_height
from ot_desktop.paper.text import STRONG, Span, Style, elided, natural_width, rich
from ot_desktop.scheduling.paper.domain import CalendarVisit, FamilyCalendar
from ot_desktop.scheduling.paper.words import FixedWords

HEAD = 32.0
_ACROSS, _DOWN = 9.0, 5.0
_THIN, _THICK = 2.0, 3.0
# Fills by therapist, the one who sees the child most first; gray paper stays white.
TINTS = ("#E1F1EF", "#F4ECF4", "#FFF3DC", "#E6EEF9")


@dataclass(frozen=True, slots=True)
class Measure:
    """How high a day is, and the letters that fit."""

    row: float
    day: Style
    label: Style
    time: Style
    half: Style
    words: Style


ROOMY = Measure(
    row=102,
    day=Style(Face.BOLD, 16.6, 20),
    label=Style(Face.BOLD, 14.5, 20),
    time=Style(Face.EXTRA_BOLD, 24, 30),
    half=Style(Face.BOLD, 15, 30),
    words=Style(size=15.6, leading=19),
)
SNUG = Measure(
    row=84,
    day=Style(Face.BOLD, 15.6, 18),
    label=Style(Face.BOLD, 13.5, 18),
    time=Style(Face.EXTRA_BOLD, 20, 22),
    half=Style(Face.BOLD, 14, 22),
    words=Style(size=14, leading=17),
)


@dataclass(frozen=True, slots=True)
class _Line:
    """Some words of a day; ``beside`` the next line: the day's number and the visit's label."""

    spans: tuple[Span, ...]
    align: float = 0
    beside: float | None = None  # the height to go on by, where it is not the words' own

    def height(self, width: float) -> float:
        return paragraph_height(self.spans, width) if self.beside is None else self.beside


@dataclass(frozen=True, slots=True)
class CalendarTable:
    """Some weeks of a calendar."""

    calendar: FamilyCalendar
    weeks: tuple[tuple[date, ...], ...]
    measure: Measure
    fixed: FixedWords

    def height(self, width: float) -> float:
        """Return the height of the weekdays' names and all weeks."""
        return HEAD + sum(self._heights(width)) + _THIN

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw fills, then words, then lines: a visit's frame is thicker than a day's."""
        columns, levels = self._columns(place), self._levels(place)
        head = Place(place.x, place.y, place.width, HEAD)
        sheet.box(head, fill=sheet.ink.panel)
        for day, (left, right) in zip(self.weeks[0], pairwise(columns), strict=True):
            name = rich(self.fixed.weekday(day), style=STRONG)
            sheet.words(name, Place(left, place.y + 5, right - left, 22), align=0.5)
        cells = [
            (day, Place(left, top, right - left, below - top))
            for week, (top, below) in zip(self.weeks, pairwise(levels[1:]), strict=True)
            for day, (left, right) in zip(week, pairwise(columns), strict=True)
        ]
        for day, cell in cells:
            self._draw_day(sheet, day, cell)
        for y in levels:
            sheet.rule(columns[0], y, columns[-1], line=_THIN, color=sheet.ink.text)
        for x in columns:
            sheet.stroke(((x, levels[0]), (x, levels[-1])), line=_THIN, color=sheet.ink.text)
        for day, cell in cells:
            if self.calendar.on(day):
                outer = cell.inset(-_THICK / 2, -_THICK / 2)
                sheet.box(outer, line=_THICK, stroke=sheet.ink.text)

    def _draw_day(self, sheet: Sheet, day: date, cell: Place) -> None:
        fill = self._fill(sheet, day)
        if fill:
            sheet.box(cell, fill=fill)
        inner = cell.inset(_ACROSS, _DOWN)
        y = inner.y
        for line in self._lines(day, inner.width):
            sheet.words(line.spans, Place(inner.x, y, inner.width, 0), align=line.align)
            y += line.height(inner.width)

    def _fill(self, sheet: Sheet, day: date) -> str | None:
        visits = self.calendar.on(day)
        if not visits:
            return sheet.ink.panel if self._closed_for(day) is not None else None
        return None if sheet.ink.is_gray else tint(self.calendar, visits[0].therapist)

    def _closed_for(self, day: date) -> str | None:
        return next((why for closed, why in self.calendar.closed if closed == day), None)

    def _lines(self, day: date, width: float) -> list[_Line]:
        """Return what stands in a day; the number shares its line with the label at the right."""
        is_first = self._spans_months and (day.day == 1 or day == self.weeks[0][0])
        style = self.measure.day.in_color(COLOR.soft_text)
        number = rich(self.fixed.day(day, is_first=is_first), style=style)
        visits = self.calendar.on(day)
        if not visits:
            closed = self._closed_for(day)
            why = rich(self.fixed.closed(closed) if closed else "", style=self.measure.words)
            return [_Line(number), _Line(why)]
        label = self.measure.label
        room, words = width - natural_width(number) - 4, self._label(visits)
        if natural_width(rich(words, style=label)) > room:  # "7, new" says enough in a narrow day
            words = elided(words.partition(" ")[2] or words, label, room)
        lines = [_Line(number, beside=0), _Line(rich(words, style=label), 1, label.leading)]
        if len(visits) == 1 and not visits[0].child:
            return lines + self._one(visits[0], width)
        return lines + [line for visit in visits for line in self._of_several(visit, width)]

    @property
    def _spans_months(self) -> bool:
        months = {(day.year, day.month) for week in self.calendar.weeks for day in week}
        return len(months) > 1

    def _label(self, visits: tuple[CalendarVisit, ...]) -> str:
        labels = ", ".join(dict.fromkeys(self.fixed.label(visit) for visit in visits))
        return f"{labels}, {self.fixed.changed}" if any(v.is_changed for v in visits) else labels

    def _one(self, visit: CalendarVisit, width: float) -> list[_Line]:
        time = self._time(visit, 1)
        if natural_width(time) > width:  # large letters in a narrow day
            time = self._time(visit, width / natural_width(time) * 0.99)
        who = self._cut(visit.therapist, width, bold=True)
        return [_Line(time), who, self._cut(visit.room, width)]

    def _time(self, visit: CalendarVisit, factor: float) -> tuple[Span, ...]:
        big, small = self.measure.time, self.measure.half
        return rich(
            Span(clock_text(visit.starts), replace(big, size=big.size * factor)),
            Span(f" {self.fixed.half(visit.starts)}", replace(small, size=small.size * factor)),
        )

    def _of_several(self, visit: CalendarVisit, width: float) -> list[_Line]:
        when = f"{clock_text(visit.starts)} {self.fixed.half(visit.starts)}"
        whom = f"{when} {visit.child}" if visit.child else when
        where = f"{visit.therapist}, {visit.room}"
        return [self._cut(whom, width, bold=True), self._cut(where, width)]

    def _cut(self, text: str, width: float, *, bold: bool = False) -> _Line:
        style = self.measure.words.bold() if bold else self.measure.words
        return _Line(rich(elided(text, style, width), style=style))

    def _heights(self, width: float) -> list[float]:
        inner = (width - _THIN) / len(self.weeks[0]) - 2 * _ACROSS
        return [
            max(self.measure.row, *(self._day_height(day, inner) for day in week))
            for week in self.weeks
        ]

    def _day_height(self, day: date, width: float) -> float:
        return sum(line.height(width) for line in self._lines(day, width)) + 2 * _DOWN

    def _levels(self, place: Place) -> list[float]:
        levels = [place.y + _THIN / 2, place.y + _THIN / 2 + HEAD]
        for height in self._heights(place.width):
            levels.append(levels[-1] + height)
        return levels

    def _columns(self, place: Place) -> list[float]:
        count = len(self.weeks[0])
        wide = (place.width - _THIN) / count
        return [place.x + _THIN / 2 + wide * index for index in range(count + 1)]


def tint(calendar: FamilyCalendar, therapist: str) -> str:
    """Return the fill of a therapist's visits."""
    return TINTS[min(calendar.therapists.index(therapist), len(TINTS) - 1)]
