"""The boxes after the activities: safety, reward, questions and next visits."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from ot_desktop.home_programs.domain import (
    ChildOnPaper,
    HomeProgram,
    PlannedActivity,
    Reward,
    RewardKind,
)
from ot_desktop.home_programs.handout.activity_parts import numbered_disc
from ot_desktop.home_programs.handout.words import FixedWords
from ot_desktop.paper.blocks import (
    Beside,
    Block,
    Column,
    Frame,
    Gap,
    Heading,
    Hung,
    Listed,
    Text,
    WritingLine,
    paragraph,
)
from ot_desktop.paper.fonts import Face, unbroken
from ot_desktop.paper.ink import WHITE
from ot_desktop.paper.scan_code import ScanCode
from ot_desktop.paper.sheet import Place, Sheet
from ot_desktop.paper.text import BODY, SMALL, Span, Style, rich

LINE_GAP, TIGHT_LINE_GAP = 3.0, 1.0
MOST_STARS = 20
_MOST_VISITS = 4
_INDENT, _DISC, _DISC_STEP = 28.0, 20.0, 24.0
_A_ROW = 5
_ZOO = ("zoo", "elephant", "safari", "elefante")


def safety_and_reward(
    program: HomeProgram, fixed: FixedWords, gap: float = LINE_GAP
) -> tuple[Block, ...]:
    """Return the red safety box, and the reward's when there is one."""
    safety = safety_box(program, fixed, program.activities, gap)
    if program.reward is None:
        return (safety,)
    return safety, _reward_box(program.reward, program.child, fixed)


def safety_box(
    program: HomeProgram,
    fixed: FixedWords,
    activities: Sequence[PlannedActivity],
    gap: float = LINE_GAP,
) -> Block:
    """Return the red box with what these activities warn of and what every plan says."""
    head = Heading(fixed.stay_safe, "alert-triangle", is_danger=True)
    warnings = _warnings(program, fixed, activities)
    indent = max(_INDENT, *(len(numbers) * _DISC_STEP + 4 for numbers in warnings.values()))
    lines: list[Block] = []
    for text, numbers in warnings.items():
        lines += [Gap(gap), SafetyLine(tuple(numbers), text, indent)]
    by_hand = (WritingLine(),) if any(map(program.is_by_hand, activities)) else ()
    return Frame(Column((head, Listed(Column(tuple(lines))), *by_hand)), is_danger=True)


def questions_and_visits(program: HomeProgram, fixed: FixedWords) -> tuple[Block, ...]:
    """Return how to reach the clinic, and the next visits."""
    visits = Column((Heading(fixed.next_visits, "calendar-week"), Gap(4), *_visits(program, fixed)))
    return questions_box(program, fixed), Frame(visits, is_filled=True)


def questions_box(program: HomeProgram, fixed: FixedWords) -> Block:
    """Return how to reach the clinic."""
    phone = Span(unbroken(program.clinic.phone), Style(Face.BOLD, 19, 22))
    call = paragraph(f"{fixed.call_or_text} ", phone)
    questions = Column(
        (Heading(fixed.questions, "phone"), Gap(4), call, paragraph(fixed.ask_for(program)))
    )
    if not program.link:
        return Frame(questions, is_filled=True)
    words = paragraph(fixed.scan, style=SMALL)
    scanned = Beside((ScanCode(program.link), words), (1, 1.6))
    return Frame(Column((questions, Gap(8), scanned)), is_filled=True)


@dataclass(frozen=True, slots=True)
class SafetyLine:
    """A danger behind the numbers of its activities, or behind a check when it is for all."""

    numbers: tuple[int, ...]
    text: str
    indent: float

    def height(self, width: float) -> float:
        """Return the height of the words beside the numbers."""
        return self._hung.height(width)

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the numbers as beside the activities, then the words."""
        if not self.numbers:
            self._hung.draw(sheet, place)
            return
        with sheet.within("LI"):
            with sheet.within("Lbl"):
                for index, number in enumerate(self.numbers):
                    disc = Place(place.x + index * _DISC_STEP, place.y + 1, _DISC, _DISC)
                    numbered_disc(sheet, number, disc, size=12.5)
            beside = Place(place.x + self.indent, place.y, place.width - self.indent, place.height)
            with sheet.within("LBody"):
                sheet.words(rich(self.text), beside)

    @property
    def _hung(self) -> Hung:
        return Hung(self.indent, rich(self.text), icon="" if self.numbers else "check")


def _warnings(
    program: HomeProgram, fixed: FixedWords, activities: Sequence[PlannedActivity]
) -> dict[str, list[int]]:
    """Return what activities warn of, what every plan says, then the child's own lines."""
    said: dict[str, list[int]] = {}
    for number, one in enumerate(program.activities, start=1):
        for line in program.words(one).safety if one in activities else ():
            said.setdefault(line, []).append(number)
    for line, numbers in said.items():
        if len(numbers) == len(activities):
            said[line] = []
    for line in (fixed.stop_if(program.child), *map(fixed.safety_line, program.safety)):
        said[line] = []
    return said


def _visits(program: HomeProgram, fixed: FixedWords) -> list[Block]:
    if not program.visits:
        return [paragraph(fixed.no_visits)]
    return [
        paragraph(
            Span(fixed.weekday_and_day(visit.starts_at), BODY.bold()),
            f", {fixed.time(visit.starts_at)}, {visit.therapist}",
        )
        for visit in program.visits[:_MOST_VISITS]
    ]


def _reward_box(reward: Reward, child: ChildOnPaper, fixed: FixedWords) -> Block:
    star, worth = fixed.reward_rule(reward, BODY)
    return Frame(
        Column(
            (
                Heading(fixed.reward_title(child), "gift"),
                Gap(3),
                Text(star),
                Text(worth),
                Gap(4),
                Stars(shown_stars(reward), _A_ROW, 37, (4, 1), prize_picture(reward)),
                Gap(5),
                paragraph(fixed.praise_for(child), style=SMALL),
            )
        )
    )


def shown_stars(reward: Reward) -> int:
    """Return how many stars are drawn: a week's worth when each earns something."""
    if reward.kind is RewardKind.SMALL_AND_OFTEN:
        return _A_ROW
    return max(1, min(reward.stars, MOST_STARS))


def prize_picture(reward: Reward) -> str | None:
    """Return a drawing that shows the prize, when we have one."""
    if any(word in reward.prize.casefold() for word in _ZOO):
        return "elephant.svg"
    return None


@dataclass(frozen=True, slots=True)
class Stars:
    """Numbered stars to color, in rows, with a picture of the prize at the right."""

    count: int
    a_row: int
    size: float
    gaps: tuple[float, float]
    picture: str | None = None
    picture_width: float = 96

    def height(self, width: float) -> float:
        """Return the height of the rows, at least the picture's."""
        rows = ceil(self.count / self._in_a_row(width))
        stars = rows * self.size + (rows - 1) * self.gaps[1]
        return max(stars, self.picture_width * 13 / 15) if self.picture else stars

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw star by star."""
        across, down = self.size + self.gaps[0], self.size + self.gaps[1]
        a_row = self._in_a_row(place.width)
        rows = ceil(self.count / a_row)
        first = place.y + (place.height - rows * down + self.gaps[1]) / 2
        with sheet.within("P"):
            for index in range(self.count):
                row, column = divmod(index, a_row)
                _star(sheet, index + 1, place.x + column * across, first + row * down, self.size)
        if self.picture:
            high = self.picture_width * 13 / 15
            spare = place.width - self.picture_width - a_row * across
            left = place.x + place.width - self.picture_width - min(8, max(spare / 2, 0))
            sheet.picture(
                self.picture, left, place.y + (place.height - high) / 2, self.picture_width
            )

    def _in_a_row(self, width: float) -> int:
        room = width - (self.picture_width if self.picture else 0)
        return max(1, min(self.a_row, int((room + self.gaps[0]) // (self.size + self.gaps[0]))))


_STAR = ((12, 1.8), (15.1, 8.3), (22.2, 9.2), (17, 14.1), (18.3, 21.1), (12, 17.7))


def _star(sheet: Sheet, number: int, x: float, y: float, size: float) -> None:
    unit = size / 24
    half = [(x + left * unit, y + top * unit) for left, top in _STAR]
    other = [(2 * (x + 12 * unit) - left, top) for left, top in half[-2:0:-1]]
    outline = [*half, *other, half[0], half[1]]
    sheet.polygon(outline, WHITE)
    sheet.stroke(outline, line=1.3 * unit, color=sheet.ink.outline)
    style = Style(Face.BOLD, 8 * unit, 10 * unit, sheet.ink.outline)
    # The figure's foot stands where the design's does: 15.6 of 24 down the star.
    place = Place(x, y + 15.6 * unit - 7.66 * unit, size, 10 * unit)
    sheet.words(rich(str(number), style=style), place, align=0.5)
