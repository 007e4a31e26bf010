"""Parent view: the parent's half of the note alone on the whole screen, in large plain words."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.clock import today
from ot_desktop.day_words import clock_text, near_day_text
from ot_desktop.notes.note_page import NotePage
from ui.notes.editor import NoteEditor
from ui.notes.parent_column import ParentColumn
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.label import label
from ui.widgets.scrolling import scroller
from ui.widgets.shortcut import bind

LARGE = 130
"""Percent: 14 px become the 18 px that a parent reads from the other side of a table."""
_WIDEST, _SIDE = 860, 300

Door = Callable[[QWidget], bool]


def _open_door(_view: QWidget) -> bool:
    return True


class ParentView(QDialog):
    """Nothing else of the program can be reached from here; ``leave`` is asked for to go back."""

    def __init__(self, leave: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._leave = leave
        self.setModal(True)
        self.setWindowTitle(self.tr("OT Desktop"))  # no window title holds a child's name
        self.setAccessibleName(self.tr("Parent view"))
        self.setProperty("ground", "window")
        self.name = ElidedLabel("h1", "text")
        self.saved = label("", "small", "text-2")
        self.done_button = Button(
            self.tr("Back to the therapist"), icon="logout", keys="F8", size="large"
        )
        self.side = QVBoxLayout()
        self.side.setSpacing(12)
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        self._build()
        self.done_button.clicked.connect(self._ask)
        bind(self, "F8", self._ask)

    def show_child(self, page: NotePage, plan: tuple[str, ...], column: ParentColumn) -> None:
        """Take the parent's column in, with the plan and the next visit beside it."""
        self.name.show_text(self.tr("{0}: how is it going?").format(page.child.first_name))
        column.setMaximumWidth(theme().px(_WIDEST))
        self._row.insertWidget(0, column, 3)
        lines = tuple(line.strip() for line in plan if line.strip())
        self.side.addWidget(self._plan_card(lines))
        self.side.addWidget(self._next_card(page))
        self.side.addStretch(1)

    def say(self, sentence: str) -> None:
        """Say whether what was typed is safe."""
        self.saved.setText(sentence)

    def reject(self) -> None:
        """Esc goes back like the button, and no other way."""
        self._ask()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the window's own button ask too."""
        event.ignore()
        self._ask()

    @Slot()
    def _ask(self) -> None:
        self._leave()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.name, 1)
        head.addWidget(self.saved)
        head.addWidget(self.done_button)
        beside = QWidget()
        beside.setProperty("ground", "clear")
        beside.setLayout(self.side)
        self.side.setContentsMargins(0, 0, 0, 0)
        area = scroller(beside)
        area.setMinimumWidth(theme().px(_SIDE))
        self._row.addWidget(area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(self._row, 1)

    def _plan_card(self, lines: tuple[str, ...]) -> Card:
        card = Card(self.tr("Next time we will"), icon="list-check")
        for line in lines or (self.tr("We plan this together at the end."),):
            card.add(label(line, "body", wrap=True))
        return card

    def _next_card(self, page: NotePage) -> Card:
        card = Card(self.tr("You come again"), icon="calendar-event")
        coming = page.next_visit
        words = self.tr("Nothing is booked yet.")
        if coming is not None:
            day = near_day_text(coming.starts.date(), today())
            words = self.tr("{0} at {1}").format(day, clock_text(coming.starts))
        card.add(label(words, "body-strong", wrap=True))
        return card


class ParentViewing(QObject):
    """Lends the editor's own column to the view, so that what is typed is in the same draft.

    ``door`` asks for the PIN when the clinic wants it, and says whether to let them out.
    """

    def __init__(self, editor: NoteEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._editor = editor
        self._view: ParentView | None = None
        self._text_size = 100
        self.door: Door = _open_door

    @property
    def view(self) -> ParentView | None:
        """The view while it is shown."""
        return self._view

    def open(self, page: NotePage) -> None:
        """Show the parent's half of this note alone."""
        if self._view is not None:
            return
        self._text_size = theme().text_size
        theme().set_text_size(max(self._text_size, LARGE))
        column = self._editor.lend_parent_column()
        column.speak_plainly(on=True)
        view = ParentView(self.ask_to_leave, self._page)
        view.show_child(page, self._editor.session.plan.told(), column)
        self._view = view
        view.showFullScreen()
        column.show()
        QTimer.singleShot(0, view, column.who.go_to)

    @Slot()
    def ask_to_leave(self) -> None:
        """Go back to the note, once the door lets out."""
        if self._view is not None and self.door(self._view):
            self.close()

    def say(self, sentence: str) -> None:
        """Say in the view whether what was typed is safe."""
        if self._view is not None:
            self._view.say(sentence)

    @Slot()
    def close(self) -> None:
        """Go back to the note at once: somebody may go, or the lock takes over."""
        view, self._view = self._view, None
        if view is None:
            return
        column = self._editor.parent_column
        column.setMaximumWidth(_NO_LIMIT)
        column.speak_plainly(on=False)
        self._editor.take_back_parent_column()
        view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        view.hide()
        view.deleteLater()
        theme().set_text_size(self._text_size)


_NO_LIMIT = 16_777_215  # Qt's QWIDGETSIZE_MAX
