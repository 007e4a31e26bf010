"""The days above the week grid; they stay while the lanes scroll."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ot_desktop.day_words import long_day
from ot_desktop.programs.board import View, WeekBoard
from ui.theme import theme
from ui.visits.grid_geometry import GridGeometry
from ui.widgets.painting import paint_line
from ui.widgets.row_delegate import paint_text

_PAD = 12


class GridHead(QWidget):
    """Painted; a screen reader hears the day with each cell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._board: WeekBoard | None = None
        self._geometry: GridGeometry | None = None
        self._today: date | None = None
        self._scrolled = 0

    def show_board(self, board: WeekBoard) -> None:
        """Name the days of a week."""
        self._board = board
        self.update()

    def show_geometry(self, geometry: GridGeometry) -> None:
        """Stand above the columns."""
        self._geometry = geometry
        self.update()

    def show_today(self, today: date) -> None:
        """Mark today."""
        self._today = today
        self.update()

    @Slot(int)
    def scroll_to(self, x: int) -> None:
        """Follow the columns sideways."""
        self._scrolled = x
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint what a row is, and every day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = theme().color
        area = QRectF(self.rect())
        painter.fillRect(area, color("surface-alt"))
        if self._board is not None and self._geometry is not None:
            painter.translate(-self._scrolled, 0)
            first = QRectF(_PAD, 0, self._geometry.head_width - _PAD, area.height() - 1)
            paint_text(
                painter, first, _row_words(self._board.view), px=13, weight=500, tone="text-2"
            )
            for column in range(len(self._board.days)):
                self._paint_day(painter, column)
            painter.translate(self._scrolled, 0)
        paint_line(painter, QRectF(0, area.height() - 1, area.width(), 1), color("border"))
        painter.end()

    def _paint_day(self, painter: QPainter, column: int) -> None:
        if self._board is None or self._geometry is None:
            return
        color = theme().color
        left = self._geometry.column_x(column)
        wide = self._geometry.column_x(column + 1) - left
        paint_line(painter, QRectF(left, 0, 1, self.height()), color("border"))
        day = self._board.days[column]
        area = QRectF(left + 9, 0, wide - 12, self.height() - 1)
        if day.day == self._today:
            paint_text(painter, area, long_day(day.day), px=13, weight=700, tone="accent-text")
            paint_line(painter, QRectF(left + 1, self.height() - 3, wide - 1, 2), color("accent"))
        else:
            tone = "text" if day.in_program and day.closed_for is None else "text-3"
            paint_text(painter, area, long_day(day.day), px=13, weight=600, tone=tone)


def _row_words(view: View) -> str:
    words = {
        View.THERAPIST: QCoreApplication.translate("week_grid", "By therapist"),
        View.ROOM: QCoreApplication.translate("week_grid", "By room"),
        View.CHILD: QCoreApplication.translate("week_grid", "By child"),
    }
    return words[view]
