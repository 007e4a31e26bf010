"""Two plans side by side: their measures, and every session that is elsewhere."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedLayout, QVBoxLayout, QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Permission
from ot_desktop.programs.domain import Program
from ot_desktop.programs.measures import Difference, PlanSummary
from ot_desktop.services import Services
from ui.programs.differences_table_model import CHILD, ONE, OTHER, DifferencesTableModel
from ui.programs.plan_column import PlanColumn
from ui.programs.words import sessions_words
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_hints import KeyHints
from ui.widgets.label import label
from ui.widgets.notice import Notice
from ui.widgets.shortcut import bind
from ui.widgets.table import TableFrame, TableView
from ui.widgets.table_model import ROW_ROLE

_WIDTHS = (190, 130, 300, 300)


class ComparePage(QWidget):
    """``difference_wanted`` carries a ``Difference``, the plan in use first."""

    difference_wanted = Signal(object)
    told = Signal(str, object)
    closed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._plans = services.programs.plans
        self._may_plan = services.user.may(Permission.PLAN_PROGRAM)
        self._all: tuple[PlanSummary, ...] = ()
        self._shown: tuple[int, int] | None = None
        self.setProperty("ground", "window")
        self._build()
        self._connect()

    def show_program(self, program: Program) -> None:
        """Compare the plan in use with the latest other one, or the two looked at before."""
        self._all = self._plans.of(program.id)
        known = {each.id for each in self._all}
        if self._shown is None or not known.issuperset(self._shown):
            others = [each for each in self._all if not each.is_chosen]
            latest = max(others, key=lambda each: each.made_at, default=None)
            chosen = program.chosen_plan_id
            self._shown = None
            if chosen is not None and latest is not None:
                self._shown = (chosen, latest.id)
        self._refresh()

    def take_focus(self) -> None:
        """Start with the first difference."""
        if self._shown is not None:
            self.view.setFocus()
        else:
            self.close_button.setFocus()

    def _build(self) -> None:
        self.close_button = Button(self.tr("Back to plan"), icon="arrow-left")
        self.count_label = label("", "body", "text-2", wrap=True)
        self.refusal = Notice("danger", "alert-circle")
        self.one, self.other = PlanColumn(self.tr("One plan")), PlanColumn(self.tr("Other plan"))
        self.model = DifferencesTableModel(self)
        self.view = TableView(self.tr("Sessions that differ"))
        self.view.setModel(self.model)
        header = self.view.horizontalHeader()
        for place, width in enumerate(_WIDTHS):
            header.resizeSection(place, width)
        for place in (ONE, OTHER):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(CHILD, QHeaderView.ResizeMode.Interactive)
        hints = ((("J", "K"), self.tr("move")), (("Enter",), self.tr("show both in the grid")))
        table = TableFrame(self.view, KeyHints(hints))
        self.alone = EmptyState(
            "git-compare",
            self.tr("There is one plan so far."),
            self.tr("Solve again, or copy the plan, and compare the two here."),
            action=self.tr("Copy this plan") if self._may_plan else "",
            action_icon="copy",
        )
        self._both = QWidget()
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(self.one, 1)
        columns.addWidget(self.other, 1)
        inside = QVBoxLayout(self._both)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addLayout(columns)
        inside.addWidget(table, 1)
        self._place()

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.close_button)
        head.addWidget(self.count_label, 1)
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.stack.addWidget(self._both)
        self.stack.addWidget(self.alone)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.refusal)
        column.addWidget(holder, 1)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.one.plan_chosen.connect(self._look_at_one)
        self.other.plan_chosen.connect(self._look_at_other)
        for column in (self.one, self.other):
            column.use_wanted.connect(self._use)
        self.view.clicked.connect(self._show_both)
        self.view.opened.connect(self._show_both)
        if self.alone.button is not None:
            self.alone.button.clicked.connect(self._copy)
        bind(self, "Escape", self.closed)

    def _refresh(self) -> None:
        self.stack.setCurrentWidget(self._both if self._shown else self.alone)
        self.count_label.setText("")
        if self._shown is None:
            return
        compared = self._plans.compare(*self._shown)
        one, other = compared.one_measures, compared.other_measures
        self.one.show_plan(compared.one, one, other, self._all)
        self.other.show_plan(compared.other, other, one, self._all)
        for column in (self.one, self.other):
            if not self._may_plan:
                column.use_button.hide()
        self.model.show_comparison(compared)
        count = len(compared.differences)
        words = self.tr("{0} differ") if count != 1 else self.tr("{0} differs")
        self.count_label.setText(words.format(sessions_words(count)))

    @Slot(int)
    def _look_at_one(self, plan_id: int) -> None:
        if self._shown is not None:
            one, other = self._shown
            self._shown = (plan_id, other if other != plan_id else one)
            self._refresh()

    @Slot(int)
    def _look_at_other(self, plan_id: int) -> None:
        if self._shown is not None:
            one, other = self._shown
            self._shown = (one if one != plan_id else other, plan_id)
            self._refresh()

    @Slot(int)
    def _use(self, plan_id: int) -> None:
        before = next((each.id for each in self._all if each.is_chosen), None)
        try:
            self._plans.choose(plan_id)
        except ClinicError as error:
            self.refusal.say(str(error))
            return
        self.refusal.say("")
        name = next(each.name for each in self._all if each.id == plan_id)
        back = None if before is None else partial(self._plans.choose, before)
        self.told.emit(self.tr("{0} is in use").format(name), back)

    @Slot()
    def _copy(self) -> None:
        chosen = next((each for each in self._all if each.is_chosen), None)
        if chosen is None:
            return
        try:
            self._plans.copy(chosen.id)
        except ClinicError as error:
            self.refusal.say(str(error))
            return
        self.told.emit(self.tr("{0} copied").format(chosen.name), None)

    @Slot(QModelIndex)
    def _show_both(self, index: QModelIndex) -> None:
        found: Difference = index.data(ROW_ROLE)
        is_other = self._shown is not None and self._is_chosen(self._shown[1])
        self.difference_wanted.emit(_turned(found) if is_other else found)

    def _is_chosen(self, plan_id: int) -> bool:
        return any(each.id == plan_id and each.is_chosen for each in self._all)


def _turned(difference: Difference) -> Difference:
    """Return the same with the two plans in the other order: the one in use comes first."""
    return replace(
        difference,
        one=difference.other,
        other=difference.one,
        one_planned_id=difference.other_planned_id,
        other_planned_id=difference.one_planned_id,
        one_text=difference.other_text,
        other_text=difference.one_text,
    )
