"""The first line of an activity's box: number, title, how long and when."""

from dataclasses import dataclass, replace

from ot_desktop.home_programs.domain import Routine
from ot_desktop.home_programs.handout.activity_parts import PILL_HEIGHT, Pill, numbered_disc
from ot_desktop.paper.sheet import Place, Sheet, paragraph_height
from ot_desktop.paper.text import ACTIVITY, Span, natural_width, rich

ROUTINE_ICONS = {
    Routine.MEALTIME: "bowl-spoon",
    Routine.BATH: "bath",
    Routine.DRESSING: "shirt",
    Routine.PLAY: "mood-smile",
    Routine.HOMEWORK: "pencil",
    Routine.OUTINGS: "shopping-cart",
}
_DISC = 36.0
_INDENT = _DISC + 11
_PILL_GAP = 11.0
_SMALLEST_TITLE = 19.0


@dataclass(frozen=True, slots=True)
class ActivityHead:
    """Number and title with the pills at the right, or below a long title."""

    number: int
    title: str
    pills: tuple[Pill, ...]

    def height(self, width: float) -> float:
        """Return the height of one line, or of title and pills below one another."""
        high = max(_DISC, paragraph_height(self._title(width), self._title_width(width)))
        return high if self._is_one_line(width) else high + 7 + PILL_HEIGHT

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the disc, the title, then the pills."""
        title, wide = self._title(place.width), self._title_width(place.width)
        high = paragraph_height(title, wide)
        top = place.y + max((_DISC - high) / 2, 0)
        if not self.title:
            x, y = place.x + _INDENT, place.y + _DISC - 3
            to = x + self._title_width(place.width)
            sheet.rule(x, y, to, line=1.5, color=sheet.ink.rule)
        with sheet.within("H2"):
            numbered_disc(sheet, self.number, Place(place.x, place.y, _DISC, _DISC), size=21)
            sheet.words(title, Place(place.x + _INDENT, top, wide, high))
        if self._is_one_line(place.width):
            x = place.x + place.width - self._pills_width + _PILL_GAP
            self._draw_pills(sheet, x, place.y + (_DISC - PILL_HEIGHT) / 2)
        else:
            self._draw_pills(sheet, place.x, place.y + max(_DISC, high) + 7)

    def _draw_pills(self, sheet: Sheet, x: float, y: float) -> None:
        for pill in self.pills:
            pill.draw(sheet, x, y)
            x += pill.width + _PILL_GAP

    def _title(self, width: float) -> tuple[Span, ...]:
        """Return the title, a little smaller when that keeps everything on one line."""
        full = rich(self.title, style=ACTIVITY)
        room = width - _INDENT - self._pills_width
        size = ACTIVITY.size * room / max(natural_width(full), 1)
        if _SMALLEST_TITLE <= size < ACTIVITY.size:
            return rich(self.title, style=replace(ACTIVITY, size=size * 0.995))
        return full

    def _is_one_line(self, width: float) -> bool:
        needed = natural_width(self._title(width)) + self._pills_width
        return needed <= width - _INDENT

    def _title_width(self, width: float) -> float:
        room = width - _INDENT
        return room - self._pills_width if self._is_one_line(width) else room

    @property
    def _pills_width(self) -> float:
        return sum(pill.width + _PILL_GAP for pill in self.pills)
