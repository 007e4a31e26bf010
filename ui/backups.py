"""Makes backups beside the window: when somebody asks, and by itself once a day."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from ot_desktop.backup.service import Backup, BackupService
from ot_desktop.errors import ClinicError
from ot_desktop.progress import Progress
from ui.tasks import Task, TaskRunner

LOOK_EVERY_MS = 15 * 60_000


class BackupDesk(QObject):
    """``told`` carries a sentence when a backup somebody asked for was made or failed."""

    told = Signal(str)

    def __init__(self, backups: BackupService, tasks: TaskRunner) -> None:
        super().__init__()
        self._backups = backups
        self._tasks = tasks
        self._task: Task | None = None
        self._is_asked = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Make today's backup when it is due."""
        if self._task is None and self._backups.is_due():
            self._start()

    @Slot()
    def make(self) -> None:
        """Make a backup now."""
        self._is_asked = True
        if self._task is None:
            self._start()

    def _start(self) -> None:
        self._task = self._tasks.task(partial(_copy, self._backups.copy))
        self._task.finished.connect(self._note)
        self._task.failed.connect(self._fail)
        self._task.start()

    @Slot(object)
    def _note(self, backup: Backup) -> None:
        self._task = None
        self._backups.note(backup)
        self._tell(QCoreApplication.translate("BackupDesk", "Backup made and checked."))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, ClinicError):
            raise error
        self._tell(str(error))

    def _tell(self, sentence: str) -> None:
        if self._is_asked:
            self.told.emit(sentence)
        self._is_asked = False


def _copy(copy: Callable[[], Backup], _progress: Progress) -> Backup:
    return copy()
