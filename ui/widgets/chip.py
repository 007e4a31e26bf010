"""Chips: pills that filter or choose. On: soft teal, bold and a check mark, not colour alone."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.painting import paint_box

_ICON = 15
_SMALL = 13
_GAP = 5
_PAD = 10


class Chip(QAbstractButton):
    """One pill, 24 px high. ``end_icon`` is painted after the words (``x``, ``chevron-down``).

    ``warns`` makes it amber while it is off.
    """

    def __init__(
        self, text: str, *, icon: str = "", end_icon: str = "", checkable: bool = True
    ) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(checkable)
        self._icon = icon
        self._end_icon = end_icon
        self.warns = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._fit)

    def sizeHint(self) -> QSize:
        """Return 24 px of height and the width of what is shown now."""
        words = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        current = theme()
        width = words + 2 * _PAD + 1.5
        if self._lead():
            width += current.px(_ICON) + (_GAP if self.text() else 0)
        if self._end_icon:
            width += current.px(_SMALL) + _GAP
        return QSize(round(width), current.px(24))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the pill in its state."""
        painter = QPainter(self)
        self._paint_ground(painter)
        self._paint_content(painter)
        painter.end()

    def _font(self) -> QFont:
        return theme().font(13, 600 if self.isChecked() else 500)

    def _lead(self) -> str:
        return "check" if self.isChecked() else self._icon

    def _ink(self) -> str:
        if not self.isEnabled():
            return "disabled"
        if self.isChecked():
            return "accent-text"
        return "warn-text" if self.warns else "text"

    def _paint_ground(self, painter: QPainter) -> None:
        current = theme()
        fill, edge = "surface", "border-strong"
        if self.isChecked():
            fill, edge = "accent-soft", "accent"
        elif self.isDown() or self.underMouse():
            fill = "hover"
        elif self.warns:
            fill, edge = "warn-soft", "warn"
        if not self.isEnabled():
            fill, edge = "surface-alt", "border"
        area = QRectF(self.rect())
        focused = self.hasFocus()
        line = current.color("focus" if focused else edge)
        radius = area.height() / 2
        paint_box(painter, area, radius, current.color(fill), line, 2 if focused else 1)

    def _paint_content(self, painter: QPainter) -> None:
        current = theme()
        left = float(_PAD)
        if self._lead():
            left = self._paint_mark(painter, self._lead(), left, current.px(_ICON)) + _GAP
        painter.setFont(self._font())
        painter.setPen(current.color(self._ink()))
        area = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._end_icon:
            left += QFontMetricsF(self._font()).horizontalAdvance(self.text()) + _GAP
            self._paint_mark(painter, self._end_icon, left, current.px(_SMALL))

    def _paint_mark(self, painter: QPainter, name: str, left: float, side: int) -> float:
        top = round((self.height() - side) / 2)
        paint_icon(painter, name, self._ink(), QRectF(round(left), top, side, side))
        return left + side

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()


class ChipGroup(QWidget):
    """A row of chips that wraps: many of many, or with ``one`` one of many (arrow keys move)."""

    changed = Signal()

    def __init__(self, name: str, *, one: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(one)
        self._chips: dict[str, Chip] = {}
        self._flow = FlowLayout(self, gap=6)
        self._group.buttonToggled.connect(self._tell)

    def add(self, key: str, text: str, *, icon: str = "", checked: bool = False) -> Chip:
        """Add a choice; ``key`` is how the program calls it."""
        chip = Chip(text, icon=icon)
        chip.setChecked(checked)
        self._chips[key] = chip
        self._group.addButton(chip)
        self._flow.addWidget(chip)
        return chip

    def clear(self) -> None:
        """Take all chips away."""
        for chip in self._chips.values():
            self._group.removeButton(chip)
            chip.hide()  # or the layout shows it later, as a window of its own
            chip.setParent(None)
            chip.deleteLater()
        self._chips.clear()

    def chosen(self) -> tuple[str, ...]:
        """Return the keys that are on, in the order shown."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def choose(self, keys: Iterable[str]) -> None:
        """Switch exactly these on; none of one-of-many means that nobody has chosen yet."""
        wanted = set(keys)
        is_one = self._group.exclusive()
        self._group.setExclusive(is_one and bool(wanted))
        for key, chip in self._chips.items():
            chip.setChecked(key in wanted)
        self._group.setExclusive(is_one)

    def chip(self, key: str) -> Chip:
        """Return the chip with this key."""
        return self._chips[key]

    @Slot(QAbstractButton, bool)
    def _tell(self, _chip: QAbstractButton, on: bool) -> None:  # noqa: FBT001 -- Qt's signal
        if on or not self._group.exclusive():
            self.changed.emit()
