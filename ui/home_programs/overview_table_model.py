"""Every child's program as a row: what, since when, how much, how it goes, what it needs."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from ot_desktop.clock import today
from ot_desktop.day_words import day_text
from ot_desktop.home_programs.overview import ProgramOverview, ToDo
from ot_desktop.notes.home_practice import HomePractice
from ui.shared.practice_week import week_words
from ui.widgets.row_delegate import Index
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE, TableModel

PRACTICED = 4


def _tr(words: str) -> str:
    return QCoreApplication.translate("home_programs", words)


class OverviewTableModel(TableModel[ProgramOverview]):
    """Practice is put in child by child, after the rows are there."""

    def __init__(self, parent: QObject | None = None) -> None:
        headings = (
            *(_tr("Child"), _tr("Home program"), _tr("Since"), _tr("Minutes a day")),
            *(_tr("Practiced, parent-reported"), _tr("To do")),
        )
        super().__init__(headings, parent)
        self._practice: dict[int, str] = {}

    def put_practice(self, child_id: int, practice: HomePractice | None) -> None:
        """Show how a child's practice goes."""
        self._practice[child_id] = week_words(practice.week) if practice else ""
        for place, row in enumerate(self._rows):
            if row.child_id == child_id:
                cell = self.index(place, PRACTICED)
                self.dataChanged.emit(cell, cell)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == KEY_ROLE:
            return row.child_id
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._words(row)[index.column()] or None
        return None

    def _words(self, row: ProgramOverview) -> tuple[str, ...]:
        day = today()
        since = day_text(row.starts_on, day) if row.starts_on else ""
        titles = ", ".join(row.titles)
        return row.child_name, titles, since, row.minutes_a_day, self._told(row), to_do_words(row)

    def _told(self, row: ProgramOverview) -> str:
        if row.program_id is None:
            return ""
        told = self._practice.get(row.child_id, "")
        if row.on_chart is not None:
            chart = _tr("chart: {0} days").format(row.on_chart)
            return f"{told}, {chart}" if told else chart
        return told


def to_do_words(row: ProgramOverview) -> str:
    """Return what a program needs, in a few words."""
    day = today()
    ended = day_text(row.ends_on, day) if row.ends_on else ""
    return {
        ToDo.CLASHES: _tr("Clashes with {0}").format(row.clash),
        ToDo.NONE_YET: _tr("None yet"),
        ToDo.ENDED: _tr("Ended {0}").format(ended),
        ToDo.OLD: _tr("Over 3 weeks: change it"),
        ToDo.CHART_NOT_BACK: _tr("Chart not back yet"),
        ToDo.NOTHING: "",
    }[row.to_do(day)]
