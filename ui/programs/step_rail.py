"""The steps of an intensive across the head: where one is, what is done, Alt 1 to 5 to go."""

from collections.abc import Container, Mapping
from enum import IntEnum
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box, paint_ring

_DISC, _GAP, _LINE = 20, 6, 16
_DOT = 7  # over the disc's upper right edge
_TEXT_PX = 14

_NOTHING: Mapping["Step", str] = MappingProxyType({})


class Step(IntEnum):
    """The steps in their order; the number is what the disc shows and Alt reaches."""

    SET_UP = 1
    CHILDREN = 2
    SOLVE = 3
    ADJUST = 4
    PUBLISH = 5


class StepRail(QWidget):
    """``chosen`` carries the ``Step`` somebody wants to go to."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Steps"))
        self.buttons = {step: _StepButton(step, words) for step, words in self._words().items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for step, button in self.buttons.items():
            if step is not Step.SET_UP:
                row.addWidget(_Line())
            row.addWidget(button)
            button.clicked.connect(partial(self.go, step))
            shortcut = QShortcut(QKeySequence(f"Alt+{step.value}"), self)
            shortcut.activated.connect(partial(self.go, step))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_steps(Step.SET_UP)

    def show_steps(
        self,
        current: Step,
        done: Container[Step] = (),
        closed: Container[Step] = (),
        waiting: Mapping[Step, str] = _NOTHING,
    ) -> None:
        """Show where one is; ``closed`` steps cannot be gone to yet, ``waiting`` has what waits."""
        for step, button in self.buttons.items():
            button.setEnabled(step not in closed)
            button.show_state(
                is_current=step is current, is_done=step in done, waiting=waiting.get(step, "")
            )

    @Slot()
    def go(self, step: Step) -> None:
        """Ask for a step, unless it is closed."""
        if self.buttons[step].isEnabled():
            self.chosen.emit(step)

    def _words(self) -> dict[Step, str]:
        return {
            Step.SET_UP: self.tr("Set up"),
            Step.CHILDREN: self.tr("Children"),
            Step.SOLVE: self.tr("Solve"),
            Step.ADJUST: self.tr("Adjust"),
            Step.PUBLISH: self.tr("Publish"),
        }


class _StepButton(QAbstractButton):
    def __init__(self, step: Step, words: str) -> None:
        super().__init__()
        self._number = str(step.value)
        self._is_current = self._is_done = False
        self._waiting = ""
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, *, is_current: bool, is_done: bool, waiting: str) -> None:
        """Show and say whether this is where one is, whether it is done, and what waits there."""
        self._is_current, self._is_done, self._waiting = is_current, is_done, waiting
        state = self.tr(", current step") if is_current else self.tr(", done") if is_done else ""
        self.setAccessibleName(self.text() + state)
        self.setAccessibleDescription(waiting)
        self.setToolTip("\n".join(filter(None, (waiting, f"Alt {self._number}"))))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width in bold, so that going on does not move anything."""
        px = theme().px
        words = QFontMetricsF(theme().font(_TEXT_PX, 700)).horizontalAdvance(self.text())
        return QSize(round(px(_DISC) + _GAP + words + 4.5), px(_DISC + 8))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint disc and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme().px(_DISC)
        disc = QRectF(1, round((self.height() - side) / 2), side, side)
        self._paint_disc(painter, disc)
        painter.setFont(self._font())
        painter.setPen(theme().color(self._ink()))
        words = QRectF(disc.right() + _GAP, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), 6)
        painter.end()

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        color = theme().color
        radius = disc.width() / 2
        if self._is_current:
            paint_box(painter, disc, radius, color("accent"))
            self._paint_number(painter, disc, "on-accent")
        elif self._is_done:
            paint_box(painter, disc, radius, color("ok"))
            side = theme().px(13)
            mark = QRectF(0, 0, side, side)
            mark.moveCenter(disc.center())
            paint_icon(painter, "check", "on-ok", mark)
        else:
            paint_box(painter, disc, radius, None, color("border-strong"), 1.5)
            self._paint_number(painter, disc, "text-2" if self.isEnabled() else "disabled")
        if self._waiting:
            self._paint_dot(painter, disc)

    def _paint_dot(self, painter: QPainter, disc: QRectF) -> None:
        side = theme().px(_DOT)
        dot = QRectF(disc.right() - side + 3, disc.top() - 2, side, side)
        ring = dot.adjusted(-1.5, -1.5, 1.5, 1.5)
        paint_box(painter, ring, ring.width() / 2, theme().color("window"))
        paint_box(painter, dot, side / 2, theme().color("warn"))

    def _paint_number(self, painter: QPainter, disc: QRectF, ink: str) -> None:
        painter.setFont(theme().font(12, 600))
        painter.setPen(theme().color(ink))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._number)

    def _font(self) -> QFont:
        return theme().font(_TEXT_PX, 700 if self._is_current else 500)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "disabled"
        if self._is_current or self.underMouse():
            return "accent-text"
        return "text-2"


class _Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_LINE, theme().px(_DISC))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        painter = QPainter(self)
        middle = round(self.height() / 2)
        painter.fillRect(QRectF(0, middle, self.width(), 1.5), theme().color("border-strong"))
        painter.end()
