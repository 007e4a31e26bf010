"""My visits under one another: one stop of the Tab key, J and K or the arrows walk them."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.day.therapist_day import MyVisit
from ot_desktop.scheduling.attendance import Policy
from ui.theme import theme
from ui.therapist_day.visit_row import VisitRow
from ui.widgets.leaving import empty
from ui.widgets.painting import paint_box

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_RING = 3


class VisitList(QWidget):
    """``chosen`` carries the visit whose brief is wanted, ``opened`` the one whose note is."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[VisitRow] = []
        self._current: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("My sessions"))
        self.setProperty("ground", "clear")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_RING, _RING, _RING, _RING)
        self._column.setSpacing(9)

    @property
    def current(self) -> VisitRow | None:
        """The row whose brief is shown."""
        return next((row for row in self.rows if row.mine.session.id == self._current), None)

    def show_visits(self, visits: Sequence[MyVisit]) -> None:
        """Show other visits; the current one stays while it is among them."""
        empty(self._column)
        self.rows = [VisitRow(each) for each in visits]
        for row in self.rows:
            self._column.addWidget(row)
            row.chosen.connect(self.choose)
            row.opened.connect(self.opened)
        self._column.addStretch(1)
        self._mark()

    def show_standing(self, policy: Policy, now: datetime) -> None:
        """Say how each visit stands at a moment."""
        for row in self.rows:
            row.show_standing(policy, now)
        self._tell_aloud()

    @Slot(int)
    def choose(self, session_id: int) -> None:
        """Make a visit the current one."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.mark_current(session_id)
        self.chosen.emit(session_id)

    def mark_current(self, session_id: int | None) -> None:
        """Show which visit the brief is about, without asking for it."""
        self._current = session_id
        self._mark()

    def step(self, by: int) -> None:
        """Go to the next visit, or the one before."""
        here = next((n for n, row in enumerate(self.rows) if row is self.current), -1)
        there = max(0, min(len(self.rows) - 1, here + by))
        if self.rows and there != here:
            self.choose(self.rows[there].mine.session.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; Enter opens the note."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step(_STEPS[key])
        elif key in _ENTER and self._current is not None:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring round the current visit."""
        super().paintEvent(event)
        row = self.current
        if self.hasFocus() and row is not None:
            painter = QPainter(self)
            where = QRectF(row.geometry()).adjusted(-_RING, -_RING, _RING, _RING)
            paint_box(painter, where, 12, None, theme().color("focus"), 2)
            painter.end()

    def _mark(self) -> None:
        for row in self.rows:
            row.show_current(current=row is self.current)
        self._tell_aloud()
        self.update()

    def _tell_aloud(self) -> None:
        row = self.current
        self.setAccessibleDescription(row.accessibleName() if row is not None else "")
