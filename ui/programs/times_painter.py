"""Paints families' times right in the table: drag over halves, and over several children's rows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from ot_desktop.programs.domain import ProgramChild
from ot_desktop.settings.domain import Hours
from ui.programs.children_delegate import ChildrenDelegate
from ui.programs.children_table_model import TIMES
from ui.programs.week_halves import Half, share, with_half, without_half
from ui.widgets.table import TableView
from ui.widgets.table_model import ROW_ROLE

_MOSTLY = 0.5


class TimesPainter(QObject):
    """``painted`` carries (child, new hours) for every row the drag went over.

    A click paints nothing, it opens the child. The half the drag begins on says whether times are
    added or taken away; every half between the first and the last is turned alike.
    """

    painted = Signal(object)

    def __init__(self, view: TableView, delegate: ChildrenDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._delegate = delegate
        self._from: tuple[int, Half] | None = None
        self._pressed_at = QPointF()
        self._adds = True
        self._is_painting = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse while it paints; everything else is the table's."""
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonPress:
            self._begin(event)
        elif event.type() == QEvent.Type.MouseMove and self._from is not None:
            return self._go_on(event.position())
        elif event.type() == QEvent.Type.MouseButtonRelease and self._from is not None:
            return self._finish()
        return super().eventFilter(watched, event)

    def _begin(self, event: QMouseEvent) -> None:
        self._from, self._is_painting = None, False
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._pressed_at = self._hit(event.position()), event.position()
        if self._from is not None:
            row, half = self._from
            self._adds = share(self._child(row).wishes.can_come, half) < _MOSTLY

    def _go_on(self, at: QPointF) -> bool:
        moved = (at - self._pressed_at).manhattanLength()
        if not self._is_painting and moved < QApplication.startDragDistance():
            return False
        self._is_painting = True
        here = self._hit(at)
        if here is not None:
            self._delegate.preview = dict(self._turned(here))
            self._view.viewport().update()
        return True

    def _finish(self) -> bool:
        self._from = None
        if not self._is_painting:
            return False
        self._is_painting = False
        turned, self._delegate.preview = self._delegate.preview, {}
        self._view.viewport().update()
        rows = (self._child(row) for row in range(self._view.model().rowCount()))
        changed = [
            (child, turned[child.id])
            for child in rows
            if child.id in turned and turned[child.id] != child.wishes.can_come
        ]
        if changed:
            self.painted.emit(changed)
        return True

    def _turned(self, here: tuple[int, Half]) -> list[tuple[int, tuple[Hours, ...]]]:
        """Return the new hours of each child between where the drag began and where it is."""
        if self._from is None:
            return []
        (first_row, first), (last_row, last) = self._from, here
        halves = self._between(first, last)
        turn = with_half if self._adds else without_half
        found = []
        for row in range(min(first_row, last_row), max(first_row, last_row) + 1):
            child = self._child(row)
            hours = child.wishes.can_come
            for half in halves:
                hours = turn(hours, half)
            found.append((child.id, hours))
        return found

    def _between(self, one: Half, other: Half) -> Sequence[Half]:
        days = range(min(one.weekday, other.weekday), max(one.weekday, other.weekday) + 1)
        times = {one.is_morning, other.is_morning}
        return [
            half
            for half in self._delegate.halves
            if half.weekday in days and half.is_morning in times
        ]

    def _hit(self, at: QPointF) -> tuple[int, Half] | None:
        """Return the row and the half under the mouse; beside the week the nearest half."""
        index = self._view.indexAt(at.toPoint())
        if self._from is None and index.column() != TIMES:
            return None
        row = index.row() if index.isValid() else self._view.rowAt(round(at.y()))
        if row < 0:
            return None
        cell = self._view.visualRect(self._view.model().index(row, TIMES))
        half = self._delegate.half_at(cell, at)
        return None if half is None else (row, half)

    def _child(self, row: int) -> ProgramChild:
        child: ProgramChild = self._view.model().index(row, TIMES).data(ROW_ROLE)
        return child
