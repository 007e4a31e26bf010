"""Parts of an activity's card that are painted: its picture, and the dots to drag it by."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ot_desktop.home_programs.domain import Activity
from ui.home_programs.drawings import paint_drawing
from ui.home_programs.words import tr
from ui.icons import paint_icon
from ui.theme import theme


class CardPicture(QWidget):
    """The activity's picture; ``off_wanted`` when this child's own photo is to go."""

    off_wanted = Signal()

    def __init__(self, activity: Activity) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._is_own = False
        self.show_activity(activity, own=False)

    def show_activity(self, activity: Activity, *, own: bool) -> None:
        """Show another picture; ``own`` is a photo of this child's."""
        self._activity, self._is_own = activity, own
        self.setAccessibleName(activity.words["en"].picture)
        tip = tr("This child’s own photo. Right click takes it off.")
        self.setToolTip(tip if own else tr("Drop a photo here to print it instead"))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the design's 80 by 63."""
        return QSize(theme().px(80), theme().px(63))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the picture."""
        painter = QPainter(self)
        paint_drawing(painter, self._activity, QRectF(self.rect()))
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to take the own photo off."""
        if self._is_own:
            menu = QMenu(self)
            menu.addAction(tr("Take the photo off"), self.off_wanted.emit)
            menu.popup(event.globalPos())


class Grip(QWidget):
    """Six dots to drag by; the keyboard has Alt Up and Alt Down."""

    dragged = Signal(QPointF)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room to be hit."""
        return QSize(theme().px(18), theme().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the dots."""
        painter = QPainter(self)
        side = theme().px(18)
        inset = (self.width() - side) / 2
        paint_icon(painter, "grip-vertical", "text-3", QRectF(inset, inset, side, side))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the pointer is."""
        self.dragged.emit(event.globalPosition())
