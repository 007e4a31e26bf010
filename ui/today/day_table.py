"""The day as a list: Enter opens a visit, C or a click on its button does what the button says."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from ot_desktop.day.domain import DayVisit
from ui.theme import theme
from ui.today.day_table_model import (
    ACTION,
    ALERTS,
    CHILD,
    ROOM,
    STATUS,
    THERAPIST,
    TIME,
    DayRow,
    DayTableModel,
)
from ui.widgets.badge import BadgeKind, badge_width, paint_badge
from ui.widgets.fitted_columns import FittedColumns
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import Index, RowDelegate, paint_text
from ui.widgets.table import TableView
from ui.widgets.table_model import ROW_ROLE

# What is needed most comes first; the last goes first.
_WIDTHS = {TIME: 60, CHILD: 160, ACTION: 104, STATUS: 112, THERAPIST: 132, ROOM: 112}
_TONES = {"danger": "danger-text", "warn": "warn-text", "ok": "ok-text"}
_ALERTS = 110
_HIGH, _PAD, _BADGE_HIGH, _GAP, _MORE = 26, 9, 19, 4, 22


class DayTable(TableView):
    """``visit_opened`` and ``action_wanted`` carry a visit."""

    visit_opened = Signal(int)
    action_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(self.tr("Visits as a list"))
        self.day_model = DayTableModel(self)
        self.setModel(self.day_model)
        self.set_row_delegate(_Delegate(self))
        self.opened.connect(self._open)
        self.clicked.connect(self._click)
        self.horizontalHeader().setSectionResizeMode(ALERTS, QHeaderView.ResizeMode.Stretch)
        FittedColumns(self, _ALERTS, _WIDTHS)

    def show_rows(self, rows: Sequence[DayRow]) -> None:
        """Show the visits of a day."""
        self.day_model.show_rows(rows)

    def choose(self, session_id: int) -> bool:
        """Put the ring on a visit; False when it is not shown."""
        return self.select_key(session_id)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.column() != ACTION or not index.data():
            self.visit_opened.emit(self.day_model.row(index.row()).visit.session.id)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        if index.column() == ACTION:
            self._act(index)

    def _act(self, index: QModelIndex) -> bool:
        row = self.day_model.row(index.row()) if index.isValid() else None
        if row is None or row.block.action is None:
            return False
        self.action_wanted.emit(row.visit.session.id)
        return True

    def _is_action_key(self, event: QEvent) -> bool:
        return (
            isinstance(event, QKeyEvent)
            and event.text() == "c"
            and self.letter_keys
            and self.currentIndex().isValid()
            and self.day_model.row(self.currentIndex().row()).block.action is not None
        )

    def event(self, event: QEvent) -> bool:
        """Claim C before the window's shortcuts see it."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_action_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with C what the button of the row does; let the page have other letters."""
        if self._is_action_key(event):
            self._act(self.currentIndex())
        elif event.text() in {"[", "]", "t", "l", "r", "v", "c"}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Delegate(RowDelegate):
    """How it stands in its color, alerts as badges, the action as a button."""

    def paint_content(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Paint the cell of ``index``."""
        row: DayRow = index.data(ROW_ROLE)
        column = index.column()
        if column == ACTION:
            _paint_button(painter, area, row.action_words)
        elif column == ALERTS and (row.visit.alerts or row.visit.is_not_asked):
            _paint_alerts(painter, area, row.visit)
        elif column == CHILD:
            paint_text(painter, area, index.data(), weight=600)
        elif column == STATUS and row.block.sign is not None:
            tone = _TONES.get(row.block.sign.tone, "text-2")
            paint_text(painter, area, index.data(), weight=600, tone=tone)
        elif column == ALERTS:
            paint_text(painter, area, index.data(), tone="text-3")
        else:
            super().paint_content(painter, area, index)


def _paint_button(painter: QPainter, area: QRectF, words: str) -> None:
    if not words:
        return
    wide = QFontMetricsF(theme().font(12.5, 600)).horizontalAdvance(words) + 2 * _PAD
    box = QRectF(area.x(), 0, min(wide, area.width()), theme().px(_HIGH))
    box.moveTop(round(area.center().y() - box.height() / 2))
    paint_box(painter, box, 6, theme().color("surface"), theme().color("border-strong"))
    middle = Qt.AlignmentFlag.AlignHCenter
    inside = box.adjusted(_PAD, 0, -_PAD + 1, 0)
    paint_text(painter, inside, words, px=12.5, weight=600, align=middle)


def _paint_alerts(painter: QPainter, area: QRectF, visit: DayVisit) -> None:
    """Paint a badge for each alert and for what nobody asked; the first always has its words."""
    badges: list[tuple[str, BadgeKind, str]] = [
        (words, "danger", "alert-triangle") for words in visit.alerts
    ]
    if visit.is_not_asked:
        badges.append((QCoreApplication.translate("day_table", "Not all asked"), "warn", "help"))
    left = area.x()
    for number, (words, kind, icon) in enumerate(badges):
        right = area.right() - (theme().px(_MORE) if number + 1 < len(badges) else 0)
        if not number:
            words = _cut(words, right - left - badge_width("", icon))  # noqa: PLW2901
        wide = badge_width(words, icon)
        if number and left + wide > right:
            rest = QRectF(left, area.y(), max(0.0, area.right() - left), area.height())
            more = f"+{len(badges) - number}"
            tone = "danger-text" if kind == "danger" else "warn-text"
            paint_text(painter, rest, more, px=12, weight=600, tone=tone)
            return
        box = QRectF(left, 0, wide, theme().px(_BADGE_HIGH))
        box.moveTop(round(area.center().y() - box.height() / 2))
        paint_badge(painter, box, words, kind, icon)
        left = box.right() + _GAP


def _cut(words: str, room: float) -> str:
    metrics = QFontMetricsF(theme().font(12, 700))
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
