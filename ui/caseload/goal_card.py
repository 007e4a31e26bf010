"""One goal with its scores as a small line chart and the target as a dashed line."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ot_desktop.caseload.goals import Goal
from ot_desktop.day_words import short_day
from ui.icons import paint_icon
from ui.shared.skills import SKILL_ICONS, skill_name
from ui.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.label import label
from ui.widgets.painting import paint_box


class SkillMark(QWidget):
    """A skill area's icon on its colour; the goal's words stand beside it."""

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


class GoalChart(QWidget):
    """Scores from first to last; days are evenly spread, as sessions are."""

    def __init__(self, goal: Goal) -> None:
        super().__init__()
        self._goal = goal
        values = [score for _, score in goal.scores]
        self._points = ([goal.baseline] if goal.baseline is not None else []) + values
        spoken = ", ".join(str(point) for point in self._points)
        words = self.tr("Scores of {0}: {1}; goal {2}")
        self.setAccessibleName(words.format(goal.statement, spoken, goal.target))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return 78 px of height."""
        return QSize(200, theme().px(78))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the target, the line and its last point."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = theme()
        field = QRectF(8, 14, self.width() - current.px(70), self.height() - 32)
        high = field.bottom() - field.height() * self._goal.target / self._goal.out_of
        painter.setPen(QPen(current.color("border-strong"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(field.left(), high), QPointF(field.right(), high))
        goal = self.tr("Goal {0}").format(self._goal.target)
        self._write(painter, QPointF(field.right() + 6, high + 4), goal)
        if self._points:
            self._paint_line(painter, field)

    def _paint_line(self, painter: QPainter, field: QRectF) -> None:
        current = theme()
        step = field.width() / max(1, len(self._points) - 1)
        points = [
            QPointF(
                field.left() + step * place,
                field.bottom() - field.height() * value / self._goal.out_of,
            )
            for place, value in enumerate(self._points)
        ]
        painter.setPen(QPen(current.color("accent"), 2))
        painter.drawPolyline(points)
        painter.setBrush(current.color("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        for point in points:
            radius = 4 if point is points[-1] else 2.2
            painter.drawEllipse(point, radius, radius)
        first = self._goal.scores[0][0] if self._goal.scores else self._goal.starts_on
        self._write(painter, QPointF(field.left(), self.height() - 4), short_day(first))
        if self._goal.scores:
            words = short_day(self._goal.scores[-1][0])
            wide = painter.fontMetrics().horizontalAdvance(words)
            self._write(painter, QPointF(field.right() - wide, self.height() - 4), words)

    def _write(self, painter: QPainter, where: QPointF, words: str) -> None:
        painter.setFont(theme().font(12, 500, tabular=True))
        painter.setPen(theme().color("text-2"))
        painter.drawText(where, words)


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
        if goal.met_on:
            head.addWidget(Badge(self.tr("Met"), "ok", "check"), alignment=top)
        column.addLayout(head)
        if not goal.met_on:
            column.addWidget(GoalChart(goal))

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
