"""Parent messages: what families wait for, what we wait for, and all that was said."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.service import CaseloadService
from ot_desktop.changes import Topic
from ot_desktop.messages.domain import Message
from ot_desktop.messages.service import MessageService
from ot_desktop.permissions import Permission, SignedIn
from ot_desktop.settings.service import SettingsService
from ui.change_bridge import ChangeBridge
from ui.messages.letter_dialog import LetterDialog
from ui.messages.list_view import MessageList
from ui.messages.message_panel import MessagePanel
from ui.shared.log_panel import LogPanel
from ui.tasks import TaskRunner
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_hints import KeyHints
from ui.widgets.label import label
from ui.widgets.segmented import SegmentedControl
from ui.widgets.shortcut import bind
from ui.widgets.table import TableFrame
from ui.widgets.tabs import Tabs

OPEN, WAITING, ALL = range(3)
MINE, EVERYBODY = "mine", "everybody"
OURS = {Topic.MESSAGES, Topic.NOTES, Topic.CASELOAD}


class MessagesPage(QWidget):
    """``child_opened`` carries a child; ``told`` a sentence and what takes it back."""

    child_opened = Signal(int)
    child_selected = Signal(int)
    told = Signal(str, object)

    def __init__(
        self,
        messages: MessageService,
        caseload: CaseloadService,
        settings: SettingsService,
        user: SignedIn,
        tasks: TaskRunner,
        changes: ChangeBridge,
    ) -> None:
        super().__init__()
        self._messages = messages
        self._caseload = caseload
        self._settings = settings
        self._user = user
        self._tasks = tasks
        self._may_log = user.may(Permission.LOG_MESSAGE)
        self.setProperty("ground", "window")
        self._build()
        self._connect(changes)
        self.reload()

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus()

    def start_log(self, child_id: int | None) -> None:
        """Begin to log a message, about a child if one is meant."""
        if self._may_log:
            self.message_panel.hide()
            self.log_panel.start(child_id)

    @Slot()
    def reload(self) -> None:
        """Read the view that is shown, and the counts of those that wait."""
        views = (self._messages.open_ones(), self._messages.waiting_for_family())
        for place, found in enumerate(views):
            self.tabs.set_count(place, len(self._concerning(found)))
        place = self.tabs.currentIndex()
        found = self._messages.latest() if place == ALL else views[place]
        self.list.show_messages(self._concerning(found))
        shown = self.list.model_.rowCount()
        self.stack.setCurrentWidget(self.frame if shown else self.empties[place])
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again: what was due is overdue now."""
        super().showEvent(event)
        self.reload()

    def _concerning(self, found: tuple[Message, ...]) -> list[Message]:
        """Leave out other therapists' children for whoever looks at their own."""
        if self.whose.isHidden() or self.whose.chosen() == EVERYBODY:
            return list(found)
        me = self._user
        return [each for each in found if each.concerns(me.id, me.therapist_id)]

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(10)
        column.addLayout(self._head())
        self.tabs = Tabs(self.tr("Views of messages"))
        for words in (self.tr("Open questions"), self.tr("Waiting for family"), self.tr("All")):
            self.tabs.add(words)
        column.addWidget(self.tabs)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._table(), 1)
        self.message_panel = MessagePanel(may_log=self._may_log)
        self.message_panel.hide()
        self.log_panel = LogPanel(self._messages, self._caseload)
        row.addWidget(self.message_panel)
        row.addWidget(self.log_panel)
        column.addLayout(row, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label(self.tr("Parent messages"), "h1"))
        row.addStretch(1)
        self.whose = SegmentedControl(self.tr("Whose messages"), small=True)
        self.whose.add(MINE, self.tr("My children"))
        self.whose.add(EVERYBODY, self.tr("All children"))
        row.addWidget(self.whose)
        is_treating = self._user.therapist_id is not None
        if not (is_treating and not self._user.may(Permission.EDIT_WAITLIST)):
            self.whose.hide()
        self.log_button = Button(self.tr("Log"), "primary", icon="plus", keys="L")
        row.addWidget(self.log_button)
        if not self._may_log:
            self.log_button.hide()
        return row

    def _table(self) -> QWidget:
        self.list = MessageList(self.tr("Messages"))
        hints = [(("J", "K"), self.tr("move")), (("Enter",), self.tr("child"))]
        if self._may_log:
            hints += [
                (("L",), self.tr("log")),
                (("R",), self.tr("reply")),
                (("E",), self.tr("done")),
            ]
        self.frame = TableFrame(self.list, KeyHints(hints))
        why = self.tr("What parents ask in a visit, and what you promise, waits here.")
        self.empties = (
            EmptyState("message-2", self.tr("No open questions."), why),
            EmptyState("hourglass", self.tr("We wait for no family.")),
            EmptyState("message-2", self.tr("Nothing was logged yet.")),
        )
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        for shown in (self.frame, *self.empties):
            self.stack.addWidget(shown)
        return holder

    def _connect(self, changes: ChangeBridge) -> None:
        self.tabs.currentChanged.connect(self.reload)
        self.whose.changed.connect(self.reload)
        self.log_button.clicked.connect(self._log)
        self.list.selectionModel().currentRowChanged.connect(self._follow)
        self.list.opened.connect(self._open_child)
        self.log_panel.closed.connect(self._end_log)
        self.log_panel.logged.connect(self.told)
        panel = self.message_panel
        panel.reply_wanted.connect(self._reply)
        panel.done_wanted.connect(self._settle)
        panel.copy_wanted.connect(self._copy)
        panel.letter_wanted.connect(self._write_letter)
        panel.child_wanted.connect(self.child_opened)
        for keys, run in (("L", self._log), ("R", self._reply), ("E", self._settle)):
            bind(self, keys, run)
        changes.saved.connect(self._reload_if_ours)

    def _current(self) -> Message | None:
        return self.list.current_message()

    @Slot()
    def _follow(self) -> None:
        message = self._current()
        if message is not None:
            self.message_panel.show_message(message)
            self.child_selected.emit(message.child_id)
        is_logging = not self.log_panel.isHidden()
        self.message_panel.setVisible(message is not None and not is_logging)

    @Slot()
    def _log(self) -> None:
        message = self._current()
        self.start_log(message.child_id if message is not None else None)

    @Slot()
    def _reply(self) -> None:
        message = self._current()
        if message is not None and self._may_log:
            self.message_panel.hide()
            self.log_panel.answer(message)

    @Slot()
    def _end_log(self) -> None:
        self._follow()
        self.list.setFocus()

    @Slot()
    def _settle(self) -> None:
        message = self._current()
        if message is None or not self._may_log:
            return
        settled = self._messages.settle(message.id)
        words = self.tr("Done: {0}").format(message.child_name)
        self.told.emit(words, lambda: self._messages.unsettle(settled))

    @Slot()
    def _copy(self) -> None:
        message = self._current()
        if message is not None:
            QGuiApplication.clipboard().setText(message.said)
            self.told.emit(self.tr("Text copied"), None)

    @Slot()
    def _write_letter(self) -> None:
        message = self._current()
        if message is None:
            return
        dialog = LetterDialog(
            self._messages,
            self._caseload.banner(message.child_id),
            (message.caregiver_id, message.said),
            self._settings.clinic().settings.paper,
            self._tasks,
            self,
        )
        if dialog.exec() and dialog.told:
            self.told.emit(dialog.told, None)
        dialog.deleteLater()

    @Slot(QModelIndex)
    def _open_child(self, index: QModelIndex) -> None:
        self.child_opened.emit(self.list.model_.row(index.row()).child_id)

    @Slot(object)
    def _reload_if_ours(self, topic: Topic) -> None:
        if topic in OURS and self.isVisible():
            self.reload()
