"""A fix shown in the week before anything is saved: Keep does it, Back forgets it."""

from collections import defaultdict

from PySide6.QtCore import QObject, Signal

from ot_desktop.day_words import clock_text
from ot_desktop.programs.board import Block, View, WeekBoard
from ot_desktop.programs.placement import Fix, Place, Step
from ui.programs.grid_rows import Cell, minute_of
from ui.programs.week_grid import WeekGrid
from ui.widgets.announcing import announce


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
        shown = [step for step in self.fix.steps if step.place and self._is_shown(step.place)]
        extra: defaultdict[int, set[int]] = defaultdict(set)
        for step in shown:
            if step.place is not None:
                extra[self._lane_of(board, step)].add(minute_of(step.place.starts))
        self._grid.add_rows(extra)
        moved = [step.planned_id for step in self.fix.steps if step.planned_id is not None]
        self._grid.fade(moved)
        cells = {cell: words for step in shown for cell, words in self._ghost(board, step)}
        self._grid.show_trials(cells)
        if cells:
            self._grid.show_cell(next(iter(cells)))

    def _ghost(self, board: WeekBoard, step: Step) -> list[tuple[Cell, str]]:
        if step.place is None:
            return []
        place = step.place
        cell = self._grid.first_cell_of(
            place.day, minute_of(place.starts), self._lane_of(board, step)
        )
        if cell is None:
            return []
        moved = self._block(board, step)
        name = moved.short_name if moved is not None else self._short_name(board)
        return [(cell, f"{name} {clock_text(place.starts)}")]

    def _lane_of(self, board: WeekBoard, step: Step) -> int:
        if step.place is None:
            return 0
        moved = self._block(board, step)
        return {
            View.THERAPIST: step.place.therapist_id,
            View.ROOM: step.place.room_id,
            View.CHILD: moved.child_id if moved is not None else self._child_id,
        }[board.view]

    def _block(self, board: WeekBoard, step: Step) -> Block | None:
        blocks = (block for lane in board.lanes for block in lane.blocks)
        return next((b for b in blocks if b.planned_id == step.planned_id is not None), None)

    def _short_name(self, board: WeekBoard) -> str:
        blocks = (block for lane in board.lanes for block in lane.blocks)
        own = next((each for each in blocks if each.child_id == self._child_id), None)
        return own.short_name if own is not None else self._who

    def _is_shown(self, place: Place) -> bool:
        board = self._grid.board
        return board is not None and any(each.day == place.day for each in board.days)
