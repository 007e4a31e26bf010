"""The columns of the file: heading, what is in it, where it goes, what to know about it."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)

from ot_desktop.importing.columns import ColumnGuess
from ot_desktop.importing.fields import FIELD_NAMES, ColumnUse, Field, Unmapped
from ui.importing.import_draft import ImportDraft
from ui.widgets.table import KEY_ROLE

Index = QModelIndex | QPersistentModelIndex

HEADING, SAMPLES, USE, REMARK = range(4)
PROBLEM_ROLE = KEY_ROLE + 1
"""True when the remark has to be dealt with."""

_BETWEEN = "  ·  "
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


def use_words(use: ColumnUse) -> str:
    """Return what a column is used for, as people say it."""
    if isinstance(use, Field):
        return FIELD_NAMES[use]
    if use is Unmapped.KEEP_AS_NOTE:
        return QCoreApplication.translate("importing", "Keep as a note")
    return QCoreApplication.translate("importing", "Leave out")


class ColumnsTableModel(QAbstractTableModel):
    """Shows the draft's columns; choosing where one goes is an edit."""

    def __init__(self, draft: ImportDraft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._headings = (
            self.tr("Column in the file"),
            self.tr("Values in it"),
            self.tr("Goes to"),
            self.tr("Good to know"),
        )
        self._problems: dict[int, str] = {}
        self._dates: dict[int, str] = {}
        draft.opened.connect(self._reload)
        draft.mapped.connect(self._refresh)
        draft.planned.connect(self._refresh)

    def use(self, row: int) -> ColumnUse:
        """Return where a column goes."""
        return self._draft.mapping.uses[self._guess(row).column]

    def remark(self, row: int) -> str:
        """Return what is wrong, or what a person should know."""
        guess = self._guess(row)
        column = guess.column
        found = self._problems.get(column) or self._dates.get(column)
        if found:
            return found
        return guess.remark if self.use(row) == guess.use else ""

    def _guess(self, row: int) -> ColumnGuess:
        return self._draft.guesses[row]

    @Slot()
    def _reload(self) -> None:
        self.beginResetModel()
        self._look()
        self.endResetModel()

    @Slot()
    def _refresh(self) -> None:
        self._look()
        if self.rowCount():
            self.dataChanged.emit(self.index(0, USE), self.index(self.rowCount() - 1, REMARK))

    def _look(self) -> None:
        """Put the sentences of the mapping and the plan beside their columns."""
        draft = self._draft
        self._problems = {
            column: sentence
            for field, sentence in draft.mapping_problems().items()
            for column in draft.mapping.columns(Field(field))
        }
        dates = draft.checked.plan.date_columns if draft.checked else ()
        self._dates = {
            each.column: self.tr("Dates are read {0}.").format(each.because)
            for each in dates
            if each.because
        }
        self._dates |= {each.column: each.question for each in dates if each.question}

    # Qt calls these.

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._draft.guesses)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == USE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == KEY_ROLE:
            return self._guess(index.row()).column
        if role == PROBLEM_ROLE:
            return self._is_problem(index.row())
        text = self._text(index)
        answers = {
            Qt.ItemDataRole.DisplayRole: text,
            Qt.ItemDataRole.EditRole: self.use(index.row()).value
            if index.column() == USE
            else text,
            Qt.ItemDataRole.ToolTipRole: text or None,
            Qt.ItemDataRole.AccessibleTextRole: f"{self._headings[index.column()]}: {text}",
        }
        return answers.get(Qt.ItemDataRole(role)) if role in _ROLES else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or index.column() != USE or role != Qt.ItemDataRole.EditRole:
            return False
        uses: dict[str, ColumnUse] = {each.value: each for each in (*Field, *Unmapped)}
        if value not in uses:
            return False
        self._draft.use_column(self._guess(index.row()).column, uses[value])
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def _is_problem(self, row: int) -> bool:
        column = self._guess(row).column
        asked = self._draft.checked.plan.date_questions if self._draft.checked else ()
        return column in self._problems or any(each.column == column for each in asked)

    def _text(self, index: Index) -> str:
        guess = self._guess(index.row())
        if index.column() == HEADING:
            return guess.heading
        if index.column() == SAMPLES:
            return _BETWEEN.join(" ".join(sample.split()) for sample in guess.samples)
        return (
            use_words(self.use(index.row())) if index.column() == USE else self.remark(index.row())
        )
