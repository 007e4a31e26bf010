"""One goal as the overview shows it: a small line of its scores, and the goal as a dashed line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.goals import Goal
from ot_desktop.day_words import short_day
from ot_desktop.goals.charts import small_goal_chart
from ui.shared.chart_view import PaintedChart
from ui.shared.goal_marks import SkillMark, pace_badge
from ui.shared.skills import skill_name
from ui.widgets.label import label


class GoalRow(QWidget):
    """A goal as the overview shows it."""

    def __init__(self, goal: Goal) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(9)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(SkillMark(goal.skill_area, skill_name(goal.skill_area)), alignment=top)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(goal.statement, "body-strong", wrap=True))
        words.addWidget(label(self._progress(goal), "small", "text-2", wrap=True))
        head.addLayout(words, 1)
        if (badge := pace_badge(goal)) is not None:
            head.addWidget(badge, alignment=top)
        column.addLayout(head)
        if not goal.met_on:
            column.addWidget(PaintedChart(small_goal_chart(goal)))

    def _progress(self, goal: Goal) -> str:
        if goal.met_on:
            return self.tr("Met {0}.").format(short_day(goal.met_on))
        parts = []
        if goal.baseline is not None:
            parts.append(self.tr("Started at {0}.").format(goal.baseline))
        now = goal.now if goal.scores else None
        if now is None:
            parts.append(self.tr("Not scored yet."))
        else:
            parts.append(self.tr("Now {0} of {1}.").format(now, goal.out_of))
        if goal.target_on:
            parts.append(self.tr("Target {0}.").format(short_day(goal.target_on)))
        return " ".join(parts)
