"""A week painted as mornings and afternoons: click and drag, or arrow keys and Space."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ot_desktop.day_words import WEEKDAYS
from ot_desktop.settings.domain import Hours
from ui.programs.week_halves import Half, share, with_half, without_half
from ui.theme import theme
from ui.widgets.announcing import announce
from ui.widgets.painting import paint_box

_GAP = 4
_HEAD = 18
_CELL = 22
_SMALL_GAP = 3
_LETTERS = 3
_MOSTLY = 0.5
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def paint_week(
    painter: QPainter, area: QRectF, hours: Sequence[Hours], halves: Sequence[Half]
) -> None:
    """Paint a small week: one column a day, morning above afternoon, filled where they can come."""
    for half, box in small_boxes(area, halves):
        paint_half(painter, box, share(hours, half), 2)


def small_boxes(area: QRectF, halves: Sequence[Half]) -> Iterator[tuple[Half, QRectF]]:
    """Yield where each half of a small week is."""
    days = sorted({half.weekday for half in halves})
    if not days:
        return
    width = (area.width() - _SMALL_GAP * (len(days) - 1)) / len(days)
    high = (area.height() - 2) / 2
    for half in halves:
        left = area.left() + days.index(half.weekday) * (width + _SMALL_GAP)
        top = area.top() if half.is_morning else area.top() + high + 2
        yield half, QRectF(left, top, width, high)


def paint_half(painter: QPainter, box: QRectF, filled: float, radius: float) -> None:
    """Paint one half: sunken, and from the left in accent as far as it is filled."""
    color = theme().color
    paint_box(painter, box, radius, color("sunken"))
    if filled > 0:
        part = QRectF(box)
        part.setWidth(max(3.0, box.width() * filled))
        paint_box(painter, part, radius, color("accent"))


class WeekStrip(QWidget):
    """``changed`` carries the new hours, once a drag or a key is done."""

    changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._halves: tuple[Half, ...] = ()
        self._hours: tuple[Hours, ...] = ()
        self._at = 0
        self._adds: bool | None = None  # what the drag that is going on does
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()
        theme().changed.connect(self._fit)

    def show_week(self, halves: tuple[Half, ...], hours: tuple[Hours, ...]) -> None:
        """Show when a family can come in the clinic's week."""
        self._halves = halves
        self._hours = hours
        self._at = min(self._at, max(0, len(halves) - 1))
        self._say()
        self.update()

    def hours(self) -> tuple[Hours, ...]:
        """Return what is painted now."""
        return self._hours

    def sizeHint(self) -> QSize:
        """Return a head line and two halves."""
        px = theme().px
        return QSize(px(250), px(_HEAD) + 2 * px(_CELL) + _GAP)

    def minimumSizeHint(self) -> QSize:
        """Days get narrow, never low."""
        return QSize(theme().px(150), self.sizeHint().height())

    # Mouse and keys.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to add or to take away, whichever turns the half that was hit."""
        at = self._hit(event.position())
        if at is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._adds = share(self._hours, self._halves[at]) < _MOSTLY
        self._turn(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Do the same to every half the pointer comes over."""
        at = self._hit(event.position())
        if at is not None and self._adds is not None:
            self._turn(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002  (wherever it is)
        """Tell what came of it."""
        if self._adds is not None:
            self._adds = None
            self.changed.emit(self._hours)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys, turn with Space."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._halves:
            self._walk(*step)
        elif event.key() == Qt.Key.Key_Space and self._halves:
            self._adds = share(self._hours, self._halves[self._at]) < _MOSTLY
            self._turn(self._at)
            self._adds = None
            announce(self, self._half_words(self._at))
            self.changed.emit(self._hours)
        else:
            super().keyPressEvent(event)

    def _walk(self, days: int, halves: int) -> None:
        here = self._halves[self._at]
        weekdays = self._weekdays()
        place = max(0, min(len(weekdays) - 1, weekdays.index(here.weekday) + days))
        wants_morning = here.is_morning if not halves else halves < 0
        found = [at for at, half in enumerate(self._halves) if half.weekday == weekdays[place]]
        alike = [at for at in found if self._halves[at].is_morning == wants_morning]
        self._at = (alike or found)[0]
        announce(self, self._half_words(self._at))
        self.update()

    def _turn(self, at: int) -> None:
        half = self._halves[at]
        change = with_half if self._adds else without_half
        self._hours = change(self._hours, half)
        self._at = at
        self._say()
        self.update()

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the days' names and their halves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = theme()
        painter.setFont(current.font(12, 600))
        painter.setPen(current.color("text-2"))
        for weekday in self._weekdays():
            box = self._column(weekday)
            head = QRectF(box.left(), 0, box.width(), current.px(_HEAD) - 2)
            name = WEEKDAYS[weekday][:_LETTERS]
            painter.drawText(head, Qt.AlignmentFlag.AlignHCenter, name)
        for at, half in enumerate(self._halves):
            box = self._box(half)
            paint_half(painter, box, share(self._hours, half), 4)
            if self.hasFocus() and at == self._at:
                ring = box.adjusted(-2, -2, 2, 2)
                paint_box(painter, ring, 5, None, current.color("focus"), 2)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        current = theme()
        painter.setFont(current.font(12, 500))
        for half in self._halves:
            is_full = share(self._hours, half) >= 1
            painter.setPen(current.color("on-accent" if is_full else "text-2"))
            words = self.tr("am") if half.is_morning else self.tr("pm")
            if share(self._hours, half) in {0, 1}:
                painter.drawText(self._box(half), Qt.AlignmentFlag.AlignCenter, words)

    def _weekdays(self) -> list[int]:
        return sorted({half.weekday for half in self._halves})

    def _column(self, weekday: int) -> QRectF:
        days = self._weekdays()
        width = (self.width() - 4 - _GAP * (len(days) - 1)) / len(days)
        return QRectF(2 + days.index(weekday) * (width + _GAP), 0, width, self.height())

    def _box(self, half: Half) -> QRectF:
        column, px = self._column(half.weekday), theme().px
        top = px(_HEAD) if half.is_morning else px(_HEAD) + px(_CELL) + 2
        return QRectF(column.left(), top, column.width(), px(_CELL) - 2)

    def _hit(self, where: QPointF) -> int | None:
        for at, half in enumerate(self._halves):
            if self._box(half).adjusted(-2, -2, 2, 2).contains(where):
                return at
        return None

    def _half_words(self, at: int) -> str:
        half = self._halves[at]
        name = self.tr("{0} morning") if half.is_morning else self.tr("{0} afternoon")
        part = share(self._hours, half)
        state = self.tr("can come") if part == 1 else self.tr("cannot come")
        if 0 < part < 1:
            state = self.tr("part of it")
        return f"{name.format(WEEKDAYS[half.weekday])}, {state}"

    def _say(self) -> None:
        told = [self._half_words(at) for at in range(len(self._halves)) if self._is_on(at)]
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(". ".join(told) or self.tr("No times yet."))

    def _is_on(self, at: int) -> bool:
        return share(self._hours, self._halves[at]) > 0

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()
        self.update()


def weekdays_of(halves: Iterable[Half]) -> tuple[int, ...]:
    """Return the weekdays the clinic is open."""
    return tuple(sorted({half.weekday for half in halves}))
