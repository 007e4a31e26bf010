"""A segmented control: two to five choices in one box, always one chosen, arrow keys move."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.leaving import take_away
from ui.widgets.painting import paint_box

_RADIUS = 6.0
_HEIGHT = {False: 32, True: 28}
_DOT, _DOT_GAP = 7, 4


class SegmentedControl(QWidget):
    """``changed`` carries the key of the new choice; ``check`` shows a check mark on it."""

    changed = Signal(str)

    def __init__(self, name: str, *, small: bool = False, check: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._small = small
        self._check = check
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group.buttonToggled.connect(self._tell)

    def add(self, key: str, text: str) -> None:
        """Add a choice; the first one is chosen until another is."""
        segment = _Segment(text, small=self._small, check=self._check)
        segment.setAccessibleDescription(self.accessibleName())
        self._segments[key] = segment
        self._group.addButton(segment)
        self._row.addWidget(segment)
        order = list(self._segments.values())
        for place, each in enumerate(order):
            each.set_ends(first=place == 0, last=place == len(order) - 1)
        if len(order) == 1:
            segment.setChecked(True)
            self.setFocusProxy(segment)

    def clear(self) -> None:
        """Take all choices away."""
        for segment in self._segments.values():
            self._group.removeButton(segment)
            take_away(segment, self._row)
        self._segments.clear()

    def mark(self, key: str, why: str) -> None:
        """Put an amber dot on a choice and say why; no words take it away."""
        self._segments[key].set_mark(why)

    def keys(self) -> tuple[str, ...]:
        """Return the keys in the order shown."""
        return tuple(self._segments)

    def chosen(self) -> str:
        """Return the key of the choice."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def choose(self, key: str) -> None:
        """Choose by key."""
        self._segments[key].setChecked(True)

    @Slot(QAbstractButton, bool)
    def _tell(self, button: QAbstractButton, on: bool) -> None:  # noqa: FBT001 -- Qt's signal
        if on:
            self.setFocusProxy(button)
            self.changed.emit(self.chosen())


def segment_width(text: str, *, small: bool = False, marked: bool = False) -> int:
    """Return how wide a choice is, for whoever has to know before it is there."""
    words = QFontMetricsF(theme().font(13, 700)).horizontalAdvance(text)
    return round(words + 2 * (9 if small else 11) + (_DOT + _DOT_GAP if marked else 0) + 1)


class _Segment(QAbstractButton):
    def __init__(self, text: str, *, small: bool, check: bool) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self._small = small
        self._check = check
        self._first = self._last = False
        self._is_marked = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_ends(self, *, first: bool, last: bool) -> None:
        """Say whether this is the first or the last segment: those have round corners."""
        self._first, self._last = first, last
        self.update()

    def set_mark(self, why: str) -> None:
        """Show or take away the dot."""
        self._is_marked = bool(why)
        self.setAccessibleName(f"{self.text()}, {why}" if why else self.text())
        self.setToolTip(why)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width in bold, so that choosing does not move anything."""
        mark = theme().px(15) + 6 if self._check else 0
        wide = segment_width(self.text(), small=self._small, marked=self._is_marked) + mark
        return QSize(wide, theme().px(_HEIGHT[self._small]))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the segment as a slice of the whole box."""
        painter = QPainter(self)
        self._paint_slice(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_slice(self, painter: QPainter) -> None:
        current = theme()
        fill = "surface"
        if self.isChecked():
            fill = "accent-soft"
        elif self.isDown() or self.underMouse():
            fill = "hover"
        area = QRectF(self.rect())
        whole = area.adjusted(0 if self._first else -20, 0, 0 if self._last else 20, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = current.color("border-strong" if self.isEnabled() else "border")
        paint_box(painter, whole, _RADIUS, current.color(fill), edge)
        if not self._first:
            line = QRectF(0, 1, 1, area.height() - 2)
            painter.fillRect(line, current.color("border"))
        if self.hasFocus():
            paint_box(painter, area, _RADIUS, None, current.color("focus"), 2)

    def _paint_words(self, painter: QPainter) -> None:
        current = theme()
        on = self.isChecked()
        ink = "accent-text" if on else "text-2"
        ink = ink if self.isEnabled() else "disabled"
        font: QFont = current.font(13, 700 if on else 500)
        words = QFontMetricsF(font).horizontalAdvance(self.text())
        side = current.px(15)
        mark = side + 6 if on and self._check else 0
        dot = _DOT + _DOT_GAP if self._is_marked else 0
        left = (self.width() - words - mark - dot) / 2
        if mark:
            top = round((self.height() - side) / 2)
            paint_icon(painter, "check", ink, QRectF(round(left), top, side, side))
        painter.setFont(font)
        painter.setPen(current.color(ink))
        area = QRectF(left + mark, 0, words + 4, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._is_marked:
            x = left + mark + words + _DOT_GAP
            spot = QRectF(x, round((self.height() - _DOT) / 2), _DOT, _DOT)
            paint_box(painter, spot, _DOT / 2, current.color("warn"))
