"""Keys drawn as on a keyboard, beside or inside what they work."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.label import KeyCap, label
from ui.widgets.painting import paint_box


class KeyHints(QWidget):
    """One line of keys, each followed by what they do."""

    def __init__(self, hints: Iterable[tuple[tuple[str, ...], str]]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for keys, words in hints:
            for key in keys:
                row.addWidget(KeyCap(key))
            row.addWidget(label(words, "small", "text-2"))
            row.addSpacing(6)
        row.addStretch(1)


def key_cap_width(keys: str) -> float:
    """Return the width of a painted key in px."""
    return QFontMetricsF(theme().font(12, 500)).horizontalAdvance(keys) + 12


def paint_key_cap(painter: QPainter, end: QPointF, keys: str, *, enabled: bool = True) -> None:
    """Paint a key whose right side has its middle at ``end``."""
    current = theme()
    high, wide = current.px(18), key_cap_width(keys)
    cap = QRectF(round(end.x() - wide), round(end.y() - high / 2), wide, high)
    paint_box(painter, cap, 4, current.color("surface-alt"), current.color("border"))
    painter.setFont(current.font(12, 500))
    painter.setPen(current.color("text-2" if enabled else "disabled"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
