"""Gives a draft's papers to the family: refused, printed, or kept as a file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.page_pictures import PagePicture
from ot_desktop.home_programs.printing import Drawn
from ot_desktop.home_programs.program_page import IssuedPaper
from ot_desktop.home_programs.service import HomeProgramService
from ui.shared.paper_output import PaperOutput, for_printer, write
from ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Giver(QObject):
    """``printed`` and ``kept`` tell where the papers went; ``failed`` why they did not."""

    printed = Signal()
    kept = Signal(object)
    failed = Signal(str)

    def __init__(
        self, service: HomeProgramService, tasks: TaskRunner, output: PaperOutput, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._output = output
        self._last: tuple[ProgramDraft, int | None, IssuedPaper] | None = None
        self._task: Task | None = None
        self._printer: QPrinter | None = None
        self.drawn: Drawn | None = None
        self._paper: IssuedPaper | None = None

    def print(
        self, draft: ProgramDraft, recipient_id: int | None, reason: str
    ) -> ProgramDraft | None:
        """Give and print; a file where there is no printer; None when the person backs out."""
        self._service.check(draft, recipient_id, reason)
        if not self._output.has_printer():
            return self.save(draft, recipient_id, reason, None)
        printer = self._output.choose_printer(draft.choice.size)
        if printer is None:
            return None
        given, paper = self._give(draft, recipient_id, reason)
        self._printer, self._paper = printer, paper
        self._task = self._tasks.task(partial(for_printer, paper.pdf))
        self._task.finished.connect(self._send)
        self._task.start()
        return given

    def save(
        self, draft: ProgramDraft, recipient_id: int | None, reason: str, path: Path | None
    ) -> ProgramDraft:
        """Give and write to ``path``, or among the person's documents."""
        given, paper = self._give(draft, recipient_id, reason)
        self._write(paper, path)
        return given

    def _give(
        self, draft: ProgramDraft, recipient_id: int | None, reason: str
    ) -> tuple[ProgramDraft, IssuedPaper]:
        """Issue the papers, or take those just given when nothing changed since."""
        if self._last is not None:
            given, whom, paper = self._last
            if given == draft and whom == recipient_id:
                return given, self._service.reprint(paper.id)
        paper = self._service.issue(draft, recipient_id, reason, self.drawn)
        given = replace(draft, id=paper.home_program_id)
        self._last = (given, recipient_id, paper)
        return given, paper

    def _write(self, paper: IssuedPaper, path: Path | None) -> None:
        try:
            written = write(path, paper.pdf) if path else self._output.keep(paper.name, paper.pdf)
        except ClinicError as error:
            self.failed.emit(str(error))
        else:
            self.kept.emit(written)

    @Slot(object)
    def _send(self, pictures: tuple[PagePicture, ...]) -> None:
        self._task = None
        printer, self._printer = self._printer, None
        if printer is not None and self._output.print_pages(printer, pictures):
            self.printed.emit()
        elif self._paper is not None:
            self._write(self._paper, None)
