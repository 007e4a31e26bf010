"""One line of “Before you sign”: done or missing; a click goes there."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box

_HEIGHT = 25
_ICON = 15


class PartButton(QAbstractButton):
    """A green check with the words, or an empty circle."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._done = False
        self.show_state(words, done=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def is_done(self) -> bool:
        """Nothing is missing here."""
        return self._done

    def show_state(self, words: str, *, done: bool) -> None:
        """Show words and mark."""
        self._done = done
        self.setText(words)
        state = self.tr("done") if done else self.tr("missing, go there")
        self.setAccessibleName(f"{words}, {state}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(theme().px(160), theme().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint mark and words."""
        current = theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self.hasFocus() or self.underMouse():
            edge = current.color("focus") if self.hasFocus() else None
            paint_box(painter, area, 4, current.color("hover"), edge, 2)
        side = current.px(_ICON)
        top = round((self.height() - side) / 2)
        icon, tint = ("circle-check", "ok") if self._done else ("circle-dashed", "text-3")
        paint_icon(painter, icon, tint, QRectF(4, top, side, side))
        painter.setFont(current.font(13.5))
        painter.setPen(current.color("text" if self._done else "text-2"))
        words = area.adjusted(side + 12, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
