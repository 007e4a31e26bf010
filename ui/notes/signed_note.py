"""What is done with a note that can only be read: addenda, the co-signature, printing."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from ot_desktop.notes.note_page import NotePage
from ui.notes.reader import NoteReader
from ui.notes.signing import Signing


class SignedNote(QObject):
    """``changed`` asks to open the note again; ``print_wanted`` carries it.

    ``summary_wanted`` carries the visit, where the person may print for families.
    """

    changed = Signal()
    print_wanted = Signal(int)
    summary_wanted = Signal(int)

    def __init__(self, signing: Signing, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._signing = signing
        self._stack = stack
        self._page: NotePage | None = None
        self.offers_summary = False

    @cached_property
    def reader(self) -> NoteReader:
        """The note as it is read; most notes are opened to be written."""
        reader = NoteReader()
        reader.addendum_wanted.connect(self._add)
        reader.cosign_wanted.connect(self._cosign)
        reader.print_wanted.connect(self._print)
        reader.summary_wanted.connect(self._sum_up)
        reader.offers_summary = self.offers_summary
        reader.refresh_wanted.connect(self.changed)
        self._stack.addWidget(reader)
        return reader

    def show_page(self, page: NotePage) -> None:
        """Show a note."""
        self._page = page
        self.reader.show_page(page)

    @Slot(str)
    def _add(self, body: str) -> None:
        if self._page is not None and self._signing.add(self._page, body, self.reader.added):
            self.reader.forget_added()
            self.changed.emit()

    @Slot()
    def _cosign(self) -> None:
        if self._page is not None and self._signing.cosign(self._page):
            self.changed.emit()

    @Slot()
    def _print(self) -> None:
        if self._page is not None:
            self.print_wanted.emit(self._page.note_id or 0)

    @Slot()
    def _sum_up(self) -> None:
        if self._page is not None:
            self.summary_wanted.emit(self._page.visit.id)
