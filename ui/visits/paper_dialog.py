"""Papers that are seen first, then printed, or kept as a file where there is no printer."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop.clock import today
from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.page_pictures import PagePicture, page_pictures
from ot_desktop.paper.page import PageSize, Paper
from ot_desktop.progress import Progress
from ot_desktop.services import Services
from ui.shared.paper_run import Draw, Gather, PaperRun
from ui.shared.pdf_view import PdfView
from ui.tasks import Task, TaskRunner
from ui.theme import theme
from ui.widgets.choice import CheckBox
from ui.widgets.dialog import Dialog
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label
from ui.widgets.shortcut import FINISH, bind

WIDTH, PAGE_WIDTH, PAGE_HEIGHT = 640, 560, 400
_SHARPNESS = 1.5


class PaperDialog(Dialog):
    """Shows what its kind has for ``papers``; ``told`` carries a sentence for the toast."""

    told = Signal(str, object)

    def __init__(
        self, services: Services, tasks: TaskRunner, question: str, parent: QWidget | None
    ) -> None:
        super().__init__(question, "", parent)
        self._services = services
        self._tasks = tasks
        self._task: Task | None = None
        self.run = PaperRun(services.settings, tasks, self)
        self.setFixedWidth(theme().px(WIDTH))
        self.choices = QHBoxLayout()
        self.choices.setSpacing(12)
        self._build()
        self.run.told.connect(self._finish)
        self.run.refused.connect(self.say)
        self.run.busy_changed.connect(self._show_busy)

    def papers(self) -> tuple[Gather, Draw, str]:
        """Return what gathers the papers, what draws them, and the kind their file is named by."""
        raise NotImplementedError

    def day(self) -> date:
        """Return the day the papers are of."""
        return today()

    def note_printed(self, name: str) -> None:
        """Keep in the activity log that they were printed."""
        raise NotImplementedError

    def take(self, key: str) -> None:
        """Stay open until the papers went somewhere."""
        if key == "print":
            self.print()
        else:
            super().take(key)

    @Slot()
    def print(self) -> None:
        """Print what is chosen."""
        gather, draw, name = self.papers()
        to_print = partial(self._gather_to_print, gather, name)
        self.run.print(to_print, draw, name, look=self._look(), day=self.day())

    def _look(self) -> Callable[[PageSize], Paper]:
        gray, wide = self.gray_box.isChecked(), self.wide_box.isChecked()
        return partial(Paper, is_gray=gray, is_landscape=wide)

    def _gather_to_print(self, gather: Gather, name: str) -> Sequence[object]:
        gathered = gather()
        self.note_printed(name)
        return gathered

    def _build(self) -> None:
        self.gray_box = CheckBox(self.tr("For a gray printer"))
        self.wide_box = CheckBox(self.tr("Landscape"))
        looks = FlowLayout(gap=16)
        for box in (self.gray_box, self.wide_box):
            looks.addWidget(box)
            box.toggled.connect(self.show_pages)
        self.body.addLayout(self.choices)
        self.body.addLayout(looks)
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

    @Slot()
    def show_pages(self) -> None:
        """Show what is chosen as it will be printed."""
        gather, draw, _name = self.papers()
        self.say("")
        try:
            gathered = gather()
        except ClinicError as error:
            self.say(str(error))
            self.view.show_pages((), theme().px(PAGE_WIDTH))
            self.print_button.setEnabled(False)
            return
        self.print_button.setEnabled(True)
        size = self._services.settings.clinic().settings.paper
        paper = self._look()(size)
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
        self.say(str(error) if isinstance(error, ClinicError) else words)

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Say what is wrong, or nothing."""
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
