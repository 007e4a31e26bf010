"""The rows of a form sheet: whose they are, what is known now, and what the sheet says."""

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt

from ot_desktop.importing.domain import Problem
from ot_desktop.importing.form_rows import FormRow
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import ChildWishes
from ot_desktop.programs.typed_away import away_typed
from ot_desktop.programs.typed_times import times_text, windows_text
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel

ROW, CHILD, BEFORE, AFTER = range(4)


class FormRowsTableModel(TableModel[FormRow]):
    """Says times the way they may be typed; ``hours`` are when the clinic is open."""

    def __init__(self, hours: Mapping[int, Window], parent: QObject | None = None) -> None:
        headings = (
            self.tr("Row"),
            self.tr("Child"),
            self.tr("Known now"),
            self.tr("The sheet says"),
        )
        super().__init__(headings, parent)
        self._hours = hours

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        words = self._words(row, column)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings[column]}: {words}"
        return {KEY_ROLE: row.number, ROW_ROLE: row}.get(role)

    def _words(self, row: FormRow, column: int) -> str:
        if column == ROW:
            return str(row.number)
        if column == CHILD:
            return row.name
        if column == BEFORE:
            return self._wishes(row.child.wishes) if row.child is not None else ""
        if row.problems:
            return " ".join(self.problem_words(each) for each in row.problems)
        if row.wishes is None or not row.changes:
            return self.tr("As it is now.")
        return self._wishes(row.wishes)

    def problem_words(self, problem: Problem) -> str:
        """Return the heading, what was typed under it, and what is wrong with that."""
        if problem.column is None:
            return problem.reason
        typed = problem.typed.strip()
        if not typed or typed in problem.reason:
            return f"{problem.heading}: {problem.reason}"
        words = self.tr("{0} says “{1}”: {2}")
        return words.format(problem.heading, typed, problem.reason)

    def _wishes(self, wishes: ChildWishes) -> str:
        return "; ".join(self._parts(wishes)) or self.tr("Not asked")

    def _parts(self, wishes: ChildWishes) -> Iterator[str]:
        if wishes.can_come:
            yield times_text(wishes.can_come, self._hours)
        if wishes.away:
            yield self.tr("away {0}").format(away_typed(wishes.away))
        if wishes.preferred:
            yield self.tr("best {0}").format(windows_text(wishes.preferred))
        if wishes.travel_minutes is not None:
            yield self.tr("{0} min drive").format(wishes.travel_minutes)
