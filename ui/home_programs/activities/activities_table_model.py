"""The library as rows: what it is, for whom, how long, how hard to read, how it stands."""

from typing import Any

from PySide6.QtCore import QObject, Qt

from ot_desktop.home_programs.activities.domain import Entry, reading_grade
from ui.home_programs.activities.words import (
    LANGUAGE_CODES,
    about_words,
    ages_words,
    children_words,
    hazards_line,
    routines_line,
    state_words,
)
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel

TITLE, ROUTINES, AGES, MINUTES, GRADE, LANGUAGES, HAZARDS, STATE = range(8)
_grades: dict[int, float] = {}


def grade_of(entry: Entry) -> float:
    """Return the reading grade of what is shown, measured once."""
    key = hash((entry.key, entry.shown.words["en"]))
    if key not in _grades:
        _grades[key] = reading_grade(entry.shown)
    return _grades[key]


class ActivitiesTableModel(TableModel[Entry]):
    """One activity a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        headings = (
            self.tr("Activity"),
            self.tr("Routines"),
            self.tr("Ages"),
            self.tr("Minutes"),
            self.tr("Grade"),
            self.tr("Languages"),
            self.tr("Hazards"),
            self.tr("Whose"),
        )
        super().__init__(headings, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; the delegate paints it."""
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(entry, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self._words(entry, index.column())
            return f"{self.headings[index.column()]}: {words or self.tr('none')}"
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == HAZARDS:
            return hazards_line(entry.shown)
        return {KEY_ROLE: entry.key, ROW_ROLE: entry}.get(role)

    def _words(self, entry: Entry, column: int) -> str:
        activity = entry.shown
        if column == TITLE:
            return f"{activity.words['en'].title}, {about_words(activity)}"
        if column == STATE:
            return f"{state_words(entry)}, {children_words(entry.children)}"
        return {
            ROUTINES: routines_line(activity),
            AGES: ages_words(activity),
            MINUTES: self.tr("{0} min").format(activity.minutes),
            GRADE: self.tr("Grade {0}").format(f"{grade_of(entry):.1f}"),
            LANGUAGES: ", ".join(LANGUAGE_CODES[one] for one in sorted(activity.words)),
            HAZARDS: hazards_line(activity),
        }[column]
