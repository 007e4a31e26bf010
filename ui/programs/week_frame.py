"""The week in its frame, painted or as a list; both show the same board."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from ot_desktop.clock import now_local
from ot_desktop.programs.board import WeekBoard
from ui.programs.week_list import WeekList
from ui.visits.week_grid import WeekGrid
from ui.widgets.grid_frame import GridFrame

_MINUTE_MS = 60_000


class WeekFrame(GridFrame):
    """``move_wanted`` carries a session of the list that is to be moved in the grid."""

    week_wanted = Signal(int)
    unplaced_wanted = Signal()
    move_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.grid = WeekGrid()
        self.list = WeekList()
        self._stack = QStackedWidget()
        self.hold(self._stack)
        for view in (self.grid, self.list):
            self._stack.addWidget(view)
            view.week_wanted.connect(self.week_wanted)
            view.unplaced_wanted.connect(self.unplaced_wanted)
        self.list.move_wanted.connect(self.move_wanted)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._show_now)
        self._minute.start()
        self._show_now()

    def show_board(self, board: WeekBoard) -> None:
        """Show a week."""
        self.grid.show_board(board)
        if self._stack.currentWidget() is self.list:
            self.list.show_board(board)

    def take_focus(self) -> None:
        """Put the keyboard into what is shown."""
        (self.list if self._stack.currentWidget() is self.list else self.grid).setFocus()

    @Slot(bool)
    def show_list(self, shown: bool) -> None:  # noqa: FBT001  (Qt's signal)
        """Turn between grid and list; the ring goes along."""
        block = self.grid.current_block()
        if shown and self.grid.board is not None:
            self.list.show_board(self.grid.board)
        self._stack.setCurrentWidget(self.list if shown else self.grid)
        if shown and block is not None:
            self.list.select_key((block.planned_id, block.session_id))
        self.take_focus()

    @Slot(str)
    def light_named(self, typed: str) -> None:
        """Ring the chips of children whose names begin with what was typed."""
        wanted = typed.casefold().split()
        board = self.grid.board
        if board is None or self.grid.carrying:
            return
        blocks = [block for lane in board.lanes for block in lane.blocks]
        names = {block.child_id: block.child_name.casefold().split() for block in blocks}
        found = {id_ for id_, name in names.items() if wanted and _is_named(name, wanted)}
        self.grid.light(found)

    @Slot()
    def go_to_found(self) -> None:
        """Go to the next chip that was found."""
        if self.grid.go_to_lit():
            self.grid.setFocus()

    @Slot()
    def _show_now(self) -> None:
        self.grid.show_now(now_local())


def _is_named(names: list[str], wanted: list[str]) -> bool:
    return all(any(name.startswith(word) for name in names) for word in wanted)
