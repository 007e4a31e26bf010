"""Signs of a goal, the same on every page: its skill area, and how it is going."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ot_desktop.caseload.goals import Goal
from ot_desktop.clock import today
from ot_desktop.day_words import short_day
from ot_desktop.goals.domain import Pace, even_pace, pace_of
from ui.icons import paint_icon
from ui.shared.skills import SKILL_ICONS
from ui.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.painting import paint_box


class SkillMark(QWidget):
    """A skill area's icon on its color; the goal's words stand beside it."""

    def __init__(self, skill_area: str, name: str) -> None:
        super().__init__()
        self._skill = skill_area
        self.setToolTip(name)
        self.setAccessibleName(name)
        side = theme().px(26)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the mark."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_box(painter, area, 5, theme().color(f"s-{self._skill}"))
        inset = area.width() / 5
        where = area.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, SKILL_ICONS[self._skill], f"s-{self._skill}-on", where)


def pace_badge(goal: Goal) -> Badge | None:
    """Return how a goal is going, or None where nobody can say."""
    if goal.met_on is not None:
        return Badge(_tr("Met"), "ok", "check")
    pace = pace_of(goal, today())
    if pace is None:
        return None
    badge = Badge(_tr("On track"), "ok", "trending-up")
    if pace is Pace.SLOW:
        badge = Badge(_tr("Slow"), "warn", "alert-triangle")
    badge.setToolTip(pace_words(goal))
    badge.setAccessibleDescription(pace_words(goal))
    return badge


def pace_words(goal: Goal) -> str:
    """Say what “on track” and “slow” are reckoned from, or nothing where nobody can say."""
    expected = even_pace(goal, today())
    if expected is None or not goal.scores or goal.target_on is None or goal.met_on is not None:
        return ""
    words = _tr(
        "An even pace from {0} on {1} to {2} on {3} asks for {4} by today; the last was {5}."
    )
    return words.format(
        goal.baseline,
        short_day(goal.starts_on),
        goal.target,
        short_day(goal.target_on),
        expected,
        goal.scores[-1][1],
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("goal_marks", words)
