"""Paints a week of a plan: the still week once into pictures, what moves over it each time."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ot_desktop.programs.board import Block, WeekBoard
from ui.programs.chip_painter import ChipLook
from ui.programs.grid_geometry import HEAD, GridGeometry
from ui.programs.grid_head import GridHead
from ui.programs.grid_rows import Cell, LaneRows, lane_rows, minute_of
from ui.programs.lane_painter import LanePainter
from ui.programs.overlay_painter import (
    paint_cursor,
    paint_lit,
    paint_now,
    paint_taken_up,
    paint_target,
    paint_trial,
)
from ui.programs.room_names import short_rooms
from ui.programs.targets import Target
from ui.theme import theme

_AROUND = 4  # a ring reaches that far out of its cell


class WeekCanvas(QAbstractScrollArea):
    """Shows a board; what is lit, carried or tried is painted over it and costs no repaint.

    Only the lanes that differ from the board shown before are drawn anew.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setViewport(QWidget())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.board: WeekBoard | None = None
        self.geometry_ = GridGeometry((), 0, 0, 0)
        self.cursor_cell = Cell(0, 0, 0)
        self.targets: Mapping[Cell, Target] = {}
        self.target_cell: Cell | None = None
        self.pointed: Target | None = None
        self._look: ChipLook | None = None
        self._extra: Mapping[int, Iterable[int]] = {}
        self.lit: Collection[int] = ()
        self._faded: Collection[int] = ()
        self._trials: Mapping[Cell, str] = {}
        self._now: datetime | None = None
        self._drawn: dict[int, tuple[LaneRows, QPixmap]] = {}
        self.head = GridHead(self)
        self.horizontalScrollBar().valueChanged.connect(self.head.scroll_to)
        theme().changed.connect(self._restyle)
        self._restyle()

    # What is shown.

    def show_board(self, board: WeekBoard) -> None:
        """Show a week, keeping the pictures of lanes that are as they were."""
        if self.board is None or (self.board.days, self.board.view) != (board.days, board.view):
            self._drawn.clear()
        self.board = board
        rooms = (block.room_name for lane in board.lanes for block in lane.blocks)
        look = ChipLook(board.view, short_rooms(rooms))
        if look != self._look:
            self._drawn.clear()
        self._look = look
        self.head.show_board(board)
        self.lay_out()

    def add_rows(self, extra: Mapping[int, Iterable[int]]) -> None:
        """Give lanes rows for more times, by lane id; an empty mapping takes them away."""
        self._extra = extra
        self.lay_out()

    def light(self, child_ids: Collection[int]) -> None:
        """Ring every chip of these children."""
        if child_ids != self.lit:
            self.lit = child_ids
            self.viewport().update()

    def fade(self, planned_ids: Collection[int]) -> None:
        """Fade sessions that are in somebody's hand, or would be elsewhere."""
        self._faded = planned_ids
        self.viewport().update()

    def show_targets(self, targets: Mapping[Cell, Target]) -> None:
        """Show where something could be put."""
        self.targets = targets
        self.target_cell = self.pointed = None
        self.viewport().update()

    def point_at(self, cell: Cell | None, target: Target | None) -> None:
        """Show what is under the hand; only the two cells are painted."""
        if (cell, target) != (self.target_cell, self.pointed):
            before, self.target_cell, self.pointed = self.target_cell, cell, target
            self.update_cells(each for each in (before, cell) if each is not None)

    def show_trials(self, trials: Mapping[Cell, str]) -> None:
        """Show sessions where they would be."""
        self._trials = trials
        self.viewport().update()

    def show_now(self, now: datetime) -> None:
        """Show the time now, if its day is in the week."""
        self._now = now
        self.head.show_today(now.date())
        self.viewport().update()

    def block_at(self, cell: Cell) -> Block | None:
        """Return what stands in a cell."""
        lanes = self.geometry_.lanes
        inside = cell.lane < len(lanes)
        return lanes[cell.lane].blocks.get((cell.row, cell.column)) if inside else None

    def cells_of(self, planned_id: int) -> Iterator[Cell]:
        """Return where a session of the plan is shown."""
        for number, lane in enumerate(self.geometry_.lanes):
            for (row, column), block in lane.blocks.items():
                if block.planned_id == planned_id:
                    yield Cell(number, row, column)

    # Where it is.

    def lay_out(self) -> None:
        """Share the room between the lanes anew."""
        if self.board is None:
            return
        board, view = self.board, self.viewport()
        lanes = [lane_rows(board, lane, self._extra) for lane in board.lanes]
        before = self.geometry_
        self.geometry_ = GridGeometry(lanes, len(board.days), view.width(), view.height())
        if before.width != self.geometry_.width:
            self._drawn.clear()
        self.head.show_geometry(self.geometry_)
        self._set_scroll_range()
        view.update()

    def to_content(self, at: QPoint | QPointF) -> QPointF:
        """Turn a point of the viewport into one of the content."""
        return QPointF(at) + QPointF(self._scrolled())

    def on_screen(self, cell: Cell) -> QRect:
        """Return where a chip is in the viewport."""
        area = self.geometry_.chip_rect(cell).translated(-QPointF(self._scrolled()))
        return area.toAlignedRect()

    def update_cells(self, cells: Iterable[Cell]) -> None:
        """Paint cells anew, and nothing else."""
        for cell in cells:
            around = QRect(-_AROUND, -_AROUND, 2 * _AROUND, 2 * _AROUND)
            area = self.on_screen(cell)
            self.viewport().update(
                area.adjusted(around.x(), around.y(), around.width() // 2, around.height() // 2)
            )

    def show_cell(self, cell: Cell) -> None:
        """Scroll so that a cell can be seen."""
        area = self.geometry_.cell_rect(cell).toAlignedRect()
        for bar, first, last, page in (
            (self.verticalScrollBar(), area.top(), area.bottom(), self.viewport().height()),
            (self.horizontalScrollBar(), area.left(), area.right(), self.viewport().width()),
        ):
            if first - _AROUND < bar.value():
                bar.setValue(first - _AROUND)
            elif last + _AROUND > bar.value() + page:
                bar.setValue(last + _AROUND - page)

    def _scrolled(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _set_scroll_range(self) -> None:
        view = self.viewport().size()
        for bar, content, page in (
            (self.verticalScrollBar(), self.geometry_.height, view.height()),
            (self.horizontalScrollBar(), self.geometry_.width, view.width()),
        ):
            bar.setPageStep(page)
            bar.setSingleStep(theme().px(24))
            bar.setRange(0, max(0, content - page))

    @Slot()
    def _restyle(self) -> None:
        self._drawn.clear()
        high = theme().px(HEAD)
        self.setViewportMargins(0, high, 0, 0)
        self.head.setGeometry(0, 0, self.width(), high)
        self.lay_out()

    # Qt calls these.

    def minimumSizeHint(self) -> QSize:
        """Return room for a name, a day and a few rows."""
        return QSize(theme().px(360), theme().px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.head.setGeometry(0, 0, self.width(), theme().px(HEAD))
        self.lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, and paint only what came into sight."""
        self.viewport().scroll(dx, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the lanes' pictures, then paint what lies over them."""
        painter = QPainter(self.viewport())
        scrolled = self._scrolled()
        dirty = event.region().translated(scrolled)
        painter.translate(-QPointF(scrolled))
        below = QRectF(0, self.geometry_.height, self.geometry_.width, self.viewport().height())
        painter.fillRect(below, theme().color("surface"))
        for lane in range(len(self.geometry_.lanes)):
            area = self.geometry_.lane_rect(lane)
            if dirty.intersects(area.toAlignedRect()):
                painter.drawPixmap(area.topLeft(), self._picture(lane))
                self._paint_over(painter, lane, dirty)
        painter.end()

    def _picture(self, lane: int) -> QPixmap:
        rows = self.geometry_.lanes[lane]
        area = self.geometry_.lane_rect(lane)
        ratio = self.devicePixelRatioF()
        wanted = (area.size() * ratio).toSize()
        kept = self._drawn.get(rows.lane.id)
        if kept is None or kept[0] != rows or kept[1].size() != wanted:
            picture = QPixmap(wanted)
            picture.setDevicePixelRatio(ratio)
            self._draw(picture, lane)
            self._drawn[rows.lane.id] = kept = (rows, picture)
        return kept[1]

    def _draw(self, picture: QPixmap, lane: int) -> None:
        if self.board is None or self._look is None:
            return
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.geometry_.lane_rect(lane).topLeft())
        LanePainter(self.board, self._look, self.geometry_).paint(painter, lane)
        painter.end()

    def _paint_over(self, painter: QPainter, lane: int, dirty: QRegion) -> None:
        for cell in self.geometry_.cells(lane):
            area = self.geometry_.chip_rect(cell)
            reach = area.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
            if dirty.intersects(reach.toAlignedRect()):
                self._paint_cell_over(painter, cell, area)
        self._paint_now(painter, lane)

    def _paint_cell_over(self, painter: QPainter, cell: Cell, area: QRectF) -> None:
        block = self.block_at(cell)
        if block is not None and block.child_id in self.lit:
            paint_lit(painter, area)
        if block is not None and block.planned_id in self._faded:
            paint_taken_up(painter, area)
        is_under = cell == self.target_cell
        target = self.pointed if is_under else self.targets.get(cell)
        if target is not None and (block is None or is_under or target.fits):
            paint_target(painter, area, target, is_under=is_under)
        if cell in self._trials:
            paint_trial(painter, area, self._trials[cell])
        if cell == self.cursor_cell and self.hasFocus():
            paint_cursor(painter, area)

    def _paint_now(self, painter: QPainter, lane: int) -> None:
        if self._now is None or self.board is None:
            return
        for column, day in enumerate(self.board.days):
            if day.day == self._now.date():
                y = self.geometry_.y_of(lane, minute_of(self._now))
                paint_now(painter, self.geometry_.day_rect(lane, column), y)
