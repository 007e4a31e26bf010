"""The families of a published intensive: what they were told, and what has changed since."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from ot_desktop.clock import today, wall_time
from ot_desktop.day_words import day_text
from ot_desktop.programs.telling import FamilyToTell
from ui.programs.words import how_words
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE
from ui.widgets.ticked_table_model import TickedTableModel

PAPER_LANGUAGE = "English"  # of the schedules; another one has to be explained
CHOSEN, NAMES, SESSIONS, PHONE, TOLD, CHANGES = range(6)


def _tr(words: str) -> str:
    return QCoreApplication.translate("programs", words)


def told_words(family: FamilyToTell) -> str:
    """Return ``On paper, Jun 2, by Dana``, or that nobody has."""
    if family.told is None:
        return _tr("Not told yet") if family.sessions else _tr("Nothing to tell")
    at = day_text(wall_time(family.told.at).date(), today())
    how = how_words(family.told.how)
    return _tr("{0}, {1}, by {2}").format(how[:1].upper() + how[1:], at, family.told.by)


def changes_words(family: FamilyToTell) -> str:
    """Return what the family does not know yet, one after the other."""
    return ". ".join(family.changes)


def _names(family: FamilyToTell) -> str:
    return family.names


def _sessions(family: FamilyToTell) -> str:
    return str(family.sessions)


def _phone(family: FamilyToTell) -> str:
    is_other = family.language not in {"", PAPER_LANGUAGE}
    return f"{family.phone}, {family.language}" if is_other else family.phone


def _nothing(_family: FamilyToTell) -> str:
    return ""


# In the order of the columns.
_CELLS: tuple[Callable[[FamilyToTell], str], ...] = (
    _nothing,
    _names,
    _sessions,
    _phone,
    told_words,
    changes_words,
)


class FamiliesTableModel(TickedTableModel[FamilyToTell]):
    """Families are ticked to be marked as told; a reload keeps the ticks."""

    def __init__(self, parent: QObject | None = None) -> None:
        headings = (
            "",
            self.tr("Family of"),
            self.tr("Sessions"),
            self.tr("Phone"),
            self.tr("Told"),
            self.tr("Changed since"),
        )
        super().__init__(headings, attrgetter("program_child_ids"), parent)

    def chosen(self) -> tuple[FamilyToTell, ...]:
        """Return the ticked families."""
        return tuple(each for each in self._rows if each.program_child_ids in self.ticked)

    def choose_none(self) -> None:
        """Take all ticks away."""
        self.ticked.clear()
        if self._rows:
            last = self.index(len(self._rows) - 1, CHOSEN)
            self.dataChanged.emit(self.index(0, CHOSEN), last, [Qt.ItemDataRole.CheckStateRole])

    # Qt calls these.

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        family, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == CHOSEN:
            return self.tick_of(family)
        words = _CELLS[column](family)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole and column == CHANGES:
            return "\n".join(family.changes) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return family.names if column == CHOSEN else f"{self.headings[column]}: {words}"
        return {KEY_ROLE: family.program_child_ids, ROW_ROLE: family}.get(role)
