"""The table of everybody who waits, how long offers are held, and what stands there when empty."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from ot_desktop.clock import today
from ot_desktop.permissions import Permission, SignedIn
from ot_desktop.waitlist.domain import Entry
from ot_desktop.waitlist.service import LONGEST_HOLD_MINUTES, WaitlistService
from ui.waitlist.waitlist_delegate import WaitlistDelegate
from ui.waitlist.waitlist_table_model import (
    CHILD,
    CONTACT,
    NEXT,
    THERAPIST,
    TIMES,
    URGENCY,
    WAITING,
    WANTS,
    WaitlistTableModel,
)
from ui.widgets.empty_state import EmptyState
from ui.widgets.fitted_columns import FittedColumns
from ui.widgets.key_hints import KeyHints
from ui.widgets.label import label
from ui.widgets.stepper import Stepper
from ui.widgets.table import TableFrame, TableView

# What is needed most comes first; the last goes first.
WIDTHS = {WAITING: 148, NEXT: 152, TIMES: 134, WANTS: 142, CONTACT: 148, URGENCY: 92, THERAPIST: 84}
CHILD_WIDTH = 150

# Who is shown.
WAITS, LONG, TAKEN_OFF = "waits", "long", "taken_off"


class WaitingView(QWidget):
    """``add_wanted`` when somebody should be put on the list."""

    add_wanted = Signal()

    def __init__(self, waitlist: WaitlistService, user: SignedIn) -> None:
        super().__init__()
        self._waitlist = waitlist
        self._user = user
        self._may_set = user.may(Permission.EDIT_CLINIC)
        self.model = WaitlistTableModel(self)
        self.view = TableView(self.tr("Who waits"))
        self.view.setModel(self.model)
        self.view.set_row_delegate(WaitlistDelegate(self.model))
        header = self.view.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(CHILD, header.ResizeMode.Stretch)
        may_edit = user.may(Permission.EDIT_WAITLIST)
        self.empty = EmptyState(
            "hourglass",
            self.tr("Nobody is waiting."),
            self.tr("Families who want a place or another time wait here for an open slot."),
            action=self.tr("Add a child") if may_edit else "",
        )
        nobody_long = self.tr("Nobody has waited over 30 days.")
        self._nobody = {
            WAITS: self.empty,
            LONG: EmptyState("hourglass", nobody_long),
            TAKEN_OFF: EmptyState("hourglass", self.tr("Nobody was taken off lately.")),
        }
        self.frame = TableFrame(self.view, self._footer(may_edit=may_edit))
        self.stack = QStackedLayout(self)
        for shown in (self.frame, *self._nobody.values()):
            self.stack.addWidget(shown)
        if self.empty.button is not None:
            self.empty.button.clicked.connect(self.add_wanted)
        FittedColumns(self.view, CHILD_WIDTH, WIDTHS)

    def show_entries(self, waiting: Collection[Entry], whose: str) -> None:
        """Show whom ``whose`` names; whoever wants the therapist who looks comes first."""
        entries = waiting
        if whose == LONG:
            entries = [each for each in waiting if each.waits_long(today())]
        elif whose == TAKEN_OFF:
            entries = self._waitlist.taken_off()
        kept = self.view.current_key()
        self.model.show_rows(self._in_order(entries))
        if entries and not (kept is not None and self.view.select_key(kept)):
            self.view.selectRow(0)
        self.stack.setCurrentWidget(self.frame if entries else self._nobody[whose])

    def current(self) -> Entry | None:
        """Return the chosen entry."""
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say which keys there are where there is room for it."""
        super().resizeEvent(event)
        taken = self.hold_stepper.sizeHint().width() * 2 if self._may_set else 0
        self._hints.setVisible(self._hints.sizeHint().width() + taken + 40 <= self.width())

    def _in_order(self, entries: Collection[Entry]) -> Sequence[Entry]:
        me = self._user.therapist_id
        if me is None:
            return list(entries)
        return sorted(entries, key=lambda each: each.therapist_id != me)

    def _footer(self, *, may_edit: bool) -> QWidget:
        footer = QWidget()
        row = QHBoxLayout(footer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        hints = [
            (("J", "K"), self.tr("move")),
            (("Space",), self.tr("quick look")),
            (("Enter",), self.tr("child")),
        ]
        if may_edit:
            hints = [(("O",), self.tr("offer")), (("L",), self.tr("log")), *hints]
        self._hints = KeyHints(hints)
        row.addWidget(self._hints)
        row.addStretch(1)
        self.hold_stepper = Stepper(
            self.tr("How long an offer is held"),
            (1, LONGEST_HOLD_MINUTES),
            self._waitlist.hold_minutes(),
            suffix=self.tr("min"),
            small=True,
            step=5,
        )
        if self._may_set:
            row.addWidget(label(self.tr("Offers are held for"), "small", "text-2"))
            row.addWidget(self.hold_stepper)
            self.hold_stepper.changed.connect(self._keep_hold)
        return footer

    @Slot(int)
    def _keep_hold(self, minutes: int) -> None:
        self._waitlist.set_hold_minutes(minutes)
