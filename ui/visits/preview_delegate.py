"""Paints the rows of a series: free, in conflict, closed and struck out."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from ot_desktop.scheduling.preview import PreviewRow, RowState
from ui.icons import paint_icon
from ui.theme import theme
from ui.visits.preview_table_model import NUMBER, WHEN, WITH
from ui.visits.row_words import (
    instead_words,
    number_words,
    state_words,
    time_words,
    weekday_words,
)
from ui.widgets.row_delegate import PAD, Index, RowDelegate, paint_text
from ui.widgets.table_model import ROW_ROLE

ROW_HEIGHT = 42
_PAD = 5
_ICON = 15
_GAP = 7
_ICONS = {
    RowState.FREE: ("check", "ok-text"),
    RowState.WARNING: ("alert-triangle", "warn-text"),
    RowState.CONFLICT: ("ban", "danger-text"),
    RowState.CLOSED: ("calendar-off", "text-2"),
    RowState.LEFT_OUT: ("minus", "text-2"),
}
_OUT = {RowState.CLOSED, RowState.LEFT_OUT}
_IN_THE_WAY = {RowState.CONFLICT, RowState.WARNING}


class PreviewDelegate(RowDelegate):
    """Days that are left out are struck through; what is in the way is listed whole."""

    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Paint the cell of ``index``."""
        row: PreviewRow = index.data(ROW_ROLE)
        if index.column() == NUMBER:
            paint_text(painter, area, number_words(row), tone="text-2")
        elif index.column() == WHEN:
            _paint_when(painter, area, row)
        elif index.column() == WITH:
            _paint_with(painter, area, row)
        else:
            _paint_state(painter, area, row)


def row_height(row: PreviewRow, state_width: float) -> int:
    """Return the height in which every finding of a row is shown whole."""
    usual = theme().px(ROW_HEIGHT)
    if row.state not in _IN_THE_WAY:
        return usual
    width = state_width - 2 * PAD - theme().px(_ICON) - _GAP
    told = _told_height(row, width)
    instead = _line_height(_instead_font()) if _offers(row) else 0.0
    return max(usual, round(told + instead + 2 * _PAD + 1))


def _paint_when(painter: QPainter, area: QRectF, row: PreviewRow) -> None:
    upper, lower = _halves(area)
    words = time_words(row)
    upper = upper if words else area
    is_out = row.state in _OUT
    tone = "text-2" if is_out else "text"
    paint_text(painter, upper, weekday_words(row), weight=400 if is_out else 600, tone=tone)
    moved = row.visit is not None and row.visit.starts != row.asked and not is_out
    paint_text(
        painter,
        lower,
        words,
        px=13,
        weight=600 if moved else 400,
        tone="text" if moved else "text-2",
    )
    if is_out:
        _strike(painter, upper, weekday_words(row), 14)
        _strike(painter, lower, words, 13)


def _paint_with(painter: QPainter, area: QRectF, row: PreviewRow) -> None:
    upper, lower = _halves(area)
    tone = "text-2" if row.state in _OUT else "text"
    paint_text(painter, upper if row.room_name else area, row.therapist_name, tone=tone)
    paint_text(painter, lower, row.room_name, px=13, tone="text-2")


def _halves(area: QRectF) -> tuple[QRectF, QRectF]:
    middle, high = area.center().y(), theme().px(18)
    upper = QRectF(area.left(), middle - high, area.width(), high)
    return upper, QRectF(area.left(), middle, area.width(), high - 1)


def _paint_state(painter: QPainter, area: QRectF, row: PreviewRow) -> None:
    icon, tone = _ICONS[row.state]
    side = theme().px(_ICON)
    words = area.adjusted(side + _GAP, 0, 0, 0)
    if row.state not in _IN_THE_WAY:
        top = area.center().y() - side / 2
        paint_icon(painter, icon, tone, QRectF(area.left(), round(top), side, side))
        paint_text(painter, words, state_words(row), px=13, tone=tone)
        return
    told = _told_height(row, words.width())
    below = _line_height(_instead_font()) if _offers(row) else 0.0
    top = area.top() + (area.height() - told - below) / 2
    first_line = _line_height(_told_font())
    mark = QRectF(area.left(), round(top + (first_line - side) / 2), side, side)
    paint_icon(painter, icon, tone, mark)
    painter.setFont(_told_font())
    painter.setPen(theme().color(tone))
    where = QRectF(words.left(), top, words.width(), told)
    painter.drawText(where, Qt.TextFlag.TextWordWrap, state_words(row))
    if below:
        instead = QRectF(words.left(), top + told, words.width(), below)
        ink = "accent-text" if row.alternatives else "text-2"
        paint_text(painter, instead, instead_words(row), px=12, weight=600, tone=ink)


def _offers(row: PreviewRow) -> bool:
    return row.state is RowState.CONFLICT or bool(row.alternatives)


def _told_height(row: PreviewRow, width: float) -> float:
    room = QRectF(0, 0, max(60.0, width), 10_000)
    metrics = QFontMetricsF(_told_font())
    return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, state_words(row)).height()


def _line_height(font: QFont) -> float:
    return QFontMetricsF(font).height()


def _told_font() -> QFont:
    return theme().font(13, 600, tabular=True)


def _instead_font() -> QFont:
    return theme().font(12, 600, tabular=True)


def _strike(painter: QPainter, area: QRectF, words: str, px: int) -> None:
    width = QFontMetricsF(theme().font(px, 400, tabular=True)).horizontalAdvance(words)
    middle = round(area.center().y()) + 0.5
    line = QRectF(area.left(), middle, min(width, area.width()), 1)
    painter.fillRect(line, theme().color("text-2"))
