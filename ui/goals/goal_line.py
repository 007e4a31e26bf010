"""One goal in the list: its number and area, what it says, start, now, help and target date."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.day_words import short_day
from ot_desktop.goals.domain import GoalStory
from ot_desktop.goals.words import help_words, level_words, score_words
from ui.shared.goal_marks import SkillMark, pace_badge
from ui.shared.skills import skill_name
from ui.theme import theme
from ui.widgets.label import label
from ui.widgets.painting import paint_box


class GoalLine(QWidget):
    """Chosen by click, Space or Enter; ``chosen`` carries the goal's id."""

    chosen = Signal(int)

    def __init__(self, number: int, story: GoalStory) -> None:
        super().__init__()
        self.goal_id = story.goal.id
        self._is_chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = self.tr("Goal {0}: {1}").format(number, story.goal.statement)
        self.setAccessibleName(words)
        self.setAccessibleDescription(_facts(story))
        self._build(number, story)

    def show_chosen(self, *, on: bool) -> None:
        """Mark the goal that is shown large."""
        self._is_chosen = on
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the goal."""
        super().mousePressEvent(event)
        self.chosen.emit(self.goal_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Space or Enter; the arrows go from goal to goal."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit(self.goal_id)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the ground of the chosen goal, and the focus ring."""
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(3, 1, -3, -1)
        if self._is_chosen:
            paint_box(painter, area, 6, theme().color("select"))
        if self.hasFocus():
            paint_box(painter, area, 6, None, theme().color("focus"), 2)
        painter.end()

    def _build(self, number: int, story: GoalStory) -> None:
        goal = story.goal
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(9)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(label(str(number), "body-strong", "text-2"), alignment=top)
        row.addWidget(SkillMark(goal.skill_area, skill_name(goal.skill_area)), alignment=top)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(goal.statement, "body-strong", wrap=True))
        words.addWidget(label(_facts(story), "small", "text-2", wrap=True))
        row.addLayout(words, 1)
        badge = pace_badge(goal)
        if badge is not None:
            row.addWidget(badge, alignment=top)


def _facts(story: GoalStory) -> str:
    goal = story.goal
    told = [skill_name(goal.skill_area), f"0 to {goal.out_of}"]
    if goal.baseline is not None:
        told.append(f"start {goal.baseline}")
    told.append(f"now {score_words(goal.now, goal.out_of)}" if story.scores else "not scored yet")
    if goal.has_levels:
        told.append(f"level {level_words(story.level)}")
    if story.last is not None and (words := help_words(story.last)) != "—":
        told.append(f"help: {words[0].lower()}{words[1:]}")
    if goal.target_on is not None:
        told.append(f"by {short_day(goal.target_on)}")
    return ", ".join(told)
