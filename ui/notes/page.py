"""The note of one visit: written with the parent in the room, signed before they leave."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.errors import ClinicError
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.merging import merged
from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.service import NotesService
from ui.asking import Asker
from ui.notes.beside_note import BesideNote
from ui.notes.editor import NoteEditor
from ui.notes.head import NoteHead
from ui.notes.keeping import Keeping
from ui.notes.making import Making
from ui.notes.phrase_area import PhraseArea
from ui.notes.phrase_book import PhraseBook
from ui.notes.reader import NoteReader
from ui.notes.signed_note import SignedNote
from ui.notes.signing import Signing
from ui.notes.strip import NoteStrip
from ui.widgets.shortcut import FINISH, bind


class SessionNotePage(QWidget):
    """Shows one note at a time: the editor, or the reader once it is signed or open elsewhere.

    Whoever leaves, locks or closes calls ``flush`` first; hiding the page does it too.
    """

    note_signed = Signal(int)
    child_wanted = Signal(int)
    home_program_wanted = Signal(int)
    alerts_wanted = Signal(object)
    print_wanted = Signal(int)
    later_wanted = Signal()

    def __init__(self, notes: NotesService, asker: Asker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = notes
        self._page: NotePage | None = None
        self._loading = self._is_connected = False
        self.setProperty("ground", "window")
        self.head = NoteHead()
        self.strip = NoteStrip()
        self.stack = QStackedWidget(self)
        self.editor = NoteEditor(self.stack)
        self.keeping = Keeping(notes, self.head, self.strip, self.told, self)
        self.autosave = self.keeping.autosave
        self.signing = Signing(notes, asker, self)
        self.signed = SignedNote(self.signing, self.stack)
        self._book = PhraseBook(notes.phrases, self)
        self.beside = BesideNote(self.head, self.editor, self.stack, self)
        self._making = Making(self.editor, self)
        self._build()
        self._connect()

    @property
    def reader(self) -> NoteReader:
        """The note as it is read once signed."""
        return self.signed.reader

    @property
    def session_id(self) -> int | None:
        """The visit whose note is shown, or None before the first."""
        shown = self._making.wanted or self._page
        return shown.visit.id if shown else None

    @property
    def is_ready(self) -> bool:
        """The note that was opened is on screen."""
        return self._making.wanted is None

    def open_note(self, session_id: int, *, in_parts: bool = False) -> None:
        """Show a visit's note; what was typed in the one before is saved first.

        The first note is made ``in_parts``, one after the other, so that nobody waits at a window
        that answers nothing. Raises ``ClinicError`` while something cannot be saved: it stays.
        """
        if not self.flush():
            raise ClinicError("This note is not saved yet. Save it before you open another one.")
        page = self._notes.open_note(session_id)
        if in_parts and page.is_written_in and not self.editor.is_whole:
            self._page = None
            self.keeping.show_page(page)
            self.stack.setCurrentWidget(self._nothing)
            self._making.begin(page)
        else:
            self._making.wanted = None
            self._fill(page)
            self._turn_and_begin()

    @Slot()
    def _turn_and_begin(self) -> None:
        self._turn()
        if self._is_written_in:
            QTimer.singleShot(0, self, self._begin)

    @property
    def is_signed(self) -> bool:
        """The note shown can only be read and added to."""
        return self._page is not None and self._page.is_signed

    def flush(self) -> bool:
        """Save what is not saved yet; say whether everything is safe."""
        return self.autosave.flush()

    def stop(self) -> None:
        """Leave Parent view: the lock asks for the PIN itself."""
        self.beside.parent_viewing.close()

    def told(self) -> NoteContent:
        """Return the note as it stands on screen."""
        return self.editor.told()

    def show_child(self, child: ChildPage) -> None:
        """Show what was just learned about the child."""
        if self._page is not None and self._page.visit.child_id == child.id:
            self._page = replace(self._page, child=child)
            self.strip.show_page(self._page)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the note again: it was let go when the page was hidden."""
        super().showEvent(event)
        self._making.resume()
        self.keeping.holding.take_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save on the way out, and let others write."""
        if self.flush():
            self.keeping.holding.let_go()
        super().hideEvent(event)

    @property
    def _is_written_in(self) -> bool:
        return self._page is not None and self._page.is_written_in

    def _build(self) -> None:
        self._nothing = QWidget()
        self.stack.addWidget(self.editor)
        self.stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self._making.begun.connect(self._show_head)
        self._making.made.connect(self._fill)
        self._making.filled.connect(self._turn_and_begin)
        self.head.child_button.clicked.connect(self._want_child)
        self.editor.changed.connect(self._typed)
        self.keeping.open_again_wanted.connect(self._open_again)
        self.keeping.told.connect(self.beside.say)
        self.strip.ask_wanted.connect(self._ask_alerts)
        self.strip.merge_wanted.connect(self._put_together)
        self.signed.changed.connect(self._open_again)
        self.signed.print_wanted.connect(self.print_wanted)
        self.signing.refused.connect(self._show_refusal)
        bind(self, FINISH, self._finish)
        bind(self, "Ctrl+D", self._copy_last)

    def _connect_editor(self) -> None:
        """Connect the parts of the editor, once they are made."""
        self._is_connected, rail = True, self.editor.rail
        self.editor.parent_column.home.easier.way = self._notes.easier_way
        self.editor.session.copy_button.clicked.connect(self._copy_last)
        rail.sign_button.clicked.connect(self._sign)
        rail.later_button.clicked.connect(self._leave)
        for number, section in enumerate(self.editor.jumps, start=1):
            bind(self, f"Alt+{number}", section.go_to)

    def _show(self, page: NotePage) -> None:
        self._fill(page)
        self._turn()

    @Slot(object)
    def _fill(self, page: NotePage) -> None:
        self._page = page
        self._loading = True
        self.keeping.show_page(page)
        self.beside.show_page(page)
        self._show_head(page)
        self._book.open_for(page.child.first_name)
        if page.is_written_in:
            if not self._is_connected:
                self._connect_editor()
            self.editor.show_page(page)
            for area in self.editor.findChildren(PhraseArea):
                area.book = self._book
        else:
            self.signed.show_page(page)
        self._loading = False
        self._weigh()

    @Slot(object)
    def _show_head(self, page: NotePage) -> None:
        self.head.show_page(page)
        self.strip.show_page(page)

    def _turn(self) -> None:
        """Let what was filled in be seen."""
        self.stack.setCurrentWidget(self.editor if self._is_written_in else self.reader)
        if not self._is_written_in:
            self.reader.take_focus()

    @Slot()
    def _begin(self) -> None:
        self.editor.begin()

    @Slot()
    def _typed(self) -> None:
        if not self._loading and self._is_written_in:
            self.keeping.touch()
            self._weigh()

    def _weigh(self) -> None:
        if self._is_written_in:
            self.editor.weigh()

    @Slot()
    def _open_again(self) -> None:
        if self._page is not None and self.flush():
            self._show(self._notes.open_note(self._page.visit.id))

    @Slot()
    def _finish(self) -> None:
        if self._is_written_in:
            self._sign()
        elif self._page is not None:
            self.reader.finish()

    @Slot()
    def _sign(self) -> None:
        page = self._page
        if page is None or not page.is_written_in:
            return
        if self.editor.show_missing():
            return
        note_id = self.keeping.save_now()
        if note_id is not None and self.signing.sign(page, note_id):
            wants_program = self.editor.rail.program_box.isChecked()
            self._show(self._notes.open_note(page.visit.id))
            self.note_signed.emit(note_id)
            if wants_program and page.content.missed is None:
                self.home_program_wanted.emit(page.visit.child_id)

    @Slot(str)
    def _show_refusal(self, sentence: str) -> None:
        if self._is_written_in:
            self.editor.rail.show_problem(sentence)
        else:
            self.reader.show_problem(sentence)

    @Slot()
    def _copy_last(self) -> None:
        page = self._page
        if page is None or page.last_note is None or not page.is_written_in:
            return
        self.editor.copy_from(page.last_note)
        self._typed()

    @Slot()
    def _put_together(self) -> None:
        """Put the words kept beside the note into it, and say what they disagree about."""
        page = self._page
        if page is None or not page.kept_texts:
            return
        kept = page.kept_texts[0]
        if page.is_signed:
            self.reader.add_words(kept)
            return
        both = merged(self.told(), kept.content)
        self._show(replace(page, content=both.content, kept_texts=page.kept_texts[1:]))
        self._typed()
        if self.flush():
            self._notes.drafts.settle(kept, page.visit.child_id)
            self.strip.show_differences(both.differences)

    @Slot()
    def _leave(self) -> None:
        if self.flush():
            self.later_wanted.emit()

    @Slot()
    def _want_child(self) -> None:
        if self._page is not None and self.flush():
            self.child_wanted.emit(self._page.visit.child_id)

    @Slot()
    def _ask_alerts(self) -> None:
        if self._page is not None:
            self.alerts_wanted.emit(self._page.child)
