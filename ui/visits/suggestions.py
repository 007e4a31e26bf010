"""Up to three times that fit, best first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.caseload.domain import first_name
from ot_desktop.day_words import clock_text, long_day
from ot_desktop.scheduling.alternatives import Alternative
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.leaving import take_away


class Suggestions(QWidget):
    """``taken`` carries the alternative that was chosen; ``key`` takes the first one."""

    taken = Signal(object)

    def __init__(self, title: str, key: str = "") -> None:
        super().__init__()
        self._key = key
        self.buttons: list[Button] = []
        self._offered: tuple[Alternative, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(label(title, "label"))
        self.hide()

    def offer(self, places: Sequence[Alternative]) -> None:
        """Show other places; none hides the box."""
        if tuple(places) == self._offered:
            return
        for button in self.buttons:
            take_away(button, self._column)
        self._offered = tuple(places)
        self.buttons = [self._button(place, each) for place, each in enumerate(places)]
        for button in self.buttons:
            self._column.addWidget(button)
        self.setVisible(bool(places))

    def take_first(self) -> bool:
        """Take the first one, if there is one."""
        if not self._offered:
            return False
        self.taken.emit(self._offered[0])
        return True

    def _button(self, place: int, other: Alternative) -> Button:
        button = Button(_words(other), keys="" if place else self._key, size="small")
        button.setObjectName(str(place))
        button.clicked.connect(self._take)
        return button

    @Slot()
    def _take(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.taken.emit(self._offered[int(button.objectName())])


def _words(other: Alternative) -> str:
    visit = other.visit
    when = f"{long_day(visit.day)}, {clock_text(visit.starts)}"
    who = (first_name(other.therapist_name), other.room_name)
    return ", ".join(part for part in (when, *who) if part)
