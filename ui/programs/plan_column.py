"""One plan of a comparison: its name, its measures, and using it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from ot_desktop.clock import today, wall_time
from ot_desktop.day_words import clock_text, day_text
from ot_desktop.programs.measures import Measures, PlanSummary
from ui.programs.measure_words import below_words, measure_facts
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import ComboBox
from ui.widgets.label import label
from ui.widgets.leaving import empty

_RIGHT = Qt.AlignmentFlag.AlignRight


class PlanColumn(Card):
    """``plan_chosen`` carries the id of another plan to look at, ``use_wanted`` of this one."""

    plan_chosen = Signal(int)
    use_wanted = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._plan_id = 0
        self.plan_box = ComboBox(name)
        self.used_badge = Badge(self.tr("In use"), "ok", "check")
        self.use_button = Button(self.tr("Use this plan"), size="small")
        self.made_label = label("", "small", "text-2", wrap=True)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(0, 1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.plan_box)
        head.addStretch(1)
        head.addWidget(self.used_badge)
        head.addWidget(self.use_button)
        self.body.addLayout(head)
        self.add(self.made_label)
        self.body.addLayout(self._facts)
        self.body.addStretch(1)
        self.plan_box.activated.connect(self._choose)
        self.use_button.clicked.connect(self._use)

    def show_plan(
        self, plan: PlanSummary, measures: Measures, beside: Measures, others: Sequence[PlanSummary]
    ) -> None:
        """Show a plan; what is better than ``beside`` is said in green."""
        self._plan_id = plan.id
        self.plan_box.clear()
        for each in others:
            self.plan_box.addItem(each.name, each.id)
        self.plan_box.setCurrentIndex(self.plan_box.findData(plan.id))
        self.used_badge.setVisible(plan.is_chosen)
        self.use_button.setVisible(not plan.is_chosen)
        self.use_button.setAccessibleName(self.tr("Use {0}").format(plan.name))
        at = wall_time(plan.made_at)
        words = self.tr("{0}, {1}, by {2}")
        told = words.format(day_text(at.date(), today()), clock_text(at), plan.made_by)
        below = below_words(plan)
        self.made_label.setText(f"{told}. {below}." if below else f"{told}.")
        empty(self._facts)
        for row, fact in enumerate(measure_facts(measures, beside)):
            self._facts.addWidget(label(fact.name), row, 0)
            tone = "ok-text" if fact.is_better else "text"
            self._facts.addWidget(label(fact.value, "body-strong", tone), row, 1, _RIGHT)

    def _choose(self) -> None:
        self.plan_chosen.emit(self.plan_box.currentData())

    def _use(self) -> None:
        self.use_wanted.emit(self._plan_id)
