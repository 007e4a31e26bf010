"""The children of an intensive as rows of a table."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from ot_desktop.programs.domain import ProgramChild, Weight
from ui.programs.words import (
    away_words,
    hours_words,
    priority_words,
    readiness_words,
    therapist_weight_words,
)
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel

CHILD, SESSIONS, THERAPIST, TIMES, AWAY, SIBLINGS, PRIORITY, STATUS = range(8)


def _tr(words: str) -> str:
    return QCoreApplication.translate("programs", words)


def _name(child: ProgramChild) -> str:
    return child.full_name


def _sessions(child: ProgramChild) -> str:
    return " + ".join(str(each.sessions) for each in child.wishes.wanted)


def therapist_words(child: ProgramChild) -> str:
    """Return ``Amara Okafor, Must``, or that anybody will do."""
    weight = child.wishes.therapist_weight
    if not child.therapist_name or weight is Weight.IGNORE:
        return _tr("Any")
    return f"{child.therapist_name}, {therapist_weight_words()[weight]}"


def _times(child: ProgramChild) -> str:
    return hours_words(child.wishes.can_come)


def _away(child: ProgramChild) -> str:
    return away_words(child.wishes.away)


def _siblings(child: ProgramChild) -> str:
    return ", ".join(child.siblings)


def _priority(child: ProgramChild) -> str:
    return priority_words(child.wishes.priority)


def _status(child: ProgramChild) -> str:
    return readiness_words(child.readiness)


# In the order of the columns.
_CELLS: tuple[Callable[[ProgramChild], str], ...] = (
    _name,
    _sessions,
    therapist_words,
    _times,
    _away,
    _siblings,
    _priority,
    _status,
)


class ChildrenTableModel(TableModel[ProgramChild]):
    """Rows are found by the place in the program, not by the child."""

    def __init__(self, parent: QObject | None = None) -> None:
        headings = (
            self.tr("Child"),
            self.tr("Sessions"),
            self.tr("Therapist"),
            self.tr("Can come"),
            self.tr("Away"),
            self.tr("Siblings"),
            self.tr("Priority"),
            self.tr("Status"),
        )
        super().__init__(headings, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        child = self._rows[index.row()]
        words = _CELLS[index.column()](child)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in {TIMES, AWAY}:
            return words or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings[index.column()]}: {words or _tr('none')}"
        return {KEY_ROLE: child.id, ROW_ROLE: child}.get(role)
