"""Parts of an activity's box: steps, picture, speech bubble, easier and harder, pills."""

from dataclasses import dataclass
from enum import Enum, auto

from ot_desktop.home_programs.domain import Activity, ActivityWords
from ot_desktop.home_programs.drawing.own_look import OwnLook
from ot_desktop.home_programs.handout.drawings import draw_activity
from ot_desktop.home_programs.handout.words import FixedWords
from ot_desktop.paper.blocks import Block, Column, Hung, Text, WritingLine, paragraph
from ot_desktop.paper.fonts import Face
from ot_desktop.paper.ink import TEXT, WHITE
from ot_desktop.paper.sheet import Place, Sheet
from ot_desktop.paper.text import (
    BODY,
    SMALL,
    STRONG,
    Span,
    Style,
    elided,
    natural_width,
    rich,
)

PICTURE_WIDTH, PICTURE_HEIGHT = 212.0, 168.0
PILL_HEIGHT = 30.0
_LONGEST_PILL = 260.0
_RADIUS = 14.0
_CREDIT_GAP = 2.0
_CREDIT = Style(size=11.5, leading=14)
_STEP_NUMBER = Style(Face.EXTRA_BOLD, 16.6, 22)


@dataclass(frozen=True, slots=True)
class Step:
    """A numbered thing to do."""

    number: int
    text: str

    def height(self, width: float) -> float:
        """Return the height beside the number."""
        return self._hung(TEXT).height(width)

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the number in the accent color, then the words."""
        self._hung(sheet.ink.accent).draw(sheet, place)

    def _hung(self, color: str) -> Hung:
        mark = rich(str(self.number), style=_STEP_NUMBER.in_color(color))
        return Hung(max(24.0, natural_width(mark) + 9), rich(self.text), mark=mark)


@dataclass(frozen=True, slots=True)
class LineStep:
    """A number with a line to write on."""

    number: int

    def height(self, width: float) -> float:  # noqa: ARG002  (the same at any width)
        """Return the room a hand needs."""
        return 32

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the number, then the line."""
        mark = rich(str(self.number), style=_STEP_NUMBER.in_color(sheet.ink.accent))
        with sheet.within("LI"), sheet.within("Lbl"):
            sheet.words(mark, Place(place.x, place.y + 8, 24, 22))
        right = place.x + place.width
        y = place.y + place.height - 2
        sheet.rule(place.x + 24, y, right, line=1.5, color=sheet.ink.rule)


@dataclass(frozen=True, slots=True)
class Picture:
    """An activity's drawing and what it shows, with the family's own child when one was chosen."""

    activity: Activity
    look: OwnLook | None
    alt: str

    def height(self, width: float) -> float:  # noqa: ARG002  (drawings have one size)
        """Return the drawing's height, with the credit line of a photo from elsewhere."""
        if not self._credited:
            return PICTURE_HEIGHT
        return PICTURE_HEIGHT + _CREDIT_GAP + self._credit.height(PICTURE_WIDTH)

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw it at the left."""
        target = Place(place.x, place.y, PICTURE_WIDTH, 0)
        draw_activity(sheet, self.activity, self.look, target, self.alt)
        if self._credited:
            below = Place(place.x, place.y + PICTURE_HEIGHT + _CREDIT_GAP, PICTURE_WIDTH, 0)
            self._credit.draw(sheet, below)

    @property
    def _credited(self) -> str:
        photo = self.activity.photo
        return photo.credit_line if photo else ""

    @property
    def _credit(self) -> Text:
        return paragraph(self._credited, style=_CREDIT)


class Tail(Enum):
    """Which way a speech bubble points."""

    NONE = auto()
    UP = auto()
    LEFT = auto()


@dataclass(frozen=True, slots=True)
class Bubble:
    """The exact words to say, in a speech bubble."""

    say: str
    lead: str
    tail: Tail

    def height(self, width: float) -> float:
        """Return the bubble's height."""
        return self._inside.height(width - 29) + 19

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw bubble, tail and words."""
        sheet.box(place, radius=_RADIUS, line=2, stroke=sheet.ink.text, fill=WHITE)
        if self.tail is Tail.UP:
            _tail_up(sheet, place.x + 48.5, place.y + 1)
        if self.tail is Tail.LEFT:
            _tail_left(sheet, place.x + 1, place.y + place.height / 2)
        inner = Place(place.x + 14.5, place.y + 8.5, place.width - 29, place.height - 19)
        self._inside.draw(sheet, inner)

    @property
    def _inside(self) -> Column:
        said = self.say if self.say.startswith("“") else f"“{self.say}”"
        words = paragraph(said, style=Style(Face.EXTRA_BOLD, 19, 24))
        lead = paragraph(self.lead, style=Style(size=14.5, leading=19))
        return Column((lead, words if self.say else WritingLine(40)))


def _tail_up(sheet: Sheet, x: float, y: float) -> None:
    points = ((x - 12, y), (x, y - 12), (x + 12, y))
    sheet.polygon(((x - 12, y + 1.5), *points, (x + 12, y + 1.5)), WHITE)
    sheet.stroke(points, line=2, color=sheet.ink.text)


def _tail_left(sheet: Sheet, x: float, y: float) -> None:
    points = ((x, y - 12), (x - 12, y), (x, y + 12))
    sheet.polygon(((x + 1.5, y - 12), *points, (x + 1.5, y + 12)), WHITE)
    sheet.stroke(points, line=2, color=sheet.ink.text)


@dataclass(frozen=True, slots=True)
class PictureAndBubble:
    """The drawing with the words to say beside it, for large letters."""

    picture: Picture
    bubble: Bubble

    def height(self, width: float) -> float:
        """Return the height of the higher one."""
        return max(self.picture.height(width), self.bubble.height(self._beside(width)))

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the bubble level with the drawing's middle."""
        self.picture.draw(sheet, place)
        wide = self._beside(place.width)
        high = self.bubble.height(wide)
        left, top = place.x + place.width - wide, place.y + (place.height - high) / 2
        self.bubble.draw(sheet, Place(left, top, wide, high))

    @staticmethod
    def _beside(width: float) -> float:
        return width - PICTURE_WIDTH - 20


@dataclass(frozen=True, slots=True)
class EasierHarder:
    """What to do when it is too hard or too easy, side by side."""

    words: ActivityWords
    fixed: FixedWords

    def height(self, width: float) -> float:
        """Return the height of the higher panel."""
        inner = (width - 10) / 2 - 22
        return max(text.height(inner) for text in self._texts) + 12

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw two panels of the same height."""
        width = (place.width - 10) / 2
        for index, text in enumerate(self._texts):
            panel = Place(place.x + index * (width + 10), place.y, width, place.height)
            frame = sheet.ink.rule if sheet.ink.is_gray else None
            sheet.box(panel, radius=8, line=1.2, stroke=frame, fill=sheet.ink.panel)
            text.draw(sheet, panel.inset(11, 6))

    @property
    def _texts(self) -> tuple[Block, Block]:
        return (
            _asked(self.fixed.too_hard, self.words.too_hard),
            _asked(self.fixed.too_easy, self.words.too_easy),
        )


def _asked(question: str, answer: str) -> Block:
    asked = paragraph(Span(question, SMALL.bold()), f" {answer}", style=SMALL)
    return asked if answer else Column((asked, WritingLine(28)))


@dataclass(frozen=True, slots=True)
class Pill:
    """A short fact with an icon in an outlined capsule."""

    icon: str
    text: str
    padding: float = 15
    longest: float = _LONGEST_PILL

    @property
    def width(self) -> float:
        """The capsule's width on one line."""
        return 2 * self.padding + 22 + 7 + natural_width(self._words)

    def draw(self, sheet: Sheet, x: float, y: float, height: float = PILL_HEIGHT) -> None:
        """Draw it with its top left corner at a point."""
        capsule = Place(x, y, self.width, height)
        sheet.box(capsule, radius=height / 2, line=2, stroke=sheet.ink.text)
        sheet.icon(self.icon, x + self.padding, y + (height - 22) / 2, 22, sheet.ink.text)
        left = x + self.padding + 29
        top = y + (height - BODY.leading) / 2
        sheet.words(self._words, Place(left, top, self.width, BODY.leading))

    @property
    def _words(self) -> tuple[Span, ...]:
        return rich(elided(self.text, STRONG, self.longest), style=STRONG)


def numbered_disc(sheet: Sheet, number: int, place: Place, size: float) -> None:
    """Draw an activity's number, white on its color."""
    radius = place.width / 2
    sheet.disc(place.x + radius, place.y + radius, radius, sheet.ink.disc(number))
    style = Style(Face.EXTRA_BOLD, size, place.height, WHITE)
    sheet.words(rich(str(number), style=style), place, align=0.5)
