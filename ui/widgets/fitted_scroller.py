"""A scroll area as tall as what it holds while the screen has room; only then does it scroll."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui.widgets.scrolling import smooth

_SHARE_OF_SCREEN = 0.7
_LEAST = 120
_BAR = 14


class FittedScroller(QScrollArea):
    """For dialogs: with large text or a small screen their buttons stay in sight."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        smooth(self)
        self.setWidget(inside)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inside.setAutoFillBackground(False)
        inside.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Ask for the height of what is inside, and for the width it needs beside a bar."""
        inside = self._inside
        room = round(self.screen().availableSize().height() * _SHARE_OF_SCREEN)
        width = max(self.viewport().width(), inside.minimumSizeHint().width())
        tall = inside.heightForWidth(width) if inside.hasHeightForWidth() else 0
        tall = max(tall, inside.sizeHint().height())
        return QSize(inside.sizeHint().width() + _BAR, min(tall, room))

    def minimumSizeHint(self) -> QSize:
        """Give up height first."""
        hint = self.sizeHint()
        return QSize(self._inside.minimumSizeHint().width() + _BAR, min(_LEAST, hint.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask again when something inside comes or goes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
