"""A timer for what is worth doing only while somebody looks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class Soon(QTimer):
    """Goes off once, some milliseconds after the last start; rests while its widget is hidden."""

    def __init__(self, widget: QWidget, milliseconds: int, act: Callable[[], object]) -> None:
        super().__init__(widget, singleShot=True, interval=milliseconds)
        self.timeout.connect(act)
        self._waits = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop when the widget is hidden, and go on when it is shown again."""
        if event.type() == QEvent.Type.Hide and self.isActive():
            self.stop()
            self._waits = True
        elif event.type() == QEvent.Type.Show and self._waits:
            self._waits = False
            self.start()
        return super().eventFilter(watched, event)
