"""The notes still to be written or signed, as rows of a table."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ot_desktop.clock import now_local, today
from ot_desktop.day_words import clock_text, day_text
from ot_desktop.notes.note_page import UnfinishedNote
from ui.widgets.table import KEY_ROLE

Index = QModelIndex | QPersistentModelIndex
_HOUR = timedelta(hours=1)
_TWO_DAYS = timedelta(days=2)


def _tr(words: str) -> str:
    return QCoreApplication.translate("notes", words)


class Column(NamedTuple):
    """A heading and how to read its cell."""

    heading: str
    text: Callable[[UnfinishedNote], str]


def _visit(note: UnfinishedNote) -> str:
    return f"{day_text(note.starts.date(), today())} {clock_text(note.starts)}"


def age_words(age: timedelta) -> str:
    """Return ``12 min``, ``5 h`` or ``3 days``."""
    if age < _HOUR:
        return _tr("{0} min").format(int(age.total_seconds()) // 60)
    if age < _TWO_DAYS:
        return _tr("{0} h").format(int(age / _HOUR))
    return _tr("{0} days").format(age.days)


def _age(note: UnfinishedNote) -> str:
    return age_words(max(timedelta(0), note.age(now_local())))


def _state(note: UnfinishedNote) -> str:
    if note.note_id is None:
        return _tr("Not started")
    if note.missing == 0:
        return _tr("Ready to sign")
    if note.missing == 1:
        return _tr("Draft, 1 part missing")
    return _tr("Draft, {0} parts missing").format(note.missing)


COLUMNS = (
    Column("Child", lambda note: note.child_name),
    Column("Visit", _visit),
    Column("Age", _age),
    Column("Note", _state),
    Column("Therapist", lambda note: note.writer),
)


class UnfinishedTableModel(QAbstractTableModel):
    """Mine first, the oldest on top."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes: list[UnfinishedNote] = []

    def show_notes(self, notes: Sequence[UnfinishedNote]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._notes = sorted(notes, key=lambda note: not note.is_mine)
        self.endResetModel()

    def note(self, row: int) -> UnfinishedNote:
        """Return what a row shows."""
        return self._notes[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._notes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _tr(COLUMNS[section].heading)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        note = self._notes[index.row()]
        if role == KEY_ROLE:
            return note.session_id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return COLUMNS[index.column()].text(note)
        return None
