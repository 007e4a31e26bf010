"""What the marks of the week grid mean, and the keys that work it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import theme
from ui.visits.overlay_painter import paint_dashed
from ui.widgets.key_hints import KeyHints
from ui.widgets.label import label
from ui.widgets.painting import paint_box
from ui.widgets.symbol import Symbol

_SWATCH = 14
_HIGH = 34


class Legend(QWidget):
    """One line; who may only look reads so instead of the keys."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        signs = (
            (label("3", "label", "text"), self.tr("session number")),
            (Symbol("pin", "text-2", 13), self.tr("locked")),
            (Symbol("hand-move", "text-2", 13), self.tr("moved by hand")),
            (_Swatch("sunken", "border"), self.tr("weekly visit, stays put")),
            (_Swatch("ok-soft", "ok", is_dashed=True), self.tr("fits here")),
        )
        for sign, words in signs:
            row.addWidget(sign)
            row.addWidget(label(words, "small", "text-2"))
            row.addSpacing(11)
        row.addStretch(1)
        self._keys, self._read_only = self._key_hints(), self._read_only_words()
        for part in (self._keys, self._read_only):
            row.addWidget(part)
        self.setMinimumHeight(theme().px(_HIGH))

    def show_rights(self, *, may_change: bool) -> None:
        """Show the keys to whoever may change the plan."""
        self._keys.setVisible(may_change)
        self._read_only.setVisible(not may_change)

    def _key_hints(self) -> QWidget:
        return KeyHints(
            (
                (("M",), self.tr("move by keyboard")),
                (("L",), self.tr("lock")),
                (("Del",), self.tr("take out")),
            )
        )

    def _read_only_words(self) -> QWidget:
        words = self.tr("You can look. The front desk and the owner change the plan.")
        return label(words, "small", "text-2")

    def minimumSizeHint(self) -> QSize:
        """Give way: the grid does not need a legend to be worked."""
        return QSize(0, theme().px(_HIGH))


class _Swatch(QWidget):
    def __init__(self, fill: str, edge: str, *, is_dashed: bool = False) -> None:
        super().__init__()
        self._fill, self._edge, self._is_dashed = fill, edge, is_dashed
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = theme().px(_SWATCH)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        painter = QPainter(self)
        color = theme().color
        area = QRectF(self.rect())
        edge = None if self._is_dashed else color(self._edge)
        paint_box(painter, area, 3, color(self._fill), edge)
        if self._is_dashed:
            paint_dashed(painter, area, color(self._edge), (1.6, 1.4))
        painter.end()
