"""Where papers go: the computer's printer, or a file where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.page_pictures import POINTS_PER_INCH, PagePicture, page_pictures
from ot_desktop.paper.page import PageSize
from ot_desktop.progress import Progress
from ui.shared.pdf_view import image_of

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINT_DPI = 300
_SIZES = {
    PageSize.LETTER: QPageSize.PageSizeId.Letter,
    PageSize.A4: QPageSize.PageSizeId.A4,
}


class PaperOutput:
    """The one object that touches printers and folders; tests hand pages another one."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def has_printer(self) -> bool:
        """Say whether this computer knows a printer."""
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415  (not at start-up)

        return bool(QPrinterInfo.availablePrinterNames())

    def choose_printer(self, size: PageSize) -> QPrinter | None:
        """Ask with the computer's own print dialog; None when the person backs out."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  (not at start-up)

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(PRINT_DPI)
        printer.setPageLayout(
            QPageLayout(
                QPageSize(_SIZES[size]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
            )
        )
        printer.setFullPage(True)
        answer = QPrintDialog(printer, self._window).exec()
        return printer if answer == QDialog.DialogCode.Accepted else None

    def print_pages(self, printer: QPrinter, pictures: Sequence[PagePicture]) -> bool:
        """Fill one sheet with each page; say whether the printer took them."""
        return paint_pages(printer, pictures)

    def keep(self, name: str, pdf: bytes) -> Path:
        """Write a file into the person's documents under a free name, and return its path."""
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return write(free_path(Path(place), name), pdf)

    def show(self, path: Path) -> None:
        """Open a file in the computer's own viewer."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def write(path: Path, pdf: bytes) -> Path:
    """Write the pages; raises ``ClinicError`` where the folder does not take them."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf)
    except OSError as error:
        raise ClinicError(
            f"{path.name} could not be written there. Choose another folder."
        ) from error
    return path


def free_path(folder: Path, name: str) -> Path:
    """Return a path nobody uses yet: ``name (2).pdf`` beside ``name.pdf``."""
    path = folder / name
    number = 2
    while path.exists():
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        number += 1
    return path


def paint_pages(printer: QPrinter, pictures: Sequence[PagePicture]) -> bool:
    """Fill one sheet with each page, turned as it is; say whether the printer took them."""
    if pictures and pictures[0].width > pictures[0].height:
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    whole = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    for number, picture in enumerate(pictures):
        if number:
            printer.newPage()
        painter.drawImage(whole, image_of(picture))
    return painter.end()


def for_printer(pdf: bytes, _progress: Progress) -> tuple[PagePicture, ...]:
    """Return the pages as sharp as they are printed; slow, so run it beside the window."""
    return page_pictures(pdf, PRINT_DPI / POINTS_PER_INCH)
