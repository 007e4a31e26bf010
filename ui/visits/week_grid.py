"""The week grid somebody works in: arrows, letters and mouse on a painted week."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip

from ot_desktop.programs.board import Block, WeekBoard
from ui.visits.grid_rows import Cell
from ui.visits.grid_words import block_words, empty_words
from ui.visits.week_canvas import WeekCanvas

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


class WeekGrid(WeekCanvas):
    """One tab stop; arrows move by row and day, letters act on the chip the ring is on.

    ``empty_opened`` carries a cell with nothing in it, ``picked_up`` a block and whether the mouse
    holds it. While something is carried the grid only says where the keyboard or the mouse is;
    ``carrying`` is set by whoever carries.
    """

    current_changed = Signal(object)
    picked_up = Signal(object, bool)
    lock_wanted = Signal(object)
    take_out_wanted = Signal(object)
    opened = Signal(object)
    empty_opened = Signal(object)
    week_wanted = Signal(int)
    unplaced_wanted = Signal()
    menu_wanted = Signal(object, QPoint)
    dragged = Signal(QPoint)
    let_go = Signal(QPoint, bool)
    key_while_carrying = Signal(QKeyEvent)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Week of the plan"))
        self.letter_keys = True  # off: single letters do nothing (a setting, WCAG 2.1.4)
        self.carrying = False
        self.about_child: Callable[[Block], str] = lambda _block: ""
        self._pressed_at: QPoint | None = None
        self._letters = {
            Qt.Key.Key_M: lambda block: self.picked_up.emit(block, False),  # noqa: FBT003  (a signal)
            Qt.Key.Key_L: self.lock_wanted.emit,
            Qt.Key.Key_Delete: self.take_out_wanted.emit,
            Qt.Key.Key_Return: self.opened.emit,
            Qt.Key.Key_Enter: self.opened.emit,
        }
        self.viewport().installEventFilter(self)

    # The cell the ring is on.

    def current_block(self) -> Block | None:
        """Return the chip the ring is on."""
        return self.block_at(self.cursor_cell)

    def go_to(self, cell: Cell) -> None:
        """Move the ring, scroll it into sight and say what is there."""
        before, self.cursor_cell = self.cursor_cell, cell
        self.update_cells((before, cell))
        self.show_cell(cell)
        self._say()
        self.current_changed.emit(self.current_block())

    def go_to_session(self, planned_id: int) -> bool:
        """Move the ring to a session of the plan; False when this week does not show it."""
        cell = next(self.cells_of(planned_id), None)
        if cell is not None:
            self.go_to(cell)
        return cell is not None

    def go_to_lit(self) -> bool:
        """Move the ring to the next lit chip in reading order, round and round."""
        lit = [
            cell
            for lane in range(len(self.geometry_.lanes))
            for cell in self.geometry_.cells(lane)
            if (block := self.block_at(cell)) is not None and block.child_id in self.over.lit
        ]
        if not lit:
            return False
        self.go_to(next((cell for cell in lit if cell > self.cursor_cell), lit[0]))
        return True

    def show_board(self, board: WeekBoard) -> None:
        """Show a week; the ring stays on its session, else on its cell."""
        block, is_first = self.current_block(), self.board is None
        super().show_board(board)
        if is_first:
            self.cursor_cell = self._first_session()
        elif block is not None and block.planned_id is not None:
            self.cursor_cell = next(self.cells_of(block.planned_id), self.cursor_cell)
        self.cursor_cell = self._inside(self.cursor_cell)
        self.tell_blocks()
        self._say()

    def _first_session(self) -> Cell:
        cells = (
            cell
            for lane in range(len(self.geometry_.lanes))
            for cell in self.geometry_.cells(lane)
            if (block := self.block_at(cell)) is not None and not block.is_weekly
        )
        return next(cells, Cell(0, 0, 0))

    def _inside(self, cell: Cell) -> Cell:
        lanes = self.geometry_.lanes
        if not lanes:
            return Cell(0, 0, 0)
        lane = max(0, min(len(lanes) - 1, cell.lane))
        row = max(0, min(len(lanes[lane].rows) - 1, cell.row))
        return Cell(lane, row, max(0, min(self.geometry_.columns - 1, cell.column)))

    def words_of(self, cell: Cell) -> str:
        """Return a cell as it is read out."""
        block = self.block_at(cell)
        if block is not None:
            return block_words(block)
        if self.board is None or cell.lane >= len(self.geometry_.lanes):
            return ""
        lane = self.geometry_.lanes[cell.lane]
        day = self.board.days[cell.column]
        return empty_words(lane.lane, day, lane.rows[cell.row].minute, self.board.view)

    def _say(self) -> None:
        if not self.carrying:
            self.say(self.words_of(self.cursor_cell))

    def step(self, rows: int, days: int) -> Cell:
        """Return the cell some rows and days on; rows go on in the next lane."""
        lane, row, column = self.cursor_cell
        row += rows
        lanes = self.geometry_.lanes
        while row < 0 and lane > 0:
            lane -= 1
            row += len(lanes[lane].rows)
        while lanes and row >= len(lanes[lane].rows) and lane + 1 < len(lanes):
            row -= len(lanes[lane].rows)
            lane += 1
        return self._inside(Cell(lane, row, column + days))

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or act on the chip under the ring."""
        if self.carrying:
            self.key_while_carrying.emit(event)
        elif not self._move_by(event) and not self._act_on(event):
            super().keyPressEvent(event)

    def _move_by(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() not in _PLAIN:
            return False
        lane, row, column = self.cursor_cell
        far = {
            Qt.Key.Key_Home: Cell(lane, row, 0),
            Qt.Key.Key_End: Cell(lane, row, self.geometry_.columns - 1),
            Qt.Key.Key_PageUp: Cell(lane - 1, 0, column),
            Qt.Key.Key_PageDown: Cell(lane + 1, 0, column),
        }
        if key in _STEPS:
            self.go_to(self.step(*_STEPS[key]))
        elif key in far:
            self.go_to(self._inside(far[key]))
        else:
            return False
        return True

    def _act_on(self, event: QKeyEvent) -> bool:
        if event.modifiers() not in _PLAIN or not self._may_act(event):
            return False
        weeks = {"[": -1, "]": 1}
        if event.text() in weeks:
            self.week_wanted.emit(weeks[event.text()])
        elif event.key() == Qt.Key.Key_U:
            self.unplaced_wanted.emit()
        elif (act := self._letters.get(Qt.Key(event.key()))) is not None:
            block = self.current_block()
            if block is not None:
                act(block)
            elif act == self.opened.emit and self.geometry_.lanes:
                self.empty_opened.emit(self.cursor_cell)
        else:
            return False
        return True

    def _may_act(self, event: QKeyEvent) -> bool:
        return self.letter_keys or not event.text().isalpha()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001, N802  (Qt's names)
        """Keep Tab while something is carried: it goes to the next place that fits."""
        return False if self.carrying else super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update_cells((self.cursor_cell,))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update_cells((self.cursor_cell,))

    # Mouse.

    def cell_under(self, at: QPoint) -> Cell | None:
        """Return the cell under a point of the screen."""
        inside = self.viewport().mapFromGlobal(at)
        if not self.viewport().rect().contains(inside):
            return None
        return self.geometry_.cell_at(self.to_content(inside))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show what a chip is when the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().eventFilter(watched, event)

    def _show_tip(self, event: QHelpEvent) -> None:
        cell = self.cell_under(event.globalPos())
        block = self.block_at(cell) if cell is not None and not self.carrying else None
        if cell is None or block is None:
            QToolTip.hideText()
            return
        words = "\n".join(filter(None, (block_words(block), self.about_child(block))))
        QToolTip.showText(event.globalPos(), words, self.viewport(), self.on_screen(cell))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the ring where the mouse is; holding it there begins a drag."""
        cell = self.geometry_.cell_at(self.to_content(event.position()))
        if cell is None or self.carrying:
            return
        self.go_to(cell)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag, or go on."""
        if self.carrying:
            self.dragged.emit(event.globalPosition().toPoint())
            return
        block = self.current_block()
        if self._pressed_at is None or block is None:
            return
        far = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._pressed_at = None
            self.picked_up.emit(block, True)  # noqa: FBT003  (a signal)
            if self.carrying:
                self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what is dragged, Alt in spite of a clash; a click opens an empty cell."""
        is_click, self._pressed_at = self._pressed_at is not None, None
        if is_click and not self.carrying and self.current_block() is None:
            self.empty_opened.emit(self.cursor_cell)
        elif self.carrying:
            anyway = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.let_go.emit(event.globalPosition().toPoint(), anyway)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the session's details."""
        block = self.current_block()
        if block is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(block)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the chip under the ring, by mouse or by the menu key."""
        block = self.current_block()
        if block is not None and not self.carrying:
            at = event.globalPos()
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                at = self.viewport().mapToGlobal(self.on_screen(self.cursor_cell).center())
            self.menu_wanted.emit(block, at)
