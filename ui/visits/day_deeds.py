"""What can be done about a whole day from wherever somebody is: close it, print its papers."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Slot

from ot_desktop.clock import today
from ot_desktop.services import Services
from ui.asking import Asker
from ui.tasks import TaskRunner
from ui.visits.closing_dialog import ClosingDialog
from ui.visits.print_day import PrintDayDialog


class DayDeeds(QObject):
    """Opens the dialogs; ``say_done`` tells what was done, with a way back."""

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        asker: Asker,
        say_done: Callable[..., None],
    ) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self.asker = asker
        self._say_done = say_done

    def close(self, kind: str) -> None:
        """Ask which ``therapist``, ``room`` or day of the ``clinic`` is away or closed."""
        dialog = ClosingDialog(self._services, kind, today(), self.asker.window)
        dialog.told.connect(self._say_done)
        dialog.exec()

    @Slot()
    def print_papers(self) -> None:
        """Show the papers of today, to be printed."""
        self.print_day(today())

    def print_day(self, day: date) -> None:
        """Show the papers of a day, to be printed."""
        dialog = PrintDayDialog(self._services, self._tasks, day, self.asker.window)
        dialog.told.connect(self._say_printed)
        dialog.exec()

    @Slot(str, object)
    def _say_printed(self, sentence: str, _path: object) -> None:
        self._say_done(sentence)
