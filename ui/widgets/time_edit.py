"""A time of day, typed (10, 10:15, 1p), stepped by 15 minutes, or picked from a list."""

from datetime import time

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ot_desktop.day_words import clock_am_pm
from ot_desktop.typed_dates import parse_time, stepped
from ui.widgets.typed_edit import TypedEdit

_FIELD = 112
_STEP_MINUTES = 15
_FIRST_HOUR, _LAST_HOUR = 8, 18
_CHOICES = tuple(
    time(hour, minute)
    for hour in range(_FIRST_HOUR, _LAST_HOUR)
    for minute in range(0, 60, _STEP_MINUTES)
)


class TimeEdit(TypedEdit):
    """``changed`` carries a time or None."""

    def __init__(self, name: str, moment: time | None = None) -> None:
        super().__init__(name, self.tr("10:15, 1p"), _FIELD)
        self._time: time | None = None
        self._offer(self.tr("Pick a time"), "chevron-down", 14)
        self.set_value(moment)

    def value(self) -> time | None:
        """Return what is meant, or None while the text means no time."""
        return self._time

    def set_value(self, moment: time | None) -> None:
        """Show a time."""
        self.edit.setText("" if moment is None else clock_am_pm(moment))
        self.edit.home(False)  # noqa: FBT003 -- Qt's "do not select"
        self._read(self.edit.text())

    @Slot(str)
    def _read(self, typed: str) -> None:
        before = self._time
        self._time = parse_time(typed)
        words = "" if self._time is None else clock_am_pm(self._time)
        if self._time is None and typed.strip():
            words = self.tr("not a time yet")
        self.meaning.setText("" if words == typed.strip() else words)
        self.edit.setAccessibleDescription(words)
        if self._time != before:
            self.changed.emit(self._time)

    def _step(self, by: int) -> None:
        self.set_value(stepped(self._time or time(_FIRST_HOUR), by * _STEP_MINUTES))

    @Slot()
    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in _CHOICES:
            action = menu.addAction(clock_am_pm(choice))
            action.setData(choice.isoformat())
        menu.triggered.connect(self._take)
        menu.popup(self.edit.mapToGlobal(self.edit.rect().bottomLeft()))

    @Slot(QAction)
    def _take(self, action: QAction) -> None:
        self.set_value(time.fromisoformat(action.data()))
