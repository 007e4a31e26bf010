"""Draws the preview beside the window: soon after the last key, never in front of it."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ot_desktop.home_programs.domain import HomeProgram
from ot_desktop.home_programs.draft import PaperChoice
from ot_desktop.home_programs.previewing import Preview, preview
from ui.tasks import Task, TaskRunner

# Quiet before drawing; with the drawing itself a preview is there 300 ms after the last key.
QUIET_MS = 80
_SMALL = 0.1


class PreviewMaker(QObject):
    """``made`` carries a ``Preview`` of the latest program only."""

    made = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._is_warm = False
        self._wanted: tuple[HomeProgram, PaperChoice, float] | None = None
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._start)

    def warm_up(self, program: HomeProgram, choice: PaperChoice) -> None:
        """Draw any pages once, so that fonts and libraries are there when somebody waits."""
        if not self._is_warm:
            self._is_warm = True
            self._tasks.task(partial(preview, program, choice, _SMALL)).start()

    def want(self, program: HomeProgram, choice: PaperChoice, scale: float) -> None:
        """Ask for pages; what was asked before is not drawn any more."""
        self._wanted = (program, choice, scale)
        self.stop()
        self._quiet.start()

    def stop(self) -> None:
        """Forget what is being drawn."""
        self._quiet.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @Slot()
    def _start(self) -> None:
        if self._wanted is None:
            return
        self._task = self._tasks.task(partial(preview, *self._wanted))
        self._task.finished.connect(self._tell)
        self._task.start()

    @Slot(object)
    def _tell(self, drawn: Preview | None) -> None:
        self._task = None
        if drawn is not None:
            self.made.emit(drawn)
