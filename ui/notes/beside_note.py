"""What a note has beside it at the press of a key: Parent view, and what is told about home."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.notes.note_page import NotePage
from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ui.notes.editor import NoteEditor
from ui.notes.head import NoteHead
from ui.notes.home_sheet import HomeSheet
from ui.notes.parent_view import ParentViewing
from ui.notes.parent_view_door import ParentViewDoor
from ui.tasks import TaskRunner
from ui.widgets.shortcut import bind


class BesideNote(QObject):
    """Each is made when it is first wanted; ``over`` is the note itself."""

    def __init__(self, head: NoteHead, editor: NoteEditor, over: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._over = over
        self._head = head
        self._shown: NotePage | None = None
        self._services: Services | None = None
        self.sheet: HomeSheet | None = None
        self.parent_viewing = ParentViewing(editor, page)
        head.home_button.hide()
        head.home_button.clicked.connect(self.turn_sheet)
        head.parent_button.clicked.connect(self.show_parent_view)
        bind(page, "F7", self.turn_sheet)
        bind(page, "F8", self.show_parent_view)

    def serve(self, services: Services, tasks: TaskRunner) -> None:
        """Offer what is told about home, and guard the way out of Parent view."""
        self._services = services
        self._head.home_button.show()
        self.parent_viewing.door = ParentViewDoor(services, tasks)

    def show_page(self, page: NotePage) -> None:
        """Be about another note."""
        is_same_child = self._shown is not None and self._shown.child.id == page.child.id
        self._shown = page
        if self.sheet is not None and not is_same_child:
            self.sheet.hide()

    def say(self, sentence: str) -> None:
        """Say in Parent view whether what was typed is safe."""
        self.parent_viewing.say(sentence)

    @Slot()
    def show_parent_view(self) -> None:
        """Show the parent's half alone on the whole screen."""
        if self._shown is not None and self._shown.is_written_in:
            self.parent_viewing.open(self._shown)

    @Slot()
    def turn_sheet(self) -> None:
        """Show what the family told about home, or put it away."""
        if self._shown is None or self._services is None:
            return
        if self.sheet is None:
            may_edit = self._services.user.may(Permission.WRITE_NOTE)
            self.sheet = HomeSheet(self._services.about_home, self._over, may_edit=may_edit)
        if self.sheet.isVisible():
            self.sheet.leave()
        else:
            self.sheet.show_child(self._shown.child)
            self.sheet.come()
