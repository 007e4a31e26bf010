"""A stepper: − value +, typed or stepped with the up and down keys."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QIntValidator,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets.button import ButtonSize, IconButton
from ui.widgets.painting import paint_box

_SMALL = 28
_LEAST = 24  # wide enough to be hit (WCAG 2.5.8)
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 5, Qt.Key.Key_PageDown: -5}


class Stepper(QWidget):
    """Holds whole numbers; ``suffix`` is shown while not typing (``min``, ``of 5``).

    The keys and buttons go by ``step``; any number within the limits can be typed.
    """

    changed = Signal(int)

    def __init__(
        self,
        name: str,
        limits: tuple[int, int],
        value: int,
        *,
        suffix: str = "",
        small: bool = False,
        step: int = 1,
    ) -> None:
        super().__init__()
        self._low, self._high = limits
        self._step_by = step
        self._value = value
        self._suffix = suffix
        self._height = _SMALL if small else 32
        size: ButtonSize = "small" if small else "normal"
        self.less_button = IconButton("minus", self.tr("Less: {0}").format(name), size=size)
        self.more_button = IconButton("plus", self.tr("More: {0}").format(name), size=size)
        self.edit = _NumberEdit()
        self.edit.setAccessibleName(name)
        self.setAccessibleName(name)
        self._build()
        self._connect()
        self._show()

    def value(self) -> int:
        """Return the number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show a number; outside the limits the nearest limit is taken."""
        bounded = max(self._low, min(self._high, value))
        moved = bounded != self._value
        self._value = bounded
        self._show()
        if moved:
            self.changed.emit(bounded)

    def sizeHint(self) -> QSize:
        """Return 32 px of height, 28 when small."""
        return QSize(super().sizeHint().width(), theme().px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the one box round the three parts."""
        current = theme()
        painter = QPainter(self)
        focused = self.edit.hasFocus()
        edge = current.color("focus" if focused else "border-strong")
        area = QRectF(self.rect())
        paint_box(painter, area, 6, current.color("surface"), edge, 2 if focused else 1)
        for x in (self.edit.geometry().left() - 1, self.edit.geometry().right() + 1):
            painter.fillRect(QRectF(x, 2, 1, area.height() - 4), current.color("border"))
        painter.end()

    def _build(self) -> None:
        self.edit.setFrame(False)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setProperty("part", "stepper")
        self.edit.setValidator(QIntValidator(min(0, self._low), max(0, self._high), self.edit))
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 1, 0)
        row.setSpacing(1)
        for part in (self.less_button, self.edit, self.more_button):
            row.addWidget(part)
        for button in (self.less_button, self.more_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same
            button.setAutoRepeat(True)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.less_button.clicked.connect(self._step_down)
        self.more_button.clicked.connect(self._step_up)
        self.edit.stepped.connect(self._step)
        self.edit.focused.connect(self._show)
        self.edit.editingFinished.connect(self._take_typed)

    @Slot(int)
    def _step(self, by: int) -> None:
        self._take_typed()
        self.set_value(self._value + by * self._step_by)

    @Slot()
    def _step_up(self) -> None:
        self._step(1)

    @Slot()
    def _step_down(self) -> None:
        self._step(-1)

    @Slot()
    def _take_typed(self) -> None:
        typed = self.edit.text().removesuffix(self._suffix).strip()
        try:
            self.set_value(int(typed))
        except ValueError:
            self._show()

    @Slot()
    def _show(self) -> None:
        typing = self.edit.hasFocus()
        words = str(self._value) if typing else f"{self._value} {self._suffix}".strip()
        self.edit.setText(words)
        widest = f"{max(abs(self._high), abs(self._low))} {self._suffix}".strip()
        metrics = QFontMetricsF(theme().font(14, 700))
        pad = 24 if self._height > _SMALL else 14
        self.edit.setFixedWidth(max(_LEAST, round(metrics.horizontalAdvance(widest)) + pad))
        self.less_button.setEnabled(self._value > self._low)
        self.more_button.setEnabled(self._value < self._high)
        self.update()


class _NumberEdit(QLineEdit):
    stepped = Signal(int)
    focused = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with up, down, page up and page down."""
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)
            self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the bare number, selected, ready to be typed over."""
        super().focusInEvent(event)
        self.focused.emit()
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the suffix again."""
        super().focusOutEvent(event)
        self.editingFinished.emit()
