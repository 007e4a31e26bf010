"""The days of a practice chart that came back: click them, or 1 to 7 and Enter."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
)

from ot_desktop.clock import today
from ot_desktop.day_words import long_day, short_weekday
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.field import line_edit
from ui.widgets.label import label
from ui.widgets.painting import paint_box

A_ROW = 7
_SIDE = 34


class ChartEntry(QFrame):
    """``done`` carries the days and the words; ``left`` when nothing is to be kept.

    1 to 7 tick the days of the row that is marked, arrows up and down go to another row.
    """

    done = Signal(object, str)
    left = Signal()

    def __init__(self, days: Sequence[date], ticked: Sequence[date], words: str) -> None:
        super().__init__()
        self.setProperty("card", "note")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Days practiced, from the chart"))
        self._row = 0
        self.boxes: list[DayBox] = [DayBox(day, done=day in ticked) for day in days]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(6)
        hint = self.tr("Click the days they practiced, or press 1 to 7. Enter keeps them.")
        column.addWidget(label(hint, "small", "text-2", wrap=True))
        for first in range(0, len(self.boxes), A_ROW):
            column.addLayout(_row_of(self.boxes[first : first + A_ROW]))
        self.words_edit: QLineEdit = line_edit(
            self.tr("What the parent wrote on it"), self.tr("What the parent wrote (optional)")
        )
        self.words_edit.setText(words)
        column.addWidget(self.words_edit)
        column.addLayout(self._foot())
        self.words_edit.returnPressed.connect(self._keep)
        self._mark()

    @property
    def ticked(self) -> tuple[date, ...]:
        """The days that are ticked."""
        return tuple(box.day for box in self.boxes if box.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with 1 to 7, keep with Enter, leave with Esc."""
        key = Qt.Key(event.key())
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_7:
            self._tick(key - Qt.Key.Key_1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._keep()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            last = (len(self.boxes) - 1) // A_ROW
            self._row = max(0, min(last, self._row + (1 if key == Qt.Key.Key_Down else -1)))
            self._mark()
        else:
            super().keyPressEvent(event)

    def _tick(self, number: int) -> None:
        place = self._row * A_ROW + number
        if place < len(self.boxes) and self.boxes[place].isEnabled():
            self.boxes[place].toggle()

    def _mark(self) -> None:
        """Write 1 to 7 into the days of the row they tick."""
        for place, box in enumerate(self.boxes):
            here = place // A_ROW == self._row
            box.show_number(place % A_ROW + 1 if here else None)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        source = label(self.tr("Parent-reported. Not ticked means not practiced."), "caption")
        row.addWidget(source)
        row.addStretch(1)
        self.cancel_button = Button(self.tr("Cancel"), size="small")
        self.keep_button = Button(self.tr("Keep"), "primary", size="small", keys="Enter")
        self.cancel_button.clicked.connect(self.left)
        self.keep_button.clicked.connect(self._keep)
        row.addWidget(self.cancel_button)
        row.addWidget(self.keep_button)
        return row

    @Slot()
    def _keep(self) -> None:
        self.done.emit(self.ticked, self.words_edit.text())


def _row_of(boxes: Sequence["DayBox"]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for box in boxes:
        row.addWidget(box)
    row.addStretch(1)
    return row


class DayBox(QAbstractButton):
    """One day: its weekday, its date, a check where they practiced; a day to come is grey."""

    def __init__(self, day: date, *, done: bool) -> None:
        super().__init__()
        self.day = day
        self._number: int | None = None
        self.setCheckable(True)
        self.setChecked(done)
        self.setEnabled(day <= today())
        self.setAccessibleName(long_day(day))
        self.setToolTip(long_day(day))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_number(self, number: int | None) -> None:
        """Show which key ticks it."""
        self._number = number
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the box and two lines."""
        return QSize(theme().px(_SIDE + 8), theme().px(_SIDE + 34))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint weekday, box and date."""
        current = theme()
        painter = QPainter(self)
        painter.setFont(current.font(12, 500))
        painter.setPen(current.color("text-2" if self.isEnabled() else "disabled"))
        line, side = current.px(16), current.px(_SIDE)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(0, 0, self.width(), line), middle, short_weekday(self.day))
        below = QRectF(0, self.height() - line, self.width(), line)
        painter.drawText(below, middle, str(self.day.day))
        where = QRectF((self.width() - side) / 2, line + 1, side, side)
        edge = "focus" if self.hasFocus() else "border-strong" if self.isEnabled() else "border"
        fill = "accent" if self.isChecked() else "surface"
        width = 2 if self.hasFocus() else 1
        paint_box(painter, where, 6, current.color(fill), current.color(edge), width)
        if self.isChecked():
            inset = side * 0.2
            paint_icon(painter, "check", "on-accent", where.adjusted(inset, inset, -inset, -inset))
        elif self._number is not None and self.isEnabled():
            painter.setPen(current.color("text-2"))
            painter.drawText(where, middle, str(self._number))
        painter.end()
