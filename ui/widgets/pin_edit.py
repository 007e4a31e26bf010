"""Six boxes for a PIN. One field underneath, so pasting and screen readers work as usual."""

from PySide6.QtCore import QRectF, QRegularExpression, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from ui.theme import theme
from ui.widgets.painting import paint_box

_GAP = 8


class PinEdit(QLineEdit):
    """Digits are shown as dots; ``completed`` comes with the last one."""

    completed = Signal()

    def __init__(self, name: str, digits: int = 6) -> None:
        super().__init__()
        self._digits = digits
        self.setAccessibleName(name)
        self.setMaxLength(digits)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setProperty("part", "pin")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._tell)

    def sizeHint(self) -> QSize:
        """Return the room of all boxes, 46 by 52 px each."""
        box = theme().px(46)
        return QSize(self._digits * box + (self._digits - 1) * _GAP, theme().px(52))

    def minimumSizeHint(self) -> QSize:
        """Boxes are never squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the boxes, a dot for each digit and a caret in the next box."""
        painter = QPainter(self)
        filled = len(self.text())
        width = (self.width() - (self._digits - 1) * _GAP) / self._digits
        for place in range(self._digits):
            box = QRectF(round(place * (width + _GAP)), 0, round(width), self.height())
            here = self.hasFocus() and place == min(filled, self._digits - 1)
            self._paint_box(painter, box, here=here)
            if place < filled:
                self._paint_dot(painter, box)
            elif here:
                self._paint_caret(painter, box)
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRectF, *, here: bool) -> None:
        current = theme()
        edge = current.color("border-strong" if self.isEnabled() else "border")
        if self.property("problem") == "true":
            edge = current.color("danger")
        paint_box(painter, box, 8, current.color("surface"), edge)
        if here:
            paint_box(painter, box, 8, None, current.color("focus"), 2)

    def _paint_dot(self, painter: QPainter, box: QRectF) -> None:
        side = theme().px(12)
        dot = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        paint_box(painter, dot, side / 2, theme().color("text"))

    def _paint_caret(self, painter: QPainter, box: QRectF) -> None:
        high = theme().px(22)
        caret = QRectF(round(box.center().x()) - 1, box.center().y() - high / 2, 2, high)
        painter.fillRect(caret, theme().color("text"))

    @Slot(str)
    def _tell(self, typed: str) -> None:
        if len(typed) == self._digits:
            self.completed.emit()
