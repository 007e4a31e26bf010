"""The mouse and the keys that move what is in the hand."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

from ot_desktop.programs.placement import Place
from ui.visits.hand import Hand
from ui.widgets.announcing import announce

_EDGE, _SCROLL_STEP, _SCROLL_MS = 26, 10, 16
_HELD_AT = QPoint(16, 8)  # where the hand holds the ghost
_FINE_STEP = timedelta(minutes=15)
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class MouseHand(QObject):
    """Follows the mouse and scrolls the week at its edges."""

    def __init__(self, hand: Hand) -> None:
        super().__init__(hand)
        self._hand = hand
        self._at = QPoint()
        self._scrolling = QTimer(self, interval=_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        hand.ended.connect(self._scrolling.stop)
        hand.grid.dragged.connect(self.drag_to)
        hand.grid.let_go.connect(self.let_go)
        hand.grid.verticalScrollBar().valueChanged.connect(self._stay)

    @Slot(QPoint)
    def drag_to(self, at: QPoint) -> None:
        """Follow the mouse to a point of the screen."""
        hand = self._hand
        if hand.carried is None or not hand.by_mouse:
            return
        self._at = at
        hand.ghost.move(hand.over.mapFromGlobal(at) - _HELD_AT)
        if not hand.ghost.isVisible():
            hand.ghost.show()
            hand.ghost.raise_()
        hand.place_tip()
        cell = hand.grid.cell_under(at)
        if cell != hand.cell:
            hand.point(cell)
        self._scroll_at_the_edge()

    @Slot(QPoint, bool)
    def let_go(self, at: QPoint, anyway: bool) -> None:  # noqa: FBT001  (Qt's signal)
        """Put down where the mouse is; outside the grid everything stays as it was."""
        hand = self._hand
        if hand.carried is None or not hand.by_mouse:
            return
        self.drag_to(at)
        if hand.cell is None or hand.place is None:
            hand.put_back()
        else:
            hand.put_down(anyway=anyway)

    @Slot()
    def _stay(self) -> None:
        """Look again what is under a mouse that did not move: the week did."""
        if self._hand.ghost.isVisible():
            self.drag_to(self._at)

    def _scroll_at_the_edge(self) -> None:
        view = self._hand.grid.viewport()
        y = view.mapFromGlobal(self._at).y()
        is_near = -_EDGE < y < _EDGE or -_EDGE < view.height() - y < _EDGE
        if is_near and not self._scrolling.isActive():
            self._scrolling.start()
        elif not is_near:
            self._scrolling.stop()

    @Slot()
    def _scroll(self) -> None:
        bar = self._hand.grid.verticalScrollBar()
        view = self._hand.grid.viewport()
        is_up = view.mapFromGlobal(self._at).y() < view.height() / 2
        bar.setValue(bar.value() + (-_SCROLL_STEP if is_up else _SCROLL_STEP))


class KeyHand(QObject):
    """Arrows by row and day, with Shift by 15 minutes; Tab to what fits, Enter, Esc."""

    weeks_wanted = Signal(int)

    def __init__(self, hand: Hand) -> None:
        super().__init__(hand)
        self._hand = hand
        self._visited: list[Place] = []
        hand.taken_up.connect(self._begin)
        hand.grid.key_while_carrying.connect(self.handle)

    @Slot(QKeyEvent)
    def handle(self, event: QKeyEvent) -> None:
        """Move what is in the hand, put it down or put it back."""
        key = Qt.Key(event.key())
        held = event.modifiers()
        if key == Qt.Key.Key_Escape:
            self._hand.put_back()
        elif self._hand.by_mouse:
            return
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._hand.put_down(anyway=bool(held & Qt.KeyboardModifier.AltModifier))
        elif key == Qt.Key.Key_Tab:
            self._go_to_next()
        elif key == Qt.Key.Key_Backtab:
            self._go_back()
        elif key in _ARROWS:
            self._arrow(key, is_fine=bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif event.text() in {"[", "]"}:
            self.weeks_wanted.emit(-1 if event.text() == "[" else 1)

    @Slot()
    def _begin(self) -> None:
        self._visited.clear()
        carried = self._hand.carried
        if self._hand.by_mouse or carried is None:
            return
        if carried.origin is not None:
            self._hand.stand_at(carried.origin)
        elif not self._go_to_next():
            self._hand.point(self._hand.grid.cursor_cell)

    def _arrow(self, key: Qt.Key, *, is_fine: bool) -> None:
        rows, days = _ARROWS[key]
        place = self._hand.place
        if is_fine and rows and place is not None:
            self._hand.stand_at(replace(place, starts=place.starts + rows * _FINE_STEP))
        else:
            self._hand.point(self._hand.grid.step(rows, days))

    def _go_to_next(self) -> bool:
        """Go to the next place that fits; after the last one begin again."""
        hand = self._hand
        found = hand.next_place(hand.place)
        if found is None and hand.place is not None:
            found = hand.next_place(None)
        if found is None:
            announce(hand.grid, self.tr("Nothing fits."))
            return False
        if hand.place is not None:
            self._visited.append(hand.place)
        hand.stand_at(found)
        return True

    def _go_back(self) -> None:
        if self._visited:
            self._hand.stand_at(self._visited.pop())
