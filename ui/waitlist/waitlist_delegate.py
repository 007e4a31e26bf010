"""Paints who waits: days with a bar, amber over thirty days; the next step as a badge."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ot_desktop.clock import now_utc, today
from ot_desktop.waitlist.domain import Entry
from ui.theme import theme
from ui.waitlist.waitlist_table_model import (
    CHILD,
    NEXT,
    URGENCY,
    WAITING,
    WaitlistTableModel,
)
from ui.waitlist.words import days_words, urgency_words
from ui.widgets.badge import badge_width, paint_badge
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import Index, RowDelegate, paint_text
from ui.widgets.table_model import ROW_ROLE

_BAR, _DAYS = 64, 56


class WaitlistDelegate(RowDelegate):
    """One method per column that is more than a line of text."""

    def __init__(self, model: WaitlistTableModel) -> None:
        super().__init__()
        self._model = model

    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Paint the cell of ``index``."""
        entry: Entry = index.data(ROW_ROLE)
        column = index.column()
        if column == CHILD:
            paint_text(painter, area, entry.child_name, weight=600)
        elif column == WAITING:
            self._paint_wait(painter, area, entry)
        elif column == URGENCY and entry.urgency == 1:
            _badge(painter, area, urgency_words(1), "alert-circle")
        elif column == NEXT:
            self._paint_next(painter, area, entry)
        else:
            super().paint_content(painter, area, index)

    def _paint_wait(self, painter: QPainter, area: QRectF, entry: Entry) -> None:
        current, days = theme(), entry.days_waiting(today())
        late = entry.waits_long(today())
        tone, weight = ("warn-text", 600) if late else ("text", 400)
        words = QRectF(area.left(), area.top(), current.px(_DAYS), area.height())
        paint_text(painter, words, days_words(days), tone=tone, weight=weight)
        width = min(current.px(_BAR), area.width() - words.width() - 6)
        if width < current.px(20):
            return
        track = QRectF(words.right() + 6, round(area.center().y() - 3), width, 6)
        paint_box(painter, track, 3, current.color("sunken"))
        share = days / max(1, self._model.longest_wait())
        done = QRectF(track.left(), track.top(), max(6.0, track.width() * share), 6)
        paint_box(painter, done, 3, current.color("warn" if late else "accent"))

    def _paint_next(self, painter: QPainter, area: QRectF, entry: Entry) -> None:
        held = self._model.situation.held.get(entry.id)
        words = self._model.next_step(entry)
        if held is not None and held.holds(now_utc()):
            _badge(painter, area, words, "clock")
            return
        is_offer = bool(self._model.situation.fits.get(entry.id))
        tone, weight = ("accent-text", 600) if is_offer else ("text-2", 400)
        paint_text(painter, area, words, tone=tone, weight=weight)


def _badge(painter: QPainter, area: QRectF, words: str, icon: str) -> None:
    height = theme().px(20)
    width = min(badge_width(words, icon), area.width())
    place = QRectF(area.left(), round(area.center().y() - height / 2), width, height)
    paint_badge(painter, place, words, "warn", icon)
