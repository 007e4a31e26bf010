"""All intensives as rows of a table."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from ot_desktop.day_words import dated, short_day
from ot_desktop.programs.domain import Program, ProgramStatus
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel

NAME, DATES, CHILDREN, STATE = range(4)


def _tr(words: str) -> str:
    return QCoreApplication.translate("programs", words)


def dates_words(program: Program) -> str:
    """Return ``Jun 8 to Jul 17, 2026``, from the first day somebody comes to the last."""
    first, last = program.starts_on, program.ends_on
    if program.days:
        first, last = program.days[0], program.days[-1]
    return _tr("{0} to {1}").format(short_day(first), dated(last))


def state_words(program: Program) -> str:
    """Return whether families can have seen it."""
    return _tr("Published") if program.status is ProgramStatus.PUBLISHED else _tr("Draft")


class ProgramsTableModel(TableModel[Program]):
    """The latest first, as the service gives them."""

    def __init__(self, parent: QObject | None = None) -> None:
        headings = (
            self.tr("Intensive"),
            self.tr("Dates"),
            self.tr("Children"),
            self.tr("State"),
        )
        super().__init__(headings, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        program = self._rows[index.row()]
        cells = (program.name, dates_words(program), str(program.children), state_words(program))
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings[index.column()]}: {cells[index.column()]}"
        return {KEY_ROLE: program.id, ROW_ROLE: program}.get(role)
