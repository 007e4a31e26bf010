"""Locks the running program: at once, or when nobody has touched it for the clinic's minutes."""

import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from ot_desktop.access.service import AccessService
from ot_desktop.clock import now_local
from ot_desktop.errors import ClinicError
from ui.access.cover import Cover
from ui.access.lock_warning import WARNING_SECONDS, LockWarning
from ui.access.locked import Locked
from ui.access.page import SignInPage

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_LOOK_EVERY_MS = 1000


def seconds_awake_or_asleep() -> float:
    """Count seconds, a suspended computer's too: a lid that was closed locks the program."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.time()


class LockGuard(QObject):
    """Covers ``window`` with ``page``; what was typed in it stays.

    ``page`` is the sign-in page of the same clinic and goes when the guard goes. Its ``unlocked``
    takes the cover away; so does its ``signed_in`` (somebody else), after what the program does.
    """

    locked = Signal()
    unlocked = Signal()

    def __init__(
        self,
        window: QWidget,
        page: SignInPage,
        access: AccessService,
        *,
        clock: Callable[[], float] = seconds_awake_or_asleep,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._access = access
        self._clock = clock
        self._minutes = 5
        self._touched = clock()
        self._covers: list[Cover] = []
        self._savers: list[Callable[[], None]] = []
        self._warning = LockWarning(window)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        page.setParent(window)
        page.hide()
        self._connect()
        self._timer.start()

    @property
    def is_locked(self) -> bool:
        """True while the page covers the window."""
        return bool(self._covers)

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes without a touch; 0 means never."""
        self._minutes = minutes

    def before_locking(self, save: Callable[[], None]) -> None:
        """Call ``save`` each time before the window is covered, for example to keep a draft."""
        self._savers.append(save)

    @Slot()
    def lock(self) -> None:
        """Lock now (Ctrl L)."""
        self._lock(None)

    @Slot()
    def touch(self) -> None:
        """Count as somebody being there."""
        self._touched = self._clock()
        self._warning.hide()

    @Slot()
    def look(self) -> None:
        """Lock or warn when the time has come; called every second."""
        if self.is_locked or self._minutes <= 0:
            return
        left = self._minutes * 60 - (self._clock() - self._touched)
        if left <= 0:
            self._lock(self._minutes)
        elif left <= WARNING_SECONDS:
            self._warning.warn(round(left))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice every key, click and movement in the program's windows."""
        if event.type() in _TOUCHES and not self.is_locked:
            self.touch()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.look)
        self._warning.stay_button.clicked.connect(self.touch)
        self._page.unlocked.connect(self._come_back)
        self._page.signed_in.connect(self._make_way)
        self.destroyed.connect(self._page.deleteLater)
        self.destroyed.connect(self._warning.deleteLater)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
        self._watch(self._window.windowHandle())

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _lock(self, idle_minutes: int | None) -> None:
        if self.is_locked:
            return
        for save in self._savers:
            with suppress(ClinicError):  # a full disk must not keep the program open
                save()
        self._warning.hide()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._cover()
        self._page.show_locked(Locked(self._access, now_local(), idle_minutes))
        self._page.take_focus()
        with suppress(ClinicError):
            self._access.say_locked()
        self.locked.emit()

    def _cover(self) -> None:
        asking = QApplication.activeModalWidget()
        is_blocked = asking is not None and asking is not self._window
        others = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        for window in others:
            held = self._page if window is self._window and not is_blocked else None
            self._covers.append(Cover(window, held))
        if is_blocked:  # a dialog has the keyboard, so the page comes as a window above it
            self._page.setParent(self._window, Qt.WindowType.Window)
            self._page.setWindowModality(Qt.WindowModality.ApplicationModal)
            self._page.setGeometry(self._window.geometry())
            self._page.show()

    @Slot()
    def _come_back(self) -> None:
        self._uncover(focus=True)
        self.touch()
        self.unlocked.emit()

    @Slot()
    def _make_way(self) -> None:
        self._uncover(focus=False)

    def _uncover(self, *, focus: bool) -> None:
        if self._page.isWindow():
            self._page.hide()
            self._page.setWindowModality(Qt.WindowModality.NonModal)
            self._page.setParent(self._window, Qt.WindowType.Widget)
        covers, self._covers = self._covers, []
        for cover in reversed(covers):
            cover.take_away(focus=focus)
