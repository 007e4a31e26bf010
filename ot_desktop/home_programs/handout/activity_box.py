"""The box of one activity: picture, words to say, steps, easier and harder."""

from dataclasses import dataclass

from ot_desktop.home_programs.domain import ActivityWords, HomeProgram, PlannedActivity
from ot_desktop.home_programs.drawing.own_look import OwnLook
from ot_desktop.home_programs.handout.activity_head import ROUTINE_ICONS, ActivityHead
from ot_desktop.home_programs.handout.activity_parts import (
    PICTURE_WIDTH,
    Bubble,
    EasierHarder,
    LineStep,
    Picture,
    PictureAndBubble,
    Pill,
    Step,
    Tail,
)
from ot_desktop.home_programs.handout.words import FixedWords
from ot_desktop.paper.blocks import Block, Column, Gap, Listed, WritingLine, paragraph
from ot_desktop.paper.sheet import Place, Sheet
from ot_desktop.paper.text import STRONG, Span

_ACROSS, _LINE, _RADIUS = 18.0, 2.0, 14.0
_COLUMN_GAP = 18.0
_NARROWEST_STEPS = 300.0
_STEPS_BY_HAND = 4


@dataclass(frozen=True, slots=True)
class Spacing:
    """The white between the parts of a box."""

    top: float
    bottom: float
    part: float
    section: float
    step: float
    bubble: float


LOOSE = Spacing(top=13, bottom=14, part=9, section=7, step=3, bubble=16)
TIGHT = Spacing(top=9, bottom=10, part=5, section=4, step=1, bubble=13)


@dataclass(frozen=True, slots=True)
class ActivityBox:
    """One numbered activity; never split, and readable without its picture."""

    number: int
    planned: PlannedActivity
    words: ActivityWords
    fixed: FixedWords
    spacing: Spacing
    look: OwnLook | None
    is_by_hand: bool = False
    says_why: bool = True

    @classmethod
    def of(
        cls,
        number: int,
        program: HomeProgram,
        fixed: FixedWords,
        spacing: Spacing,
        *,
        says_why: bool = True,
    ) -> "ActivityBox":
        """Fill the child's name into the words of the activity with this number, from 1."""
        planned = program.activities[number - 1]
        words, by_hand = program.words(planned), program.is_by_hand(planned)
        return cls(number, planned, words, fixed, spacing, program.look, by_hand, says_why)

    def height(self, width: float) -> float:
        """Return the height of head and columns with the box's padding."""
        inside = self._inside(width - 2 * _ACROSS).height(width - 2 * _ACROSS)
        return self.spacing.top + inside + self.spacing.bottom

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the frame and what it holds."""
        sheet.box(place, radius=_RADIUS, line=_LINE, stroke=sheet.ink.text)
        inner = place.inset(_ACROSS, self.spacing.top)
        self._inside(inner.width).draw(sheet, inner)

    def _inside(self, width: float) -> Column:
        return Column((self._head, Gap(self.spacing.part), self._body(width)))

    @property
    def _head(self) -> ActivityHead:
        pills = [Pill("clock", self.fixed.how_long(self.planned))]
        if when := self.fixed.moment(self.planned):
            pills.append(Pill(ROUTINE_ICONS[self.planned.routine], when))
        return ActivityHead(self.number, self.words.title, tuple(pills))

    def _body(self, width: float) -> Block:
        activity = self.planned.activity
        shows = self.words.picture or self.fixed.picture_of_activity
        picture = Picture(activity, self.look, shows) if activity.has_picture else None
        say, lead = self.words.say, self.fixed.use_these_words
        if picture is None:
            return Column((self._steps, Gap(9), Bubble(say, lead, Tail.NONE)))
        if width - PICTURE_WIDTH - _COLUMN_GAP >= _NARROWEST_STEPS:
            bubble = Bubble(say, lead, Tail.UP)
            return TwoColumns(Column((picture, Gap(self.spacing.bubble), bubble)), self._steps)
        said = PictureAndBubble(picture, Bubble(say, lead, Tail.LEFT))
        return Column((said, Gap(9), self._steps))

    @property
    def _steps(self) -> Column:
        fixed, words, spacing = self.fixed, self.words, self.spacing
        often = fixed.how_often(self.planned)
        line = (WritingLine(),) if self.is_by_hand else ()
        blocks: list[Block] = [
            *self._why(line),
            paragraph(Span(fixed.you_need, STRONG), " " + words.need),
            *line,
            Gap(spacing.section),
            paragraph(Span(fixed.what_to_do, STRONG), f", {often}" if often else ""),
        ]
        steps: list[Block] = []
        for number, step in enumerate(words.steps or ("",) * _STEPS_BY_HAND, start=1):
            steps += [Gap(spacing.step), Step(number, step) if step else LineStep(number)]
        blocks.append(Listed(Column(tuple(steps))))
        return Column((*blocks, Gap(spacing.part), EasierHarder(words, fixed)))

    def _why(self, line: tuple[Block, ...]) -> tuple[Block, ...]:
        if not self.says_why:
            return ()
        why = paragraph(Span(self.fixed.why_it_helps, STRONG), f" {self.words.why}")
        return why, *line, Gap(self.spacing.section)


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
