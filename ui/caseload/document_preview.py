"""A document as it looks, drawn beside the window."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.caseload.document import Document, Format
from ot_desktop.home_programs.page_pictures import PagePicture, page_pictures
from ot_desktop.progress import Progress
from ui.shared.pdf_view import PdfView
from ui.tasks import Task, TaskRunner
from ui.theme import theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.label import label

MOST_PAGES = 12
_SHARPNESS = 1.5
_MARGIN = 36


class DocumentPreview(QWidget):
    """Shows one document, or says why not."""

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__()
        self._tasks = tasks
        self._task: Task | None = None
        self._pictures: Sequence[PagePicture] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.title = ElidedLabel("body-strong", "text")
        self.words = label("", "small", "text-2", wrap=True)
        self.view = PdfView(self.tr("The document"))
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addWidget(self.view, 1)

    def show_document(self, document: Document, content: bytes) -> None:
        """Draw a document; one that was asked for before is not shown any more."""
        self.title.show_text(document.title)
        hidden = document.pages - MOST_PAGES
        more = self.tr("The first {0} of {1} pages.").format(MOST_PAGES, document.pages)
        self._say(more if hidden > 0 else "")
        self._pictures = ()
        self._show()
        draw = _of_pdf if document.format is Format.PDF else _of_picture
        task = self._tasks.task(partial(draw, content))
        task.finished.connect(partial(self._take, task))
        task.failed.connect(self._fail)
        self._task = task
        task.start()

    def show_nothing(self, words: str) -> None:
        """Say why there is nothing to see."""
        self._task, self._pictures = None, ()
        self.title.show_text("")
        self._say(words)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pages fill the new width."""
        super().resizeEvent(event)
        self._show()

    def _take(self, task: Task, pictures: Sequence[PagePicture]) -> None:
        if task is self._task:
            self._pictures = pictures
            self._show()

    @Slot(object)
    def _fail(self, _error: object) -> None:
        self._say(self.tr("It cannot be shown here. Save it as a file to look at it."))

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def _show(self) -> None:
        self.view.show_pages(self._pictures, max(theme().px(120), self.view.width() - _MARGIN))


def _of_pdf(content: bytes, _progress: Progress) -> tuple[PagePicture, ...]:
    return page_pictures(content, _SHARPNESS, MOST_PAGES)


def _of_picture(content: bytes, _progress: Progress) -> tuple[PagePicture, ...]:
    """Return a picture as a page; it was drawn by this program when it was added."""
    image = QImage.fromData(content).convertToFormat(QImage.Format.Format_RGB32)
    if image.isNull():
        raise ValueError("not a picture")
    size = (image.width(), image.height())
    return (PagePicture(*size, image.bytesPerLine(), bytes(image.constBits()), *map(float, size)),)
