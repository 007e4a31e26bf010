"""The board: one painted widget with the visits of a day, used by Today and by the Calendar.

``show_board(columns, blocks, hours, now_minute, closed_words)`` shows frozen values (see
``board_facts``); ``show_now_at(minute)`` moves only the line of now. It is one stop of Tab: arrows
walk blocks and empty stretches, J and K go from block to block, Shift and arrows make a stretch
longer, Enter opens, C presses the button of a block, M picks it up (see ``board_hand``).
Signals: ``visit_opened(session_id)``, ``action_wanted(session_id)``, ``slot_opened(Slot)``,
``moved(Moved)``, ``refused(str)`` (a place that cannot be), ``menu_wanted(session_id, point)``,
``current_changed(session_id or None)``. A letter the board has no use for goes on to the page.
``let_move(judge, survey)`` lets visits be moved: ``judge`` is the live check of one place.
``choose(session_id)`` puts the ring on a visit. Blocks of one column that overlap lie side
by side; a cancelled one (``is_struck``) leaves its time free.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QToolTip

from ui.theme import theme
from ui.visits import board_cursor
from ui.visits.block_painter import action_rect
from ui.visits.board_cursor import USUAL_MINUTES, Cursor
from ui.visits.board_facts import Block, Slot
from ui.visits.board_walk import WalkedBoard
from ui.visits.board_words import shaded_words, tip_words
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import paint_text

_GRIP = 6  # pixels at the end of a block by which it is stretched
_HIT = 24  # least side of what the mouse can press


class Board(WalkedBoard):
    """Somebody works in it; see the head of this module."""

    def __init__(self) -> None:
        super().__init__()
        self.viewport().setMouseTracking(True)
        self._hovered: Slot | None = None
        self._pressed: tuple[QPoint, Block | None] | None = None
        self.viewport().installEventFilter(self)

    # Mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the ring where the mouse is; a drag begins there."""
        if self.hand.is_full:
            return
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
        if self.hand.is_full and self.hand.by_mouse:
            self.hand.put_down()
            return
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
        """Carry on, begin to carry, or show the empty stretch a click would book."""
        at = event.position().toPoint()
        if self.hand.is_full:
            if self.hand.by_mouse:
                self.hand.drag_to(at)
            return
        if self._pressed is None:
            self._hover(at)
            self._show_shape(at)
            return
        start, block = self._pressed
        if block is not None and (at - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            minute = round(self.plan.exact_minute_at(self.to_content(start).y()))
            self.hand.take_up(block, at_minute=minute, stretch=self._is_at_end(block, start))
            if self.hand.is_full:
                self._hover(None)
                self.hand.drag_to(at)

    def _is_at_end(self, block: Block, at: QPoint) -> bool:
        return self.plan.rects[block.session_id].bottom() - self.to_content(at).y() <= _GRIP

    def _show_shape(self, at: QPoint) -> None:
        """Show at the lower edge of a block that it can be stretched."""
        block = self.plan.block_at(self.to_content(at)) if self.hand.judge is not None else None
        is_grip = block is not None and not block.is_fixed and self._is_at_end(block, at)
        shape = Qt.CursorShape.SizeVerCursor if is_grip else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def _hover(self, at: QPoint | None) -> None:
        slot = None
        is_free = at is not None and not self.hand.is_full
        if at is not None and is_free and at.x() >= self.plan.axis and not self.facts.closed_words:
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
        area = self.in_view(self.plan.rects[block.session_id])
        QToolTip.showText(event.globalPos(), words, self.viewport(), area)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the block under the ring, by mouse or by the menu key."""
        block = self.current_block()
        if block is not None:
            at = event.globalPos()
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                area = self.in_view(self.plan.rects[block.session_id])
                at = self.viewport().mapToGlobal(area.center())
            self.menu_wanted.emit(block.session_id, at)

    # What lies over the still board.

    def paint_over(self, painter: QPainter) -> None:
        """Paint the ring, what a click would book, and what is carried."""
        if self.hand.is_full:
            self.hand.paint(painter)
            return
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
