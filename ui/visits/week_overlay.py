"""What lies over the still week just now: rings, places that fit, a fix that is tried, the time."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QRegion

from ot_desktop.programs.board import WeekBoard
from ui.visits.grid_geometry import GridGeometry
from ui.visits.grid_rows import Cell, minute_of, off_at
from ui.visits.overlay_painter import (
    paint_cursor,
    paint_lit,
    paint_now,
    paint_taken_up,
    paint_target,
    paint_trial,
)
from ui.visits.targets import Target

REACH = 4  # a ring reaches that far out of its chip


@dataclass(slots=True)
class WeekOverlay:
    """``lit`` are children, ``faded`` sessions of the plan; ``pointed`` is under the hand."""

    board: WeekBoard | None = None
    lit: Collection[int] = ()
    faded: Collection[int] = ()
    targets: Mapping[Cell, Target] = field(default_factory=dict)
    target_cell: Cell | None = None
    pointed: Target | None = None
    trials: Mapping[Cell, str] = field(default_factory=dict)
    cursor: Cell | None = None
    now: datetime | None = None

    def paint(self, painter: QPainter, geometry: GridGeometry, lane: int, dirty: QRegion) -> None:
        """Paint over one lane, only where something is dirty."""
        for cell in geometry.cells(lane):
            area = geometry.chip_rect(cell)
            reach = area.adjusted(-REACH, -REACH, REACH, REACH)
            if dirty.intersects(reach.toAlignedRect()):
                self._paint_cell(painter, geometry, cell, area)
        self._paint_now(painter, geometry, lane)

    def _paint_cell(
        self, painter: QPainter, geometry: GridGeometry, cell: Cell, area: QRectF
    ) -> None:
        block = geometry.lanes[cell.lane].blocks.get((cell.row, cell.column))
        if block is not None and block.child_id in self.lit:
            paint_lit(painter, area)
        if block is not None and block.planned_id in self.faded:
            paint_taken_up(painter, area)
        is_under = cell == self.target_cell
        target = self.pointed if is_under else self.targets.get(cell)
        if target is not None and (is_under or self._has_room_for(geometry, cell, target)):
            paint_target(painter, area, target, is_under=is_under)
        if cell in self.trials:
            paint_trial(painter, area, self.trials[cell])
        if cell == self.cursor:
            paint_cursor(painter, area)

    @staticmethod
    def _has_room_for(geometry: GridGeometry, cell: Cell, target: Target) -> bool:
        """Say whether nothing is painted in the cell that says as much already."""
        lane = geometry.lanes[cell.lane]
        if (cell.row, cell.column) in lane.blocks:
            return False
        at = target.place.starts
        return target.fits or off_at(lane.lane, at.date(), minute_of(at)) is None

    def _paint_now(self, painter: QPainter, geometry: GridGeometry, lane: int) -> None:
        if self.now is None or self.board is None or not geometry.has_times:
            return
        minute = minute_of(self.now)
        if not self.board.opens_min <= minute <= self.board.closes_min:
            return
        for column, day in enumerate(self.board.days):
            if day.day == self.now.date():
                y = geometry.y_of(lane, minute)
                if not _chip_at(geometry, lane, column, y):
                    paint_now(painter, geometry.day_rect(lane, column), y)


def _chip_at(geometry: GridGeometry, lane: int, column: int, y: float) -> bool:
    """Say whether a chip lies over a height of a day; it hides the line of now."""
    rows = (row for row, day in geometry.lanes[lane].blocks if day == column)
    areas = (geometry.chip_rect(Cell(lane, row, column)) for row in rows)
    return any(area.top() <= y < area.bottom() for area in areas)
