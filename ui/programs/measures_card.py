"""How good a plan is: placed of needed, then four measures in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar

from ot_desktop.programs.measures import Measures, PlanSummary
from ui.programs.measure_words import below_words, measure_facts
from ui.widgets.badge import Tag
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.notice import Notice

BASIC = "basic planner"
_RIGHT = Qt.AlignmentFlag.AlignRight


class MeasuresCard(Card):
    """Shows one plan."""

    def __init__(self) -> None:
        super().__init__()
        self.number_label = label("", "number")
        self.of_label = label("", "body", "text-2")
        self.plan_tag = Tag("", "info")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.below_label = label("", "small", "text-2", wrap=True)
        self.basic_notice = Notice("info", "info-circle")
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(0, 1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number_label)
        head.addWidget(self.of_label)
        head.addStretch(1)
        head.addWidget(self.plan_tag)
        self.body.addLayout(head)
        self.add(self.bar)
        self.body.addLayout(self._facts)
        self.add(self.below_label)
        self.add(self.basic_notice)

    def show_plan(self, summary: PlanSummary, measures: Measures) -> None:
        """Show another plan, or the same one after it changed."""
        self.number_label.setText(str(measures.placed))
        words = self.tr("of {0} sessions placed").format(measures.needed)
        self.of_label.setText(words)
        self.plan_tag.setText(summary.name)
        self.bar.setRange(0, max(1, measures.needed))
        self.bar.setValue(measures.placed)
        self.bar.setAccessibleName(f"{measures.placed} {words}")
        empty(self._facts)
        for row, fact in enumerate(measure_facts(measures)[1:]):  # the first is the big number
            self._facts.addWidget(label(fact.name), row, 0)
            self._facts.addWidget(label(fact.value, "body-strong"), row, 1, _RIGHT)
        below = below_words(summary)
        self.below_label.setText(below)
        self.below_label.setVisible(bool(below))
        words = self.tr(
            "Found by the basic planner: the quick one is not built on this computer. More time "
            "gives a better plan."
        )
        self.basic_notice.say(words if BASIC in summary.solver else "")
