"""The list of activities; what is needed least goes first where room is scarce."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent

from ot_desktop.home_programs.activities.domain import Entry
from ui.home_programs.activities.activities_delegate import ActivitiesDelegate
from ui.home_programs.activities.activities_table_model import (
    AGES,
    GRADE,
    HAZARDS,
    LANGUAGES,
    MINUTES,
    ROUTINES,
    STATE,
    TITLE,
    ActivitiesTableModel,
)
from ui.theme import theme
from ui.widgets.table import TableView

# In the order in which they stay.
WIDTHS = {
    MINUTES: 92,
    STATE: 106,
    AGES: 60,
    GRADE: 60,
    ROUTINES: 92,
    HAZARDS: 118,
    LANGUAGES: 90,
}
TITLE_WIDTH = 190


class ActivityList(TableView):
    """Shows activities in the order given."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "roomy")
        self.model_ = ActivitiesTableModel(self)
        self.setModel(self.model_)
        self.set_row_delegate(ActivitiesDelegate())
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TITLE, header.ResizeMode.Stretch)
        theme().changed.connect(self._fit_columns)
        self._fit_columns()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; the same one stays chosen, else the first one is."""
        kept = self.current_key()
        self.model_.show_rows(entries)
        if entries and not (kept is not None and self.select_key(kept)):
            self.selectRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words readable in a narrow window and in large letters."""
        super().resizeEvent(event)
        self._fit_columns()

    @Slot()
    def _fit_columns(self) -> None:
        room = self.viewport().width() - theme().px(TITLE_WIDTH)
        for column, at_normal_size in WIDTHS.items():
            width = theme().px(at_normal_size)
            room -= width
            self.setColumnHidden(column, room < 0)
            self.setColumnWidth(column, width)
