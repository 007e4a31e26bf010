"""The rows of the file as a table: number, child, what happens, why."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ot_desktop.importing.check_rows import Checked, CheckRow, End
from ot_desktop.importing.plan import ListedRow
from ui.widgets.badge import BadgeKind
from ui.widgets.table import KEY_ROLE

Index = QModelIndex | QPersistentModelIndex

ROW, CHILD, END, REASON = range(4)
ROW_ROLE = KEY_ROLE + 1
"""The whole CheckRow, for the delegate."""

EVERY, NOTICES = "every", "notices"


class RowsTableModel(QAbstractTableModel):
    """Shows all rows, or those of one kind."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = (
            self.tr("Row"),
            self.tr("Child"),
            self.tr("What happens"),
            self.tr("Why"),
        )
        self._every: tuple[CheckRow, ...] = ()
        self._rows: tuple[CheckRow, ...] = ()
        self._kind = EVERY

    def show_checked(self, checked: Checked | None) -> None:
        """Show a new plan, filtered as before."""
        self.beginResetModel()
        self._every = checked.rows if checked else ()
        self._rows = tuple(filter(self._is_shown, self._every))
        self.endResetModel()

    def show_kind(self, kind: str) -> None:
        """Show one of ``End``'s values, ``NOTICES`` or ``EVERY``."""
        self.beginResetModel()
        self._kind = kind
        self._rows = tuple(filter(self._is_shown, self._every))
        self.endResetModel()

    def row(self, place: int) -> CheckRow:
        """Return what stands in this line of the table."""
        return self._rows[place]

    def find(self, number: int) -> CheckRow | None:
        """Return a row of the file, whether it is shown or not."""
        return next((row for row in self._every if row.row == number), None)

    def next_problem(self, after: int) -> int | None:
        """Return the next row of the file to correct or decide; after the last comes the first."""
        problems = [row.row for row in self._every if row.is_problem]
        later = [number for number in problems if number > after]
        return next(iter(later or problems), None)

    def _is_shown(self, row: CheckRow) -> bool:
        if self._kind == NOTICES:
            return bool(row.notices)
        return self._kind in {EVERY, row.kind.value}

    # Qt calls these.

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in {KEY_ROLE, ROW_ROLE}:
            return row.row if role == KEY_ROLE else row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.reason or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self._text(row, index.column()) or self.tr("nothing")
            return f"{self._headings[index.column()]}: {words}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def _text(self, row: CheckRow, column: int) -> str:
        if column == ROW:
            return str(row.row)
        if column == CHILD:
            return row.name or self.tr("no name")
        if column == END:
            return end_look(row)[0]
        return f"{row.column}: {row.reason}" if row.column else row.reason


def _tr(words: str) -> str:
    return QCoreApplication.translate("importing", words)


def end_look(row: CheckRow) -> tuple[str, BadgeKind, str]:
    """Return word, meaning and icon of what happens with a row."""
    if row.is_left_out:
        return _tr("Left out"), "neutral", "minus"
    if row.kind is End.NEW:
        return _tr("New"), "ok", "plus"
    if row.kind is End.MERGED:
        return _tr("Merged"), "info", "users"
    if isinstance(row.end, ListedRow) and row.end.question:
        return _tr("Listed: decide"), "warn", "help"
    return _tr("Listed"), "warn", "alert-circle"
