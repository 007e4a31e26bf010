"""The phrases a note offers, read once a note and again when they are changed."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.notes.phrases import Phrase, Phrases
from ui.notes.phrases_dialog import PhrasesDialog


class PhraseBook(QObject):
    """``child`` is the first name that ``{child}`` stands for."""

    def __init__(self, phrases: Phrases, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._phrases = phrases
        self._read: tuple[Phrase, ...] | None = None
        self.child = ""

    def open_for(self, child: str) -> None:
        """Stand ready for a note about ``child``."""
        self.child = child
        self._read = None

    def phrases(self) -> tuple[Phrase, ...]:
        """Return mine, then the clinic's; none for those who write no notes."""
        if self._read is None:
            try:
                self._read = self._phrases.offered()
            except ClinicError:
                self._read = ()
        return self._read

    def edit(self, typed: str) -> None:
        """Open the list to change it; ``typed`` is offered as the name of a new one."""
        dialog = PhrasesDialog(self._phrases, typed, self._page.window())
        dialog.exec()
        dialog.deleteLater()
        self._read = None
