"""The square of a skill area: its color, its icon and, read aloud, its word."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.shared.skills import SKILL_ICONS, skill_name
from ui.theme import theme
from ui.widgets.painting import paint_box

_SIDE = 24
_ICON = 15


class SkillTile(QWidget):
    """24 px, beside a goal."""

    def __init__(self, skill_area: str) -> None:
        super().__init__()
        self._area = skill_area
        words = skill_name(skill_area)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square at this text size."""
        side = theme().px(_SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the square and the icon."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_box(painter, area, 6, theme().color(f"s-{self._area}"))
        side = theme().px(_ICON)
        inset = round((area.width() - side) / 2)
        where = QRectF(inset, inset, side, side)
        paint_icon(painter, SKILL_ICONS[self._area], f"s-{self._area}-on", where)
        painter.end()
