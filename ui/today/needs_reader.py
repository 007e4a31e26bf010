"""Reads what needs somebody after the page is painted, a part at a time between two events."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ot_desktop.day.domain import Need
from ot_desktop.day.service import DayService

_AFTER_MS = 30


class NeedsReader(QObject):
    """``read`` carries every ``Need`` once all parts were read."""

    read = Signal(object)

    def __init__(self, day: DayService, parent: QObject) -> None:
        super().__init__(parent)
        self._day = day
        self._parts: list[Callable[[], Sequence[Need]]] = []
        self._found: list[Need] = []
        self._timer = QTimer(self, interval=_AFTER_MS)
        self._timer.timeout.connect(self._read_one)

    @Slot()
    def start(self) -> None:
        """Begin, or begin again."""
        self._parts, self._found = list(self._day.parts_of_needs()), []
        self._timer.start()

    @Slot()
    def _read_one(self) -> None:
        if self._parts:
            self._found += self._parts.pop(0)()
        if not self._parts:
            self._timer.stop()
            self.read.emit(tuple(self._found))
