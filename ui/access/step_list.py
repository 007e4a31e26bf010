"""The list of steps at the left of the first run: where one is, what is done, where one may go."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.painting import paint_box, paint_ring

_HEIGHT, _DISC, _RADIUS = 44, 24, 8


class StepButton(QAbstractButton):
    """A number in a disc, or a check mark, and the step's name."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self._number = number
        self.is_current = False
        self.is_done = False
        self.setText(name)
        self.setToolTip(f"Alt+{number}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, *, current: bool, done: bool) -> None:
        """Mark as the step one is at, or as done."""
        self.is_current, self.is_done = current, done
        state = self.tr("now") if current else self.tr("done") if done else ""
        words = self.tr("Step {0}: {1}").format(self._number, self.text())
        self.setAccessibleName(f"{words}, {state}" if state else words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return 44 px of height."""
        return QSize(theme().px(180), theme().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint ground, disc and name."""
        current = theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self.is_current:
            fill, edge = current.color("sidebar-active"), current.color("border")
            paint_box(painter, area, _RADIUS, fill, edge)
        side = current.px(_DISC)
        disc = QRectF(current.px(10), round((self.height() - side) / 2), side, side)
        self._paint_disc(painter, disc)
        ink = "sidebar-on" if self.is_current else "sidebar-text"
        painter.setPen(current.color(ink if self.isEnabled() else "disabled"))
        painter.setFont(current.font(14, 700 if self.is_current else 500))
        left = disc.right() + current.px(10)
        words = QRectF(left, 0, self.width() - left - 6, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            paint_ring(painter, area, _RADIUS)
        painter.end()

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        current = theme()
        radius = disc.width() / 2
        if self.is_done and not self.is_current:
            paint_box(painter, disc, radius, current.color("ok-soft"))
            inset = round(disc.width() / 5)
            paint_icon(painter, "check", "ok-text", disc.adjusted(inset, inset, -inset, -inset))
            return
        fill = current.color("accent") if self.is_current else None
        edge = None if self.is_current else current.color("border-strong")
        paint_box(painter, disc, radius, fill, edge)
        ink = "on-accent" if self.is_current else "text-2" if self.isEnabled() else "disabled"
        painter.setPen(current.color(ink))
        painter.setFont(current.font(13, 700))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepList(QWidget):
    """``wanted`` carries the place (from 0) of the step to go to."""

    wanted = Signal(int)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Steps"))
        self.buttons = [StepButton(number, name) for number, name in enumerate(names, start=1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for button in self.buttons:
            column.addWidget(button)
            button.clicked.connect(self._tell)

    def show_progress(self, current: int, done: set[int], *, founded: bool) -> None:
        """Mark the steps; before the clinic is founded only the first can be gone to."""
        for place, button in enumerate(self.buttons):
            button.setEnabled(founded or place == 0)
            button.show_state(current=place == current, done=place in done)

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self.buttons.index(self.sender()))  # type: ignore[arg-type]  # one of them
