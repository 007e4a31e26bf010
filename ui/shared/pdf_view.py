"""Shows pages exactly as they will be printed: pictures of the very bytes, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ot_desktop.home_programs.page_pictures import PagePicture
from ui.theme import theme
from ui.widgets.leaving import take_away

_GAP = 10


def image_of(picture: PagePicture) -> QImage:
    """Return a page for painting; it has its own copy of the pixels."""
    shown = QImage(
        picture.pixels,
        picture.width,
        picture.height,
        picture.stride,
        QImage.Format.Format_RGB32,
    )
    return shown.copy()


class PdfView(QScrollArea):
    """Fits the width; the pages keep their place while they are drawn anew."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = QWidget()
        self._holder.setProperty("ground", "sunken")
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, _GAP, 0, _GAP)
        self._column.setSpacing(_GAP)
        self._column.addStretch(1)
        self.pages: list[_Page] = []
        self.setWidget(self._holder)

    def show_pages(self, pictures: Sequence[PagePicture], width: int) -> None:
        """Show these pages instead of the ones before, ``width`` logical pixels wide."""
        while len(self.pages) > len(pictures):
            gone = self.pages.pop()
            take_away(gone, self._column)
        while len(self.pages) < len(pictures):
            page = _Page()
            self._column.insertWidget(
                len(self.pages), page, alignment=Qt.AlignmentFlag.AlignHCenter
            )
            self.pages.append(page)
        for number, (page, picture) in enumerate(zip(self.pages, pictures, strict=True), start=1):
            page.show_picture(picture, width)
            page.setAccessibleName(self.tr("Page {0} of {1}").format(number, len(pictures)))


class _Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._size = QSize(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: PagePicture, width: int) -> None:
        self._image = image_of(picture)
        self._size = QSize(width, round(width * picture.height_pt / picture.width_pt))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._size + QSize(2, 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), theme().color("border-strong"))
        painter.drawImage(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._image)
        painter.end()
