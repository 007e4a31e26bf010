"""Tabs with an underline and counts; arrow keys move, as in every tab bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box

_PAD = 12
_GAP = 6
_LINE = 3
_ICON = 16


class Tabs(QTabBar):
    """Add with ``add``; ``currentChanged`` carries the place of the chosen tab."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self._counts: dict[int, int | None] = {}
        self._icons: dict[int, str] = {}

    def add(self, text: str, count: int | None = None, icon: str = "") -> int:
        """Add a tab and return its place."""
        place = self.addTab(text)
        self._icons[place] = icon
        self.set_count(place, count)
        return place

    def set_count(self, place: int, count: int | None) -> None:
        """Show how many things wait behind a tab; None shows nothing."""
        self._counts[place] = count
        words = self.tabText(place) if count is None else f"{self.tabText(place)}, {count}"
        self.setAccessibleTabName(place, words)
        self.setTabText(place, self.tabText(place))  # makes Qt measure again
        self.updateGeometry()
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        """Return the width in bold, so that choosing does not move the others."""
        return QSize(round(self._width(index)), theme().px(20) + 8 + 8 + _LINE)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Words are never cut; tabs that do not fit scroll."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the line under all tabs and each tab."""
        painter = QPainter(self)
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, theme().color("border"))
        for index in range(self.count()):
            if self.isTabVisible(index):
                self._paint_tab(painter, index, QRectF(self.tabRect(index)))
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int, area: QRectF) -> None:
        current = theme()
        on = index == self.currentIndex()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on:
            bar = QRectF(area.left(), area.bottom() - _LINE, area.width(), _LINE)
            painter.fillRect(bar, current.color("accent"))
            if self.hasFocus():
                ring = area.adjusted(1, 2, -1, -_LINE - 2)
                paint_box(painter, ring, 6, None, current.color("focus"), 2)
        ink = "accent-text" if on else "text-2"
        left = area.left() + _PAD
        middle = area.top() + (area.height() - _LINE) / 2
        if self._icons.get(index):
            side = current.px(_ICON)
            where = QRectF(round(left), round(middle - side / 2), side, side)
            paint_icon(painter, self._icons[index], ink, where)
            left += side + _GAP
        font = _font(on=on)
        painter.setFont(font)
        painter.setPen(current.color(ink))
        words = QRectF(left, area.top(), area.right() - left, area.height() - _LINE)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.tabText(index))
        left += QFontMetricsF(font).horizontalAdvance(self.tabText(index)) + _GAP
        self._paint_count(painter, index, left, middle)

    def _paint_count(self, painter: QPainter, index: int, left: float, middle: float) -> None:
        count = self._counts.get(index)
        if count is None:
            return
        current = theme()
        high = current.px(18)
        pill = QRectF(round(left), round(middle - high / 2), self._count_width(count), high)
        paint_box(painter, pill, high / 2, current.color("sunken"))
        painter.setFont(current.font(12, 500, tabular=True))
        painter.setPen(current.color("text-2"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, str(count))

    def _count_width(self, count: int) -> float:
        font = theme().font(12, 500, tabular=True)
        return QFontMetricsF(font).horizontalAdvance(str(count)) + 14

    def _width(self, index: int) -> float:
        width = QFontMetricsF(_font(on=True)).horizontalAdvance(self.tabText(index)) + 2 * _PAD
        if self._icons.get(index):
            width += theme().px(_ICON) + _GAP
        count = self._counts.get(index)
        return width if count is None else width + self._count_width(count) + _GAP


def _font(*, on: bool) -> QFont:
    return theme().font(14, 700 if on else 500)
