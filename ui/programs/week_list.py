"""The same week as a list: for a screen reader, for sorting by eye, and for copying."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from ot_desktop.programs.board import Block, WeekBoard
from ui.programs.week_list_table_model import WeekListTableModel
from ui.widgets.table import TableView
from ui.widgets.table_model import ROW_ROLE

_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


class WeekList(TableView):
    """The keys of the grid act on the row the ring is on; M goes on in the grid."""

    move_wanted = Signal(object)
    lock_wanted = Signal(object)
    take_out_wanted = Signal(object)
    details_wanted = Signal(object)
    week_wanted = Signal(int)
    unplaced_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Week of the plan"), "compact")
        headings = (
            self.tr("Day"),
            self.tr("Time"),
            self.tr("Child"),
            self.tr("Therapist"),
            self.tr("Room"),
            self.tr("Session"),
            self.tr("State"),
        )
        self.setModel(WeekListTableModel(headings, self))
        self.horizontalHeader().setStretchLastSection(True)
        self.opened.connect(self._open)
        self._acts: dict[int, Callable[[Block], None]] = {
            Qt.Key.Key_M: self.move_wanted.emit,
            Qt.Key.Key_L: self.lock_wanted.emit,
            Qt.Key.Key_Delete: self.take_out_wanted.emit,
        }

    def show_board(self, board: WeekBoard) -> None:
        """List a week; the ring stays on its session."""
        blocks = {
            (block.planned_id, block.session_id): block
            for lane in board.lanes
            for block in lane.blocks
        }
        model = self.model()
        if isinstance(model, WeekListTableModel):
            model.show_rows(sorted(blocks.values(), key=_order))
            self.resizeColumnsToContents()

    def current_block(self) -> Block | None:
        """Return the session the ring is on."""
        block = self.currentIndex().data(ROW_ROLE)
        return block if isinstance(block, Block) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the session, turn the week, or go to who is missing."""
        weeks = {"[": -1, "]": 1}
        block = self.current_block()
        plain = event.modifiers() in _PLAIN
        if plain and event.text() in weeks:
            self.week_wanted.emit(weeks[event.text()])
        elif plain and event.key() == Qt.Key.Key_U:
            self.unplaced_wanted.emit()
        elif plain and block is not None and (act := self._acts.get(event.key())) is not None:
            act(block)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.details_wanted.emit(index.data(ROW_ROLE))


def _order(block: Block) -> tuple[object, ...]:
    return block.starts, block.child_name
