"""The caseload as rows of a table, read a page at a time."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ot_desktop.caseload.domain import Asked
from ot_desktop.caseload.table import CaseloadRow, Sort
from ot_desktop.clock import now_local, today
from ot_desktop.day_words import clock_text, near_day_text
from ui.shared.ages import age_text
from ui.widgets.table import KEY_ROLE

Index = QModelIndex | QPersistentModelIndex
Load = Callable[[Sort, tuple[int, int]], list[CaseloadRow]]

ROW_ROLE = KEY_ROLE + 1
"""The whole CaseloadRow, for the delegate."""

PAGE = 60


class Column(NamedTuple):
    """A heading, how to read its cell, and how the table sorts by it."""

    heading: str
    text: Callable[[CaseloadRow], str]
    sort: Sort | None


def _alerts(row: CaseloadRow) -> str:
    allergies = row.allergy_titles
    if row.allergies is Asked.NOT_ASKED and not allergies:
        allergies = ("allergies not asked",)
    return ", ".join((*allergies, *row.precaution_titles)) or "none known"


def _session(row: CaseloadRow) -> str:
    if row.series_planned is None:
        return ""
    return f"{row.session_number or 0} of {row.series_planned}"


def next_visit(row: CaseloadRow) -> str:
    """Return ``Now``, ``Today 1:00``, ``Wed 8:00`` or nothing."""
    if row.next_starts is None or row.next_ends is None:
        return ""
    if row.next_starts <= now_local() < row.next_ends:
        return "Now"
    return f"{near_day_text(row.next_starts.date(), today())} {clock_text(row.next_starts)}"


def _last_note(row: CaseloadRow) -> str:
    if row.note_is_due:
        return "Note due"
    return near_day_text(row.last_note.date(), today()) if row.last_note else ""


def _goals(row: CaseloadRow) -> str:
    return f"{row.goals_met} of {row.goals}" if row.goals else ""


COLUMNS = (
    Column("Child", lambda row: row.full_name, Sort.NAME),
    Column("Alerts", _alerts, None),
    Column("Therapist", lambda row: row.therapist_name or "", Sort.THERAPIST),
    Column("Session", _session, None),
    Column("Next visit", next_visit, Sort.NEXT_SESSION),
    Column("Last note", _last_note, None),
    Column("Goals met", _goals, None),
)
CHILD, ALERTS, THERAPIST, SESSION, NEXT, LAST_NOTE, GOALS = range(len(COLUMNS))


class CaseloadTableModel(QAbstractTableModel):
    """Reads the first page at once and each further page when somebody scrolls to it."""

    def __init__(self, load: Load, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load = load
        self._sort = Sort.NAME
        self._rows: list[CaseloadRow] = []
        self._has_more = False

    def reload(self) -> None:
        """Read again as much as was shown."""
        self._read(max(PAGE, len(self._rows)))

    def restart(self) -> None:
        """Read the first page, for another view, filter or order."""
        self._read(PAGE)

    def _read(self, wanted: int) -> None:
        rows = self._load(self._sort, (0, wanted))
        self.beginResetModel()
        self._rows = rows
        self._has_more = len(rows) == wanted
        self.endResetModel()

    def child(self, row: int) -> CaseloadRow:
        """Return the child shown in ``row``."""
        return self._rows[row]

    # Qt calls these.

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002  (a flat table)
        more = self._load(self._sort, (len(self._rows), PAGE))
        self._has_more = len(more) == PAGE
        if more:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
            self._rows.extend(more)
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = column.text(row) or "none"
            age = f", {age_text(row.born_on, today())}" if index.column() == CHILD else ""
            return f"{column.heading}: {words}{age}"
        return {KEY_ROLE: row.id, ROW_ROLE: row}.get(role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].heading
        return None

    def sort(  # each column has one order that is of use
        self,
        column: int,
        order: Qt.SortOrder = Qt.SortOrder.AscendingOrder,  # noqa: ARG002
    ) -> None:
        wanted = COLUMNS[column].sort if 0 <= column < len(COLUMNS) else None
        if wanted is not None and wanted is not self._sort:
            self._sort = wanted
            self.restart()
