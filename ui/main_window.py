"""The one window: sign-in, first run, work and lock are shown in it in turn."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QStackedWidget, QWidget

import resources
from ui.focus import hand_over
from ui.key_pairs import KeyPairs

FIRST_SIZE = QSize(1440, 900)
SMALLEST = QSize(960, 600)


class MainWindow(QMainWindow):
    """Holds one front page and, once somebody signed in, their workspace behind it."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: True
        # Neither title nor task bar ever holds a child's name.
        self.setWindowTitle(self.tr("OT Desktop"))
        self.setWindowIcon(QIcon(str(resources.path("brand/app.png"))))
        self.setMinimumSize(SMALLEST)
        self._fit_screen()
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.menuBar().hide()
        self._key_pairs = KeyPairs(self)
        self._alt_alone = False  # Alt with another key is that shortcut, not the menus
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._listen_to)

    def _fit_screen(self) -> None:
        """Take the designed size; where the screen has no room for it, the whole screen."""
        self.resize(FIRST_SIZE)
        room = self.screen().availableSize()
        # A title bar and borders go around what is asked for.
        if room.width() < FIRST_SIZE.width() + 16 or room.height() < FIRST_SIZE.height() + 40:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def show_page(self, page: QWidget) -> None:
        """Show ``page``; what was shown stays alive behind it."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        hand_over(page)

    def drop_page(self, page: QWidget) -> None:
        """Forget a page for good."""
        self._stack.removeWidget(page)
        page.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a text field what is its own, and the window what the field has no use for."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            self._alt_alone = event.key() == Qt.Key.Key_Alt
            if self._key_pairs.claims(watched, event):
                event.accept()
                return True
            if _is_for_window(watched, event):
                event.ignore()
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_pairs.take(watched, event)
        return super().eventFilter(watched, event)

    @Slot(QWidget, QWidget)
    def _listen_to(self, left: QWidget | None, entered: QWidget | None) -> None:
        self._key_pairs.forget()
        if left is not None:
            left.removeEventFilter(self)
        if entered is not None and entered.window() is self:
            entered.installEventFilter(self)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Alt alone shows the menus and hides them again."""
        alone = event.key() == Qt.Key.Key_Alt and self._alt_alone
        if alone and self.menuBar().actions():
            self.menuBar().setVisible(not self.menuBar().isVisible())
        super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let pages keep drafts before the window goes."""
        self.closing.emit()
        if self.may_close():
            super().closeEvent(event)
        else:
            event.ignore()


def _is_for_window(field: QObject, event: QKeyEvent) -> bool:
    """Ctrl K is the palette's, not “delete to the line's end”; so is an undo of nothing typed."""
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    if control and event.key() == Qt.Key.Key_K:
        return True
    return (
        isinstance(field, QLineEdit)
        and event.matches(QKeySequence.StandardKey.Undo)
        and not field.isUndoAvailable()
    )
