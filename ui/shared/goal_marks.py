"""Signs of a goal, the same on every page: its skill area, and how it is going."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ot_desktop.caseload.goals import Goal
from ot_desktop.clock import today
from ot_desktop.goals.domain import Pace, pace_of
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
    if pace is Pace.ON_TRACK:
        return Badge(_tr("On track"), "ok", "trending-up")
    if pace is Pace.SLOW:
        return Badge(_tr("Slow"), "warn", "alert-triangle")
    return None


def _tr(words: str) -> str:
    return QCoreApplication.translate("goal_marks", words)
