"""Makes the editor of the first note one part after the other, so that the window answers."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.notes.note_page import NotePage
from ui.notes.editor import NoteEditor


class Making(QObject):
    """``begun`` and ``made`` carry the note ``wanted``: at first, and once the editor is whole.

    ``filled`` comes last, to let the editor be seen.
    """

    begun = Signal(object)
    made = Signal(object)
    filled = Signal()

    def __init__(self, editor: NoteEditor, page: QWidget) -> None:
        super().__init__(page)
        self._editor = editor
        self._over = page
        self.wanted: NotePage | None = None
        self._is_begun = self._is_filled = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, page: NotePage) -> None:
        """Make what the note needs."""
        self.wanted = page
        self._is_begun = self._is_filled = False
        self._timer.start()

    def resume(self) -> None:
        """Go on where the page was left before it was whole."""
        if self.wanted is not None:
            self._timer.start()

    @Slot()
    def _go_on(self) -> None:
        page = self.wanted
        if page is None or self._over.isHidden():  # somebody left; unseen is not left
            self._timer.stop()
        elif not self._is_begun:
            self._is_begun = True
            self.begun.emit(page)
        elif not self._editor.is_whole:
            self._editor.make_next()
        elif not self._is_filled:
            self._is_filled = True
            self.made.emit(page)
        else:
            self._timer.stop()
            self.wanted = None
            self.filled.emit()
