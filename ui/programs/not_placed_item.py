"""What one child is still missing: why, what would help, and a grip to drag it by."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ot_desktop.programs.placement import Fix, FixKind, NotPlaced
from ui.theme import theme
from ui.visits.grid_words import initials
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.label import label, restyle
from ui.widgets.painting import words_of
from ui.widgets.symbol import Symbol

AT_ONCE = frozenset({FixKind.PLACE, FixKind.MOVE})
_MOST_NAMED = 2
_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


class NotPlacedItem(QFrame):
    """A stop for the keyboard: Enter does the first fix, M carries a session into the grid."""

    chosen = Signal()
    picked_up = Signal(bool)
    dragged = Signal(QPoint)
    let_go = Signal(QPoint, bool)
    moved = Signal(int)
    fix_wanted = Signal(object)
    try_wanted = Signal(object)
    kept = Signal()
    put_away = Signal()

    def __init__(self, missing: NotPlaced, *, may_change: bool) -> None:
        super().__init__()
        self.missing = missing
        self._may_change = may_change
        self._pressed_at: QPoint | None = None
        self._is_dragging = False
        self.fix_rows: list[FixRow] = []
        self.setProperty("entry", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(
            f"{missing.child_name}, {self.numbers_words()}. {' '.join(missing.reasons)}"
        )
        self._build()

    def numbers_words(self) -> str:
        """Return ``session 5``, ``sessions 10, 11`` or ``sessions 1 to 12``."""
        numbers = self.missing.numbers
        if len(numbers) == 1:
            return self.tr("session {0}").format(*numbers)
        if len(numbers) > _MOST_NAMED:  # they are always the last ones
            return self.tr("sessions {0} to {1}").format(numbers[0], numbers[-1])
        return self.tr("sessions {0}").format(", ".join(map(str, numbers)))

    def set_current(self, current: bool) -> None:  # noqa: FBT001  (a state, as in Qt)
        """Show that this is the one being worked on."""
        self.setProperty("entry", "current" if current else "true")
        restyle(self)
        for row in self.fix_rows:
            row.set_main(main=current and row is self.fix_rows[0])

    def show_tried(self, fix: Fix | None) -> None:
        """Show Keep and Back beside the fix that is tried."""
        for row in self.fix_rows:
            row.show_tried(tried=row.fix == fix)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(5)
        head = QHBoxLayout()
        head.setSpacing(8)
        if self._may_change:
            head.addWidget(Symbol("grip-vertical", "text", 15))
        head.addWidget(Avatar(initials(self.missing.child_name), size=22))
        head.addWidget(label(self.missing.child_name, "body-strong"))
        head.addWidget(label(self.numbers_words(), "body", "text-2"), 1)
        column.addLayout(head)
        for words in self._reasons():
            column.addWidget(words)
        for fix in self.missing.fixes if self._may_change else ():
            row = FixRow(fix)
            row.wanted.connect(self.fix_wanted)
            row.try_wanted.connect(self.try_wanted)
            row.kept.connect(self.kept)
            row.put_away.connect(self.put_away)
            self.fix_rows.append(row)
            column.addWidget(row)
        if self._may_change:
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def _reasons(self) -> Iterator[QLabel]:
        if self.missing.reasons:
            yield label(" ".join(self.missing.reasons), "small", wrap=True)

    # Keys and mouse.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list with the arrows; M carries, Enter does the first fix."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1}
        key = Qt.Key(event.key())
        if event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
        elif key in steps:
            self.moved.emit(steps[key])
        elif key == Qt.Key.Key_M and self._may_change:
            self.picked_up.emit(False)  # noqa: FBT003  (a signal's argument has no name)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.fix_rows:
            self.fix_rows[0].press()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the one being worked on."""
        super().focusInEvent(event)
        self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it; holding it there begins a drag."""
        self.chosen.emit()
        if event.button() == Qt.MouseButton.LeftButton and self._may_change:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag, or go on."""
        at = event.globalPosition().toPoint()
        if self._pressed_at is not None:
            far = (event.position().toPoint() - self._pressed_at).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._pressed_at = None
                self._is_dragging = True
                self.picked_up.emit(True)  # noqa: FBT003  (a signal)
        if self._is_dragging:
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what is dragged."""
        self._pressed_at = None
        if self._is_dragging:
            self._is_dragging = False
            anyway = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.let_go.emit(event.globalPosition().toPoint(), anyway)


class FixRow(QFrame):
    """What would help, and the button that does it, or shows it first."""

    wanted = Signal(object)
    try_wanted = Signal(object)
    kept = Signal()
    put_away = Signal()

    def __init__(self, fix: Fix) -> None:
        super().__init__()
        self.fix = fix
        verbs = {FixKind.PLACE: self.tr("Place"), FixKind.MOVE: self.tr("Move")}
        verb = verbs.get(fix.kind, self.tr("Try"))
        self.button = Button(verb, size="small")
        self.button.setAccessibleName(f"{verb}: {fix.text}")
        self.keep_button = Button(self.tr("Keep"), "primary", size="small")
        self.back_button = Button(self.tr("Back"), size="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(fix.text, "small", wrap=True), 1)
        for button in (self.button, self.keep_button, self.back_button):
            row.addWidget(button)
        self.button.clicked.connect(self.press)
        self.keep_button.clicked.connect(self.kept)
        self.back_button.clicked.connect(self.put_away)
        self.setMinimumHeight(theme().px(28))
        self.show_tried(tried=False)

    def set_main(self, *, main: bool) -> None:
        """Offer this fix first."""
        if words_of(self.button):
            is_primary = main and self.fix.kind in AT_ONCE
            self.button.set_kind("primary" if is_primary else "standard")

    def show_tried(self, *, tried: bool) -> None:
        """Let the person keep what is shown, or go back."""
        self.button.setVisible(not tried)
        self.keep_button.setVisible(tried)
        self.back_button.setVisible(tried)

    @Slot()
    def press(self) -> None:
        """Do the fix, or try it first."""
        (self.wanted if self.fix.kind in AT_ONCE else self.try_wanted).emit(self.fix)
