"""The line above an intensive's children: find one, how many there are, add more."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop.programs.domain import ProgramChild, Readiness
from ui.programs.words import children_words, sessions_words
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.search_box import SearchBox

_FIND_WIDTH = 260


class ChildrenBar(QWidget):
    """The page listens to its parts."""

    def __init__(self, *, may_plan: bool) -> None:
        super().__init__()
        self.find_edit = SearchBox(self.tr("Find a child"), self.tr("Find child"))
        self.find_edit.setMaximumWidth(_FIND_WIDTH)
        self.count_label = label("", "body", "text-2", wrap=True)
        self.forms_button = Button(self.tr("Print forms"), icon="printer")
        self.forms_button.setToolTip(self.tr("A form for each family whose times are missing"))
        self.sheet_button = Button(self.tr("Import times"), icon="file-import")
        self.sheet_button.setToolTip(self.tr("Families’ times from a CSV or XLSX sheet"))
        self.bulk_button = Button(self.tr("Add from caseload"), icon="users")
        self.add_button = Button(self.tr("Add child"), icon="plus")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.find_edit)
        row.addWidget(self.count_label, 1)
        for button in (self.forms_button, self.sheet_button, self.bulk_button, self.add_button):
            row.addWidget(button)
            if not may_plan:
                button.hide()

    def matching(self, children: Sequence[ProgramChild]) -> list[ProgramChild]:
        """Return the children whose name holds every typed word."""
        words = self.find_edit.text().casefold().split()
        return [
            each for each in children if all(word in each.full_name.casefold() for word in words)
        ]

    def show_counts(self, children: Sequence[ProgramChild]) -> None:
        """Say how many children and sessions there are, and what is missing."""
        told = [
            children_words(len(children)),
            sessions_words(sum(each.sessions_wanted for each in children)),
        ]
        for readiness, words in (
            (Readiness.MISSING_TIMES, self.tr("{0} missing times")),
            (Readiness.NOT_CONFIRMED, self.tr("{0} not confirmed")),
        ):
            count = sum(each.readiness is readiness for each in children)
            if count:
                told.append(words.format(count))
        self.count_label.setText(", ".join(told))
