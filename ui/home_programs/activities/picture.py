"""An activity's picture at the width there is, with the credit line of one from elsewhere."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ot_desktop.home_programs.domain import Activity
from ui.home_programs.drawings import paint_drawing
from ui.theme import theme

_SHAPE = 168 / 212  # height to width, as on paper


class PictureView(QWidget):
    """Paints the drawing or photo of one activity; its text is read aloud."""

    def __init__(self, widest: int) -> None:
        super().__init__()
        self._widest = widest
        self._activity: Activity | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, activity: Activity) -> None:
        """Show another picture."""
        self._activity = activity
        words = activity.words["en"].picture
        self.setAccessibleName(words or self.tr("Picture"))
        self.setToolTip(words)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Keep the shape it has on paper."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        return round(min(width, theme().px(self._widest)) * _SHAPE)

    def sizeHint(self) -> QSize:
        """Return the size it has where there is room."""
        wide = theme().px(self._widest)
        return QSize(wide, round(wide * _SHAPE))

    def minimumSizeHint(self) -> QSize:
        """Shrink to a stamp."""
        return QSize(theme().px(120), round(theme().px(120) * _SHAPE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the picture in the middle."""
        if self._activity is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(self.width(), theme().px(self._widest), round(self.height() / _SHAPE))
        area = QRectF((self.width() - wide) // 2, 0, wide, round(wide * _SHAPE))
        paint_drawing(painter, self._activity, area)
        painter.end()
