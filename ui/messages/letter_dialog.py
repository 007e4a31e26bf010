"""A letter to a family, seen as it will be printed: who gets it, the words, Letter or A4."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.caseload.recipients import recipients
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.home_programs.page_pictures import PagePicture, page_pictures
from ot_desktop.messages.letter import Letter
from ot_desktop.messages.service import MessageService
from ot_desktop.paper.page import PageSize, Paper
from ot_desktop.progress import Progress
from ui.shared.paper_output import PaperOutput, for_printer
from ui.shared.pdf_view import PdfView
from ui.tasks import Task, TaskRunner
from ui.theme import theme
from ui.widgets.choice import ComboBox
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field, FormProblems
from ui.widgets.label import label
from ui.widgets.notice import Notice
from ui.widgets.segmented import SegmentedControl
from ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

QUIET_MS = 120
WIDTH, HEIGHT, PREVIEW = 860, 560, 400
LINES = 9
WIDTH_PT = 612


class LetterDialog(Dialog):
    """Printing keeps the letter among the messages; ``done`` says what became of it."""

    def __init__(
        self,
        messages: MessageService,
        child: ChildPage,
        start: tuple[int | None, str],
        size: PageSize,
        tasks: TaskRunner,
        parent: QWidget | None,
    ) -> None:
        question = QCoreApplication.translate("LetterDialog", "Letter about {0}")
        super().__init__(question.format(child.first_name), parent=parent)
        self._messages = messages
        self._child = child
        self._tasks = tasks
        self._task: Task | None = None
        self._printer: QPrinter | None = None
        self.output = PaperOutput(self)
        self.told = ""
        self._build(size)
        caregiver_id, said = start
        self.said_edit.setPlainText(said)
        self.to_combo.setCurrentIndex(max(0, self.to_combo.findData(caregiver_id)))
        self._connect()
        self._soon.start()
        self.said_edit.setFocus()

    def _build(self, size: PageSize) -> None:
        self.setMaximumWidth(theme().px(WIDTH))
        self.resize(theme().px(WIDTH), theme().px(HEIGHT))
        self.to_combo = ComboBox(self.tr("To"))
        self.to_combo.addItem(self.tr("The family"), None)
        refused = []
        for one in recipients(self._child):
            if one.may_receive:
                words = f"{one.name}, {one.relation}" if one.relation else one.name
                self.to_combo.addItem(words, one.caregiver_id)
            else:
                refused.append(one.refusal)
        self.said_edit = TextArea(self.tr("What the letter says"), lines=LINES, most_lines=LINES)
        self.size_control = SegmentedControl(self.tr("Paper"), small=True)
        self.size_control.add(PageSize.LETTER.value, self.tr("Letter"))
        self.size_control.add(PageSize.A4.value, self.tr("A4"))
        self.size_control.choose(size.value)
        self.pages_view = PdfView(self.tr("The letter as it will be printed"))
        self.pages_view.setMinimumSize(theme().px(PREVIEW), theme().px(380))
        self.notice = Notice("danger", "alert-circle")
        self._lay_out(refused)
        self.add_choice("no", self.tr("Cancel"), safe=True)
        self.print_button = self.add_choice("yes", self.tr("Print"), "primary")

    def _lay_out(self, refused: list[str]) -> None:
        fields = {
            "recipient": Field(self.tr("To"), self.to_combo),
            "said": Field(self.tr("What the letter says"), self.said_edit),
        }
        self._problems = FormProblems(fields)
        left = QVBoxLayout()
        left.setSpacing(10)
        for field in fields.values():
            left.addWidget(field)
        left.addWidget(self.size_control)
        for sentence in refused:
            left.addWidget(label(sentence, "small", "warn-text", wrap=True))
        left.addWidget(self.notice)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self.pages_view)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._soon.timeout.connect(self._preview)
        self.said_edit.textChanged.connect(self._soon.start)
        self.to_combo.currentIndexChanged.connect(self._soon.start)
        self.size_control.changed.connect(self._soon.start)

    def take(self, key: str) -> None:
        """Print before closing; a refusal keeps the dialog open."""
        if key != "yes":
            super().take(key)
            return
        self._problems.clear()
        self.notice.say("")
        try:
            letter = self._letter()
        except ValidationError as error:
            self.notice.say(" ".join(self._problems.show(error.fields)))
            return
        if self.output.has_printer():
            self._printer = self.output.choose_printer(self._paper().size)
            if self._printer is None:
                return
        self._run(partial(_drawn, letter, self._paper()), self._take_pdf)

    def _letter(self) -> Letter:
        return self._messages.letter(
            self._child.id, self.to_combo.currentData(), self.said_edit.toPlainText()
        )

    def _paper(self) -> Paper:
        return Paper(PageSize(self.size_control.chosen()))

    @Slot()
    def _preview(self) -> None:
        try:
            letter = self._letter()
        except ValidationError:
            self.pages_view.show_pages((), PREVIEW)
            return
        ratio = self.devicePixelRatioF()
        work = partial(_pictured, letter, self._paper(), ratio)
        self._run(work, self._show_pages)

    def _run(self, work: Callable[[Progress], object], then: Callable[..., None]) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._tasks.task(work)
        self._task.finished.connect(then)
        self._task.failed.connect(self._say_failed)
        self._task.start()

    @Slot(object)
    def _show_pages(self, pictures: tuple[PagePicture, ...]) -> None:
        self._task = None
        self.pages_view.show_pages(pictures, theme().px(PREVIEW) - 24)

    @Slot(object)
    def _take_pdf(self, pdf: bytes) -> None:
        if self._printer is not None:
            self._run(partial(for_printer, pdf), self._send)
            return
        name = f"{self._child.given_name}_letter_{today().isoformat()}.pdf"
        try:
            path = self.output.keep(name, pdf)
        except ClinicError as error:
            self.notice.say(str(error))
            return
        self.output.show(path)
        self._keep(self.tr("Letter saved: {0}").format(path))

    @Slot(object)
    def _send(self, pictures: tuple[PagePicture, ...]) -> None:
        if self._printer is None or not self.output.print_pages(self._printer, pictures):
            words = self.tr("The printer did not take the pages. Look at it, try again.")
            self.notice.say(words)
            return
        self._keep(self.tr("Letter sent to the printer"))

    def _keep(self, told: str) -> None:
        self._messages.letter_printed(
            self._child.id, self.to_combo.currentData(), self.said_edit.toPlainText()
        )
        self.told = told
        super().take("yes")

    @Slot(object)
    def _say_failed(self, error: object) -> None:
        words = self.tr("The letter could not be made. Try again.")
        self.notice.say(str(error) if isinstance(error, ClinicError) else words)

    def done(self, result: int) -> None:
        """Stop drawing when the dialog goes."""
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
        super().done(result)


def _drawn(letter: Letter, paper: Paper, _progress: Progress) -> bytes:
    from ot_desktop.messages.letter_pages import letter_pages  # noqa: PLC0415  (heavy)

    return letter_pages(letter, paper)


def _pictured(letter: Letter, paper: Paper, ratio: float, progress: Progress) -> object:
    pdf = _drawn(letter, paper, progress)
    return page_pictures(pdf, PREVIEW * ratio / WIDTH_PT)
