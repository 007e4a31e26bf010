"""The two steps of coming in with the recovery key: try the key, then save a new password."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from ot_desktop.access.domain import UnlockedKey
from ot_desktop.access.door import Door
from ot_desktop.errors import ClinicError
from ui.access.recovery_view import RecoveryView
from ui.tasks import Task, TaskRunner, asked


class RecoveryTurn(QObject):
    """Drives a ``RecoveryView``; ``recovered`` carries the key to enter with."""

    recovered = Signal(object)

    def __init__(self, view: RecoveryView, door: Door, runner: TaskRunner) -> None:
        super().__init__(view)
        self._view = view
        self._door = door
        self._runner = runner
        self._task: Task | None = None
        self._unlocked: UnlockedKey | None = None
        self._owner = ""
        view.key_given.connect(self._try_key)
        view.password_given.connect(self._renew)

    def start(self, owner: str) -> None:
        """Ask for the key that lets ``owner`` in."""
        self._owner = owner
        self._unlocked = None
        self._view.start(owner)
        self._view.take_focus()

    @Slot(str)
    def _try_key(self, text: str) -> None:
        self._view.set_busy(self.tr("Checking…"))
        task = asked(self._runner, partial(self._door.unlock_with_recovery, text))
        task.finished.connect(self._take_key)
        self._run(task)

    @Slot(str)
    def _renew(self, password: str) -> None:
        if self._unlocked is None:
            return
        self._view.set_busy(self.tr("Saving…"))
        renew = partial(self._door.renew_password, self._unlocked, password)
        task = asked(self._runner, renew)
        task.finished.connect(self._take_renewed)
        self._run(task)

    def _run(self, task: Task) -> None:
        self._task = task
        task.failed.connect(self._give_up)
        task.start()

    @Slot(object)
    def _take_key(self, outcome: UnlockedKey | ClinicError) -> None:
        self._view.set_busy("")
        if isinstance(outcome, ClinicError):
            self._view.show_problem(str(outcome))
            return
        self._unlocked = outcome
        self._view.ask_for_password(self._owner)
        self._view.take_focus()

    @Slot(object)
    def _take_renewed(self, outcome: UnlockedKey | ClinicError) -> None:
        self._view.set_busy("")
        if isinstance(outcome, ClinicError):
            self._view.show_problem(str(outcome))
        else:
            self.recovered.emit(outcome)

    @Slot(object)
    def _give_up(self, _error: Exception) -> None:
        self._view.set_busy("")
        self._view.show_problem(self.tr("That did not work, and nothing was changed. Try again."))
