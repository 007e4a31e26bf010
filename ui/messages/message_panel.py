"""One message beside the list: the whole text, what was promised, what can be done about it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ot_desktop.clock import today, wall_time
from ot_desktop.day_words import clock_text, day_text
from ot_desktop.messages.domain import Message
from ui.messages.messages_table_model import promise_words, state_words
from ui.shared.message_words import how_words
from ui.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.facts_grid import breakable
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label, rule
from ui.widgets.leaving import empty
from ui.widgets.scrolling import scroller

WIDTH = 348


class MessagePanel(QFrame):
    """The buttons say what is wanted; the page does it. ``child_wanted`` carries the child."""

    reply_wanted = Signal()
    done_wanted = Signal()
    copy_wanted = Signal()
    letter_wanted = Signal()
    child_wanted = Signal(int)

    def __init__(self, *, may_log: bool) -> None:
        super().__init__()
        self._message: Message | None = None
        self.setProperty("card", "true")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(7)
        outer.addWidget(scroller(inside, name=self.tr("The message")), 1)
        outer.addWidget(rule())
        outer.addLayout(self._foot(may_log=may_log))
        self._fit()
        theme().changed.connect(self._fit)

    @property
    def message(self) -> Message | None:
        """The message shown."""
        return self._message

    def show_message(self, message: Message) -> None:
        """Show another message."""
        self._message = message
        empty(self._column)
        self._column.addWidget(label(breakable(message.child_name), "h3", wrap=True))
        self._column.addWidget(label(how_words(message), "small", "text-2", wrap=True))
        at = wall_time(message.at)
        when = f"{day_text(at.date(), today())}, {clock_text(at)}"
        by = self.tr("{0}, logged by {1}").format(
            when, message.logged_by or self.tr("nobody named")
        )
        self._column.addWidget(label(by, "small", "text-2", wrap=True))
        if state := state_words(message):
            badge = Badge(state, "info" if message.waits_for_answer else "ok")
            self._column.addWidget(badge, alignment=Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(rule())
        self._column.addWidget(label(breakable(message.said), wrap=True))
        self._add_promises(message)
        self._column.addStretch(1)
        is_open = message.done_at is None or bool(message.open_promises)
        self.done_button.setEnabled(is_open)

    def _add_promises(self, message: Message) -> None:
        if not message.promises:
            return
        self._column.addWidget(rule())
        self._column.addWidget(label(self.tr("Promised"), "label"))
        for each in message.promises:
            self._column.addWidget(label(breakable(each.what), "body-strong", wrap=True))
            late = each.is_overdue(today())
            words = promise_words(each)
            tone = "warn-text" if late else "text-2"
            self._column.addWidget(label(words, "small", tone, wrap=True))

    def _foot(self, *, may_log: bool) -> QVBoxLayout:
        self.reply_button = Button(self.tr("Reply"), "primary", icon="message-2", keys="R")
        self.done_button = Button(self.tr("Done"), icon="check", keys="E")
        self.copy_button = Button(self.tr("Copy text"), icon="copy", size="small")
        self.letter_button = Button(self.tr("Letter"), icon="printer", size="small")
        self.reply_button.clicked.connect(self.reply_wanted)
        self.done_button.clicked.connect(self.done_wanted)
        self.copy_button.clicked.connect(self.copy_wanted)
        self.letter_button.clicked.connect(self.letter_wanted)
        holder = QWidget()
        flow = FlowLayout(holder, 8)
        self.child_button = Button(self.tr("Child page"), icon="user", size="small")
        self.child_button.clicked.connect(self._want_child)
        buttons = (self.reply_button, self.done_button, self.copy_button, self.letter_button)
        for button in (*buttons, self.child_button):
            flow.addWidget(button)
        if not may_log:
            for button in (self.reply_button, self.done_button, self.letter_button):
                button.hide()
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 10, 14, 10)
        foot.addWidget(holder)
        return foot

    @Slot()
    def _want_child(self) -> None:
        if self._message is not None:
            self.child_wanted.emit(self._message.child_id)

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))
