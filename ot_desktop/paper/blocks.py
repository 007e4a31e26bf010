"""Pieces of a page that know their height before they are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ot_desktop.paper.sheet import Place, Sheet, paragraph_height
from ot_desktop.paper.text import BODY, HEAD, Span, Style, rich


class Block(Protocol):
    """Anything that can be put on a page; it is never split."""

    def height(self, width: float) -> float:
        """Return the height this block needs at ``width``."""
        ...

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw it in ``place``, which may be higher than asked for."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    spans: tuple[Span, ...]

    def height(self, width: float) -> float:
        """Return the height of the broken lines."""
        return paragraph_height(self.spans, width)

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Write the lines."""
        sheet.words(self.spans, place)


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty height."""

    size: float

    def height(self, width: float) -> float:  # noqa: ARG002  (the same at any width)
        """Return the gap itself."""
        return self.size

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class WritingLine:
    """A line to write on by hand."""

    size: float = 34

    def height(self, width: float) -> float:  # noqa: ARG002  (the same at any width)
        """Return the room a hand needs."""
        return self.size

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the line at the bottom."""
        y = place.y + place.height - 2
        sheet.rule(place.x, y, place.x + place.width, line=1.5, color=sheet.ink.rule)


@dataclass(frozen=True, slots=True)
class Column:
    """Blocks below one another."""

    blocks: tuple[Block, ...]

    def height(self, width: float) -> float:
        """Return the sum of the heights."""
        return sum(block.height(width) for block in self.blocks)

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw from top to bottom."""
        y = place.y
        for block in self.blocks:
            height = block.height(place.width)
            block.draw(sheet, Place(place.x, y, place.width, height))
            y += height


@dataclass(frozen=True, slots=True)
class Hung:
    """A mark (a number or an icon) with a paragraph beside it."""

    indent: float
    spans: tuple[Span, ...]
    mark: tuple[Span, ...] = ()
    icon: str = ""
    icon_size: float = 20

    def height(self, width: float) -> float:
        """Return the paragraph's height, at least the icon's."""
        least = self.icon_size if self.icon else 0
        return max(paragraph_height(self.spans, width - self.indent), least)

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the mark, then the words: one line of a ``Listed``."""
        beside = Place(place.x + self.indent, place.y, place.width - self.indent, place.height)
        with sheet.within("LI"):
            if self.mark:
                with sheet.within("Lbl"):
                    sheet.words(self.mark, place)
            if self.icon:
                sheet.icon(self.icon, place.x, place.y + 1, self.icon_size, sheet.ink.text)
            with sheet.within("LBody"):
                sheet.words(self.spans, beside)


@dataclass(frozen=True, slots=True)
class Listed:
    """Hung lines that belong together, with gaps between them."""

    inside: Column

    def height(self, width: float) -> float:
        """Return the height of all lines."""
        return self.inside.height(width)

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the lines as one list."""
        with sheet.within("L"):
            self.inside.draw(sheet, place)


@dataclass(frozen=True, slots=True)
class Heading:
    """A box's title with its icon; ``is_danger`` prints both in the warning color."""

    text: str
    icon: str
    is_danger: bool = False

    def height(self, width: float) -> float:
        """Return the height of the title beside the icon."""
        return paragraph_height(self._spans(HEAD), width - 32)

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw icon and title on one line."""
        color = sheet.ink.danger if self.is_danger else sheet.ink.text
        sheet.icon(self.icon, place.x, place.y + 2.5, 22, color)
        beside = Place(place.x + 32, place.y, place.width - 32, place.height)
        with sheet.within("H2"):
            sheet.words(self._spans(HEAD.in_color(color)), beside)

    def _spans(self, style: Style) -> tuple[Span, ...]:
        return rich(self.text, style=style)


@dataclass(frozen=True, slots=True)
class Frame:
    """A rounded box round a block."""

    inside: Block
    is_filled: bool = False
    is_danger: bool = False

    def height(self, width: float) -> float:
        """Return the block's height and the box's padding."""
        return self.inside.height(width - 2 * self._across) + 2 * self._down

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the box, then what it holds."""
        ink = sheet.ink
        sheet.box(
            place,
            radius=14,
            line=self._line,
            stroke=ink.danger if self.is_danger else ink.text,
            fill=ink.panel if self.is_filled else None,
        )
        self.inside.draw(sheet, place.inset(self._across, self._down))

    @property
    def _line(self) -> float:
        return 3 if self.is_danger else 2

    @property
    def _across(self) -> float:
        return 16 + self._line

    @property
    def _down(self) -> float:
        return 11 + self._line


@dataclass(frozen=True, slots=True)
class Smaller:
    """A block drawn smaller by a factor, as wide as any other."""

    inside: Block
    factor: float

    def height(self, width: float) -> float:
        """Return what is left of the block's height."""
        return self.inside.height(width / self.factor) * self.factor

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw it in the place, in smaller units."""
        wide, high = place.width / self.factor, place.height / self.factor
        with sheet.shrunk(place, self.factor):
            self.inside.draw(sheet, Place(place.x, place.y, wide, high))


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks next to one another, as high as the highest."""

    blocks: tuple[Block, ...]
    shares: tuple[float, ...]
    gap: float = 12

    def height(self, width: float) -> float:
        """Return the height of the row."""
        return max(block.height(wide) for block, wide in self._widths(width))

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw from left to right."""
        x = place.x
        for block, wide in self._widths(place.width):
            block.draw(sheet, Place(x, place.y, wide, place.height))
            x += wide + self.gap

    def _widths(self, width: float) -> Sequence[tuple[Block, float]]:
        room = (width - self.gap * (len(self.blocks) - 1)) / sum(self.shares)
        return [
            (block, room * share) for block, share in zip(self.blocks, self.shares, strict=True)
        ]


def paragraph(*parts: str | Span, style: Style = BODY) -> Text:
    """Return a paragraph of plain and styled parts."""
    return Text(rich(*parts, style=style))
