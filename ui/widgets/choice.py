"""Choices in the design's drawing: combo box, check box, radio button."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box, paint_check, paint_dot, words_of

_GAP = 8
_SIDE = 18
_FEWEST_LETTERS = 7


class ComboBox(QComboBox):
    """A pick list; ``name`` is read aloud, as the label beside it is not (Qt reads the value)."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(_FEWEST_LETTERS)  # a long name gives way

    def choose(self, key: object) -> None:
        """Choose a line by what it stands for; nothing when that is None or not there."""
        self.setCurrentIndex(self.findData(key) if key is not None else -1)

    def refill(self, lines: Iterable[tuple[str, object]]) -> None:
        """Replace the lines and keep what was chosen; nobody is told."""
        chosen = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for words, key in lines:
                self.addItem(words, key)
            self.choose(chosen)

    def event(self, event: QEvent) -> bool:
        """Tell the whole text where it is cut."""
        if event.type() == QEvent.Type.ToolTip:
            is_cut = self._option().currentText != self.currentText()
            self.setToolTip(self.currentText() if is_cut else "")
        return super().event(event)

    def _option(self) -> QStyleOptionComboBox:
        """Return how to paint it: a text that does not fit ends in an ellipsis."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        kind = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(kind, option, part, self).width()
        cut = Qt.TextElideMode.ElideRight
        words = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        option.currentText = self.fontMetrics().elidedText(words, cut, room)
        return option

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the box, the text as far as there is room, and the chevron."""
        option = self._option()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        side = theme().px(14)
        where = QRectF(self.width() - side - 9, round((self.height() - side) / 2), side, side)
        ink = "text-2" if self.isEnabled() else "disabled"
        paint_icon(painter, "chevron-down", ink, where)
        painter.end()


def _size(button: QAbstractButton) -> QSize:
    """Return mark, gap and words; at least 24 px high, and words are never cut."""
    current = theme()
    words = QFontMetricsF(current.font()).horizontalAdvance(words_of(button))
    gap = _GAP if button.text() else 0
    return QSize(round(current.px(_SIDE) + gap + words + 7.5), current.px(26))


def _is_hit(button: QAbstractButton, pos: QPoint) -> bool:
    """Take a click anywhere on mark and words."""
    return button.rect().contains(pos)


class CheckBox(QCheckBox):
    """A box to tick, with its words beside it."""

    sizeHint = minimumSizeHint = _size
    hitButton = _is_hit  # noqa: N815  (Qt's name)

    def __init__(self, text: str, *, checked: bool = False) -> None:
        super().__init__(text)
        self.setChecked(checked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the box and the words."""
        painter = QPainter(self)
        paint_check(painter, _mark(self), checked=self.isChecked(), enabled=self.isEnabled())
        _paint_words(self, painter, radius=5)
        painter.end()


class RadioButton(QRadioButton):
    """One of several, with its words beside it."""

    sizeHint = minimumSizeHint = _size
    hitButton = _is_hit  # noqa: N815  (Qt's name)

    def __init__(self, text: str, *, checked: bool = False) -> None:
        super().__init__(text)
        self.setChecked(checked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the disc and the words."""
        painter = QPainter(self)
        paint_dot(painter, _mark(self), checked=self.isChecked(), enabled=self.isEnabled())
        _paint_words(self, painter, radius=12)
        painter.end()


def _mark(button: QAbstractButton) -> QRectF:
    side = theme().px(_SIDE)
    return QRectF(3, round((button.height() - side) / 2), side, side)


def _paint_words(button: QAbstractButton, painter: QPainter, *, radius: float) -> None:
    current = theme()
    mark = _mark(button)
    if button.hasFocus():
        ring = mark.adjusted(-3, -3, 3, 3)
        paint_box(painter, ring, radius + 2, None, current.color("focus"), 2)
    painter.setFont(current.font())
    painter.setPen(current.color("text" if button.isEnabled() else "disabled"))
    area = QRectF(mark.right() + _GAP, 0, button.width() - mark.right() - _GAP, button.height())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words_of(button))
