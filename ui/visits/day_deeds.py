"""What can be done about a day from anywhere: close it, print its papers, set its rules."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Slot

from ot_desktop.clock import today
from ot_desktop.services import Services
from ui.asking import Asker
from ui.tasks import TaskRunner
from ui.visits.attendance_rules_dialog import AttendanceRulesDialog
from ui.visits.closing_dialog import ClosingDialog
from ui.visits.print_day import PrintDayDialog
from ui.visits.print_family import PrintFamilyDialog
from ui.visits.print_handout import MissedSheetDialog
from ui.visits.print_slip import PrintSlipDialog
from ui.visits.swap_dialog import SwapRoomsDialog


class DayDeeds(QObject):
    """Opens the dialogs; ``say_done`` tells what was done, with a way back."""

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        asker: Asker,
        say_done: Callable[..., None],
        show_backups: Callable[[], None],
    ) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self.asker = asker
        self._say_done = say_done
        self.show_backups = show_backups

    def close(self, kind: str) -> None:
        """Ask which ``therapist``, ``room`` or day of the ``clinic`` is away or closed."""
        dialog = ClosingDialog(self._services, self._tasks, kind, today(), self.asker.window)
        dialog.told.connect(self._say_done)
        dialog.exec()

    @Slot()
    def swap_rooms(self) -> None:
        """Ask which two visits of a day change rooms."""
        dialog = SwapRoomsDialog(self._services, today(), self.asker.window)
        dialog.told.connect(self._say_done)
        dialog.exec()

    @Slot()
    def print_papers(self) -> None:
        """Show the papers of today, to be printed."""
        self.print_papers_of(today())

    @Slot(object)
    def print_papers_of(self, day: date) -> None:
        """Show the papers of a day, to be printed."""
        dialog = PrintDayDialog(self._services, self._tasks, day, self.asker.window)
        dialog.told.connect(self._say_printed)
        dialog.exec()

    @Slot(int)
    def print_series(self, series_id: int) -> None:
        """Show the calendar of a series, to be printed or saved for a phone."""
        window = self.asker.window
        dialog = PrintFamilyDialog(self._services, self._tasks, self.asker, series_id, window)
        dialog.told.connect(self._say_printed)
        dialog.exec()

    @Slot(int)
    def print_slip(self, session_id: int) -> None:
        """Show what a family takes along to remember a visit, to be printed."""
        window = self.asker.window
        dialog = PrintSlipDialog(self._services, self._tasks, session_id, window)
        dialog.told.connect(self._say_printed)
        dialog.exec()

    @Slot(int)
    def print_missed_sheet(self, session_id: int) -> None:
        """Show the one activity a family does until the next visit, to be printed."""
        window = self.asker.window
        dialog = MissedSheetDialog(self._services, self._tasks, session_id, window)
        dialog.told.connect(self._say_printed)
        dialog.exec()

    @Slot(int)
    def print_booked(self, series_id: int) -> None:
        """Show the slip of a visit that was booked, or the calendar of several."""
        sessions = self._services.series.series(series_id).sessions
        if len(sessions) == 1:
            self.print_slip(sessions[0].id)
        else:
            self.print_series(series_id)

    @Slot()
    def set_attendance_rules(self) -> None:
        """Ask for the clinic's rules of attendance."""
        dialog = AttendanceRulesDialog(self._services.attendance, self.asker.window)
        if dialog.exec():
            self._say_done(self.tr("Attendance rules saved."))

    @Slot(str, object)
    def _say_printed(self, sentence: str, _path: object) -> None:
        self._say_done(sentence)
