"""The papers of one day: seen first, then printed, or kept as a file where there is no printer."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop.clock import today
from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.page_pictures import PagePicture, page_pictures
from ot_desktop.paper.page import Paper
from ot_desktop.progress import Progress
from ot_desktop.scheduling.paper import print_listings, print_slips
from ot_desktop.services import Services
from ui.shared.paper_run import Draw, Gather, PaperRun
from ui.shared.pdf_view import PdfView
from ui.tasks import Task, TaskRunner
from ui.theme import theme
from ui.widgets.choice import CheckBox, ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.label import label
from ui.widgets.shortcut import FINISH, bind

WIDTH, PAGE_WIDTH, PAGE_HEIGHT = 640, 560, 400
_SHARPNESS = 1.5


class PrintDayDialog(Dialog):
    """Opens on the therapists' day sheets; ``told`` carries a sentence for the toast."""

    told = Signal(str, object)

    def __init__(
        self, services: Services, tasks: TaskRunner, day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            parent.tr("Papers of the day") if parent else "Papers of the day", "", parent
        )
        self._services = services
        self._tasks = tasks
        self._task: Task | None = None
        self.run = PaperRun(services.settings, tasks, self)
        self._build(day)
        self.setFixedWidth(theme().px(WIDTH))
        self.run.told.connect(self._finish)
        self.run.refused.connect(self._say)
        self.run.busy_changed.connect(self._show_busy)
        self._show_pages()

    def take(self, key: str) -> None:
        """Stay open until the papers went somewhere."""
        if key == "print":
            self.print()
        else:
            super().take(key)

    @Slot()
    def print(self) -> None:
        """Print what is chosen."""
        gather, draw, name = self._chosen()
        gray = self.gray_box.isChecked()
        to_print = partial(self._gather_to_print, gather, name)
        self.run.print(to_print, draw, name, is_gray=gray, day=self.day_edit.value())

    def _gather_to_print(self, gather: Gather, name: str) -> Sequence[object]:
        gathered = gather()
        self._services.day_papers.note_printed(name, self.day_edit.value() or today())
        return gathered

    def choose(self, which: str) -> None:
        """Choose the papers: ``therapists``, ``rooms``, ``calls`` or ``slips``."""
        self.which_box.setCurrentIndex(self.which_box.findData(which))

    def _chosen(self) -> tuple[Gather, Draw, str]:
        papers = self._services.day_papers
        day = self.day_edit.value() or today()
        which = self.which_box.currentData()
        papers_of: dict[str, tuple[Callable[[date], Sequence[object]], Draw, str]] = {
            "therapists": (papers.therapists, print_listings, "day-sheets"),
            "rooms": (papers.rooms, print_listings, "room-sheets"),
            "calls": (papers.call_list, print_listings, "call-list"),
            "slips": (papers.slips, print_slips, "slips"),
        }
        gather, draw, name = papers_of[which]
        return partial(gather, day), draw, name

    def _build(self, day: date) -> None:
        self.which_box = ComboBox(self.tr("Papers"))
        for words, which in (
            (self.tr("Day sheet of each therapist"), "therapists"),
            (self.tr("Day sheet of each room"), "rooms"),
            (self.tr("Call list"), "calls"),
            (self.tr("Slips for the families"), "slips"),
        ):
            self.which_box.addItem(words, which)
        self.day_edit = DateEdit(self.tr("Day"), day)
        self.day_edit.set_value(day)
        self.gray_box = CheckBox(self.tr("For a gray printer"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Field(self.tr("Papers"), self.which_box), 1)
        row.addWidget(Field(self.tr("Day"), self.day_edit))
        self.body.addLayout(row)
        self.body.addWidget(self.gray_box)
        self.view = PdfView(self.tr("Pages as they will be printed"))
        self.view.setMinimumHeight(theme().px(PAGE_HEIGHT))
        self.body.addWidget(self.view, 1)
        self.refusal = label("", "body", "danger-text", wrap=True)
        self.refusal.hide()
        self.body.addWidget(self.refusal)
        self.add_choice("close", self.tr("Close"), safe=True)
        self.print_button = self.add_choice("print", self.tr("Print"), "primary")
        self.print_button.setDefault(True)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
        bind(self, FINISH, self.print_button.click)
        self.which_box.currentIndexChanged.connect(self._show_pages)
        self.day_edit.changed.connect(self._show_pages)
        self.gray_box.toggled.connect(self._show_pages)

    @Slot()
    def _show_pages(self) -> None:
        gather, draw, _name = self._chosen()
        self._say("")
        try:
            gathered = gather()
        except ClinicError as error:
            self._say(str(error))
            self.view.show_pages((), theme().px(PAGE_WIDTH))
            self.print_button.setEnabled(False)
            return
        self.print_button.setEnabled(True)
        size = self._services.settings.clinic().settings.paper
        paper = Paper(size, is_gray=self.gray_box.isChecked())
        task = self._tasks.task(partial(_pictures, partial(draw, gathered, paper)))
        task.finished.connect(partial(self._take_pages, task))
        task.failed.connect(self._say_failed)
        self._task = task
        task.start()

    def _take_pages(self, task: Task, pictures: Sequence[PagePicture]) -> None:
        if task is self._task:  # not what was chosen a moment before
            self.view.show_pages(pictures, theme().px(PAGE_WIDTH))

    @Slot(object)
    def _say_failed(self, error: object) -> None:
        words = self.tr("The papers could not be made. Try again.")
        self._say(str(error) if isinstance(error, ClinicError) else words)

    @Slot(str)
    def _say(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    @Slot(bool)
    def _show_busy(self, busy: bool) -> None:  # noqa: FBT001  (Qt's signal)
        self.print_button.setEnabled(not busy)

    @Slot(str, object)
    def _finish(self, sentence: str, path: object) -> None:
        self.told.emit(sentence, path)
        super().take("print")


def _pictures(draw: Callable[[], bytes], _progress: Progress) -> tuple[PagePicture, ...]:
    return page_pictures(draw(), _SHARPNESS)
