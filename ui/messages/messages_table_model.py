"""Messages as rows: whose child, what was said, what was promised, when."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from ot_desktop.clock import today, wall_time
from ot_desktop.day_words import clock_text, long_day, near_day_text
from ot_desktop.messages.domain import Message, Promise
from ot_desktop.messages.service import due_words
from ui.shared.message_words import how_words
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel

CHILD, SAID, PROMISE, WHEN = range(4)


def _tr(words: str) -> str:
    return QCoreApplication.translate("messages", words)


def first_promise(message: Message) -> Promise | None:
    """Return the promise that is due first, of those that wait; else one that was kept."""
    waiting = message.open_promises
    return next(iter((*waiting, *message.promises)), None)


def promise_words(promise: Promise) -> str:
    """Return ``2 days overdue, Amara Okafor``."""
    state = _tr("kept") if promise.kept_at is not None else due_words(promise, today())
    return f"{state}, {promise.who}"


def is_late(message: Message) -> bool:
    """Say whether something promised in it is overdue."""
    return any(each.is_overdue(today()) for each in message.promises)


def state_words(message: Message) -> str:
    """Return what is still open: nothing when it is done."""
    if message.waits_for_answer:
        return _tr("Waits for an answer")
    return _tr("Answered") if message.is_question else ""


def when_words(at: datetime) -> str:
    """Return ``Today 9:40``, ``Tue 2:15`` or ``May 3``."""
    local = wall_time(at)
    near = near_day_text(local.date(), today())
    return f"{near} {clock_text(local)}"


class MessagesTableModel(TableModel[Message]):
    """One message a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        headings = (
            self.tr("Child"),
            self.tr("What was said"),
            self.tr("Promised"),
            self.tr("When"),
        )
        super().__init__(headings, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; the delegate paints it on two lines."""
        if not index.isValid():
            return None
        message = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(message, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self._words(message, index.column())
            return f"{self.headings[index.column()]}: {words or _tr('none')}"
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == SAID:
            return message.said
        return {KEY_ROLE: message.id, ROW_ROLE: message}.get(role)

    def _words(self, message: Message, column: int) -> str:
        if column == CHILD:
            return message.child_name
        if column == SAID:
            state = state_words(message)
            said = f"{how_words(message)}: {message.said}"
            return f"{state}. {said}" if state else said
        if column == WHEN:
            at = wall_time(message.at)
            return f"{long_day(at.date(), today())} {clock_text(at)}"
        promise = first_promise(message)
        return f"{promise.what}, {promise_words(promise)}" if promise else ""
