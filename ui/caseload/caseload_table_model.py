"""The caseload as rows of a table, read a page at a time."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt

from ot_desktop.caseload.domain import Asked
from ot_desktop.caseload.table import FEW_VISITS, CaseloadRow, Sort
from ot_desktop.clock import now_local, today
from ot_desktop.day_words import clock_text, near_day_text
from ui.caseload.talk_flags import talk_words
from ui.shared.ages import age_text
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel

Load = Callable[[Sort, tuple[int, int]], list[CaseloadRow]]

PAGE = 60
TALK_ROLE = ROW_ROLE + 1
"""Why a talk with the family is due, for the delegate."""
CHILD, ALERTS, THERAPIST, SESSION, NEXT, LAST_NOTE, GOALS, APPROVED = range(8)
_SORTS = {CHILD: Sort.NAME, THERAPIST: Sort.THERAPIST, NEXT: Sort.NEXT_SESSION}


def _tr(words: str) -> str:
    return QCoreApplication.translate("caseload", words)


def _name(row: CaseloadRow) -> str:
    return row.full_name


def _alerts(row: CaseloadRow) -> str:
    allergies = row.allergy_titles
    if row.allergies is Asked.NOT_ASKED and not allergies:
        allergies = (_tr("allergies not asked"),)
    precautions = row.precaution_titles
    if row.precautions is Asked.NOT_ASKED and not precautions:
        precautions = (_tr("precautions not asked"),)
    return ", ".join((*allergies, *precautions)) or _tr("none known")


def _therapist(row: CaseloadRow) -> str:
    return row.therapist_name or ""


def _session(row: CaseloadRow) -> str:
    if row.series_planned is None:
        return ""
    return _tr("{0} of {1}").format(row.session_number or 0, row.series_planned)


def next_visit(row: CaseloadRow) -> str:
    """Return ``Now``, ``Today 1:00``, ``Wed 8:00`` or nothing."""
    if row.next_starts is None or row.next_ends is None:
        return ""
    if row.next_starts <= now_local() < row.next_ends:
        return _tr("Now")
    return f"{near_day_text(row.next_starts.date(), today())} {clock_text(row.next_starts)}"


def _last_note(row: CaseloadRow) -> str:
    if row.note_is_due:
        return _tr("Note due")
    return near_day_text(row.last_note.date(), today()) if row.last_note else ""


def _goals(row: CaseloadRow) -> str:
    return _tr("{0} of {1}").format(row.goals_met, row.goals) if row.goals else ""


def approved_words(row: CaseloadRow) -> str:
    """Return ``3 left``, ``12 left, ends Jul 20`` or ``ended Jul 31``; nothing where none is."""
    left, day = row.approved, today()
    if left is None:
        return ""
    ends_on = "" if left.ends_on is None else near_day_text(left.ends_on, day)
    if left.has_ended(day):
        return _tr("ended {0}").format(ends_on)
    words = _tr("{0} left").format(left.visits)
    if left.visits <= FEW_VISITS or not left.is_due(day):
        return words
    return _tr("{0}, ends {1}").format(words, ends_on)


# In the order of the columns.
_CELLS = (_name, _alerts, _therapist, _session, next_visit, _last_note, _goals, approved_words)


class CaseloadTableModel(TableModel[CaseloadRow]):
    """Reads the first page at once and each further page when somebody scrolls to it."""

    def __init__(self, load: Load, parent: QObject | None = None) -> None:
        headings = (
            self.tr("Child"),
            self.tr("Alerts"),
            self.tr("Therapist"),
            self.tr("Session"),
            self.tr("Next visit"),
            self.tr("Last note"),
            self.tr("Goals met"),
            self.tr("Approved"),
        )
        super().__init__(headings, parent)
        self._load = load
        self._talks: Mapping[int, tuple[str, ...]] = {}
        self._sort = Sort.NAME
        self._has_more = False

    def show_talks(self, talks: Mapping[int, tuple[str, ...]]) -> None:
        """Mark the children whose families a talk is due with."""
        self._talks = talks
        if self._rows:
            self.dataChanged.emit(self.index(0, CHILD), self.index(len(self._rows) - 1, CHILD))

    def reload(self) -> None:
        """Read again as much as was shown."""
        self._read(max(PAGE, len(self._rows)))

    def restart(self) -> None:
        """Read the first page, for another view, filter or order."""
        self._read(PAGE)

    def _read(self, wanted: int) -> None:
        rows = self._load(self._sort, (0, wanted))
        self._has_more = len(rows) == wanted
        self.show_rows(rows)

    # Qt calls these.

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002  (a flat table)
        more = self._load(self._sort, (len(self._rows), PAGE))
        self._has_more = len(more) == PAGE
        if more:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
            self._rows = [*self._rows, *more]
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        words = _CELLS[index.column()](row)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings[index.column()]}: {words or _tr('none')}{self._more(index)}"
        if role in (TALK_ROLE, Qt.ItemDataRole.ToolTipRole):
            is_child = index.column() == CHILD
            return talk_words(self._talks.get(row.id, ())) if is_child else None
        return {KEY_ROLE: row.id, ROW_ROLE: row}.get(role)

    def _more(self, index: Index) -> str:
        """Return what is heard of a child after the name."""
        if index.column() != CHILD:
            return ""
        row = self._rows[index.row()]
        talk = talk_words(self._talks.get(row.id, ()))
        return f", {age_text(row.born_on, today())}" + (f", {talk}" if talk else "")

    def sort(  # each column has one order that is of use
        self,
        column: int,
        order: Qt.SortOrder = Qt.SortOrder.AscendingOrder,  # noqa: ARG002
    ) -> None:
        wanted = _SORTS.get(column)
        if wanted is not None and wanted is not self._sort:
            self._sort = wanted
            self.restart()
