"""A fix shown in the week before anything is saved: Keep does it, Back forgets it."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from ot_desktop.day_words import clock_text
from ot_desktop.programs.board import View, WeekBoard
from ot_desktop.programs.placement import Fix, Place
from ui.visits.grid_rows import Cell, minute_of
from ui.visits.week_grid import WeekGrid
from ui.widgets.announcing import announce


class _Going(NamedTuple):
    lane_id: int
    day: date
    minute: int
    words: str


class Trial(QObject):
    """Shows one fix as ghost blocks; ``week_wanted`` asks for the week it is about."""

    week_wanted = Signal(object)
    changed = Signal(object)

    def __init__(self, grid: WeekGrid, parent: QObject) -> None:
        super().__init__(parent)
        self._grid = grid
        self._who = ""
        self._child_id = 0
        self.fix: Fix | None = None

    def begin(self, fix: Fix, child_id: int, child_name: str) -> None:
        """Show what a fix for a child would do."""
        self.fix, self._child_id, self._who = fix, child_id, child_name
        placed = [step.place for step in fix.steps if step.place is not None]
        if placed and not self._is_shown(placed[0]):
            self.week_wanted.emit(placed[0].day)
        self.show_week()
        self.changed.emit(fix)
        announce(self._grid, self.tr("Trying: {0}. Keep it or go back.").format(fix.text))

    def end(self) -> None:
        """Show the plan as it is."""
        if self.fix is not None:
            self.fix = None
            self._grid.fade(())
            self._grid.show_trials({})
            self._grid.add_rows({})
            self.changed.emit(None)

    def show_week(self) -> None:
        """Show what the fix does in the week the grid shows now."""
        board = self._grid.board
        if self.fix is None or board is None:
            return
        moved = [step.planned_id for step in self.fix.steps if step.planned_id is not None]
        goings = list(self._goings(board, self.fix))
        self._grid.add_rows({})
        extra: defaultdict[int, set[int]] = defaultdict(set)
        for going in goings:
            if not self._has_room(going, moved):
                extra[going.lane_id].add(going.minute)
        self._grid.add_rows(extra)
        self._grid.fade(moved)
        found = {self._cell(going, moved): going.words for going in goings}
        cells = {cell: words for cell, words in found.items() if cell is not None}
        self._grid.show_trials(cells)
        if cells:
            self._grid.show_cell(next(iter(cells)))

    def _goings(self, board: WeekBoard, fix: Fix) -> Iterator[_Going]:
        """Yield where sessions would go in the week that is shown."""
        blocks = [block for lane in board.lanes for block in lane.blocks]
        by_id = {block.planned_id: block for block in blocks if block.planned_id is not None}
        own = next((each.short_name for each in blocks if each.child_id == self._child_id), "")
        for step in fix.steps:
            place, moved = step.place, by_id.get(step.planned_id or 0)
            if place is None or not self._is_shown(place):
                continue
            lanes = {
                View.THERAPIST: place.therapist_id,
                View.ROOM: place.room_id,
                View.CHILD: moved.child_id if moved is not None else self._child_id,
            }
            name = moved.short_name if moved is not None else own or self._who
            words = f"{name} {clock_text(place.starts)}"
            yield _Going(lanes[board.view], place.day, minute_of(place.starts), words)

    def _cell(self, going: _Going, moved: Collection[int]) -> Cell | None:
        return self._grid.first_cell_of(going.day, going.minute, going.lane_id, moved)

    def _has_room(self, going: _Going, moved: Collection[int]) -> bool:
        """Say whether the week has an empty row of the time already."""
        cell = self._cell(going, moved)
        if cell is None:
            return True
        row = self._grid.geometry_.lanes[cell.lane].rows[cell.row]
        block = self._grid.block_at(cell)
        is_its_row = row.minute == going.minute or not self._grid.geometry_.has_times
        return is_its_row and (block is None or block.planned_id in moved)

    def _is_shown(self, place: Place) -> bool:
        board = self._grid.board
        return board is not None and any(each.day == place.day for each in board.days)
