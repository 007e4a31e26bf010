"""Saves the library as one file, and takes activities in from one."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.activities.package import Package, read_package
from ot_desktop.home_programs.activities.service import ActivityLibrary
from ot_desktop.progress import Progress
from ui.asking import Asker
from ui.home_programs.activities.take_in_dialog import TakeInDialog
from ui.home_programs.words import tr
from ui.tasks import TaskRunner
from ui.widgets.dialog import confirm

_KIND = "OT Desktop activities (*.zip)"


class LibraryFiles(QObject):
    """``told`` carries what was done; ``taken_in`` tells that there are new drafts."""

    told = Signal(str, object)
    taken_in = Signal()

    def __init__(
        self, library: ActivityLibrary, asker: Asker, tasks: TaskRunner, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._asker = asker
        self._tasks = tasks

    def save(self, keys: Sequence[str]) -> None:
        """Ask where, and write the activities that are shown."""
        path = self._asker.file_to_save(
            tr("Save the shown activities as a file"), "activities.zip", tr(_KIND)
        )
        if path is None:
            return
        try:
            count = self._library.export(path, keys)
        except ClinicError as refusal:
            self.told.emit(str(refusal), None)
            return
        self.told.emit(tr("{0} activities saved in {1}.").format(count, path.name), None)

    @Slot()
    def take_in(self) -> None:
        """Ask for a file, read it beside the window, then show what is in it."""
        path = self._asker.file_to_open(tr("Choose a library file"), tr(_KIND))
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file beside the window."""
        task = self._tasks.task(partial(_read, path))
        task.finished.connect(self._show)
        task.failed.connect(self._refuse)
        task.start()

    @Slot(object)
    def _show(self, package: Package) -> None:
        dialog = TakeInDialog(self._library, package, self._asker.window)
        wanted = dialog.wanted() if confirm(dialog) == "yes" else []
        dialog.deleteLater()
        if not wanted:
            return
        try:
            count = self._library.take_in(wanted)
        except ClinicError as refusal:
            self.told.emit(str(refusal), None)
            return
        words = tr("{0} activities came in as drafts. Read and approve each.")
        self.taken_in.emit()
        self.told.emit(words.format(count), None)

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        known = isinstance(error, ClinicError)
        self.told.emit(str(error) if known else tr("The file could not be read."), None)


def _read(path: Path, progress: Progress) -> Package:
    return read_package(path, progress)
