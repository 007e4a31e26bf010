"""The field for the words to say, with “Say” inside it."""

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from ui.theme import theme

_LEFT = 9


class SayEdit(QLineEdit):
    """One line; ``lead`` stands before the words, dimmed."""

    def __init__(self, lead: str) -> None:
        super().__init__()
        self._lead = lead
        self.setProperty("compact", "true")
        self._fit()
        theme().changed.connect(self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the lead."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(theme().font(13))
        painter.setPen(theme().color("text-2"))
        area = QRectF(_LEFT, 0, self.width(), self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._lead)
        painter.end()

    @Slot()
    def _fit(self) -> None:
        words = QFontMetricsF(theme().font(13)).horizontalAdvance(self._lead)
        self.setTextMargins(round(words) + 4, 0, 0, 0)
