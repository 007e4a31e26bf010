"""One search for a plan beside the window: how far it is, use what there is, or stop."""

import threading
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from ot_desktop.planning.domain import Plan
from ot_desktop.planning.watch import PlanProgress
from ot_desktop.programs.mending import Mended, Mending
from ot_desktop.programs.solving import Solving
from ot_desktop.progress import Progress
from ui.tasks import Task, TaskRunner


class SolveRun(QObject):
    """``found`` carries a ``Plan`` or ``Mended``, ``told`` a ``PlanProgress``, ``failed`` an error.

    ``ended`` comes last, also after ``cancel``.
    """

    told = Signal(object)
    found = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self._task: Task | None = None
        self._enough = threading.Event()

    @property
    def is_running(self) -> bool:
        """Say whether a plan is being looked for."""
        return self._task is not None

    def start(self, solving: Solving | Mending) -> None:
        """Look for a plan."""
        if self._task is not None:
            return
        self._enough = threading.Event()
        self._task = self.tasks.task(partial(self._work, solving, self._enough))
        self._task.finished.connect(self.found)
        self._task.failed.connect(self.failed)
        self._task.ended.connect(self._end)
        self._task.start()

    @Slot()
    def use_best(self) -> None:
        """Stop looking and take the best plan so far."""
        self._enough.set()

    @Slot()
    def cancel(self) -> None:
        """Stop looking and forget what was found."""
        task = self._task
        if task is not None:
            task.cancel()
            self._end()

    def _work(
        self, solving: Solving | Mending, enough: threading.Event, progress: Progress
    ) -> Plan | Mended:
        """Plan; the planner searches in processes of its own and ends them when it returns."""
        return solving.run(
            lambda now: self.tasks.post(partial(self._tell, enough, now)),
            lambda: enough.is_set() or progress.cancelled(),
        )

    def _tell(self, of: threading.Event, now: PlanProgress) -> None:
        """Pass on how far it is, unless that is news of a search that was canceled."""
        if of is self._enough and self._task is not None:
            self.told.emit(now)

    @Slot()
    def _end(self) -> None:
        """Be free for the next search; the end of one that was canceled comes late."""
        sender = self.sender()
        if self._task is None or (isinstance(sender, Task) and sender is not self._task):
            return
        self._task = None
        self.ended.emit()
