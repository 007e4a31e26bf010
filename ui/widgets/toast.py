"""Toasts: what was just done, with Undo, for 8 seconds at the bottom of the main area."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.announcing import announce
from ui.widgets.button import Button
from ui.widgets.label import KeyCap, label
from ui.widgets.symbol import Symbol

SHOWN_MS = 8000
_ABOVE_BOTTOM = 16


class Toast(QFrame):
    """One at a time: the newest wins. It stays while hovered or focused. Never for errors."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._undo: Callable[[], None] | None = None
        self._then: Callable[[], object] | None = None
        self.setProperty("toast", "true")
        self.words = label("")
        self.undo_button = Button(self.tr("Undo"), size="small")
        self.then_button = Button("", size="small")
        for button in (self.undo_button, self.then_button):
            button.set_ink("surface")
        self._keys = KeyCap("Ctrl Z")
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._build()
        self._timer.timeout.connect(self._leave)
        self.undo_button.clicked.connect(self._take_back)
        self.then_button.clicked.connect(self._go_on)
        for watched in (over, self.undo_button, self.then_button):
            watched.installEventFilter(self)
        self.hide()

    def show_done(
        self,
        sentence: str,
        undo: Callable[[], None] | None = None,
        then: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Say what was done; ``undo`` takes it back, ``then`` is often done next, by its words."""
        self._undo = undo
        words, self._then = then or ("", None)
        self.words.setText(sentence)
        self.then_button.setText(words)
        self.then_button.setVisible(then is not None)
        self.undo_button.setVisible(undo is not None)
        self._keys.setVisible(undo is not None)
        self.setAccessibleName(sentence)
        place_at_bottom(self, self._over, _ABOVE_BOTTOM)
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; wait while one of the buttons has the focus."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            place_at_bottom(self, self._over, _ABOVE_BOTTOM)
        elif watched is not self._over and event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif watched is not self._over and event.type() == QEvent.Type.FocusOut:
            self._timer.start()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Wait while the mouse is over it."""
        if event.type() == QEvent.Type.Enter:
            self._timer.stop()
        elif event.type() == QEvent.Type.Leave:
            self._timer.start()
        return super().event(event)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 7)
        row.setSpacing(10)
        row.addWidget(Symbol("check", "surface"))
        row.addWidget(self.words)
        row.addSpacing(24)
        row.addWidget(self.then_button)
        row.addWidget(self.undo_button)
        row.addWidget(self._keys)

    @Slot()
    def _leave(self) -> None:
        has_focus = self.undo_button.hasFocus() or self.then_button.hasFocus()
        if has_focus or self.underMouse():
            self._timer.start()
        else:
            self.hide()

    @Slot()
    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    @Slot()
    def _go_on(self) -> None:
        then, self._then = self._then, None
        self.hide()
        if then is not None:
            then()


def place_at_bottom(bar: QWidget, over: QWidget, above: int) -> None:
    """Put ``bar`` in the middle of ``over``, ``above`` px from its bottom."""
    bar.setMinimumHeight(theme().px(42))
    bar.adjustSize()
    left = (over.width() - bar.width()) // 2
    bar.move(max(8, left), over.height() - bar.height() - above)
