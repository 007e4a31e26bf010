"""A time of day, typed (10, 10:15, 1p) or stepped by 15 minutes; a list offers the free ones."""

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from ot_desktop.day_words import clock_am_pm
from ot_desktop.typed_dates import parse_time, stepped
from ui.icons import set_icon
from ui.theme import theme
from ui.widgets.label import label

_FIELD = 112
_STEP_MINUTES = 15
_FIRST_HOUR, _LAST_HOUR = 8, 18
_STEPS = {Qt.Key.Key_Up: _STEP_MINUTES, Qt.Key.Key_Down: -_STEP_MINUTES}


class TimeEdit(QWidget):
    """``changed`` carries a time or None."""

    changed = Signal(object)

    def __init__(self, name: str, moment: time | None = None) -> None:
        super().__init__()
        self._time: time | None = None
        self._choices: tuple[time, ...] = tuple(
            time(hour, minute)
            for hour in range(_FIRST_HOUR, _LAST_HOUR)
            for minute in range(0, 60, _STEP_MINUTES)
        )
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(self.tr("10:15, 1p"))
        self.meaning = label("", "small", "text-2")
        self._pick = QAction(self.tr("Pick a time"), self)
        set_icon(self._pick, "chevron-down", "text-2", 14)
        self.edit.addAction(self._pick, QLineEdit.ActionPosition.TrailingPosition)
        self._build()
        self._connect()
        self.set_value(moment)

    def value(self) -> time | None:
        """Return what is meant, or None while the text means no time."""
        return self._time

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.text()

    def set_value(self, moment: time | None) -> None:
        """Show a time."""
        self.edit.setText("" if moment is None else clock_am_pm(moment))
        self.edit.home(False)  # noqa: FBT003 -- Qt's "do not select"
        self._read(self.edit.text())

    def set_choices(self, times: Sequence[time]) -> None:
        """Offer these in the list, for example the ones free for room and therapist."""
        self._choices = tuple(times)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step with up and down; open the list with Alt Down."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if alt and event.key() == Qt.Key.Key_Down:
                self._open_list()
                return True
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.set_value(stepped(self._time or time(_FIRST_HOUR), step))
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit)
        row.addWidget(self.meaning, 1)
        self.setFocusProxy(self.edit)
        self._fit()

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._read)
        self.edit.installEventFilter(self)
        self._pick.triggered.connect(self._open_list)
        theme().changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        self.edit.setFixedWidth(theme().px(_FIELD))

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

    @Slot()
    def _open_list(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in self._choices:
            action = menu.addAction(clock_am_pm(choice))
            action.setData(choice.isoformat())
        menu.triggered.connect(self._take)
        menu.popup(self.edit.mapToGlobal(self.edit.rect().bottomLeft()))

    @Slot(QAction)
    def _take(self, action: QAction) -> None:
        self.set_value(time.fromisoformat(action.data()))
