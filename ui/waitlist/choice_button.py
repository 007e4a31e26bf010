"""One choice of the offer panel: a name in bold, the reasons below, clicked as a whole."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme import theme
from ui.widgets.painting import RING, paint_box

_PAD = 11
_WRAP = Qt.TextFlag.TextWordWrap


class ChoiceButton(QAbstractButton):
    """As high as its reasons need."""

    def __init__(self, title: str, reasons: str) -> None:
        super().__init__()
        self._title = title
        self._reasons = reasons
        self.setText(title)
        self.setAccessibleName(f"{title}: {reasons}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Return the height of both texts at a width."""
        current, room = theme(), QRectF(0, 0, width - 2 * _PAD, 10_000)
        title = QFontMetricsF(current.font(14, 600)).boundingRect(room, _WRAP, self._title)
        reasons = QFontMetricsF(current.font(13)).boundingRect(room, _WRAP, self._reasons)
        return round(title.height() + reasons.height()) + 2 * 8 + 2

    def sizeHint(self) -> QSize:
        """Return the height at the width it has."""
        return QSize(theme().px(200), self.heightForWidth(max(self.width(), theme().px(120))))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return QSize(theme().px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the box and both texts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current, area = theme(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fill = "hover" if self.underMouse() or self.isDown() else "surface"
        focused = self.hasFocus()
        edge = current.color("focus" if focused else "border-strong")
        paint_box(painter, area, 6, current.color(fill), edge, RING if focused else 1)
        room = area.adjusted(_PAD, 8, -_PAD, -8)
        font = current.font(14, 600)
        painter.setFont(font)
        painter.setPen(current.color("text"))
        painter.drawText(room, _WRAP, self._title)
        high = QFontMetricsF(font).boundingRect(room, _WRAP, self._title).height()
        painter.setFont(current.font(13))
        painter.setPen(current.color("text-2"))
        painter.drawText(room.adjusted(0, high, 0, 0), _WRAP, self._reasons)
        painter.end()
