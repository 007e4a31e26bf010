"""The board under the keyboard: a ring that walks blocks and empty stretches, letters that act."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
)

from ui.visits import board_cursor
from ui.visits.board_canvas import BoardCanvas
from ui.visits.board_cursor import Cursor
from ui.visits.board_facts import Block, BoardColumn, BoardFacts, Hint, Moved, Slot, Verdict
from ui.visits.board_hand import BoardHand
from ui.visits.board_words import block_words, slot_words

_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


class WalkedBoard(BoardCanvas):
    """One stop of Tab: the ring walks, letters act on what it is on."""

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
        self.hand = BoardHand(self)
        self.hand.put.connect(self.moved)
        self.hand.refused.connect(self.refused)
        self.hand.left.connect(self.choose)
        self.letter_keys = True  # off: single letters do nothing (a setting, WCAG 2.1.4)
        self.cursor_ = Cursor()

    def show_board(
        self,
        columns: Sequence[BoardColumn],
        blocks: Sequence[Block],
        hours: tuple[int, int],
        now_minute: int | None = None,
        closed_words: str = "",
    ) -> None:
        """Show a day; the ring stays on its visit, else on its place."""
        self.hand.put_back()
        is_first = not self.facts.columns
        facts = BoardFacts(tuple(columns), tuple(blocks), hours, now_minute, closed_words)
        self.show_facts(facts)
        if is_first:
            start = now_minute if now_minute is not None else hours[0]
            self.cursor_ = self._first(start)
        kept = board_cursor.block_of(self.plan, self.cursor_)
        shown = next((b for b in blocks if b.session_id == self.cursor_.session_id), None)
        if kept is None and shown is not None and shown.column in self.plan.numbers:
            self.cursor_ = board_cursor.on_block(self.plan, shown)
        elif kept is None:
            self.cursor_ = board_cursor.at(self.plan, self.cursor_.number, self.cursor_.minute)
        self.tell_blocks()
        self.say(self.current_words())

    def let_move(
        self,
        judge: Callable[[Moved], Verdict],
        survey: Callable[[int, int], Sequence[Hint]] | None = None,
    ) -> None:
        """Let visits be moved; ``judge`` is asked for each place while something is carried.

        ``survey(session_id, minutes)`` says where all over the board it would fit.
        """
        self.hand.judge, self.hand.survey = judge, survey

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what the keyboard carries."""
        super().resizeEvent(event)
        to = self.hand.to
        if to is not None and not self.hand.by_mouse:
            number = self.plan.numbers[to.column]
            self.show_area(self.plan.span_rect(number, to.from_minute, to.until_minute))

    # What the ring is on.

    def current_block(self) -> Block | None:
        """Return the block the ring is on."""
        return board_cursor.block_of(self.plan, self.cursor_)

    def current_slot(self) -> Slot | None:
        """Return the empty stretch the ring is on."""
        return board_cursor.slot_of(self.plan, self.cursor_)

    def choose(self, session_id: int) -> bool:
        """Put the ring on a visit; False when it is not shown."""
        block = self._block(session_id)
        if block is None:
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
        self.say(self.current_words())
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

    # Being read out.

    def block_keys(self) -> Sequence[Hashable]:
        """Return the visits, column by column."""
        return tuple(block.session_id for block in board_cursor.in_order(self.plan))

    def block_name(self, key: Hashable) -> str:
        """Return a visit as it is read out."""
        block = self._block(key)
        return block_words(block, self.column_of(block)) if block is not None else ""

    def block_area(self, key: Hashable) -> QRect:
        """Return where a visit is in the viewport."""
        block = self._block(key)
        return self.in_view(self.plan.rects[block.session_id]) if block is not None else QRect()

    def current_key(self) -> Hashable | None:
        """Return the visit the ring is on."""
        block = self.current_block()
        return block.session_id if block is not None else None

    def _block(self, key: Hashable) -> Block | None:
        shown = (b for b in self.facts.blocks if b.column in self.plan.numbers)
        return next((b for b in shown if b.session_id == key), None)

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or act on what the ring is on; what is carried gets every key."""
        if self.hand.is_full:
            self.hand.handle(event)
        elif not self._walk_by(event) and not self._act_on(event):
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
        if key == Qt.Key.Key_M:
            self.hand.take_up(block)
            return self.hand.is_full
        return False

    def event(self, event: QEvent) -> bool:
        """Claim the board's own letters before the window's shortcuts see them."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and (self.hand.is_full or self._is_own(event)):
            event.accept()
            return True
        return super().event(event)

    def _is_own(self, event: QEvent) -> bool:
        block = self.current_block()
        if (
            not isinstance(event, QKeyEvent)
            or event.modifiers() not in _PLAIN
            or not self.letter_keys
        ):
            return False
        on_block = {Qt.Key.Key_M: self.hand.judge is not None, Qt.Key.Key_C: _has_action(block)}
        is_on_block = block is not None and on_block.get(Qt.Key(event.key()), False)
        return is_on_block or event.key() in {Qt.Key.Key_J, Qt.Key.Key_K}

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001, N802  (Qt's names)
        """Keep Tab while something is carried: it goes to the next place that fits."""
        return False if self.hand.is_full else super().focusNextPrevChild(next)

    def _open(self, block: Block | None) -> bool:
        slot = self.current_slot()
        if block is not None:
            self.visit_opened.emit(block.session_id)
        elif slot is not None:
            self.slot_opened.emit(slot)
        return block is not None or slot is not None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()


def _has_action(block: Block | None) -> bool:
    return block is not None and block.action is not None
