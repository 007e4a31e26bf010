"""How good a plan is: placed of needed, then four measures in words."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar

from ot_desktop.programs.measures import Measures, PlanSummary
from ui.widgets.badge import Tag
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.notice import Notice

BASIC = "basic planner"
_HUNDRED = 100


def _tr(words: str) -> str:
    return QCoreApplication.translate("programs", words)


def below_words(summary: PlanSummary) -> str:
    """Return ``At most 2.4% below any possible plan``; nothing while no bound is known."""
    if summary.score is None or not summary.bound or summary.bound <= 0:
        return ""
    gap = max(0, summary.bound - summary.score)
    tenths = -(-gap * 10 * _HUNDRED // summary.bound)  # rounded up: it has to stay true
    return _tr("At most {0}% below any possible plan").format(f"{tenths / 10:g}")


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
        for row, (name, value) in enumerate(measure_facts(measures)):
            self._facts.addWidget(label(name), row, 0)
            self._facts.addWidget(label(value, "body-strong"), row, 1)
        below = below_words(summary)
        self.below_label.setText(below)
        self.below_label.setVisible(bool(below))
        words = self.tr(
            "Found by the basic planner: the quick one is not built on this computer. More time "
            "gives a better plan."
        )
        self.basic_notice.say(words if BASIC in summary.solver else "")


def measure_facts(measures: Measures) -> tuple[tuple[str, str], ...]:
    """Return each measure as a name and a value; what cannot be counted is a dash."""
    children = _tr("{0} of {1}").format(measures.children_placed, measures.children)
    return (
        (_tr("Children with their sessions"), children),
        (_tr("Same therapist each time"), _percent(measures.same_therapist)),
        (_tr("Family’s first-choice time"), _percent(measures.first_choice)),
        (_tr("Longest gap between visits"), _days(measures.longest_gap_days)),
    )


def _percent(share: int | None) -> str:
    return "–" if share is None else f"{share}%"


def _days(days: int | None) -> str:
    if days is None:
        return "–"
    return _tr("1 day") if days == 1 else _tr("{0} days").format(days)
