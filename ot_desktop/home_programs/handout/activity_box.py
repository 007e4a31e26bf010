"""The box of one activity: picture, words to say, steps, easier and harder."""

from dataclasses import dataclass

from ot_desktop.home_programs.domain import ActivityWords, HomeProgram, PlannedActivity, Routine
from ot_desktop.home_programs.handout.activity_parts import (
    PICTURE_WIDTH,
    PILL_HEIGHT,
    Bubble,
    EasierHarder,
    Picture,
    PictureAndBubble,
    Pill,
    Step,
    Tail,
    numbered_disc,
)
from ot_desktop.home_programs.handout.blocks import Block, Column, Gap, paragraph
from ot_desktop.home_programs.handout.sheet import Place, Sheet, paragraph_height
from ot_desktop.home_programs.handout.text import (
    ACTIVITY,
    STRONG,
    Span,
    natural_width,
    rich,
)
from ot_desktop.home_programs.handout.words import EnglishWords

ROUTINE_ICONS = {
    Routine.MEALTIME: "bowl-spoon",
    Routine.BATH: "bath",
    Routine.DRESSING: "shirt",
    Routine.PLAY: "mood-smile",
    Routine.HOMEWORK: "pencil",
    Routine.OUTINGS: "shopping-cart",
}
_ACROSS, _TOP, _BOTTOM, _LINE, _RADIUS = 18.0, 13.0, 14.0, 2.0, 14.0
_COLUMN_GAP = 18.0
_DISC = 36.0
_PILL_GAP = 11.0
_NARROWEST_STEPS = 300.0


@dataclass(frozen=True, slots=True)
class ActivityBox:
    """One numbered activity; never split, and readable without its picture."""

    number: int
    planned: PlannedActivity
    words: ActivityWords
    fixed: EnglishWords

    @classmethod
    def of(
        cls, number: int, planned: PlannedActivity, program: HomeProgram, fixed: EnglishWords
    ) -> "ActivityBox":
        """Fill the child's name into an activity's words."""
        return cls(number, planned, planned.words(program.child, program.language), fixed)

    def height(self, width: float) -> float:
        """Return the height of title and columns with the box's padding."""
        inner = width - 2 * _ACROSS
        return _TOP + self._head_height(inner) + 9 + self._body(inner).height(inner) + _BOTTOM

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the frame, the head, and the body below it."""
        sheet.box(place, radius=_RADIUS, line=_LINE, stroke=sheet.ink.text)
        inner = place.inset(_ACROSS, _TOP)
        head = self._head_height(inner.width)
        self._draw_head(sheet, Place(inner.x, inner.y, inner.width, head))
        below = Place(inner.x, inner.y + head + 9, inner.width, place.height - head - 9)
        self._body(inner.width).draw(sheet, below)

    def _head_height(self, width: float) -> float:
        title = paragraph_height(self._title, self._title_width(width))
        head = max(_DISC, title)
        return head if self._pills_beside(width) else head + 7 + PILL_HEIGHT

    def _draw_head(self, sheet: Sheet, place: Place) -> None:
        numbered_disc(sheet, self.number, Place(place.x, place.y, _DISC, _DISC), size=21)
        wide = self._title_width(place.width)
        high = paragraph_height(self._title, wide)
        top = place.y + max((_DISC - high) / 2, 0)
        sheet.words(self._title, Place(place.x + _DISC + 11, top, wide, high))
        pills = self._pills
        if self._pills_beside(place.width):
            x = place.x + place.width - sum(pill.width for pill in pills) - _PILL_GAP
            y = place.y + (_DISC - PILL_HEIGHT) / 2
        else:
            x, y = place.x, place.y + max(_DISC, high) + 7
        for pill in pills:
            pill.draw(sheet, x, y)
            x += pill.width + _PILL_GAP

    @property
    def _title(self) -> tuple[Span, ...]:
        return rich(self.words.title, style=ACTIVITY)

    @property
    def _pills(self) -> tuple["Pill", ...]:
        long = Pill("clock", self.fixed.how_long(self.planned.minutes))
        if not self.words.when:
            return (long,)
        return long, Pill(ROUTINE_ICONS[self.planned.routine], self.words.when)

    def _pills_beside(self, width: float) -> bool:
        room = width - _DISC - 11
        return natural_width(self._title) + self._pills_width + 2 <= room

    @property
    def _pills_width(self) -> float:
        return sum(pill.width + _PILL_GAP for pill in self._pills)

    def _title_width(self, width: float) -> float:
        room = width - _DISC - 11
        return room - self._pills_width if self._pills_beside(width) else room

    def _body(self, width: float) -> Block:
        picture = Picture(self.planned.activity.drawing) if self.planned.activity.drawing else None
        say, lead = self.words.say, self.fixed.use_these_words
        if picture is None:
            return Column((self._steps, Gap(9), Bubble(say, lead, Tail.NONE)))
        if width - PICTURE_WIDTH - _COLUMN_GAP >= _NARROWEST_STEPS:
            bubble = Bubble(say, lead, Tail.UP)
            return TwoColumns(Column((picture, Gap(16), bubble)), self._steps)
        said = PictureAndBubble(picture, Bubble(say, lead, Tail.LEFT))
        return Column((said, Gap(9), self._steps))

    @property
    def _steps(self) -> Column:
        fixed, words = self.fixed, self.words
        blocks: list[Block] = [
            paragraph(Span(fixed.why_it_helps, STRONG), " " + words.why),
            Gap(7),
            paragraph(Span(fixed.you_need, STRONG), " " + words.need),
            Gap(7),
            paragraph(fixed.what_to_do, style=STRONG),
        ]
        for number, step in enumerate(words.steps, start=1):
            blocks += [Gap(3), Step(number, step)]
        return Column((*blocks, Gap(9), EasierHarder(words, fixed)))


@dataclass(frozen=True, slots=True)
class TwoColumns:
    """The picture's column and the steps beside it."""

    left: Block
    right: Block

    def height(self, width: float) -> float:
        """Return the height of the higher column."""
        return max(self.left.height(PICTURE_WIDTH), self.right.height(self._right_width(width)))

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the left column at its own height, then the right one."""
        high = self.left.height(PICTURE_WIDTH)
        self.left.draw(sheet, Place(place.x, place.y, PICTURE_WIDTH, high))
        x = place.x + PICTURE_WIDTH + _COLUMN_GAP
        self.right.draw(sheet, Place(x, place.y, self._right_width(place.width), place.height))

    @staticmethod
    def _right_width(width: float) -> float:
        return width - PICTURE_WIDTH - _COLUMN_GAP
