"""Words on paper: styles, line breaking, and paragraphs that know their height."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ot_desktop.paper import fonts
from ot_desktop.paper.fonts import ASCENT, DESCENT, Face


@dataclass(frozen=True, slots=True)
class Style:
    """A face, its size, the height of its line, and a color when it is not the text's own."""

    face: Face = Face.REGULAR
    size: float = 16.6
    leading: float = 22
    color: str | None = None

    def bold(self) -> "Style":
        """Return the same style in bold."""
        return replace(self, face=Face.BOLD)

    def in_color(self, color: str) -> "Style":
        """Return the same style in another color."""
        return replace(self, color=color)


BODY = Style()
STRONG = BODY.bold()
SMALL = Style(size=15.6, leading=20)
FOOT = Style(size=14, leading=18)
HEAD = Style(Face.EXTRA_BOLD, 20, 27)
LONGEST_NAME = 40
ACTIVITY = Style(Face.EXTRA_BOLD, 23, 27)


@dataclass(frozen=True, slots=True)
class Span:
    """Some words in one style."""

    text: str
    style: Style = BODY

    @property
    def width(self) -> float:
        """The advance on one line."""
        return fonts.width(self.text, self.style.face) * self.style.size


Line = tuple[Span, ...]
_Word = tuple[Span, ...]


@lru_cache(maxsize=4_000)
def rich(*parts: str | Span, style: Style = BODY) -> tuple[Span, ...]:
    """Return cleaned spans; plain strings take ``style``."""
    spans = (part if isinstance(part, Span) else Span(part, style) for part in parts)
    return tuple(Span(_clean(span.text), span.style) for span in spans if span.text)


def _clean(text: str) -> str:
    """Clean a span but keep the spaces that part it from its neighbours."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{fonts.clean(text)}{after}"


@lru_cache(maxsize=4_000)
def lines(spans: tuple[Span, ...], width: float) -> tuple[Line, ...]:
    """Break ``spans`` at spaces so that no line is wider than ``width``; long words break."""
    done: list[Line] = []
    line: list[Span] = []
    used = 0.0
    for word in _broken(_words(spans), width):
        wide = sum(span.width for span in word)
        gap = Span(" ", word[0].style) if line else None
        if gap and used + gap.width + wide > width:
            done.append(_joined(line))
            line, used, gap = [], 0.0, None
        line += [gap, *word] if gap else word
        used += wide + (gap.width if gap else 0)
    return (*done, _joined(line)) if line else tuple(done)


def _words(spans: Sequence[Span]) -> Iterator[_Word]:
    """Yield words; a word may change style in its middle (a bold name and its comma)."""
    word: list[Span] = []
    for span in spans:
        parts = span.text.split(" ")
        for index, part in enumerate(parts):
            if index and word:
                yield tuple(word)
                word = []
            if part:
                word.append(Span(part, span.style))
    if word:
        yield tuple(word)


def _broken(words: Iterator[_Word], width: float) -> Iterator[_Word]:
    for word in words:
        if sum(span.width for span in word) <= width:
            yield word
        else:
            yield from _letters(word, width)


def _letters(word: _Word, width: float) -> Iterator[_Word]:
    """Break a word that is wider than a whole line between any two letters."""
    for span in word:
        piece = ""
        for letter in span.text:
            if piece and Span(piece + letter, span.style).width > width:
                yield (Span(piece, span.style),)
                piece = ""
            piece += letter
        if piece:
            yield (Span(piece, span.style),)


def _joined(line: Sequence[Span]) -> Line:
    """Join neighbours of one style, so that a line is drawn in few strokes."""
    joined: list[Span] = []
    for span in line:
        if joined and joined[-1].style == span.style:
            joined[-1] = Span(joined[-1].text + span.text, span.style)
        else:
            joined.append(span)
    return tuple(joined)


def baseline(style: Style) -> float:
    """Return how far below the top of its line a style's letters stand."""
    return (style.leading - (ASCENT + DESCENT) * style.size) / 2 + ASCENT * style.size


def natural_width(spans: Sequence[Span]) -> float:
    """Return the width of ``spans`` on one line."""
    return sum(span.width for span in spans)


def elided(text: str, style: Style, width: float) -> str:
    """Return ``text`` cut with … so that it fits one line of ``width``."""
    kept = fonts.clean(text)
    if Span(kept, style).width <= width:
        return kept
    while kept and Span(f"{kept}…", style).width > width:
        kept = kept[:-1].rstrip()
    return f"{kept}…"


def shortened(text: str, most: int) -> str:
    """Return ``text`` cut with … after a whole word when it has more than ``most`` letters."""
    cleaned = fonts.clean(text)
    if len(cleaned) <= most:
        return cleaned
    return f"{cleaned[:most].rsplit(' ', 1)[0].rstrip(',.;:')}…"
