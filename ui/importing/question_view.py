"""Is this the same child? Both side by side, and two answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ot_desktop.importing.check_rows import CheckRow
from ot_desktop.importing.domain import ImportedChild
from ot_desktop.importing.same_child import Match
from ui.importing.row_facts import side_by_side
from ui.widgets.banner import AlertBanner
from ui.widgets.button import Button
from ui.widgets.facts_grid import breakable, narrow_label
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import TextStyle, label

_TOP = Qt.AlignmentFlag.AlignTop


class QuestionView(QWidget):
    """``same`` and ``another`` are the answers."""

    same = Signal()
    another = Signal()

    def __init__(self, row: CheckRow, child: ImportedChild, question: Match) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(AlertBanner("warn", self.tr("Please decide:"), question.reason, "help"))
        column.addWidget(label(self.tr("Is this the same child?"), "h3"))
        self.same_button = Button(self.tr("Same child"), "primary")
        self.another_button = Button(self.tr("Another child"))
        self.same_button.clicked.connect(self.same)
        self.another_button.clicked.connect(self.another)
        buttons = FlowLayout()
        buttons.addWidget(self.same_button)
        buttons.addWidget(self.another_button)
        column.addLayout(buttons)
        column.addLayout(self._sides(row, child, question))

    def _sides(self, row: CheckRow, child: ImportedChild, question: Match) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        known = question.target.row
        where = self.tr("Row {0}").format(known) if known else self.tr("On the caseload")
        grid.addWidget(label(self.tr("This row ({0})").format(row.row), "label"), 0, 1)
        grid.addWidget(label(where, "label"), 0, 2)
        names = (self.tr("Name"), child.full_name, question.child.full_name)
        for at, (name, one, other) in enumerate((names, *side_by_side(child, question.child)), 1):
            style: TextStyle = "body" if one == other else "body-strong"
            grid.addWidget(narrow_label(name), at, 0, _TOP)
            grid.addWidget(label(breakable(one, 14), style, wrap=True), at, 1, _TOP)
            grid.addWidget(label(breakable(other, 14), style, wrap=True), at, 2, _TOP)
        return grid
