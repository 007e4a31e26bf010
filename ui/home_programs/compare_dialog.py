"""Two programs a family was given, beside each other: only what differs."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ot_desktop.clock import today
from ot_desktop.day_words import day_text
from ot_desktop.home_programs.comparing import Difference
from ot_desktop.home_programs.program_page import GivenProgram
from ot_desktop.home_programs.service import HomeProgramService
from ui.theme import theme
from ui.widgets.choice import ComboBox
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.fitted_scroller import FittedScroller
from ui.widgets.label import label
from ui.widgets.leaving import empty

_WIDE = 620


class CompareDialog(Dialog):
    """Compares ``program`` with the one before it, or any other that is chosen."""

    def __init__(
        self,
        service: HomeProgramService,
        program: GivenProgram,
        others: Sequence[GivenProgram],
        parent: QWidget | None = None,
    ) -> None:
        question = _tr("What changed in the program of {0}").format(_day(program))
        super().__init__(question, parent=parent)
        self._service = service
        self._program = program
        self.other_combo = ComboBox(_tr("Compared with"))
        for other in others:
            self.other_combo.addItem(_tr("The program of {0}").format(_day(other)), other.id)
        self.body.addWidget(Field(_tr("Compared with"), self.other_combo))
        inside = QWidget()
        inside.setMinimumWidth(theme().px(_WIDE) - 60)
        self.grid = QGridLayout(inside)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(14)
        self.grid.setVerticalSpacing(6)
        for column, share in enumerate((2, 3, 3)):
            self.grid.setColumnStretch(column, share)
        self.body.addWidget(FittedScroller(inside))
        self.add_choice("close", _tr("Close"), safe=True)
        self.setMinimumWidth(theme().px(_WIDE))
        self.other_combo.currentIndexChanged.connect(self._show)
        self.found: tuple[Difference, ...] = ()
        self._choose_before(others)
        self._show()

    def _choose_before(self, others: Sequence[GivenProgram]) -> None:
        earlier = [one.id for one in others if one.id < self._program.id]
        self.other_combo.choose(max(earlier, default=others[0].id))

    @Slot()
    def _show(self) -> None:
        empty(self.grid)
        other_id: int = self.other_combo.currentData()
        older, newer = sorted((other_id, self._program.id))
        self.found = self._service.differences(older, newer)
        if not self.found:
            self.grid.addWidget(label(_tr("Both say the same."), "body", wrap=True), 0, 0, 1, 3)
            return
        for column, words in enumerate(("", _tr("Before"), _tr("Now"))):
            self.grid.addWidget(label(words, "caption", "text-2"), 0, column)
        for row, each in enumerate(self.found, start=1):
            self._show_row(row, each)

    def _show_row(self, row: int, each: Difference) -> None:
        what = f"{each.about}: {_tr(each.what)}" if each.about else _tr(each.what)
        cells = (
            label(what, "body-strong", wrap=True),
            label(each.before or "–", "small", "text-2", wrap=True),
            label(each.after or "–", "small", "text", wrap=True),
        )
        for column, cell in enumerate(cells):
            self.grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)


def _day(program: GivenProgram) -> str:
    return day_text(program.starts_on, today())


def _tr(words: str) -> str:
    return QCoreApplication.translate("CompareDialog", words)
