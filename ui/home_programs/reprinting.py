"""Prints papers again exactly as they were given, or opens the very file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.page_pictures import PagePicture
from ot_desktop.home_programs.program_page import IssuedPaper
from ot_desktop.home_programs.service import HomeProgramService
from ot_desktop.paper.page import PageSize
from ui.shared.paper_output import PaperOutput, for_printer
from ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_A4_HEIGHT_PT = 841


class Reprinter(QObject):
    """``told`` carries a sentence and a path or None; ``refused`` a ``ClinicError``."""

    told = Signal(str, object)
    refused = Signal(object)

    def __init__(
        self, service: HomeProgramService, tasks: TaskRunner, output: PaperOutput, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._output = output
        self._task: Task | None = None
        self._printer: QPrinter | None = None

    def print(self, paper_id: int) -> None:
        """Print the stored pages, or keep them as a file where there is no printer."""
        if not self._output.has_printer():
            self.open(paper_id)
            return
        paper = self._stored(paper_id)
        if paper is not None:
            self._task = self._tasks.task(partial(for_printer, paper.pdf))
            self._task.finished.connect(self._send)
            self._task.start()

    def open(self, paper_id: int) -> None:
        """Write the stored bytes among the person's documents, and show the file."""
        paper = self._stored(paper_id)
        if paper is None:
            return
        try:
            path = self._output.keep(paper.name, paper.pdf)
        except ClinicError as error:
            self.refused.emit(error)
            return
        self._output.show(path)
        self.told.emit(self.tr("Saved: {0}").format(path), path)

    def _stored(self, paper_id: int) -> IssuedPaper | None:
        try:
            return self._service.reprint(paper_id)
        except ClinicError as error:
            self.refused.emit(error)
            return None

    @Slot(object)
    def _send(self, pictures: tuple[PagePicture, ...]) -> None:
        self._task = None
        is_a4 = pictures[0].height_pt > _A4_HEIGHT_PT
        printer = self._output.choose_printer(PageSize.A4 if is_a4 else PageSize.LETTER)
        if printer is not None and self._output.print_pages(printer, pictures):
            self.told.emit(self.tr("Printed again, the same pages."), None)
