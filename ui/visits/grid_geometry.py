"""Where everything of the week grid stands, in pixels of the grid's content."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSize

from ui.theme import theme
from ui.visits.grid_rows import Cell, LaneRows

LABEL, TIMES, HEAD = 100, 50, 30
CHIP, SLOT, WIDEST_SLOT = 21, 21.5, 26
LEAST_COLUMN = 92
_ROOM = 3  # above the first and below the last row, and on both sides of a chip
_LINE = 1


class GridGeometry:
    """Lanes share the height that is there; what does not fit is scrolled."""

    def __init__(
        self, lanes: Sequence[LaneRows], columns: int, room: QSize, least_lane: int
    ) -> None:
        px = theme().px
        self.lanes = lanes
        self.columns = columns
        self.has_times = any(row.shows_time for each in lanes for row in each.rows)
        self.label_width = px(LABEL)
        self.head_width = self.label_width + px(TIMES)
        self.width = max(room.width(), self.head_width + columns * px(LEAST_COLUMN))
        self.heights = _shared([len(each.rows) for each in lanes], room.height(), least_lane)
        self.tops = [0, *accumulate(self.heights)]
        self.height = self.tops[-1]
        self._chips: dict[Cell, QRectF] = {}

    def column_x(self, column: int) -> int:
        """Return the left edge of a day; of one more than there are, the right edge."""
        rest = self.width - self.head_width
        return self.head_width + round(rest * column / max(1, self.columns))

    def lane_rect(self, lane: int) -> QRectF:
        """Return a lane over the whole width."""
        return QRectF(0, self.tops[lane], self.width, self.heights[lane])

    def day_rect(self, lane: int, column: int) -> QRectF:
        """Return one day of a lane, without its lines."""
        left = self.column_x(column) + _LINE
        top, high = self.tops[lane], self.heights[lane] - _LINE
        return QRectF(left, top, self.column_x(column + 1) - left, high)

    def cell_rect(self, cell: Cell) -> QRectF:
        """Return a cell without the lines between days."""
        day = self.day_rect(cell.lane, cell.column)
        slot = self._slot(cell.lane)
        return QRectF(day.x(), day.y() + _ROOM + cell.row * slot, day.width(), slot)

    def chip_rect(self, cell: Cell) -> QRectF:
        """Return where the chip of a cell stands, on whole pixels; asked for at every move."""
        if cell not in self._chips:
            self._chips[cell] = self._chip_rect(cell)
        return self._chips[cell]

    def _chip_rect(self, cell: Cell) -> QRectF:
        area = self.cell_rect(cell)
        high = theme().px(CHIP)
        top = round(area.y() + (area.height() - high) / 2)
        return QRectF(area.x() + _ROOM, top, area.width() - 2 * _ROOM, high)

    def cell_at(self, at: QPointF) -> Cell | None:
        """Return the cell under a point of the content."""
        lane = next((n for n in range(len(self.lanes)) if at.y() < self.tops[n + 1]), None)
        if lane is None or at.y() < 0 or not self.head_width <= at.x() < self.width:
            return None
        row = int((at.y() - self.tops[lane] - _ROOM) / self._slot(lane))
        inside = max(0, min(len(self.lanes[lane].rows) - 1, row))
        share = (at.x() - self.head_width) / (self.width - self.head_width)
        return Cell(lane, inside, min(self.columns - 1, int(share * self.columns)))

    def cells(self, lane: int) -> Iterator[Cell]:
        """Return the cells of a lane, row by row."""
        for row in range(len(self.lanes[lane].rows)):
            yield from (Cell(lane, row, column) for column in range(self.columns))

    def y_of(self, lane: int, minute: int) -> float:
        """Return where a time lies between the rows of a lane, for the now line."""
        rows, slot = self.lanes[lane].rows, self._slot(lane)
        place = self.lanes[lane].row_at(minute)
        row = rows[place]
        until = row.until if place + 1 < len(rows) else row.minute + 60
        share = (minute - row.minute) / max(1, until - row.minute)
        return self.tops[lane] + _ROOM + (place + max(0.0, min(1.0, share))) * slot

    def _slot(self, lane: int) -> float:
        rows = max(1, len(self.lanes[lane].rows))
        return (self.heights[lane] - _LINE - 2 * _ROOM) / rows


def _shared(rows: Sequence[int], height: int, least: int) -> list[int]:
    """Give each lane what its rows need; what is left over raises the lowest lanes first."""
    px = theme().px
    around = 2 * _ROOM + _LINE
    needed = [max(least, px(count * SLOT) + around) for count in rows]
    most = [max(least, px(count * WIDEST_SLOT) + around) for count in rows]
    left = height - sum(needed)
    while left > 0:
        growing = [n for n in range(len(rows)) if needed[n] < most[n]]
        if not growing:
            break
        lowest = min(growing, key=lambda n: needed[n])
        needed[lowest] += 1
        left -= 1
    return needed
