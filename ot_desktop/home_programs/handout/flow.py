"""Puts blocks on pages: none is split, and gaps give way a little before a page overflows."""

from collections.abc import Sequence
from dataclasses import dataclass

from ot_desktop.paper.blocks import Block
from ot_desktop.paper.sheet import Place, Sheet

WIDEST_GAP, NARROWEST_GAP = 12.0, 6.0
ACTIVITIES_A_PAGE = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A block and, when it is an activity, its number."""

    block: Block
    activity: int | None = None


@dataclass(frozen=True, slots=True)
class PagePlan:
    """What stands on one page."""

    pieces: tuple[Piece, ...]

    @property
    def activities(self) -> int:
        """How many activities the page holds."""
        return sum(piece.activity is not None for piece in self.pieces)

    @property
    def first_activity(self) -> int | None:
        """The number of the activity the page begins with."""
        return self.pieces[0].activity if self.pieces else None


def plan_pages(
    pieces: Sequence[Piece],
    width: float,
    rooms: tuple[float, float],
    most_activities: int = ACTIVITIES_A_PAGE,
) -> tuple[PagePlan, ...]:
    """Fill pages in order; ``rooms`` are the first page's free height and every other page's.

    A first piece that only fits a later page leaves the first page to its title.
    """
    pages: list[PagePlan] = []
    page: list[Piece] = []
    for piece in pieces:
        room = rooms[0] if not pages else rooms[1]
        crowded = sum(one.activity is not None for one in page) >= most_activities
        too_many = piece.activity is not None and crowded
        too_high = least_height([*page, piece], width) > room
        if too_many or (too_high and (page or room < rooms[1])):
            pages.append(PagePlan(tuple(page)))
            page = []
        page.append(piece)
    return (*pages, PagePlan(tuple(page)))


def draw_page(sheet: Sheet, plan: PagePlan, place: Place) -> None:
    """Draw a page's blocks from the top of ``place``."""
    heights = [piece.block.height(place.width) for piece in plan.pieces]
    gap = _gap(heights, place.height)
    y = place.y
    for piece, height in zip(plan.pieces, heights, strict=True):
        target = Place(place.x, y, place.width, height)
        if height > place.height:
            _draw_shrunk(sheet, piece.block, target, place.height)
        else:
            piece.block.draw(sheet, target)
        y += height + gap


def _gap(heights: Sequence[float], room: float) -> float:
    if len(heights) <= 1:
        return 0
    spare = (room - sum(heights)) / (len(heights) - 1)
    return max(NARROWEST_GAP, min(WIDEST_GAP, spare))


def least_height(pieces: Sequence[Piece], width: float) -> float:
    """Return the height of pieces with the narrowest gaps between them."""
    gaps = NARROWEST_GAP * (len(pieces) - 1)
    return sum(piece.block.height(width) for piece in pieces) + gaps


def _draw_shrunk(sheet: Sheet, block: Block, place: Place, room: float) -> None:
    """Draw a block higher than a page smaller, rather than split or cut it."""
    factor = 1.0
    while block.height(place.width / factor) * factor > room:
        factor *= 0.97
    wide = place.width / factor
    with sheet.shrunk(place, factor):
        block.draw(sheet, Place(place.x, place.y, wide, block.height(wide)))
