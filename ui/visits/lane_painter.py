"""Paints the still week: a lane with its label, times, days, absences and chips."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter

from ot_desktop.day_words import minute_text
from ot_desktop.programs.board import BoardDay, Off, WeekBoard
from ui.icons import paint_icon
from ui.theme import theme
from ui.visits.chip_painter import RADIUS, ChipPainter
from ui.visits.grid_geometry import GridGeometry
from ui.visits.grid_rows import Cell
from ui.visits.lane_label import paint_lane_label
from ui.widgets.painting import paint_box, paint_line
from ui.widgets.row_delegate import paint_text

_ICON, _LINE = 15, 16
_OFF_PX = 13
_HATCH_ALPHA = 110  # of 255: a day that is closed is seen, and does not shout


class LanePainter:
    """Paints the lanes of one board, as they lie in the content of the grid."""

    def __init__(self, board: WeekBoard, chips: ChipPainter, geometry: GridGeometry) -> None:
        self._board = board
        self._chips = chips
        self._geometry = geometry

    def paint(self, painter: QPainter, place: int) -> None:
        """Paint the lane at ``place``."""
        geometry = self._geometry
        area = geometry.lane_rect(place)
        color = theme().color
        painter.fillRect(area, color("surface"))
        label = QRectF(area.x(), area.y(), self._label_width, area.height())
        paint_lane_label(painter, label, geometry.lanes[place].lane, self._board.view)
        self._paint_times(painter, place)
        for column, day in enumerate(self._board.days):
            self._paint_day(painter, place, column, day)
        for (row, column), block in geometry.lanes[place].blocks.items():
            self._chips.paint(painter, geometry.chip_rect(Cell(place, row, column)), block)
        paint_line(painter, QRectF(0, area.bottom() - 1, area.width(), 1), color("border"))

    @property
    def _label_width(self) -> int:
        geometry = self._geometry
        return geometry.label_width if geometry.has_times else geometry.head_width

    def _paint_times(self, painter: QPainter, place: int) -> None:
        geometry = self._geometry
        left = geometry.label_width
        for number, row in enumerate(geometry.lanes[place].rows):
            if row.shows_time:
                cell = geometry.cell_rect(Cell(place, number, 0))
                area = QRectF(left, cell.y(), geometry.head_width - left - 7, cell.height())
                words = minute_text(row.minute)
                right = Qt.AlignmentFlag.AlignRight
                paint_text(painter, area, words, px=12, tone="text-3", align=right)

    def _paint_day(self, painter: QPainter, place: int, column: int, day: BoardDay) -> None:
        area = self._geometry.day_rect(place, column)
        color = theme().color
        if day.closed_for is not None:
            _paint_closed(painter, area, day.closed_for)
        elif not day.in_program:
            painter.fillRect(area, color("surface-alt"))
        paint_line(painter, QRectF(area.x() - 1, area.y(), 1, area.height()), color("divider"))
        for off in self._geometry.lanes[place].lane.off:
            if off.day == day.day and day.closed_for is None:
                self._paint_off(painter, place, column, off)

    def _paint_off(self, painter: QPainter, place: int, column: int, off: Off) -> None:
        area = self._off_area(place, column, off)
        if area is not None:
            paint_box(painter, area, RADIUS, theme().color("sunken"), theme().color("border"))
            free = self._widest_gap(place, column, area)
            if free is not None:
                _paint_reason(painter, free, off.reason, "calendar-off")

    def _widest_gap(self, place: int, column: int, area: QRectF) -> QRectF | None:
        """Return the largest part of an area that no chip covers, for the words."""
        lane = self._geometry.lanes[place]
        edges = [area.top(), area.bottom()]
        for row in range(len(lane.rows)):
            chip = self._geometry.chip_rect(Cell(place, row, column))
            if (row, column) in lane.blocks and chip.intersects(area):
                edges += [chip.top(), chip.bottom()]
        edges.sort()
        gaps = list(zip(edges[::2], edges[1::2], strict=True))
        top, bottom = max(gaps, key=lambda gap: gap[1] - gap[0])
        high = bottom - top
        return QRectF(area.x(), top, area.width(), high) if high >= theme().px(_LINE) else None

    def _off_area(self, place: int, column: int, off: Off) -> QRectF | None:
        """Return what an absence covers; one between two rows of the lane is not seen."""
        geometry = self._geometry
        if off.is_whole_day:
            return geometry.day_rect(place, column).adjusted(3, 5, -3, -5)
        rows = geometry.lanes[place].rows
        inside = [n for n, row in enumerate(rows) if off.starts_min <= row.minute < off.ends_min]
        if not inside:
            return None
        first = geometry.chip_rect(Cell(place, inside[0], column))
        return first.united(geometry.chip_rect(Cell(place, inside[-1], column)))


def _paint_closed(painter: QPainter, area: QRectF, reason: str) -> None:
    color = theme().color
    painter.fillRect(area, color("sunken"))
    hatch = QColor(color("border-strong"))
    hatch.setAlpha(_HATCH_ALPHA)
    painter.fillRect(area, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    wide = min(
        area.width() - 8, QFontMetricsF(theme().font(_OFF_PX)).horizontalAdvance(reason) + 20
    )
    high = theme().px(_LINE + 6)
    pill = QRectF(0, 0, wide, high)
    pill.moveCenter(area.center())
    paint_box(painter, pill, RADIUS, color("surface"), color("border"))
    middle = Qt.AlignmentFlag.AlignHCenter
    paint_text(painter, pill.adjusted(6, 0, -6, 0), reason, px=_OFF_PX, tone="text-2", align=middle)


def _paint_reason(painter: QPainter, area: QRectF, reason: str, icon: str) -> None:
    """Write why, under an icon where there is room; what stands in brackets gets its own line."""
    px = theme().px
    lines = reason.replace(" (", "\n(").split("\n")
    high = px(_ICON) + 3 + len(lines) * px(_LINE)
    if area.height() < high + 4:
        inside = area.adjusted(8, 0, -4, 0)
        paint_text(painter, inside, reason, px=12, tone="text-2")
        return
    y = round(area.center().y() - high / 2)
    paint_icon(
        painter,
        icon,
        "text-2",
        QRectF(round(area.center().x() - px(_ICON) / 2), y, px(_ICON), px(_ICON)),
    )
    y += px(_ICON) + 3
    for line in lines:
        where = QRectF(area.x() + 4, y, area.width() - 8, px(_LINE))
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, where, line, px=_OFF_PX, tone="text-2", align=middle)
        y += px(_LINE)
