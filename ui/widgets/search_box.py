"""A search field with a lens, and the key that leads to it while it is empty."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.key_hints import key_cap_width, paint_key_cap


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
            end = QPointF(self.width() - 7, self.height() / 2)
            paint_key_cap(painter, end, self._keys)
        painter.end()

    def _fit(self) -> None:
        keys_width = round(key_cap_width(self._keys)) if self._keys else 0
        self.setTextMargins(theme().px(16) + 8, 0, keys_width + 6, 0)
