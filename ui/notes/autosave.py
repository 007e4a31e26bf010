"""When a note is saved: after a short quiet, and never later than two seconds after a key."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ot_desktop.errors import ClinicError

QUIET_MS = 800
# Saving takes time too: with this, what was typed two seconds ago is on the disk.
LATEST_MS = 1500
RETRY_MS = 5000


class Autosave(QObject):
    """Calls ``save``; a failed save keeps ``is_dirty``, tells ``failed`` and is tried again."""

    saved = Signal()
    failed = Signal(str)

    def __init__(self, save: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self.is_dirty = False
        self._quiet = self._timer(QUIET_MS)
        self._latest = self._timer(LATEST_MS)
        self._retry = self._timer(RETRY_MS)

    def touch(self) -> None:
        """Note that something was typed."""
        self.is_dirty = True
        self._quiet.start()
        if not self._latest.isActive():
            self._latest.start()

    @Slot()
    def flush(self) -> bool:
        """Save now what is not saved; say whether everything is safe."""
        self._stop()
        if not self.is_dirty:
            return True
        # Before saving: what is typed while the listeners of ``saved`` run is not saved yet.
        self.is_dirty = False
        try:
            self._save()
        except ClinicError as problem:
            self.is_dirty = True
            self._retry.start()
            self.failed.emit(str(problem))
            return False
        self.saved.emit()
        return True

    def forget(self) -> None:
        """Drop what is waiting: it was signed, or another note is shown."""
        self._stop()
        self.is_dirty = False

    def _stop(self) -> None:
        for timer in (self._quiet, self._latest, self._retry):
            timer.stop()

    def _timer(self, delay_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay_ms)
        timer.timeout.connect(self.flush)
        return timer
