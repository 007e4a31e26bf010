"""Who waits, as rows: since when, for what, when they can come, what to do next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt

from ot_desktop.clock import now_utc, today
from ot_desktop.programs.typed_times import OpenHours
from ot_desktop.waitlist.domain import Entry, HeldOffer, OpenTime
from ui.waitlist.words import (
    contact_words,
    days_words,
    next_step,
    therapist_words,
    urgency_words,
    wanted_words,
    when_words,
)
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel

CHILD, WAITING, WANTS, TIMES, THERAPIST, URGENCY, CONTACT, NEXT = range(8)


@dataclass(frozen=True)
class Situation:
    """What is known beside the entries: opening hours, held offers, opened times that fit."""

    hours: OpenHours = field(default_factory=dict)
    held: Mapping[int, HeldOffer] = field(default_factory=dict)
    fits: Mapping[int, Sequence[OpenTime]] = field(default_factory=dict)


class WaitlistTableModel(TableModel[Entry]):
    """One entry a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        headings = (
            self.tr("Child"),
            self.tr("Waiting"),
            self.tr("Wants"),
            self.tr("Times"),
            self.tr("Therapist"),
            self.tr("Urgency"),
            self.tr("Last contact"),
            self.tr("Next step"),
        )
        super().__init__(headings, parent)
        self.situation = Situation()

    def show_situation(self, situation: Situation) -> None:
        """Show what to do next anew; the rows stay."""
        self.situation = situation
        if self._rows:
            last = self.index(len(self._rows) - 1, NEXT)
            self.dataChanged.emit(self.index(0, 0), last)

    def longest_wait(self) -> int:
        """Return the days of whoever waits longest: a whole bar."""
        return max((each.days_waiting(today()) for each in self._rows), default=0)

    def next_step(self, entry: Entry) -> str:
        """Return what to do next about a family."""
        held, fits = self.situation.held.get(entry.id), self.situation.fits.get(entry.id, ())
        return next_step(entry, held, fits, now_utc())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says."""
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(entry, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings[index.column()]}: {self._words(entry, index.column())}"
        return {KEY_ROLE: entry.id, ROW_ROLE: entry}.get(role)

    def _words(self, entry: Entry, column: int) -> str:
        return {
            CHILD: lambda: entry.child_name,
            WAITING: lambda: days_words(entry.days_waiting(today())),
            WANTS: lambda: wanted_words(entry),
            TIMES: lambda: when_words(entry, self.situation.hours),
            THERAPIST: lambda: therapist_words(entry),
            URGENCY: lambda: urgency_words(entry.urgency),
            CONTACT: lambda: contact_words(entry),
            NEXT: lambda: self.next_step(entry),
        }[column]()
