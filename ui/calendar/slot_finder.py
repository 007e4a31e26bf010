"""Finds the next free slots: how long, with whom, where, within how many weeks."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.caseload.domain import first_name
from ot_desktop.clock import today
from ot_desktop.day_words import clock_text, long_day
from ot_desktop.scheduling.domain import MAX_MINUTES, MIN_MINUTES
from ot_desktop.scheduling.free_slots import FreeSlot, SlotWish
from ot_desktop.scheduling.suggesting import USUAL_MINUTES
from ot_desktop.services import Services
from ui.widgets.button import Button
from ui.widgets.choice import ComboBox
from ui.widgets.field import Field
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.scrolling import scroller
from ui.widgets.stepper import Stepper

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_WEEKS = (1, 2, 4)  # no more: the whole search runs within one turn of the window
_STEP, _PAD = 15, 24


class SlotFinder(QWidget):
    """``taken`` carries the ``FreeSlot`` to book; Enter in a field takes the first."""

    taken = Signal(object)
    closed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._first = today()
        self._slots: tuple[FreeSlot, ...] = ()
        self.buttons: list[Button] = []
        name = self.tr("Length")
        limits = (MIN_MINUTES, MAX_MINUTES)
        self.length_stepper = Stepper(name, limits, USUAL_MINUTES, suffix="min", step=_STEP)
        self.therapist_combo = ComboBox(self.tr("Therapist"))
        self.room_combo = ComboBox(self.tr("Room"))
        self.weeks_combo = ComboBox(self.tr("Within"))
        self._none = label("", "small", "text-2", wrap=True)
        self._close_button = Button(self.tr("Close"), keys=self.tr("Esc"), size="small")
        self._list = QVBoxLayout()
        self._fill()
        self._build()
        self.length_stepper.changed.connect(self._search)
        for combo in (self.therapist_combo, self.room_combo, self.weeks_combo):
            combo.currentIndexChanged.connect(self._search)
        self._close_button.clicked.connect(self.closed)

    def start(self, first: date) -> None:
        """Search from a day on, never in the past, and take the keyboard."""
        self._first = max(first, today())
        self._search()
        self.length_stepper.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Book the first slot with Enter, walk the slots with arrows, close with Esc."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in _ENTER and self._slots:
            self.taken.emit(self._slots[0])
        elif key in steps and self.focusWidget() in self.buttons:
            self._walk(steps[key])
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        here = next(n for n, each in enumerate(self.buttons) if each.hasFocus())
        self.buttons[max(0, min(len(self.buttons) - 1, here + by))].setFocus()

    def _fill(self) -> None:
        clinic = self._services.settings.clinic()
        self.therapist_combo.addItem(self.tr("Anybody"), None)
        for therapist in clinic.therapists:
            self.therapist_combo.addItem(therapist.name, therapist.id)
        self.room_combo.addItem(self.tr("Any room"), None)
        for room in clinic.rooms:
            self.room_combo.addItem(room.name, room.id)
        for weeks in _WEEKS:
            words = self.tr("1 week") if weeks == 1 else self.tr("{0} weeks").format(weeks)
            self.weeks_combo.addItem(words, weeks)
        self.weeks_combo.setCurrentIndex(1)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Field(self.tr("Length"), self.length_stepper))
        column.addWidget(Field(self.tr("Therapist"), self.therapist_combo))
        column.addWidget(Field(self.tr("Room"), self.room_combo))
        column.addWidget(Field(self.tr("Within"), self.weeks_combo))
        inside = QWidget()
        inside.setLayout(self._list)
        self._list.setContentsMargins(2, 2, 2, 2)
        self._list.setSpacing(4)
        column.addWidget(self._none)
        column.addWidget(scroller(inside), 1)
        column.addWidget(self._close_button)

    @Slot()
    def _search(self) -> None:
        last = self._first + timedelta(weeks=self.weeks_combo.currentData(), days=-1)
        wish = SlotWish(
            self.length_stepper.value(),
            self._first,
            last,
            self.therapist_combo.currentData(),
            self.room_combo.currentData(),
        )
        self._show(self._services.suggesting.free_slots(wish))
        words = self.tr("Nothing is free until {0}. Try a shorter length or more weeks.")
        self._none.setText(words.format(long_day(last)))
        self._none.setVisible(not self._slots)

    def _show(self, slots: Sequence[FreeSlot]) -> None:
        self._slots, self.buttons = tuple(slots), []
        empty(self._list)
        for day, found in groupby(self._slots, key=lambda slot: slot.visit.day):
            self._list.addWidget(label(long_day(day), "label"))
            for slot in found:
                button = self._button(slot)
                self.buttons.append(button)
                self._list.addWidget(button)
        self._list.addStretch(1)

    def _button(self, slot: FreeSlot) -> Button:
        who = (clock_text(slot.visit.starts), first_name(slot.therapist_name), slot.room_name)
        words = ", ".join(filter(None, who))
        button = Button(words, size="small")
        room = self.width() - _PAD - 2 * _STEP
        metrics = QFontMetricsF(button.font())
        button.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
        button.setToolTip(words)
        button.setAccessibleName(f"{long_day(slot.visit.day)}, {words}")
        button.clicked.connect(lambda: self.taken.emit(slot))
        return button
