"""What every paper has: the big title with the waving child, and the footer."""

from collections.abc import Sequence

from ot_desktop.paper.fonts import Face
from ot_desktop.paper.sheet import Place, Sheet, paragraph_height
from ot_desktop.paper.text import FOOT, Span, Style, elided, natural_width, rich

SIDE = 44.0
_TOP = 34.0
_LETTERS_OF_FOOTER = 17.5
_WAVE_WIDTH = 112.0
_WAVE_RATIO = 132 / 124
_LARGEST, _SMALLEST = 50.0, 34.0
_MOST_LINES = 3  # of the title; the page is for what comes below it


def top_of(sheet: Sheet) -> float:
    """Return where the page begins: printers leave the outermost part white."""
    return max(_TOP, sheet.margin)


def title_height(sheet: Sheet, title: str, below_title: tuple[Span, ...], *, below: float) -> float:
    """Return the distance from the page's edge to below the title's rule."""
    width = sheet.width - 2 * SIDE
    return top_of(sheet) + _inside_height(title, below_title, width, below) + 4


def draw_title(
    sheet: Sheet,
    title: str,
    below_title: tuple[Span, ...],
    *,
    below: float,
    waving: str | None = None,
) -> float:
    """Draw title, second line, drawing and rule; returns where the page goes on.

    ``waving`` is the drawing of the child the page is for, instead of the program's own.
    """
    width = sheet.width - 2 * SIDE
    room = _room(width)
    end = top_of(sheet) + _inside_height(title, below_title, width, below)
    spans = _fitted(title, room)
    high = paragraph_height(spans, room)
    second = paragraph_height(below_title, room)
    y = end - below - second - 5 - high
    with sheet.within("H1"):
        sheet.words(spans, Place(SIDE, y, room, high))
    sheet.words(below_title, Place(SIDE, y + high + 5, room, second))
    left = sheet.width - SIDE - _WAVE_WIDTH
    top = end - _WAVE_WIDTH * _WAVE_RATIO
    if waving is None:
        sheet.picture("wave.svg", left, top, _WAVE_WIDTH)
    else:
        sheet.drawn(waving, left, top, _WAVE_WIDTH)
    sheet.box(Place(SIDE, end, width, 4), fill=sheet.ink.accent)
    return end + 4


def footer_top(sheet: Sheet) -> float:
    """Return where the footer's line begins."""
    return sheet.height - sheet.margin - _LETTERS_OF_FOOTER


def draw_footer(sheet: Sheet, lefts: Sequence[str], right: str) -> None:
    """Write the first of ``lefts`` that fits (the last one cut) and the page at the right.

    Every page has one, so a screen reader leaves it out.
    """
    style = FOOT.in_color(sheet.ink.soft_text)
    y, width = footer_top(sheet), sheet.width - 2 * SIDE
    at_right = rich(right, style=style)
    room = width - natural_width(at_right) - 16
    fitting = (left for left in lefts if natural_width(rich(left, style=style)) <= room)
    left = next(fitting, elided(lefts[-1], style, room))
    with sheet.artifact():
        sheet.words(rich(left, style=style), Place(SIDE, y, width, FOOT.leading))
        sheet.words(at_right, Place(SIDE, y, width, FOOT.leading), align=1)


def _room(width: float) -> float:
    return width - _WAVE_WIDTH - 16


def _inside_height(title: str, below_title: tuple[Span, ...], width: float, below: float) -> float:
    room = _room(width)
    text = paragraph_height(_fitted(title, room), room) + 5 + paragraph_height(below_title, room)
    return max(text + below, _WAVE_WIDTH * _WAVE_RATIO)


def _fitted(title: str, room: float) -> tuple[Span, ...]:
    """Return the title as large as fits one line, or small on several, the last one cut."""
    natural = natural_width(rich(title, style=Style(Face.EXTRA_BOLD, 1, 1)))
    size = max(_SMALLEST, min(_LARGEST, room / natural))
    style = Style(Face.EXTRA_BOLD, size, size * 1.04)
    spans = rich(title, style=style)
    while paragraph_height(spans, room) > (_MOST_LINES + 0.5) * style.leading:
        title = title[:-2]
        spans = rich(f"{title.rstrip()}…", style=style)
    return spans
