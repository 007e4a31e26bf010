"""Keeps what is typed into one note, and says in its head and strip how that goes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.drafts import SavedDraft
from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.service import NotesService
from ui.notes.autosave import Autosave
from ui.notes.head import NoteHead
from ui.notes.holding import Holding
from ui.notes.strip import NoteStrip


class Keeping(QObject):
    """``saved`` is what was saved last of the note shown; None before the first time.

    ``told`` carries how the last saving went, for whoever does not see the head.
    """

    open_again_wanted = Signal()
    told = Signal(str)

    def __init__(
        self,
        notes: NotesService,
        head: NoteHead,
        strip: NoteStrip,
        told: Callable[[], NoteContent],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._notes = notes
        self._head = head
        self._strip = strip
        self._told = told
        self._session_id: int | None = None
        self.saved: SavedDraft | None = None
        self.autosave = Autosave(self._save, self)
        self.holding = Holding(notes.drafts, self)
        self.autosave.saved.connect(self._show_saved)
        self.autosave.failed.connect(self._show_failed)
        self.holding.lost.connect(self._show_beside)
        strip.retry_wanted.connect(self._try_again)

    def show_page(self, page: NotePage) -> None:
        """Keep this note from now on, if it is written in."""
        self.autosave.forget()
        self.saved = None
        self._strip.show_trouble("")
        self._session_id = page.visit.id if page.is_written_in else None
        if page.is_written_in:
            self.holding.hold(page.visit.id)
        else:
            self.holding.release()

    def touch(self) -> None:
        """Note that something was typed."""
        self.autosave.touch()
        self.holding.touch()
        self._head.show_typing()

    def save_now(self) -> int | None:
        """Save the note as it stands and return its id; None when it is not safely in its place."""
        self.autosave.touch()  # a note that was opened complete has no row yet
        if not self.autosave.flush() or self.saved is None or self.saved.beside:
            return None
        return self.saved.note_id

    def _save(self) -> None:
        if self._session_id is not None:
            self.saved = self._notes.save_draft(self._session_id, self._told())

    @Slot()
    def _show_saved(self) -> None:
        if self.saved is None:
            return
        if self.saved.beside:
            self._show_beside(self.saved.beside)
        else:
            self._head.show_saved(self.saved.saved_at)
            self._strip.show_trouble("")
            self.told.emit(self._head.saved.text())

    @Slot(str)
    def _show_beside(self, sentence: str) -> None:
        self._head.show_failed()
        self._strip.show_beside(sentence)
        self.told.emit(sentence)

    @Slot(str)
    def _show_failed(self, sentence: str) -> None:
        self._head.show_failed()
        self._strip.show_trouble(sentence)
        self.told.emit(sentence)

    @Slot()
    def _try_again(self) -> None:
        if self._strip.is_beside:
            self.open_again_wanted.emit()
        else:
            self.autosave.flush()
