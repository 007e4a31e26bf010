"""Prints papers: gathered on the spot, drawn beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.clock import today
from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.page_pictures import PagePicture
from ot_desktop.paper.page import PageSize, Paper
from ot_desktop.progress import Progress
from ot_desktop.settings.service import SettingsService
from ui.shared.paper_output import PaperOutput, for_printer
from ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Gather = Callable[[], Sequence[object]]
Draw = Callable[..., bytes]


class PaperRun(QObject):
    """``told`` carries a sentence for the toast; ``refused`` one for the page, or nothing."""

    told = Signal(str, object)
    refused = Signal(str)
    busy_changed = Signal(bool)
    progressed = Signal(int, str)

    def __init__(self, settings: SettingsService, tasks: TaskRunner, over: QWidget) -> None:
        super().__init__(over)
        self._settings = settings
        self._tasks = tasks
        self.output = PaperOutput(over)
        self._task: Task | None = None
        self._printer: QPrinter | None = None
        self._name = ""

    def print(
        self,
        gather: Gather,
        draw: Draw,
        kind: str,
        *,
        look: Callable[[PageSize], Paper] = Paper,
        day: date | None = None,
        watched: bool = False,
    ) -> None:
        """Print, or keep a file where there is no printer, named by ``kind`` and ``day``.

        ``look`` makes the pages of the clinic's paper. What is ``watched`` draws with a
        ``progress``, passed on by ``progressed``, and can be canceled.
        """
        try:
            gathered = gather()
        except ClinicError as error:
            self.refused.emit(str(error))
            return
        size = self._settings.clinic().settings.paper
        self._printer = None
        if self.output.has_printer():
            self._printer = self.output.choose_printer(size)
            if self._printer is None:
                return
        self._name = f"{kind}_{(day or today()).isoformat()}.pdf"
        self.refused.emit("")
        drawn = partial(_drawn_watched if watched else _drawn, partial(draw, gathered, look(size)))
        self._start(drawn, self._take_pdf)

    @Slot()
    def cancel(self) -> None:
        """Stop; nothing is printed and no file is kept."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.busy_changed.emit(False)  # noqa: FBT003  (a signal)

    def _start(self, work: Callable[[Progress], object], then: Callable[..., None]) -> None:
        self.busy_changed.emit(True)  # noqa: FBT003  (a signal's argument has no name)
        task = self._tasks.task(work)
        task.finished.connect(then)
        task.failed.connect(self._say_failed)
        task.progressed.connect(self.progressed)
        self._task = task
        task.start()

    @Slot(object)
    def _take_pdf(self, pdf: bytes) -> None:
        if self._printer is not None:
            self._start(partial(for_printer, pdf), self._send)
            return
        self.busy_changed.emit(False)  # noqa: FBT003  (a signal)
        try:
            path = self.output.keep(self._name, pdf)
        except ClinicError as error:
            self.refused.emit(str(error))
            return
        self.told.emit(self.tr("Saved: {0}").format(path), path)
        self.output.show(path)

    @Slot(object)
    def _send(self, pictures: Sequence[PagePicture]) -> None:
        self.busy_changed.emit(False)  # noqa: FBT003  (a signal)
        if self._printer is None or not self.output.print_pages(self._printer, pictures):
            self.refused.emit(self.tr("The printer did not take the pages. Look at it, try again."))
        else:
            self.told.emit(self.tr("Sent to the printer."), None)

    @Slot(object)
    def _say_failed(self, error: object) -> None:
        self.busy_changed.emit(False)  # noqa: FBT003  (a signal)
        words = self.tr("The papers could not be made. Try again.")
        self.refused.emit(str(error) if isinstance(error, ClinicError) else words)


def _drawn_watched(draw: Callable[..., bytes], progress: Progress) -> bytes:
    return draw(progress=progress)


def _drawn(draw: Callable[[], bytes], _progress: Progress) -> bytes:
    return draw()
