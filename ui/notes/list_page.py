"""Session notes: leave none unsigned. Unfinished ones first, each with its age."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.changes import Topic
from ot_desktop.notes.service import NotesService
from ui.change_bridge import ChangeBridge
from ui.notes.unfinished_delegate import UnfinishedDelegate
from ui.notes.unfinished_table_model import UnfinishedTableModel
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import label
from ui.widgets.table import TableFrame, TableView

OURS = {Topic.NOTES, Topic.SCHEDULE}


class NotesListPage(QWidget):
    """``note_wanted`` carries the session whose note should be opened."""

    note_wanted = Signal(int)

    def __init__(self, notes: NotesService, changes: ChangeBridge) -> None:
        super().__init__()
        self._notes = notes
        self.setProperty("ground", "window")
        self.count = label("", "small", "text-2")
        self.continue_button = Button(
            self.tr("Continue the oldest"), "primary", icon="pencil", keys="N"
        )
        self.model = UnfinishedTableModel(self)
        self.view = TableView(self.tr("Unfinished notes"))
        self.view.setModel(self.model)
        self.view.set_row_delegate(UnfinishedDelegate(self.view))
        self.empty = EmptyState("clipboard-text", self.tr("All notes are signed."))
        self.stack = QStackedWidget()
        self._build()
        self.continue_button.clicked.connect(self._continue)
        self.view.opened.connect(self._open)
        self.view.installEventFilter(self)
        changes.saved.connect(self._reload_if_ours)
        self.reload()

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.view.setFocus()

    def reload(self) -> None:
        """Read the list again."""
        self.model.show_notes(self._notes.unfinished())
        waiting = self.model.rowCount()
        self.count.setText(self._count_words())
        self.continue_button.setEnabled(waiting > 0)
        self.stack.setCurrentIndex(0 if waiting else 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again: ages have grown."""
        super().showEvent(event)
        self.reload()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Continue the oldest with N, before the window's own N sees it."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() in kinds and isinstance(event, QKeyEvent) and event.text() == "n":
            if event.type() == QEvent.Type.KeyPress:
                self._continue()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 20, 12)
        head.setSpacing(12)
        head.addWidget(label(self.tr("Session notes"), "h1"))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.continue_button)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.stack.addWidget(TableFrame(self.view))
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 0, 20, 12)
        inner.addWidget(self.stack)
        column.addLayout(inner, 1)

    def _count_words(self) -> str:
        waiting = self.model.rowCount()
        late = sum(self.model.row(place).is_late for place in range(waiting))
        words = self.tr("1 to finish") if waiting == 1 else self.tr("{0} to finish").format(waiting)
        if late:
            words += self.tr(", {0} late").format(late)
        return words if waiting else ""

    @Slot()
    def _continue(self) -> None:
        if self.model.rowCount():
            self.note_wanted.emit(self.model.row(0).session_id)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.note_wanted.emit(self.model.row(index.row()).session_id)

    @Slot(object)
    def _reload_if_ours(self, topic: Topic) -> None:
        if topic in OURS:
            self.reload()
