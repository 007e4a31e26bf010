"""Session notes: leave none unsigned. What waits comes first, each with its age."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.changes import Topic
from ot_desktop.clock import now_local
from ot_desktop.notes.note_page import Queue, UnfinishedNote
from ot_desktop.notes.service import NotesService
from ot_desktop.notes.writer_counts import counts_by_writer, waits_with
from ui.asking import Asker
from ui.change_bridge import ChangeBridge
from ui.notes.queue_words import queue_words
from ui.notes.signed_table_model import SignedTableModel
from ui.notes.signing import Signing
from ui.notes.unfinished_delegate import UnfinishedDelegate
from ui.notes.unfinished_table_model import UnfinishedTableModel
from ui.notes.writers_delegate import WritersDelegate
from ui.notes.writers_table_model import WritersTableModel
from ui.widgets.button import Button
from ui.widgets.chip import ChipGroup
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import label
from ui.widgets.shortcut import FINISH, bind
from ui.widgets.table import TableFrame, TableView

OURS = {Topic.NOTES, Topic.SCHEDULE}
TO_CONTENT = QHeaderView.ResizeMode.ResizeToContents
ALL, LATE, SIGNED, WRITERS = "all", "late", "signed", "writers"


class NotesListPage(QWidget):
    """``note_wanted`` carries the session whose note should be opened."""

    note_wanted = Signal(int)
    told = Signal(str)

    def __init__(self, notes: NotesService, changes: ChangeBridge, asker: Asker) -> None:
        super().__init__()
        self._notes = notes
        self._waiting: list[UnfinishedNote] = []
        self.setProperty("ground", "window")
        self.count = label("", "small", "text-2")
        self.continue_button = Button(
            self.tr("Continue the oldest"), "primary", icon="pencil", keys="N"
        )
        self.cosign_button = Button(self.tr("Co-sign"), icon="signature", keys="Ctrl Enter")
        self.problem = label("", "small", "danger-text", wrap=True)
        self.queues = ChipGroup(self.tr("Which notes"), one=True)
        self.model = UnfinishedTableModel(self)
        self.view = TableView(self.tr("Unfinished notes"))
        self.view.setModel(self.model)
        self.view.set_row_delegate(UnfinishedDelegate(self.view))
        self.only_button = Button("", icon="x", size="small")
        self._only = ""
        self.empty = EmptyState("clipboard-text", self.tr("All notes are signed."))
        self.stack = QStackedWidget(self)
        self.signing = Signing(notes, asker, self)
        self._build()
        self._connect(changes)
        self.reload()

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self._shown_view().setFocus()

    def show_late(self) -> None:
        """Show what is over the clinic's hours, and nothing else."""
        self.queues.choose((LATE,))

    @Slot()
    def reload(self) -> None:
        """Read the lists again."""
        self._waiting = [*self._notes.unfinished(), *self._notes.without_visit()]
        self._show_counts()
        self._show_chosen()
        self.count.setText(self._count_words())
        self.continue_button.setEnabled(any(not note.is_signed for note in self._waiting))

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
        head.setContentsMargins(20, 12, 20, 8)
        head.setSpacing(12)
        head.addWidget(label(self.tr("Session notes"), "h1"))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.cosign_button)
        head.addWidget(self.continue_button)
        self._offer_queues()
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.stack.addWidget(TableFrame(self.view))
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 0, 20, 12)
        inner.setSpacing(8)
        chips = QHBoxLayout()
        chips.addWidget(self.queues, 1)
        chips.addWidget(self.only_button)
        inner.addLayout(chips)
        inner.addWidget(self.problem)
        inner.addWidget(self.stack, 1)
        column.addLayout(inner, 1)
        self.problem.hide()
        self.only_button.hide()

    def _offer_queues(self) -> None:
        self.queues.add(ALL, self.tr("To finish"))
        self.queues.add(LATE, self.tr("Late"))
        for queue, words in queue_words().items():
            self.queues.add(queue.value, words)
        if self._notes.may_see_counts:
            self.queues.add(WRITERS, self.tr("By therapist"))
        self.queues.add(SIGNED, self.tr("Signed"))
        self.queues.choose((ALL,))

    def _connect(self, changes: ChangeBridge) -> None:
        self.continue_button.clicked.connect(self._continue)
        self.cosign_button.clicked.connect(self._cosign)
        self.queues.changed.connect(self._show_chosen)
        self.only_button.clicked.connect(self._show_everybody)
        self.view.opened.connect(self._open)
        self.view.selectionModel().currentRowChanged.connect(self._weigh)
        self.view.installEventFilter(self)
        self.signing.refused.connect(self._show_problem)
        bind(self, FINISH, self._cosign)
        changes.saved.connect(self._reload_if_ours)

    def _show_counts(self) -> None:
        late = sum(note.is_late for note in self._waiting)
        counted = [(LATE, self.tr("Late"), late)]
        for key, words in queue_words().items():
            counted.append((key.value, words, sum(n.queue is key for n in self._waiting)))
        for key_, words, count in counted:
            chip = self.queues.chip(key_)
            chip.setText(f"{words} {count}" if count else words)
            chip.setAccessibleName(chip.text())
            chip.updateGeometry()

    @Slot()
    def _show_chosen(self) -> None:
        [chosen] = self.queues.chosen()
        self._show_problem("")
        self.only_button.setVisible(bool(self._only) and chosen not in (SIGNED, WRITERS))
        if chosen == SIGNED:
            self.signed_model.show_rows(self._notes.signed())
            self._turn_to(self.signed_view)
        elif chosen == WRITERS:
            self.writers_model.show_rows(counts_by_writer(self._waiting, now_local()))
            self._turn_to(self.writers_view)
        else:
            self._show_waiting(chosen)
        self._weigh()

    def _turn_to(self, view: TableView) -> None:
        if (frame := view.parentWidget()) is not None:
            self.stack.setCurrentWidget(frame)

    def _show_waiting(self, chosen: str) -> None:
        shown = [
            note
            for note in self._waiting
            if (chosen in (ALL, note.queue.value) or (chosen == LATE and note.is_late))
            and self._only in ("", waits_with(note))
        ]
        self.model.show_notes(shown)
        self.stack.setCurrentIndex(0 if shown else 1)

    @cached_property
    def signed_model(self) -> SignedTableModel:
        """The notes that are done; most days nobody asks."""
        return SignedTableModel(self)

    @cached_property
    def signed_view(self) -> TableView:
        """The table of the notes that are done."""
        return self._another_view(self.tr("Signed notes"), self.signed_model, self._open_signed)

    @cached_property
    def writers_model(self) -> WritersTableModel:
        """An owner's counts."""
        return WritersTableModel(self)

    @cached_property
    def writers_view(self) -> TableView:
        """The table of an owner's counts."""
        name = self.tr("Unfinished notes by therapist")
        view = self._another_view(name, self.writers_model, self._show_only)
        view.set_row_delegate(WritersDelegate(view))
        for place in (0, self.writers_model.columnCount() - 1):
            view.horizontalHeader().setSectionResizeMode(place, TO_CONTENT)
        return view

    def _another_view(
        self, name: str, model: QAbstractItemModel, opened: Callable[[QModelIndex], None]
    ) -> TableView:
        view = TableView(name)
        view.setModel(model)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        view.opened.connect(opened)
        self.stack.addWidget(TableFrame(view))
        return view

    def _shown_view(self) -> TableView:
        [chosen] = self.queues.chosen()
        if chosen == SIGNED:
            return self.signed_view
        return self.writers_view if chosen == WRITERS else self.view

    @Slot(QModelIndex)
    def _show_only(self, index: QModelIndex) -> None:
        self._only = self.writers_model.row(index.row()).who
        self.only_button.setText(self.tr("Only {0}").format(self._only))
        self.only_button.setAccessibleName(self.tr("Show everybody’s notes again"))
        self.queues.choose((ALL,))
        self._show_chosen()
        self.view.setFocus()

    @Slot()
    def _show_everybody(self) -> None:
        self._only = ""
        self._show_chosen()

    def _count_words(self) -> str:
        waiting = len(self._waiting)
        late = sum(note.is_late for note in self._waiting)
        words = self.tr("1 to finish") if waiting == 1 else self.tr("{0} to finish").format(waiting)
        if late:
            words += self.tr(", {0} late").format(late)
        return words if waiting else ""

    @Slot()
    def _weigh(self) -> None:
        note = self._to_cosign()
        self.cosign_button.setVisible(any(n.queue is Queue.TO_COSIGN for n in self._waiting))
        self.cosign_button.setEnabled(note is not None and note.is_mine)

    def _to_cosign(self) -> UnfinishedNote | None:
        """Return the chosen note if it waits for a co-signature, or the first that waits for me."""
        row = self.view.currentIndex().row()
        if self.stack.currentIndex() == 0 and 0 <= row < self.model.rowCount():
            note = self.model.row(row)
            return note if note.queue is Queue.TO_COSIGN else None
        return None

    @Slot()
    def _cosign(self) -> None:
        note = self._to_cosign()
        if note is None or note.note_id is None:
            self._show_problem(self.tr("Choose a note that waits for your co-signature."))
        elif self.signing.cosign_of(note.note_id, note.child_name):
            self.told.emit(self.tr("Co-signed. The note of {0} is done.").format(note.child_name))

    @Slot(str)
    def _show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    @Slot()
    def _continue(self) -> None:
        to_write = [note for note in self._waiting if not note.is_signed]
        mine = sorted(to_write, key=lambda note: not note.is_mine)
        if mine:
            self.note_wanted.emit(mine[0].session_id)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.note_wanted.emit(self.model.row(index.row()).session_id)

    @Slot(QModelIndex)
    def _open_signed(self, index: QModelIndex) -> None:
        self.note_wanted.emit(self.signed_model.row(index.row()).session_id)

    @Slot(object)
    def _reload_if_ours(self, topic: Topic) -> None:
        if topic in OURS:
            self.reload()
