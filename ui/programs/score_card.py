"""How good the plan is: placed of needed, its measures, and how it stands beside another plan."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from ot_desktop.programs.measures import Measures
from ui.theme import theme
from ui.widgets.card import Card
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.label import label, set_tone
from ui.widgets.painting import paint_box


class ScoreCard(Card):
    """``show_score`` reads best with the plan it should beat beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.placed_label = label("", "number")
        self.needed_label = ElidedLabel("body", "text-2")
        self.badge = PlanBadge()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setProperty("tone", "ok")
        self._lines = [_Line() for _ in range(4)]
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.placed_label)
        head.addWidget(self.needed_label, 1)
        head.addWidget(self.badge)
        self.body.setContentsMargins(14, 10, 14, 10)
        self.body.setSpacing(3)
        self.body.addLayout(head)
        self.body.addSpacing(3)
        self.body.addWidget(self.bar)
        self.body.addSpacing(4)
        for line in self._lines:
            self.body.addWidget(line)

    def show_score(
        self, measures: Measures, plan: str, rival: tuple[str, Measures] | None = None
    ) -> None:
        """Show a plan's measures; ``rival`` is another plan's name with its measures."""
        self.placed_label.setText(str(measures.placed))
        needed = self.tr("of {0} sessions placed").format(measures.needed)
        self.needed_label.show_text(needed)
        self.badge.show_plan(plan)
        self.bar.setRange(0, max(1, measures.needed))
        self.bar.setValue(measures.placed)
        self.bar.setAccessibleName(f"{measures.placed} {needed}")
        same, first = self.tr("Same therapist each time"), self.tr("Family’s first-choice time")
        self._lines[0].show_fact(same, _percent(measures.same_therapist))
        self._lines[1].show_fact(first, _percent(measures.first_choice))
        gap = measures.longest_gap_days
        days = (
            "" if gap is None else self.tr("1 day") if gap == 1 else self.tr("{0} days").format(gap)
        )
        self._lines[2].show_fact(self.tr("Longest gap between visits"), days)
        self._show_rival(measures, rival)

    def _days(self, days: int | None) -> str:
        if days is None:
            return ""
        return self.tr("1 day") if days == 1 else self.tr("{0} days").format(days)

    def _show_rival(self, measures: Measures, rival: tuple[str, Measures] | None) -> None:
        name, other = rival if rival is not None else ("", measures)
        more = measures.placed - other.placed
        if more > 0:
            words, tone = self.tr("{0} more placed").format(more), "ok-text"
        elif more < 0:
            words, tone = self.tr("{0} fewer placed").format(-more), "warn-text"
        else:
            words, tone = self.tr("as many placed"), "text"
        shown = words if rival is not None else ""
        self._lines[3].show_fact(self.tr("Compared with {0}").format(name), shown, tone)


def _percent(share: int | None) -> str:
    return "" if share is None else f"{share}%"


class _Line(QWidget):
    """A measure; hidden where nothing can be counted."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ElidedLabel("small", "text")
        self._value: QLabel = label("", "label", "text")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self._value)

    def show_fact(self, name: str, value: str, tone: str = "text") -> None:
        """Show name and value."""
        self._name.show_text(name)
        self._value.setText(value)
        set_tone(self._value, tone)
        self.setVisible(bool(value))


class PlanBadge(QLabel):
    """Which plan one works on, in a teal pill."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_plan(self, name: str) -> None:
        """Name the plan."""
        self.setText(name)
        self.setVisible(bool(name))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return 24 px of height and the width of the words."""
        words = QFontMetricsF(theme().font(13, 600)).horizontalAdvance(self.text())
        return QSize(round(words + 20.5), theme().px(24))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the pill."""
        painter = QPainter(self)
        color = theme().color
        area = QRectF(self.rect())
        paint_box(painter, area, area.height() / 2, color("accent-soft"), color("accent"))
        painter.setFont(theme().font(13, 600))
        painter.setPen(color("accent-text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
