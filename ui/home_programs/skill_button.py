"""A small square that filters the library by one skill area."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ot_desktop.home_programs.domain import Skill
from ui.home_programs.words import SKILL_ICONS, skill_words
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box


class SkillButton(QAbstractButton):
    """Shows the skill's icon in its color; a frame and a tint tell that it is on."""

    def __init__(self, skill: Skill) -> None:
        super().__init__()
        self._skill = skill
        self.setCheckable(True)
        self.setAccessibleName(skill_words(skill))
        self.setToolTip(skill_words(skill))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the design's 30 by 28."""
        return QSize(theme().px(30), theme().px(28))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the square in its state."""
        current = theme()
        token = f"s-{self._skill.value}"
        painter = QPainter(self)
        on = self.isChecked()
        fill = f"{token}-tint" if on else "hover" if self.underMouse() else "surface"
        edge = "focus" if self.hasFocus() else "accent" if on else "border-strong"
        wide = 2 if on or self.hasFocus() else 1
        paint_box(painter, QRectF(self.rect()), 6, current.color(fill), current.color(edge), wide)
        side = current.px(15)
        mark = QRectF(0, 0, side, side)
        mark.moveCenter(QRectF(self.rect()).center())
        mark.moveTo(round(mark.x()), round(mark.y()))
        paint_icon(painter, SKILL_ICONS[self._skill], token, mark)
        painter.end()
