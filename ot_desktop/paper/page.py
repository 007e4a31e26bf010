"""The paper a page is printed on."""

from dataclasses import dataclass
from enum import StrEnum

TICK_BOX = "☐"  # a cell that is drawn as a box to tick, never printed as a letter


class PageSize(StrEnum):
    """The paper in the clinic's tray."""

    LETTER = "letter"
    A4 = "a4"


SMALLEST_BODY_PT, LARGE_PRINT_PT = 12.0, 16.0
BODY_SIZES_PT = (SMALLEST_BODY_PT, 12.5, 13.0, LARGE_PRINT_PT, 18.0)


@dataclass(frozen=True, slots=True)
class Paper:
    """How somebody wants the pages: size, gray or color, letter size in points, upright or not.

    On pages that ``can_tick``, boxes are fields to tap on a tablet.
    """

    size: PageSize = PageSize.LETTER
    is_gray: bool = False
    body_pt: float = 12.5
    is_landscape: bool = False
    can_tick: bool = False

    def __post_init__(self) -> None:
        if self.body_pt not in BODY_SIZES_PT:
            raise ValueError(f"letter size {self.body_pt} is not one of {BODY_SIZES_PT}")
