"""The clinic's rooms: how many children at once, what is there, when one cannot be used."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ot_desktop.permissions import Permission, SignedIn
from ot_desktop.scheduling.facts import TimeOff
from ot_desktop.settings.domain import Clinic, Room
from ui.programs.set_up_row import SetUpRow
from ui.programs.time_off_words import time_off_words
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.symbol import Symbol


class RoomsCard(Card):
    """``closing_wanted`` carries a room's id."""

    closing_wanted = Signal(int)

    def __init__(self, user: SignedIn) -> None:
        super().__init__(self.tr("Rooms"))
        self._may_close = user.may(Permission.SET_TIME_OFF)
        self.rows: dict[int, SetUpRow] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_rooms(self, clinic: Clinic, time_off: Sequence[TimeOff]) -> None:
        """Show every room of the clinic with when it is closed."""
        empty(self._rows)
        self.rows.clear()
        for room in clinic.rooms:
            closed = [each for each in time_off if each.room_id == room.id]
            self.rows[room.id] = self._row(room, closed)
            self._rows.addWidget(self.rows[room.id])
        if not clinic.rooms:
            self._rows.addWidget(label(self.tr("The clinic has no room yet."), "body", "text-2"))

    def _row(self, room: Room, closed: Sequence[TimeOff]) -> SetUpRow:
        places = (
            self.tr("1 child at once")
            if room.capacity == 1
            else self.tr("{0} children at once").format(room.capacity)
        )
        details = f"{places}, {room.equipment}" if room.equipment else places
        warning = self.tr("Closed {0}").format(time_off_words(closed)) if closed else ""
        row = SetUpRow(Symbol("door", "text-2", 20), room.name, details, warning)
        if self._may_close:
            close = row.add_button(
                "calendar-off", self.tr("Close {0} for a time").format(room.name)
            )
            close.clicked.connect(partial(self.closing_wanted.emit, room.id))
        return row
