"""The board: one painted widget with the visits of a day, used by Today and by the Calendar.

``show_board(columns, blocks, hours, now_minute, closed_words)`` shows frozen values (see
``board_facts``); ``show_now_at(minute)`` moves only the line of now. It is one stop of Tab: arrows
walk blocks and empty stretches, J and K go from block to block, Shift and arrows make a stretch
longer, Enter opens, C presses the button of a block, M picks it up (see ``board_hand``).
Signals: ``visit_opened(session_id)``, ``action_wanted(session_id)``, ``slot_opened(Slot)``,
``moved(Moved)``, ``refused(str)`` (a place that cannot be), ``menu_wanted(session_id, point)``,
``current_changed(session_id or None)``. A letter the board has no use for goes on to the page.
``judge`` is asked for each place while something is carried; leave it None and nothing can be
moved. ``choose(session_id)`` puts the ring on a visit. Blocks of one column that overlap lie side
by side; a cancelled one (``is_struck``) leaves its time free.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QToolTip

from ui.theme import theme
from ui.visits import board_cursor
from ui.visits.block_painter import action_rect
from ui.visits.board_canvas import BoardCanvas
from ui.visits.board_cursor import USUAL_MINUTES, Cursor
from ui.visits.board_facts import Block, BoardColumn, BoardFacts, Moved, Slot, Verdict
from ui.visits.board_words import block_words, shaded_words, slot_words, tip_words
from ui.widgets.announcing import announce
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import paint_text

_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
_HIT = 24  # least side of what the mouse can press


class Board(BoardCanvas):
    """Somebody works in it; see the head of this module."""

    visit_opened = Signal(int)
    action_wanted = Signal(int)
    slot_opened = Signal(object)
    moved = Signal(object)
    refused = Signal(str)
    menu_wanted = Signal(int, QPoint)
    current_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Visits"))
        self.viewport().setMouseTracking(True)
        self.judge: Callable[[Moved], Verdict] | None = None
        self.letter_keys = True  # off: single letters do nothing (a setting, WCAG 2.1.4)
        self.cursor_ = Cursor()
        self._hovered: Slot | None = None
        self._pressed: tuple[QPoint, Block | None] | None = None
        self.viewport().installEventFilter(self)

    def show_board(
        self,
        columns: Sequence[BoardColumn],
        blocks: Sequence[Block],
        hours: tuple[int, int],
        now_minute: int | None = None,
        closed_words: str = "",
    ) -> None:
        """Show a day; the ring stays on its visit, else on its place."""
        is_first = not self.facts.columns
        facts = BoardFacts(tuple(columns), tuple(blocks), hours, now_minute, closed_words)
        self.show_facts(facts)
        self._hovered = None
        if is_first:
            start = now_minute if now_minute is not None else hours[0]
            self.cursor_ = self._first(start)
        kept = board_cursor.block_of(self.plan, self.cursor_)
        shown = next((b for b in blocks if b.session_id == self.cursor_.session_id), None)
        if kept is None and shown is not None and shown.column in self.plan.numbers:
            self.cursor_ = board_cursor.on_block(self.plan, shown)
        elif kept is None:
            self.cursor_ = board_cursor.at(self.plan, self.cursor_.number, self.cursor_.minute)
        self._say()

    def show_now_at(self, minute: int | None) -> None:
        """Move the line of now."""
        if minute != self.facts.now_minute:
            self.show_facts(self.facts.at_minute(minute))

    def _first(self, minute: int) -> Cursor:
        blocks = sorted(self.facts.blocks, key=lambda each: each.from_minute)
        later = (b for b in blocks if b.until_minute > minute and b.column in self.plan.numbers)
        first = next(later, None)
        if first is None:
            return board_cursor.at(self.plan, 0, minute)
        return board_cursor.on_block(self.plan, first)

    # What the ring is on.

    def current_block(self) -> Block | None:
        """Return the block the ring is on."""
        return board_cursor.block_of(self.plan, self.cursor_)

    def current_slot(self) -> Slot | None:
        """Return the empty stretch the ring is on."""
        return board_cursor.slot_of(self.plan, self.cursor_)

    def choose(self, session_id: int) -> bool:
        """Put the ring on a visit; False when it is not shown."""
        block = next((b for b in self.facts.blocks if b.session_id == session_id), None)
        if block is None or block.column not in self.plan.numbers:
            return False
        self.go_to(board_cursor.on_block(self.plan, block))
        return True

    def go_to(self, cursor: Cursor) -> None:
        """Move the ring, scroll it into sight and say what is there."""
        before = board_cursor.area_of(self.plan, self.cursor_)
        self.cursor_ = cursor
        after = board_cursor.area_of(self.plan, cursor)
        if before is not None:
            self.update_area(before)
        if after is not None:
            self.update_area(after)
            self.show_area(after)
        self._say()
        block = self.current_block()
        self.current_changed.emit(block.session_id if block is not None else None)

    def current_words(self) -> str:
        """Return what the ring is on, as it is read out."""
        block, slot = self.current_block(), self.current_slot()
        if block is not None:
            return block_words(block, self.column_of(block))
        if slot is not None:
            return slot_words(slot, self.facts.columns[self.plan.numbers[slot.column]])
        return self.facts.closed_words

    def _say(self) -> None:
        words = self.current_words()
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if self.hasFocus():
                announce(self, words)

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or act on what the ring is on."""
        if not self._walk_by(event) and not self._act_on(event):
            super().keyPressEvent(event)
            event.ignore()

    def _walk_by(self, event: QKeyEvent) -> bool:
        cursor = self._walked(Qt.Key(event.key()), event)
        if cursor is None or not self.facts.columns:
            return False
        self.go_to(cursor)
        return True

    def _walked(self, key: Qt.Key, event: QKeyEvent) -> Cursor | None:
        plan, here = self.plan, self.cursor_
        shift = Qt.KeyboardModifier.ShiftModifier
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == shift and key in ways:
            return board_cursor.stretched(plan, here, ways[key])
        if event.modifiers() not in _PLAIN:
            return None
        if key in ways:
            return board_cursor.stepped(plan, here, ways[key])
        if key in sides:
            return board_cursor.beside(plan, here, sides[key])
        letters = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1} if self.letter_keys else {}
        blocks = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, **letters}
        if key in blocks:
            return board_cursor.next_block(plan, here, blocks[key])
        ends = {Qt.Key.Key_Home: plan.opens, Qt.Key.Key_End: plan.closes}
        return board_cursor.at(plan, here.number, ends[key]) if key in ends else None

    def _act_on(self, event: QKeyEvent) -> bool:
        if event.modifiers() not in _PLAIN:
            return False
        key, block = event.key(), self.current_block()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return self._open(block)
        if block is None or not self.letter_keys:
            return False
        if key == Qt.Key.Key_C and block.action is not None:
            self.action_wanted.emit(block.session_id)
            return True
        return False

    def _open(self, block: Block | None) -> bool:
        slot = self.current_slot()
        if block is not None:
            self.visit_opened.emit(block.session_id)
        elif slot is not None:
            self.slot_opened.emit(slot)
        return block is not None or slot is not None

    # Mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the ring where the mouse is; a drag begins there."""
        at = self.to_content(event.position())
        block = self.plan.block_at(at)
        if event.position().x() < self.plan.axis:
            return
        if block is not None:
            self.go_to(board_cursor.on_block(self.plan, block))
        else:
            slot = self.plan.slot_at(at, USUAL_MINUTES)
            if slot is None:
                return
            number = self.plan.numbers[slot.column]
            self.go_to(Cursor(number, slot.from_minute, USUAL_MINUTES))
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = (event.position().toPoint(), block)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked, or press the button of a block."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        far = (event.position().toPoint() - pressed[0]).manhattanLength()
        if far >= QApplication.startDragDistance():
            return
        block = pressed[1]
        if block is not None and self._is_on_button(block, event.position().toPoint()):
            self.action_wanted.emit(block.session_id)
        else:
            self._open(block)

    def _is_on_button(self, block: Block, at: QPoint) -> bool:
        button = action_rect(block, self.plan.rects[block.session_id])
        if button is None:
            return False
        short = max(0.0, (theme().px(_HIT) - button.height()) / 2)
        return button.adjusted(-3, -3 - short, 3, 3 + short).contains(self.to_content(at))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the empty stretch a click would book."""
        self._hover(event.position().toPoint())

    def _hover(self, at: QPoint | None) -> None:
        slot = None
        if at is not None and at.x() >= self.plan.axis and not self.facts.closed_words:
            content = self.to_content(at)
            if self.plan.block_at(content) is None:
                slot = self.plan.slot_at(content, USUAL_MINUTES)
        if slot is not None and self._is_shaded(slot):
            slot = None
        if slot != self._hovered:
            for each in (self._hovered, slot):
                if each is not None:
                    self.update_area(self._slot_area(each))
            self._hovered = slot

    def _is_shaded(self, slot: Slot) -> bool:
        column = self.facts.columns[self.plan.numbers[slot.column]]
        return shaded_words(column, slot.from_minute) is not None

    def _slot_area(self, slot: Slot) -> QRectF:
        number = self.plan.numbers[slot.column]
        return self.plan.span_rect(number, slot.from_minute, slot.until_minute)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show what a block is when the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().eventFilter(watched, event)

    def _show_tip(self, event: QHelpEvent) -> None:
        block = self.plan.block_at(self.to_content(event.pos()))
        if block is None:
            QToolTip.hideText()
            return
        words = tip_words(block, self.column_of(block))
        if block.action is not None and self._is_on_button(block, event.pos()):
            words = block.action.words
        area = self.on_screen(self.plan.rects[block.session_id])
        QToolTip.showText(event.globalPos(), words, self.viewport(), area)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the block under the ring, by mouse or by the menu key."""
        block = self.current_block()
        if block is not None:
            at = event.globalPos()
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                area = self.on_screen(self.plan.rects[block.session_id])
                at = self.viewport().mapToGlobal(area.center())
            self.menu_wanted.emit(block.session_id, at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # What lies over the still board.

    def paint_over(self, painter: QPainter) -> None:
        """Paint the ring, and what a click would book."""
        color = theme().color
        if self._hovered is not None:
            area = self._slot_area(self._hovered)
            paint_box(painter, area, 6, color("hover"), color("border"))
            middle = Qt.AlignmentFlag.AlignHCenter
            words = self.tr("Book")
            paint_text(painter, area, words, px=12, weight=600, tone="text-2", align=middle)
        ring = board_cursor.area_of(self.plan, self.cursor_) if self.hasFocus() else None
        if ring is not None:
            outer = ring.adjusted(-2.5, -2.5, 2.5, 2.5)
            paint_box(painter, outer, 8, None, color("focus"), 2)
            paint_box(painter, outer.adjusted(2, 2, -2, -2), 6, None, color("surface"), 1)
