"""What was said with the family of one child: a tab of the child's page."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.service import CaseloadService
from ot_desktop.changes import Topic
from ot_desktop.messages.domain import Message
from ot_desktop.messages.service import MessageService
from ui.change_bridge import ChangeBridge
from ui.messages.list_view import MessageList
from ui.shared.log_panel import LogPanel
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import label
from ui.widgets.shortcut import bind
from ui.widgets.table import TableFrame


class ChildMessages(QWidget):
    """``told`` carries a sentence and what takes it back."""

    told = Signal(str, object)

    def __init__(
        self,
        messages: MessageService,
        caseload: CaseloadService,
        changes: ChangeBridge,
        *,
        may_log: bool,
    ) -> None:
        super().__init__()
        self._messages = messages
        self._may_log = may_log
        self._child_id: int | None = None
        self._build(caseload)
        self._connect(changes)

    def show_child(self, child_id: int) -> None:
        """Show one child's messages."""
        if child_id != self._child_id:
            self.log_panel.hide()
        self._child_id = child_id
        self.reload()

    def start_log(self) -> None:
        """Begin to log a message about the child."""
        if self._child_id is not None and self._may_log:
            self.log_panel.start(self._child_id)

    @Slot()
    def reload(self) -> None:
        """Read the messages again."""
        if self._child_id is None:
            return
        found = self._messages.of_child(self._child_id)
        self.list.show_messages(found)
        self.stack.setCurrentIndex(0 if found else 1)

    def _build(self, caseload: CaseloadService) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Messages"), "h3"))
        head.addStretch(1)
        self.reply_button = Button(self.tr("Reply"), icon="message-2", keys="R")
        self.done_button = Button(self.tr("Done"), icon="check", keys="E")
        self.log_button = Button(self.tr("Log"), "primary", icon="plus", keys="L")
        for button in (self.reply_button, self.done_button, self.log_button):
            head.addWidget(button)
            if not self._may_log:
                button.hide()
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(12)
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.list = MessageList(self.tr("Messages of the family"), names_child=False)
        self.stack.addWidget(TableFrame(self.list))
        self.stack.addWidget(
            EmptyState(
                "message-2",
                self.tr("Nothing was logged yet."),
                self.tr("Calls, texts and letters of this family are kept here."),
            )
        )
        row.addWidget(holder, 1)
        self.log_panel = LogPanel(self._messages, caseload)
        row.addWidget(self.log_panel)
        column.addLayout(row, 1)

    def _connect(self, changes: ChangeBridge) -> None:
        self.log_button.clicked.connect(self.start_log)
        self.reply_button.clicked.connect(self._reply)
        self.done_button.clicked.connect(self._settle)
        self.list.opened.connect(self._answer)
        self.list.selectionModel().currentRowChanged.connect(self._follow)
        self.log_panel.logged.connect(self.told)
        self.log_panel.closed.connect(self.list.setFocus)
        bind(self, "R", self._reply)
        bind(self, "E", self._settle)
        changes.saved.connect(self._reload_if_ours)

    @Slot()
    def _follow(self) -> None:
        message = self.list.current_message()
        self.reply_button.setEnabled(message is not None)
        is_open = message is not None and (message.done_at is None or message.open_promises != ())
        self.done_button.setEnabled(is_open)

    @Slot()
    def _reply(self) -> None:
        self._answer_to(self.list.current_message())

    @Slot(QModelIndex)
    def _answer(self, index: QModelIndex) -> None:
        self._answer_to(self.list.model_.row(index.row()))

    def _answer_to(self, message: Message | None) -> None:
        if message is not None and self._may_log:
            self.log_panel.answer(message)

    @Slot()
    def _settle(self) -> None:
        message = self.list.current_message()
        if message is not None and self._may_log:
            settled = self._messages.settle(message.id)
            self.told.emit(self.tr("Done"), lambda: self._messages.unsettle(settled))

    @Slot(object)
    def _reload_if_ours(self, topic: Topic) -> None:
        if topic in {Topic.MESSAGES, Topic.NOTES} and self.isVisible():
            self.reload()
