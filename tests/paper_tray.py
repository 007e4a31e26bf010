"""Stands in for ``ui.shared.paper_output.PaperOutput``: a tray and a folder to look into."""

from PySide6.QtPrintSupport import QPrinter

from ui.shared.paper_output import free_path, write


class PaperTray:
    """Remembers what was printed, written and opened."""

    def __init__(self, folder, *, has_printer=False, backs_out=False):
        self.folder = folder
        self.has = has_printer
        self.backs_out = backs_out
        self.printed = []
        self.opened = []

    def has_printer(self):
        return self.has

    def choose_printer(self, size):
        self.size = size
        if self.backs_out:
            return None
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / "printer.pdf"))
        return printer

    def print_pages(self, printer, pictures):
        self.printed.append(pictures)
        return True

    def keep(self, name, pdf):
        return write(free_path(self.folder, name), pdf)

    def show(self, path):
        self.opened.append(path)
