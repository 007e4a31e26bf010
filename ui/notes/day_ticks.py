"""The days before the visit, a box for each day the family practiced; a row is a week."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ot_desktop.day_words import long_day, short_weekday, spoken_day
from ot_desktop.notes.parent_part import A_WEEK
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.leaving import take_away
from ui.widgets.painting import paint_box

_BOX = 26
_WIDTH = 30
_HEIGHT = 44
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -A_WEEK,
    Qt.Key.Key_Down: A_WEEK,
}


class DayTicks(QWidget):
    """Days are unknown until one is ticked, or until somebody says that there were none."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Days practiced"))
        self._ticks: list[_DayTick] = []
        self._known = False
        self._earlier: tuple[date, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_days(self, days: Sequence[date]) -> None:
        """Show these days, the oldest first."""
        for tick in self._ticks:
            take_away(tick, self._grid)
        several = len(days) > A_WEEK
        self._ticks = [_DayTick(day, says_date=several) for day in days]
        ahead = -len(days) % A_WEEK  # the last row is the last week, whole
        for place, tick in enumerate(self._ticks):
            self._grid.addWidget(tick, *divmod(place + ahead, A_WEEK))
            tick.clicked.connect(self._tell)
            tick.moved.connect(self._move)
            if place:  # one stop of the Tab key; the arrows go on from there
                tick.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def days(self) -> tuple[date, ...] | None:
        """Return the days ticked; None when nobody has said."""
        if not self._known:
            return None
        ticked = (tick.day for tick in self._ticks if tick.isChecked())
        return tuple(sorted((*self._earlier, *ticked)))

    def show_days(self, days: Sequence[date] | None) -> None:
        """Show what was said without telling anybody."""
        self._known = days is not None
        # Days said before the visit was moved are kept, though no box shows them.
        shown = {tick.day for tick in self._ticks}
        self._earlier = tuple(day for day in days or () if day not in shown)
        for tick in self._ticks:
            tick.setChecked(tick.day in (days or ()))

    @Slot(int)
    def _move(self, by: int) -> None:
        here = next((n for n, tick in enumerate(self._ticks) if tick.hasFocus()), 0)
        there = here + by
        if 0 <= there < len(self._ticks):
            self._ticks[there].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _tell(self) -> None:
        self._known = True
        self.changed.emit()


class _DayTick(QAbstractButton):
    moved = Signal(int)

    def __init__(self, day: date, *, says_date: bool) -> None:
        super().__init__()
        self.day = day
        self._date = str(day.day) if says_date else ""
        self.setCheckable(True)
        self.setText(short_weekday(day))
        self.setAccessibleName(spoken_day(day))
        self.setToolTip(long_day(day))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or the last day with the arrows."""
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(by)

    def sizeHint(self) -> QSize:
        """Return the box with the day's short name under it."""
        return QSize(theme().px(_WIDTH), theme().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint box and name."""
        current = theme()
        painter = QPainter(self)
        side = current.px(_BOX)
        box = QRectF(round((self.width() - side) / 2), 0, side, side)
        if self.hasFocus():
            paint_box(painter, box, 6, None, current.color("focus"), 2)
            box = box.adjusted(3, 3, -3, -3)
        if self.isChecked():
            paint_box(painter, box, 5, current.color("accent"))
            mark = current.px(15)
            inset = (box.width() - mark) / 2
            where = QRectF(round(box.left() + inset), round(box.top() + inset), mark, mark)
            paint_icon(painter, "check", "on-accent", where)
        else:
            fill = current.color("hover" if self.underMouse() else "surface")
            paint_box(painter, box, 5, fill, current.color("border-strong"), 1.5)
            painter.setFont(current.font(12, 400, tabular=True))
            painter.setPen(current.color("text-2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._date)
        painter.setFont(current.font(12, 400))
        painter.setPen(current.color("text-2"))
        below = QRectF(0, side + 2, self.width(), self.height() - side - 2)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, self.text())
        painter.end()
