"""The reward plan: small and often, or save up for a big one."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ot_desktop.home_programs.domain import Reward, RewardKind
from ot_desktop.home_programs.draft import NO_REWARD
from ui.widgets.chip import Chip
from ui.widgets.field import line_edit
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label, restyle
from ui.widgets.leaving import take_away
from ui.widgets.segmented import SegmentedControl
from ui.widgets.stepper import Stepper
from ui.widgets.symbol import Symbol

MOST_STARS = 50


class RewardPanel(QFrame):
    """``changed`` carries the new ``Reward``; without a prize none is printed."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._reward = NO_REWARD
        self.setProperty("planned", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(7)
        column.addLayout(self._head())
        column.addLayout(self._row())
        self.idea_chips: list[Chip] = []
        self._ideas: tuple[str, ...] = ()
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=6)
        column.addWidget(self._holder)
        self.problem_label = label("", "small", "danger-text", wrap=True)
        self.problem_label.hide()
        column.addWidget(self.problem_label)
        self.kind_control.changed.connect(self._take_kind)
        self.stars_stepper.changed.connect(self._take_stars)
        self.prize_edit.textEdited.connect(self._take_prize)

    def show_ideas(self, ideas: tuple[str, ...]) -> None:
        """Offer what this child may like, until something is chosen."""
        if ideas != self._ideas:
            self._ideas = ideas
            for chip in self.idea_chips:
                take_away(chip, self._flow)
            self.idea_chips = [self._chip(words) for words in ideas]
        self._holder.setVisible(bool(ideas) and not self._reward.prize.strip())

    def _chip(self, words: str) -> Chip:
        chip = Chip(words, icon="plus", checkable=False)
        chip.setAccessibleName(self.tr("Reward: {0}").format(words))
        chip.clicked.connect(partial(self._take_idea, words))
        self._flow.addWidget(chip)
        return chip

    def _take_idea(self, words: str) -> None:
        self.changed.emit(replace(self._reward, prize=words))

    def show_reward(self, reward: Reward, problem: str) -> None:
        """Show a reward, and why it cannot be one."""
        self._reward = reward
        for part in (self.kind_control, self.stars_stepper):
            part.blockSignals(True)  # noqa: FBT003 -- Qt's own name for it
        self.kind_control.choose(reward.kind.value)
        self.stars_stepper.set_value(reward.stars)
        for part in (self.kind_control, self.stars_stepper):
            part.blockSignals(False)  # noqa: FBT003  (a signal)
        if self.prize_edit.text() != reward.prize and not self.prize_edit.hasFocus():
            self.prize_edit.setText(reward.prize)
            self.prize_edit.setCursorPosition(0)
        saves = reward.kind is RewardKind.SAVE_UP
        self.stars_stepper.setVisible(saves)
        self.rule_label.setText(
            self.tr("1 day is 1 star.") if saves else self.tr("1 day is 1 star. Each star")
        )
        self._show_problem(problem)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Symbol("gift", "warn", 18))
        row.addWidget(label(self.tr("Reward plan"), "body-strong"))
        row.addStretch(1)
        self.kind_control = SegmentedControl(self.tr("Reward plan"), small=True)
        self.kind_control.add(RewardKind.SMALL_AND_OFTEN.value, self.tr("Small and often"))
        self.kind_control.add(RewardKind.SAVE_UP.value, self.tr("Save up for a big one"))
        row.addWidget(self.kind_control)
        return row

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.rule_label = label("", "small", "text-2")
        row.addWidget(self.rule_label)
        self.stars_stepper = Stepper(
            self.tr("Stars"), (1, MOST_STARS), NO_REWARD.stars, suffix=self.tr("stars"), small=True
        )
        row.addWidget(self.stars_stepper)
        row.addWidget(label(self.tr("earns"), "small", "text-2"))
        self.prize_edit: QLineEdit = line_edit(
            self.tr("What the stars earn"), self.tr("A trip to the zoo")
        )
        self.prize_edit.setProperty("compact", "true")
        row.addWidget(self.prize_edit, 1)
        return row

    def _show_problem(self, problem: str) -> None:
        self.problem_label.setText(problem)
        self.problem_label.setVisible(bool(problem))
        self.prize_edit.setProperty("problem", "true" if problem else "false")
        self.prize_edit.setAccessibleDescription(problem)
        restyle(self.prize_edit)

    @Slot(str)
    def _take_kind(self, kind: str) -> None:
        self.changed.emit(replace(self._reward, kind=RewardKind(kind)))

    @Slot(int)
    def _take_stars(self, stars: int) -> None:
        self.changed.emit(replace(self._reward, stars=stars))

    @Slot(str)
    def _take_prize(self, prize: str) -> None:
        self.changed.emit(replace(self._reward, prize=prize))
