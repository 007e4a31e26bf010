"""The papers of an intensive: for families, therapists, rooms and the front desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from ot_desktop.clock import today
from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.page_pictures import PagePicture
from ot_desktop.paper.page import Paper
from ot_desktop.programs.domain import Program, ProgramStatus
from ot_desktop.programs.telling import FamilyToTell
from ot_desktop.progress import Progress
from ot_desktop.scheduling.paper import print_family_calendars, print_listings
from ot_desktop.services import Services
from ui.shared.paper_output import PaperOutput, for_printer
from ui.tasks import Task, TaskRunner
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import CheckBox
from ui.widgets.label import label

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

WIDTH = 280
Draw = Callable[[], bytes]


class PrintCard(Card):
    """``told`` carries a sentence for the toast; ``refused`` one for the page, or nothing."""

    told = Signal(str, object)
    refused = Signal(str)

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        output: PaperOutput | None = None,
    ) -> None:
        super().__init__(self.tr("Papers"))
        self._services = services
        self._tasks = tasks
        self.output = output or PaperOutput(self)
        self._program: Program | None = None
        self._families: Sequence[FamilyToTell] = ()
        self._task: Task | None = None
        self._printer: QPrinter | None = None
        self._name = ""
        self._build()
        theme().changed.connect(self._fit)
        self._fit()

    def show_program(self, program: Program, families: Sequence[FamilyToTell]) -> None:
        """Offer what can be printed."""
        self._program, self._families = program, families
        changed = len(self._to_tell())
        words = self.tr("Families to be told ({0})").format(changed)
        self.changed_button.setText(words if changed else self.tr("Families to be told"))
        self.changed_button.setEnabled(bool(changed) and self._is_published)
        for button in (self.all_button, *self._staff_buttons):
            button.setEnabled(self._is_published)
        hint = "" if self._is_published else self.tr("Publish first, then print.")
        self.hint_label.setText(hint)
        self.hint_label.setVisible(bool(hint))

    @property
    def _is_published(self) -> bool:
        return self._program is not None and self._program.status is ProgramStatus.PUBLISHED

    @Slot()
    def print_changed(self) -> None:
        """Print the schedules of the families that have to be told."""
        families = self._to_tell()
        if families:
            self._print_families(families)
        else:
            self.told.emit(self.tr("Every family was told. Nothing is to be printed."), None)

    @Slot()
    def print_all(self) -> None:
        """Print every family's schedule."""
        self._print_families(self._families)

    def _print_families(self, families: Sequence[FamilyToTell]) -> None:
        papers, program = self._services.programs.papers, self._program
        if program is None:
            return
        gather = partial(papers.families, program.id, families)
        self._print(gather, print_family_calendars, "family-schedules")

    def _print_listings(self, kind: str) -> None:
        papers, program = self._services.programs.papers, self._program
        if program is None:
            return
        gather = {
            "therapist-weeks": papers.therapists,
            "room-weeks": papers.rooms,
            "master-list": papers.everybody,
        }[kind]
        self._print(partial(gather, program.id), print_listings, kind)

    def _print(
        self,
        gather: Callable[[], Sequence[object]],
        draw: Callable[..., bytes],
        kind: str,
    ) -> None:
        """Gather on the spot, draw beside the window, then print or keep a file."""
        try:
            gathered = gather()
        except ClinicError as error:
            self.refused.emit(str(error))
            return
        size = self._services.settings.clinic().settings.paper
        paper = Paper(size, is_gray=self.gray_box.isChecked())
        self._printer = None
        if self.output.has_printer():
            self._printer = self.output.choose_printer(size)
            if self._printer is None:
                return
        self._name = f"{kind}_{today().isoformat()}.pdf"
        self.refused.emit("")
        self._start(partial(_drawn, partial(draw, gathered, paper)), self._take_pdf)

    def _start(self, work: Callable[[Progress], object], then: Callable[..., None]) -> None:
        self._set_busy(busy=True)
        task = self._tasks.task(work)
        task.finished.connect(then)
        task.failed.connect(self._say_failed)
        self._task = task
        task.start()

    @Slot(object)
    def _take_pdf(self, pdf: bytes) -> None:
        if self._printer is not None:
            self._start(partial(for_printer, pdf), self._send)
            return
        self._set_busy(busy=False)
        try:
            path = self.output.keep(self._name, pdf)
        except ClinicError as error:
            self.refused.emit(str(error))
            return
        self.told.emit(self.tr("Saved: {0}").format(path), path)
        self.output.show(path)

    @Slot(object)
    def _send(self, pictures: Sequence[PagePicture]) -> None:
        self._set_busy(busy=False)
        if self._printer is None or not self.output.print_pages(self._printer, pictures):
            self.refused.emit(self.tr("The printer did not take the pages. Look at it, try again."))
        else:
            self.told.emit(self.tr("Sent to the printer."), None)

    @Slot(object)
    def _say_failed(self, error: object) -> None:
        self._set_busy(busy=False)
        words = self.tr("The papers could not be made. Try again.")
        self.refused.emit(str(error) if isinstance(error, ClinicError) else words)

    def _set_busy(self, *, busy: bool) -> None:
        for button in (self.changed_button, self.all_button, *self._staff_buttons):
            button.setEnabled(not busy)
        if not busy and self._program is not None:
            self.show_program(self._program, self._families)

    def _to_tell(self) -> list[FamilyToTell]:
        return [each for each in self._families if each.has_to_be_told and each.sessions]

    def _build(self) -> None:
        self.hint_label = label("", "small", "text-2", wrap=True)
        self.changed_button = Button(self.tr("Families to be told"), icon="printer")
        self.all_button = Button(self.tr("All families"), icon="printer")
        self._staff_buttons: list[Button] = []
        self.gray_box = CheckBox(self.tr("For a gray printer"))
        self.body.addWidget(self.hint_label)
        self.body.addWidget(label(self.tr("Schedules for families"), "small", "text-2"))
        for button in (self.changed_button, self.all_button):
            self.body.addWidget(button)
        self.body.addWidget(label(self.tr("For colleagues"), "small", "text-2"))
        for words, kind in (
            (self.tr("Therapists’ weeks"), "therapist-weeks"),
            (self.tr("Rooms’ weeks"), "room-weeks"),
            (self.tr("Master list"), "master-list"),
        ):
            button = Button(words, icon="printer")
            button.clicked.connect(partial(self._print_listings, kind))
            self._staff_buttons.append(button)
            self.body.addWidget(button)
        self.body.addWidget(self.gray_box)
        self.changed_button.clicked.connect(self.print_changed)
        self.all_button.clicked.connect(self.print_all)

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))


def _drawn(draw: Draw, _progress: Progress) -> bytes:
    return draw()
