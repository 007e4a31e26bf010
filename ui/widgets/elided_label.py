"""One line of small text that gives way: what does not fit ends in an ellipsis."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class ElidedLabel(QLabel):
    """The whole text is in the tooltip and the accessible name.

    With ``hug`` it takes the width of its text and no more, so that others can follow it.
    """

    def __init__(self, style: str = "small", tone: str = "text-2", *, hug: bool = False) -> None:
        super().__init__()
        self._whole = ""
        self._hug = hug
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", style)
        self.setProperty("tone", tone)
        across = QSizePolicy.Policy.Maximum if hug else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Return room for the whole text where others follow it."""
        hint = super().sizeHint()
        if not self._hug:
            return hint
        return QSize(self.whole_width(), hint.height())

    def whole_width(self) -> int:
        """Return the width of the whole text."""
        return self.fontMetrics().horizontalAdvance(self._whole) + 1

    def minimumSizeHint(self) -> QSize:
        """Give way completely."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        cut = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        if cut != self.text():
            self.setText(cut)
