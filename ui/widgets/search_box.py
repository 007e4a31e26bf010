"""A search field with a lens, and the key that leads to it while it is empty."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box


class SearchBox(QLineEdit):
    """Esc empties it first; only an empty box lets Esc through to the page."""

    def __init__(self, name: str, placeholder: str, *, keys: str = "/") -> None:
        super().__init__()
        self._keys = keys
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._fit()
        theme().changed.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the box with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the lens on the left and the key cap on the right."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme().px(16)
        top = round((self.height() - side) / 2)
        paint_icon(painter, "zoom", "text-2", QRectF(9, top, side, side))
        if self._keys and not self.text():
            self._paint_keys(painter)
        painter.end()

    def _fit(self) -> None:
        self.setTextMargins(theme().px(16) + 8, 0, self._keys_width() + 6, 0)

    def _keys_width(self) -> int:
        if not self._keys:
            return 0
        return round(QFontMetricsF(theme().font(12, 500)).horizontalAdvance(self._keys)) + 12

    def _paint_keys(self, painter: QPainter) -> None:
        current = theme()
        high, wide = current.px(18), self._keys_width()
        cap = QRectF(self.width() - wide - 7, round((self.height() - high) / 2), wide, high)
        paint_box(painter, cap, 4, current.color("surface-alt"), current.color("border"))
        painter.setFont(current.font(12, 500))
        painter.setPen(current.color("text-2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)
