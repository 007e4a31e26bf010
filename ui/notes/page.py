"""The note of one visit: written with the parent in the room, signed before they leave."""

from functools import cached_property

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.notes.beginning import copied_from_last
from ot_desktop.notes.completeness import Missing, Part, missing_parts
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.service import NotesService
from ui.asking import Asker
from ui.notes.autosave import Autosave
from ui.notes.beside_note import BesideNote
from ui.notes.editor import NoteEditor
from ui.notes.head import NoteHead
from ui.notes.reader import NoteReader
from ui.notes.strip import NoteStrip
from ui.widgets.shortcut import FINISH, bind


class SessionNotePage(QWidget):
    """Shows one note at a time: the editor, or the reader once it is signed.

    Whoever leaves, locks or closes calls ``flush`` first; hiding the page does it too.
    """

    note_signed = Signal(int)
    child_wanted = Signal(int)
    home_program_wanted = Signal(int)
    later_wanted = Signal()

    def __init__(self, notes: NotesService, asker: Asker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = notes
        self._asker = asker
        self._page: NotePage | None = None
        self._note_id: int | None = None
        self._loading = False
        self.setProperty("ground", "window")
        self.head = NoteHead()
        self.strip = NoteStrip()
        self.stack = QStackedWidget(self)
        self.editor = NoteEditor(self.stack)
        self.autosave = Autosave(self._save, self)
        self.beside = BesideNote(self.head, self.editor, self.stack, self)
        self._build()
        self._connect()

    @cached_property
    def reader(self) -> NoteReader:
        """The note as it is read once signed; most notes are opened to be written."""
        reader = NoteReader()
        reader.addendum_wanted.connect(self._add_addendum)
        self.stack.addWidget(reader)
        return reader

    @property
    def session_id(self) -> int | None:
        """The visit whose note is shown, or None before the first."""
        return self._page.visit.id if self._page else None

    def open_note(self, session_id: int) -> None:
        """Show a visit's note; what was typed in the one before is saved first."""
        self.flush()
        self._show(self._notes.open_note(session_id))
        if not self.is_signed:
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

    def go_to(self, part: Part, missing: Missing | None = None) -> None:
        """Put the cursor where ``part`` is filled in."""
        self.editor.go_to(part, missing.index if missing else None)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save on the way out."""
        self.flush()
        super().hideEvent(event)

    def _build(self) -> None:
        self.stack.addWidget(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        rail = self.editor.rail
        self.head.child_button.clicked.connect(self._want_child)
        self.editor.changed.connect(self._typed)
        self.editor.session.copy_button.clicked.connect(self._copy_last)
        rail.sign_button.clicked.connect(self._sign)
        rail.later_button.clicked.connect(self._leave)
        rail.part_wanted.connect(self._go_to_part)
        self.autosave.saved.connect(self._show_saved)
        self.autosave.failed.connect(self._show_failed)
        bind(self, FINISH, self._finish)
        bind(self, "Ctrl+D", self._copy_last)
        for number, section in enumerate(self.editor.jumps, start=1):
            bind(self, f"Alt+{number}", section.go_to)

    def _show(self, page: NotePage) -> None:
        self.autosave.forget()
        self._page, self._note_id = page, page.note_id
        self._loading = True
        self.head.show_page(page)
        self.beside.show_page(page)
        self.strip.show_trouble("")
        self.strip.show_page(page)
        if page.is_signed:
            self.reader.show_page(page)
        else:
            self.editor.show_page(page)
        self.stack.setCurrentWidget(self.reader if page.is_signed else self.editor)
        if page.is_signed:
            self.reader.take_focus()
        self._loading = False
        self._weigh()

    @Slot()
    def _begin(self) -> None:
        missing = missing_parts(self.told())
        self.go_to(missing[0].part if missing else Part.WHO)

    @Slot()
    def _typed(self) -> None:
        if not self._loading:
            self.autosave.touch()
            self.head.show_typing()
            self._weigh()

    def _weigh(self) -> None:
        if self.is_signed:
            return
        content = self.told()
        missing = missing_parts(content)
        self.editor.rail.show_missing(content, missing)
        self.editor.forget_problems_but({one.part for one in missing})

    def _save(self) -> None:
        if self._page is None or self.is_signed:
            return
        self._saved = self._notes.save_draft(self._page.visit.id, self.told())
        self._note_id = self._saved.note_id

    @Slot()
    def _show_saved(self) -> None:
        self.head.show_saved(self._saved.saved_at)
        self.strip.show_trouble("")
        self.beside.say(self.head.saved.text())

    @Slot(str)
    def _show_failed(self, sentence: str) -> None:
        self.head.show_failed()
        self.strip.show_trouble(sentence)
        self.beside.say(sentence)

    @Slot()
    def _finish(self) -> None:
        if self.is_signed:
            self.reader.add_button.click()
        else:
            self._sign()

    @Slot()
    def _sign(self) -> None:
        if self._page is None or self.is_signed:
            return
        missing = missing_parts(self.told())
        self.editor.show_problems(missing)
        if missing:
            self.go_to(missing[0].part, missing[0])
            return
        self.autosave.touch()  # a note that was opened complete has no row yet
        if self.flush() and self._note_id is not None:
            self._ask_and_sign(self._note_id)

    def _ask_and_sign(self, note_id: int) -> None:
        page = self._page
        if page is None:
            return
        confirmed = self._asker.confirm_password(
            self.tr("Sign as {0}?").format(page.signer.as_text),
            self.tr("Sign note"),
            self._notes.confirm,
        )
        if confirmed is None:
            return
        try:
            self._notes.sign(note_id, confirmed)
        except ClinicError as refused:
            self.editor.rail.show_problem(str(refused))
        else:
            self._signed(note_id, page)

    def _signed(self, note_id: int, page: NotePage) -> None:
        wants_program = self.editor.rail.program_box.isChecked()
        self._show(self._notes.open_note(page.visit.id))
        self.note_signed.emit(note_id)
        if wants_program:
            self.home_program_wanted.emit(page.visit.child_id)

    @Slot(str)
    def _add_addendum(self, body: str) -> None:
        page, note_id = self._page, self._note_id
        if page is None or note_id is None:
            return
        if not body.strip():
            self.reader.show_problem(self.tr("Write what you want to add."))
            return
        confirmed = self._asker.confirm_password(
            self.tr("Sign the addendum as {0}?").format(page.signer.as_text),
            self.tr("Sign"),
            self._notes.confirm,
        )
        if confirmed is None:
            return
        try:
            self._notes.add_addendum(note_id, body, confirmed)
        except ClinicError as refused:
            self.reader.show_problem(str(refused))
        else:
            self.reader.addendum_area.clear()
            self._show(self._notes.open_note(page.visit.id))

    @Slot()
    def _copy_last(self) -> None:
        page = self._page
        if page is None or page.last_note is None or self.is_signed:
            return
        copied = copied_from_last(self.told(), page.last_note)
        self.editor.session.show_copied(copied.session)
        self._typed()

    @Slot(object)
    def _go_to_part(self, part: Part) -> None:
        first = next((one for one in missing_parts(self.told()) if one.part is part), None)
        self.go_to(part, first)

    @Slot()
    def _leave(self) -> None:
        if self.flush():
            self.later_wanted.emit()

    @Slot()
    def _want_child(self) -> None:
        if self._page is not None and self.flush():
            self.child_wanted.emit(self._page.visit.child_id)
