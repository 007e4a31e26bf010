"""What keeps the clinic's file safe and reachable: backup, recovery sheet, password, PIN."""

from PySide6.QtCore import QObject, Slot

from ot_desktop.services import Services
from ui.access.own_access_dialogs import PasswordDialog, PinDialog
from ui.access.recovery_renewal import renew_recovery_sheet
from ui.asking import Asker
from ui.backup.dialog import BackupsDialog
from ui.backups import BackupDesk
from ui.places import Navigator
from ui.tasks import TaskRunner


class Safekeeping(QObject):
    """Does what the File menu asks for."""

    def __init__(
        self, work: Navigator, services: Services, asker: Asker, tasks: TaskRunner
    ) -> None:
        super().__init__()
        self._work = work
        self._services = services
        self._asker = asker
        self._tasks = tasks
        self._backups = BackupDesk(services.backup, tasks)
        self._backups.told.connect(work.say_done)

    @Slot()
    def renew_recovery_sheet(self) -> None:
        """Replace the recovery key, and save the sheet to be printed and locked away."""
        renew_recovery_sheet(self._services, self._asker, self._work.say_done)

    @Slot()
    def choose_password(self) -> None:
        """Ask for the present password and a new one."""
        PasswordDialog(self._services.access, self._tasks, self._asker.window).exec()

    @Slot()
    def choose_pin(self) -> None:
        """Ask for the PIN that unlocks the running program."""
        PinDialog(self._services.access, self._tasks, self._asker.window).exec()

    @Slot()
    def show_backups(self) -> None:
        """Show the last backup, the next and where they are; make and test one."""
        window = self._asker.window
        dialog = BackupsDialog(self._services.backup, self._backups, self._tasks, window)
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def back_up(self) -> None:
        """Make a backup beside the window and say so."""
        self._backups.make()
