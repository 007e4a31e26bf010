"""One month of days to pick from by mouse or keys; closed days are struck, visits dotted."""

import calendar
from collections.abc import Container
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ot_desktop.day_words import WEEKDAYS, month_title, spoken_day
from ui.theme import theme
from ui.widgets.button import IconButton
from ui.widgets.label import label
from ui.widgets.painting import paint_box

_COLUMN, _ROW, _HEAD, _GAP = 34, 30, 22, 2
_WEEKS = 6
_SUNDAY = 6
_DAY_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class MonthView(QWidget):
    """Arrow keys move by day and week, PageUp and PageDown by month, T goes to today."""

    picked = Signal(object)
    moved = Signal(object)

    def __init__(self, today: date, *, first_weekday: int = _SUNDAY) -> None:
        super().__init__()
        self._today = today
        self._day = today
        self._first_weekday = first_weekday
        self.closed: Container[date] = frozenset()
        self.marked: Container[date] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_day(today)

    def day(self) -> date:
        """Return the day the cursor is on."""
        return self._day

    def show_day(self, day: date) -> None:
        """Move the cursor to ``day`` and turn to its month."""
        self._day = day
        spoken = spoken_day(day)
        closed = self.tr(", clinic closed") if day in self.closed else ""
        self.setAccessibleName(spoken + closed)
        self.moved.emit(day)
        self.update()

    def turn(self, months: int) -> None:
        """Go to the same day of another month, or to its last one."""
        year, month = divmod(self._day.year * 12 + self._day.month - 1 + months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        self.show_day(date(year, month + 1, min(self._day.day, last)))

    def sizeHint(self) -> QSize:
        """Return room for seven columns and six weeks."""
        px = theme().px
        wide = 7 * px(_COLUMN) + 6 * _GAP
        return QSize(wide, px(_HEAD) + _WEEKS * (px(_ROW) + _GAP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, turn or pick."""
        key = Qt.Key(event.key())
        if key in _DAY_KEYS:
            self.show_day(self._day + timedelta(days=_DAY_KEYS[key]))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.picked.emit(self._day)
        elif not self._jump(key):
            super().keyPressEvent(event)

    def _jump(self, key: Qt.Key) -> bool:
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_T:
            self.show_day(self._today)
        elif key == Qt.Key.Key_Home:
            self.show_day(self._day.replace(day=1))
        elif key == Qt.Key.Key_End:
            last = calendar.monthrange(self._day.year, self._day.month)[1]
            self.show_day(self._day.replace(day=last))
        else:
            return False
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick the day under the mouse."""
        for day, area in self._cells():
            if area.contains(event.position()):
                self.show_day(day)
                self.picked.emit(day)
                return

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint weekday letters and days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        for day, area in self._cells():
            self._paint_day(painter, day, area)
        painter.end()

    def _cells(self) -> list[tuple[date, QRectF]]:
        px = theme().px
        first = self._day.replace(day=1)
        start = first - timedelta(days=(first.weekday() - self._first_weekday) % 7)
        cells = []
        for place in range(_WEEKS * 7):
            row, column = divmod(place, 7)
            left = column * (px(_COLUMN) + _GAP)
            top = px(_HEAD) + row * (px(_ROW) + _GAP)
            day = start + timedelta(days=place)
            cells.append((day, QRectF(left, top, px(_COLUMN), px(_ROW))))
        return cells

    def _paint_head(self, painter: QPainter) -> None:
        current = theme()
        painter.setFont(current.font(12))
        painter.setPen(current.color("text-3"))
        for column in range(7):
            letter = WEEKDAYS[(self._first_weekday + column) % 7][0]
            left = column * (current.px(_COLUMN) + _GAP)
            area = QRectF(left, 0, current.px(_COLUMN), current.px(_HEAD))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter)

    def _paint_day(self, painter: QPainter, day: date, area: QRectF) -> None:
        current = theme()
        ink = "text" if day.month == self._day.month else "text-3"
        if day == self._day:
            paint_box(painter, area, 6, current.color("accent"))
            ink = "on-accent"
        elif day == self._today:
            paint_box(painter, area, 6, None, current.color("accent"), 1.5)
        if day in self.closed and day != self._day:
            ink = "disabled"
        if day == self._day and self.hasFocus():
            paint_box(painter, area, 6, None, current.color("focus"), 2)
        font = current.font(13, 700 if day == self._day else 400, tabular=True)
        painter.setFont(font)
        painter.setPen(current.color(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if day in self.closed:
            half = QFontMetricsF(font).horizontalAdvance(str(day.day)) / 2 + 2
            middle = area.center()
            painter.setPen(QPen(current.color(ink), 1.2))
            painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))
        if day in self.marked:
            dot = QRectF(area.center().x() - 2, area.bottom() - 6, 4, 4)
            paint_box(painter, dot, 2, current.color(ink))


class MonthPopup(QFrame):
    """The month under a date field, with its name and arrows; Esc closes it."""

    picked = Signal(object)

    def __init__(self, owner: QWidget, today: date) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setProperty("popup", "true")
        self.setAccessibleName(self.tr("Pick a day"))
        self.month = MonthView(today)
        self._name = label("", "body-strong")
        self._back = IconButton("chevron-left", self.tr("Month before"), size="small")
        self._on = IconButton("chevron-right", self.tr("Month after"), size="small")
        self._build()
        self._back.clicked.connect(self._turn_back)
        self._on.clicked.connect(self._turn_on)
        self.month.moved.connect(self._show_name)
        self.month.picked.connect(self._pick)
        self._show_name(self.month.day())

    def open_below(self, editor: QWidget, day: date) -> None:
        """Show the month of ``day`` under the field."""
        self.month.show_day(day)
        self.adjustSize()
        self.move(editor.mapToGlobal(editor.rect().bottomLeft()))
        self.show()
        self.month.setFocus(Qt.FocusReason.PopupFocusReason)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addStretch(1)
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self._on)
        column.addLayout(head)
        column.addWidget(self.month)
        key = label(self.tr("Outline: today   Struck: clinic closed"), "caption", "text-2")
        key.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(key)

    @Slot()
    def _turn_back(self) -> None:
        self.month.turn(-1)

    @Slot()
    def _turn_on(self) -> None:
        self.month.turn(1)

    @Slot(object)
    def _show_name(self, day: date) -> None:
        self._name.setText(month_title(day))

    @Slot(object)
    def _pick(self, day: date) -> None:
        self.hide()
        self.picked.emit(day)
