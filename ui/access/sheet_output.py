"""Where the recovery sheet goes: the printer, or a file the person chooses."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.page_pictures import PagePicture, page_pictures
from ui.asking import Asker
from ui.shared.pdf_view import image_of

_DPI, _POINTS = 300, 72


class SheetOutput:
    """The one object that touches printer and disk; tests hand pages another one."""

    def __init__(self, window: QWidget, asker: Asker) -> None:
        self._window = window
        self._asker = asker

    def print_sheet(self, pdf: bytes) -> bool:
        """Ask the computer's print dialog, then print; say whether it was printed."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(_DPI)
        letter = QPageSize(QPageSize.PageSizeId.Letter)
        upright = QPageLayout.Orientation.Portrait
        printer.setPageLayout(QPageLayout(letter, upright, QMarginsF(0, 0, 0, 0)))
        printer.setFullPage(True)
        if QPrintDialog(printer, self._window).exec() != QDialog.DialogCode.Accepted:
            return False
        _paint(printer, page_pictures(pdf, _DPI / _POINTS))
        return True

    def save_sheet(self, pdf: bytes, question: str, kinds: str) -> str:
        """Ask where, and write it; returns the file's name, empty when nothing was saved."""
        path = self._asker.file_to_save(question, "Recovery sheet.pdf", kinds)
        if path is None:
            return ""
        try:
            path.write_bytes(pdf)
        except OSError as error:
            words = self._window.tr("It could not be written there. Choose another folder.")
            raise ClinicError(words) from error
        return path.name


def _paint(printer: QPrinter, pictures: Sequence[PagePicture]) -> None:
    painter = QPainter(printer)
    for picture in pictures:
        whole = printer.pageLayout().fullRectPixels(printer.resolution())
        painter.drawImage(QRectF(whole), image_of(picture))
    painter.end()
