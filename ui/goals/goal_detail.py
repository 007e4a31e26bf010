"""One goal in full: its chart, its five levels, where it works, and how its wording changed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ot_desktop.caseload.goals import LEVELS, Setting
from ot_desktop.day_words import dated, short_day
from ot_desktop.goals.charts import goal_chart
from ot_desktop.goals.domain import GoalStory
from ot_desktop.goals.words import (
    LEVEL_NAMES,
    NOT_KNOWN,
    SETTING_WORDS,
    help_words,
    level_words,
    score_words,
    signed,
)
from ui.shared.chart_view import ChartView
from ui.shared.goal_marks import pace_words
from ui.shared.skills import skill_name
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label, lead_label, rule

CHART_HEIGHT = 200


class GoalDetail(Card):
    """``wanted`` carries what a person wants to do: score, change, reach, stop, again, withdraw."""

    wanted = Signal(str)

    def __init__(self, story: GoalStory, *, may_write: bool) -> None:
        super().__init__(story.goal.statement)
        self.title.setWordWrap(True)
        self.head.setStretch(0, 100)
        self._story = story
        self.chart = ChartView(goal_chart(story), CHART_HEIGHT)
        self.buttons: dict[str, Button] = {}
        self.add(label(self._facts(), "small", "text-2", wrap=True))
        if may_write:
            self._add_buttons()
        self.add(self.chart)
        if told := pace_words(story.goal):
            self.add(label(told, "small", "text-2", wrap=True))
        self._add_levels()
        self._add_settings()
        self._add_wordings()

    def _facts(self) -> str:
        goal = self._story.goal
        told = [skill_name(goal.skill_area)]
        if goal.routine:
            told.append(goal.routine)
        if goal.setting is not None:
            told.append(SETTING_WORDS[goal.setting])
        if goal.target_on is not None:
            told.append(self.tr("by {0}").format(dated(goal.target_on)))
        told.append(self.tr("weight {0}").format(goal.weight))
        if goal.version > 1:
            told.append(self.tr("version {0}").format(goal.version))
        return ", ".join(told)

    def _add_buttons(self) -> None:
        story = self._story
        flow = FlowLayout(gap=8)
        offered = [("change", self.tr("Change"), "pencil")]
        if story.is_open:
            offered.insert(0, ("score", self.tr("Add a score"), "plus"))
            offered += [("reach", self.tr("Reached"), "check"), ("stop", self.tr("Stop"), "x")]
        else:
            offered.append(("again", self.tr("Work on it again"), "refresh"))
        if story.last is not None and story.last.can_be_withdrawn:
            offered.append(("withdraw", self.tr("Take back the last score"), "arrow-back-up"))
        for what, words, icon in offered:
            keys = "S" if what == "score" else ""
            button = Button(words, icon=icon, keys=keys, size="small")
            button.set_kind("primary" if what == "score" else "standard")
            button.clicked.connect(partial(self.wanted.emit, what))
            self.buttons[what] = button
            flow.addWidget(button)
        self.body.addLayout(flow)

    def _add_levels(self) -> None:
        goal = self._story.goal
        self.add(rule())
        if not goal.has_levels:
            words = self.tr("No levels yet. Write all five before the first score.")
            self.add(label(words, "small", "text-2", wrap=True))
            return
        grid = _grid(self)
        for line, level in enumerate(reversed(LEVELS)):
            grid.addWidget(label(signed(level), "body-strong"), line, 0)
            told = lead_label(f"{LEVEL_NAMES[level]}.", goal.level_text(level))
            grid.addWidget(told, line, 1)
            if level == self._story.level:
                grid.addWidget(Badge(self.tr("Now"), "ok", "check"), line, 2)
            elif level == goal.baseline_level:
                grid.addWidget(Badge(self.tr("Start"), "neutral"), line, 2)

    def _add_settings(self) -> None:
        """Show where it works by now; a dash where nobody has looked."""
        self.add(rule())
        self.add(label(self.tr("Where it works"), "label", "text-2"))
        grid = _grid(self)
        for line, setting in enumerate(Setting):
            grid.addWidget(label(SETTING_WORDS[setting], "body"), line, 0)
            grid.addWidget(label(self._in(setting), "body", "text-2", wrap=True), line, 1)

    def _in(self, setting: Setting) -> str:
        last = self._story.last_in(setting)
        if last is None:
            return NOT_KNOWN
        told = []
        if last.told.successes is not None:
            told.append(score_words(last.told.successes, last.told.attempts))
        if last.told.level is not None:
            told.append(self.tr("level {0}").format(level_words(last.told.level)))
        if (help_told := help_words(last)) != NOT_KNOWN:
            told.append(help_told)
        told.append(short_day(last.on))
        return ", ".join(told)

    def _add_wordings(self) -> None:
        earlier = self._story.wordings[:-1]
        if not earlier:
            return
        self.add(rule())
        self.add(label(self.tr("Earlier wordings, kept with their scores"), "label", "text-2"))
        for wording, after in zip(earlier, self._story.wordings[1:], strict=True):
            lead = self.tr("Version {0}, until {1}.").format(
                wording.goal.version, dated(after.written_on)
            )
            self.add(lead_label(lead, f"{wording.goal.statement}. {after.reason}"))


def _grid(card: Card) -> QGridLayout:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    card.add(holder)
    return grid
