"""Paints messages on two lines: who and how above, the words below; overdue promises in amber."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ot_desktop.clock import today
from ot_desktop.messages.domain import Message
from ui.icons import paint_icon
from ui.messages.messages_table_model import (
    CHILD,
    PROMISE,
    SAID,
    WHEN,
    first_promise,
    promise_words,
    state_words,
    when_words,
)
from ui.shared.message_words import ICONS, how_words
from ui.theme import theme
from ui.widgets.badge import badge_width, paint_badge
from ui.widgets.row_delegate import Index, RowDelegate, paint_text
from ui.widgets.table_model import ROW_ROLE

_ICON = 15


class MessagesDelegate(RowDelegate):
    """One method per column."""

    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Paint the cell of ``index``."""
        message: Message = index.data(ROW_ROLE)
        paint = {CHILD: _child, SAID: _said, PROMISE: _promise, WHEN: _when}[index.column()]
        paint(painter, area, message)


def _halves(area: QRectF) -> tuple[QRectF, QRectF]:
    middle = area.height() / 2
    return area.adjusted(0, 5, 0, -middle), area.adjusted(0, middle, 0, -5)


def _child(painter: QPainter, area: QRectF, message: Message) -> None:
    above, below = _halves(area)
    paint_text(painter, above, message.child_name, weight=600)
    paint_text(painter, below, message.caregiver, px=12, tone="text-2")


def _said(painter: QPainter, area: QRectF, message: Message) -> None:
    above, below = _halves(area)
    side = theme().px(_ICON)
    mark = QRectF(round(above.left()), round(above.center().y() - side / 2), side, side)
    paint_icon(painter, ICONS[message.way], "text-2", mark)
    words = above.adjusted(side + 7, 0, 0, 0)
    if message.waits_for_answer:
        state, height = state_words(message), theme().px(18)
        width = badge_width(state, "help")
        top = round(above.center().y() - height / 2)
        place = QRectF(max(words.left(), words.right() - width), top, width, height)
        paint_badge(painter, place, state, "info", "help")
        words = words.adjusted(0, 0, -width - 8, 0)
    paint_text(painter, words, how_words(message), px=12, tone="text-2")
    paint_text(painter, below, message.said.replace("\n", " "))


def _promise(painter: QPainter, area: QRectF, message: Message) -> None:
    promise = first_promise(message)
    if promise is None:
        return
    above, below = _halves(area)
    paint_text(painter, above, promise.what)
    tone, weight = ("warn-text", 600) if promise.is_overdue(today()) else ("text-2", 400)
    paint_text(painter, below, promise_words(promise), px=12, tone=tone, weight=weight)


def _when(painter: QPainter, area: QRectF, message: Message) -> None:
    above, below = _halves(area)
    paint_text(painter, above, when_words(message.at))
    paint_text(painter, below, message.logged_by, px=12, tone="text-2")
