"""Step 4: the rooms, and how many children each holds at once."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.access.first_clinic import PEDIATRIC_ROOMS, RoomDraft
from ot_desktop.errors import ClinicError
from ui.access.note_line import NoteLine
from ui.access.step import Step
from ui.widgets.button import Button, IconButton
from ui.widgets.field import line_edit
from ui.widgets.label import label
from ui.widgets.leaving import take_away
from ui.widgets.stepper import Stepper
from ui.widgets.symbol import Symbol
from ui.widgets.tab_chain import chain

_MOST_CHILDREN = 20


class RoomRow(QWidget):
    """A room being described."""

    removed = Signal()

    def __init__(self, number: int, room: RoomDraft) -> None:
        super().__init__()
        self._equipment = room.equipment
        self.name_edit = line_edit(self.tr("Name of room {0}").format(number))
        self.name_edit.setText(room.name)
        self.capacity = Stepper(
            self.tr("Children at once in room {0}").format(number),
            (1, _MOST_CHILDREN),
            room.capacity,
        )
        words = self.tr("Take room {0} out").format(number)
        self.remove_button = IconButton("x", words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.name_edit, 1)
        row.addWidget(self.capacity)
        row.addWidget(label(self.tr("children at once"), "body", "text-2"))
        row.addWidget(self.remove_button)
        self.remove_button.clicked.connect(self.removed)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return the controls in the order they are read."""
        return (self.name_edit, self.capacity.edit, self.remove_button)

    def draft(self) -> RoomDraft:
        """Return what was filled in."""
        return RoomDraft(self.name_edit.text().strip(), self.capacity.value(), self._equipment)


class RoomsStep(Step):
    """Begins with the rooms most pediatric clinics have, once asked to."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Your rooms"),
            self.tr("No room is ever booked for more children than it holds."),
        )
        self.rows: list[RoomRow] = []
        self._count = 0
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._added = QVBoxLayout()
        self._added.setSpacing(6)
        self.preset_button = Button(self.tr("Fill in pediatric OT rooms"), icon="wand")
        self.add_button = Button(self.tr("Add a room"), icon="plus")
        self.note = NoteLine()
        self._build()
        self.preset_button.clicked.connect(self.fill_in)
        self.add_button.clicked.connect(self._add_blank)

    def take_focus(self) -> None:
        """Start with the offer."""
        (self.rows[0].name_edit if self.rows else self.preset_button).setFocus()

    @Slot()
    def fill_in(self) -> None:
        """Add the usual rooms, to be changed."""
        for room in PEDIATRIC_ROOMS:
            self._add(room)
        self.preset_button.setEnabled(False)
        self.rows[0].name_edit.setFocus()

    def save(self) -> None:
        """Add every room that has a name; the ones added are listed."""
        self.note.set_problem("")
        for row in list(self.rows):
            draft = row.draft()
            try:
                if draft.name:
                    self.clinic().add_rooms([draft])
                    self._list_added(draft)
            except ClinicError as error:
                self.note.set_problem(str(error))
                row.name_edit.setFocus()
                return
            self._take_out(row)
        self.saved.emit()

    def _build(self) -> None:
        self.body.addLayout(self._added)
        self.body.addLayout(self._rows)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.preset_button)
        buttons.addWidget(self.add_button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.body.addWidget(self.note)

    @Slot()
    def _add_blank(self) -> None:
        self._add(RoomDraft(""))
        self.rows[-1].name_edit.setFocus()

    def _add(self, room: RoomDraft) -> None:
        self._count += 1
        row = RoomRow(self._count, room)
        row.removed.connect(partial(self._take_out, row))
        self.rows.append(row)
        self._rows.addWidget(row)
        stops = [stop for each in self.rows for stop in each.tab_stops()]
        chain([*stops, self.preset_button, self.add_button])

    def _take_out(self, row: RoomRow) -> None:
        self.rows.remove(row)
        take_away(row, self._rows)

    def _list_added(self, room: RoomDraft) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Symbol("circle-check", "ok-text"))
        line.addWidget(label(room.name, "body-strong"))
        holds = self.tr("1 child") if room.capacity == 1 else self.tr("{0} children")
        line.addWidget(label(holds.format(room.capacity), "body", "text-2"))
        line.addStretch(1)
        self._added.addLayout(line)
