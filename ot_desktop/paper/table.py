"""A table over several pages: its head on each of them, no row split, a heading never alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ot_desktop.paper.fonts import Face
from ot_desktop.paper.page import TICK_BOX
from ot_desktop.paper.sheet import Place, Sheet, paragraph_height
from ot_desktop.paper.text import Style, rich

_CELL = Style(size=14, leading=18)
_HEADING = Style(Face.EXTRA_BOLD, 16, 20)
_COLUMN = Style(Face.BOLD, 13, 17)
_ACROSS, _DOWN, _TICK = 6.0, 4.0, 16.0


@dataclass(frozen=True, slots=True)
class Row:
    """Cells beside one another, or one heading over the whole width; cell "☐" is a box to tick."""

    cells: tuple[str, ...]
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns' names and their shares of the width."""

    names: tuple[str, ...]
    shares: tuple[float, ...]

    def places(self, width: float) -> list[tuple[float, float]]:
        """Return every column's left edge and width."""
        wides = [width * share / sum(self.shares) for share in self.shares]
        return list(zip(accumulate([0.0, *wides]), wides, strict=False))


@dataclass(frozen=True, slots=True)
class TablePage:
    """The rows of one page under the columns' names."""

    columns: Columns
    rows: tuple[Row, ...]

    def height(self, width: float) -> float:
        """Return the height of names and rows."""
        return _names_height() + sum(row_height(self.columns, row, width) for row in self.rows)

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the names, then row by row with a thin line below each."""
        y = place.y + _names_height()
        with sheet.within("Table"):
            with sheet.within("TR"):
                self._draw_names(sheet, place)
            sheet.rule(place.x, y, place.x + place.width, line=2, color=sheet.ink.text)
            for row in self.rows:
                high = row_height(self.columns, row, place.width)
                with sheet.within("TR"):
                    self._draw_row(sheet, row, Place(place.x, y, place.width, high))
                y += high
                sheet.rule(place.x, y, place.x + place.width, line=1, color=sheet.ink.rule)

    def _draw_names(self, sheet: Sheet, place: Place) -> None:
        head = Place(place.x, place.y, place.width, _names_height())
        sheet.box(head, fill=sheet.ink.panel)
        for (left, wide), name in zip(
            self.columns.places(place.width), self.columns.names, strict=True
        ):
            cell = Place(place.x + left + _ACROSS, place.y + _DOWN, wide - 2 * _ACROSS, 17)
            with sheet.within("TH", scope="Column"):
                sheet.words(rich(name, style=_COLUMN), cell)

    def _draw_row(self, sheet: Sheet, row: Row, place: Place) -> None:
        if row.is_heading:
            inner = place.inset(_ACROSS, _DOWN + 4)
            with sheet.within("TH", scope="Row", columns=len(self.columns.names)):
                sheet.words(rich(row.cells[0], style=_HEADING), inner)
            return
        for (left, wide), text in zip(self.columns.places(place.width), row.cells, strict=True):
            cell = Place(
                place.x + left + _ACROSS, place.y + _DOWN, wide - 2 * _ACROSS, place.height
            )
            with sheet.within("TD"):
                if text == TICK_BOX:
                    box = Place(cell.x, cell.y + 1, _TICK, _TICK)
                    sheet.box(box, radius=3, line=1.5, stroke=sheet.ink.text)
                else:
                    sheet.words(rich(text, style=_CELL), cell)


def table_pages(
    columns: Columns, rows: Sequence[Row], width: float, rooms: tuple[float, float]
) -> Iterator[TablePage]:
    """Yield pages; ``rooms`` are the first page's free height and every other page's.

    A heading moves on with the first row below it, and is repeated where its rows go on.
    """
    page: list[Row] = []
    heading: Row | None = None
    room = rooms[0]
    for row in rows:
        heading = row if row.is_heading else heading
        following = [row] if row.is_heading else []
        high = _height(columns, [*page, row], width)
        if row.is_heading:  # room for one row of ordinary height below it
            high += _names_height()
        if high > room and page:
            yield TablePage(columns, tuple(page))
            room = rooms[1]
            page = [] if following or heading is None else [_continued(heading)]
        page.append(row)
    if page:
        yield TablePage(columns, tuple(page))


def row_height(columns: Columns, row: Row, width: float) -> float:
    """Return the height of the highest cell with its padding."""
    if row.is_heading:
        inner = width - 2 * _ACROSS
        return paragraph_height(rich(row.cells[0], style=_HEADING), inner) + 2 * (_DOWN + 4)
    heights = [
        paragraph_height(rich(text, style=_CELL), wide - 2 * _ACROSS)
        for (_, wide), text in zip(columns.places(width), row.cells, strict=True)
    ]
    return max(18.0, *heights) + 2 * _DOWN


def _height(columns: Columns, rows: Sequence[Row], width: float) -> float:
    return _names_height() + sum(row_height(columns, row, width) for row in rows)


def _continued(heading: Row) -> Row:
    text = heading.cells[0].removesuffix(" (goes on)")
    return Row((f"{text} (goes on)",), is_heading=True)


def _names_height() -> float:
    return 17 + 2 * _DOWN
