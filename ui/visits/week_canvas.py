"""Paints a week of a plan: the still week once into pictures, what moves over it each time."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent

from ot_desktop.programs.board import Block, WeekBoard
from ui.theme import theme
from ui.visits.chip_painter import ChipLook, ChipPainter
from ui.visits.grid_geometry import HEAD, GridGeometry
from ui.visits.grid_head import GridHead
from ui.visits.grid_rows import Cell, LaneRows, lane_rows
from ui.visits.grid_words import block_words
from ui.visits.lane_label import label_height
from ui.visits.lane_painter import LanePainter
from ui.visits.painted_area import PaintedArea
from ui.visits.room_names import short_rooms
from ui.visits.targets import Target
from ui.visits.week_overlay import REACH, WeekOverlay


class WeekCanvas(PaintedArea):
    """Shows a board; what is lit, carried or tried is painted over it and costs no repaint.

    Only the lanes that differ from the board shown before are drawn anew.
    """

    def __init__(self) -> None:
        super().__init__()
        self.board: WeekBoard | None = None
        self.geometry_ = GridGeometry((), 0, QSize(), 0)
        self.cursor_cell = Cell(0, 0, 0)
        self.over = WeekOverlay()
        self._look: ChipLook | None = None
        self._chips: ChipPainter | None = None
        self._extra: Mapping[int, Iterable[int]] = {}
        self._drawn: dict[int, tuple[LaneRows, QPixmap]] = {}
        self._cells_by_key: dict[Hashable, Cell] | None = None
        self.head = GridHead(self)
        self.horizontalScrollBar().valueChanged.connect(self.head.scroll_to)
        theme().changed.connect(self._restyle)
        self._restyle()

    # What is shown.

    def show_board(self, board: WeekBoard) -> None:
        """Show a week, keeping the pictures of lanes that are as they were."""
        if self.board is None or (self.board.days, self.board.view) != (board.days, board.view):
            self._drawn.clear()
        self.board = self.over.board = board
        rooms = (block.room_name for lane in board.lanes for block in lane.blocks)
        look = ChipLook(board.view, short_rooms(rooms))
        if look != self._look:
            self._look = look
            self._forget()
        self.head.show_board(board)
        self.lay_out()

    def add_rows(self, extra: Mapping[int, Iterable[int]], anchor: int | None = None) -> None:
        """Give lanes rows for more times, by lane id; an empty mapping takes them away.

        Columns stay where they are: no scroll bar comes or goes meanwhile. So does the session
        ``anchor``, which somebody has under the mouse.
        """
        before = self._top_of(anchor)
        if extra and not self._extra and not self.verticalScrollBar().isVisible():
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        elif not extra:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._extra = extra
        self.lay_out()
        after = self._top_of(anchor)
        if before is not None and after is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + after - before)

    def _top_of(self, planned_id: int | None) -> int | None:
        cell = next(self.cells_of(planned_id), None) if planned_id is not None else None
        return self.on_screen(cell).top() if cell is not None else None

    def light(self, child_ids: Collection[int]) -> None:
        """Ring every chip of these children."""
        if child_ids != self.over.lit:
            self.over.lit = child_ids
            self.viewport().update()

    def fade(self, planned_ids: Collection[int]) -> None:
        """Fade sessions that are in somebody's hand, or would be elsewhere."""
        self.over.faded = planned_ids
        self.viewport().update()

    def show_targets(self, targets: Mapping[Cell, Target]) -> None:
        """Show where something could be put."""
        self.over.targets = targets
        self.over.target_cell = self.over.pointed = None
        self.viewport().update()

    def point_at(self, cell: Cell | None, target: Target | None) -> None:
        """Show what is under the hand; only the two cells are painted."""
        over = self.over
        if (cell, target) != (over.target_cell, over.pointed):
            before, over.target_cell, over.pointed = over.target_cell, cell, target
            self.update_cells(each for each in (before, cell) if each is not None)

    def show_trials(self, trials: Mapping[Cell, str]) -> None:
        """Show sessions where they would be."""
        self.over.trials = trials
        self.viewport().update()

    def show_now(self, now: datetime) -> None:
        """Show the time now, if its day is in the week."""
        self.over.now = now
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

    def first_cell_of(
        self, day: date, minute: int, lane_id: int, free: Collection[int] = ()
    ) -> Cell | None:
        """Return the cell a start belongs to, or None when the week does not show it.

        Of rows of the same time it is the first empty one; sessions in ``free`` leave theirs.
        """
        if self.board is None:
            return None
        column = next((n for n, each in enumerate(self.board.days) if each.day == day), None)
        for number, lane in enumerate(self.geometry_.lanes):
            if lane.lane.id == lane_id and column is not None:
                return Cell(number, self._row_of(lane, column, minute, free), column)
        return None

    def _row_of(self, lane: LaneRows, column: int, minute: int, free: Collection[int]) -> int:
        for place, row in enumerate(lane.rows):
            block = lane.blocks.get((place, column))
            is_its_row = row.minute == minute or not self.geometry_.has_times
            if is_its_row and (block is None or block.planned_id in free):
                return place
        return lane.row_at(minute)

    # Where it is.

    def lay_out(self) -> None:
        """Share the room between the lanes anew."""
        if self.board is None:
            return
        board, view = self.board, self.viewport()
        lanes = [lane_rows(board, lane, self._extra) for lane in board.lanes]
        before = self.geometry_
        has_dots = any(lane.dots for lane in board.lanes)
        least = label_height(board.view, has_dots=has_dots)
        self.geometry_ = GridGeometry(lanes, len(board.days), view.size(), least)
        if before.width != self.geometry_.width:
            self._drawn.clear()
        self.head.show_geometry(self.geometry_)
        self.set_content_size(QSize(self.geometry_.width, self.geometry_.height))
        self._cells_by_key = None
        view.update()

    def on_screen(self, cell: Cell) -> QRect:
        """Return where a chip is in the viewport."""
        return self.in_view(self.geometry_.chip_rect(cell))

    # Being read out.

    def block_keys(self) -> Sequence[Hashable]:
        """Return a name for each chip, lane by lane and row by row."""
        return tuple(self._by_key())

    def block_name(self, key: Hashable) -> str:
        """Return a chip as it is read out."""
        block = self.block_at(self._by_key()[key])
        return block_words(block) if block is not None else ""

    def block_area(self, key: Hashable) -> QRect:
        """Return where a chip is in the viewport."""
        return self.on_screen(self._by_key()[key])

    def current_key(self) -> Hashable | None:
        """Return the name of the chip the ring is on."""
        block = self.block_at(self.cursor_cell)
        return _key_of(block) if block is not None else None

    def _by_key(self) -> dict[Hashable, Cell]:
        if self._cells_by_key is None:
            lanes = range(len(self.geometry_.lanes))
            cells = (cell for lane in lanes for cell in self.geometry_.cells(lane))
            blocks = ((cell, self.block_at(cell)) for cell in cells)
            self._cells_by_key = {_key_of(block): cell for cell, block in blocks if block}
        return self._cells_by_key

    # Painting.

    def update_cells(self, cells: Iterable[Cell]) -> None:
        """Paint cells anew, and nothing else; those of a week without lanes are nowhere."""
        for cell in (each for each in cells if each.lane < len(self.geometry_.lanes)):
            area = self.on_screen(cell).adjusted(-REACH, -REACH, REACH, REACH)
            self.viewport().update(area)

    def show_cell(self, cell: Cell) -> None:
        """Scroll so that a cell can be seen."""
        if cell.lane < len(self.geometry_.lanes):
            self.show_part(self.geometry_.cell_rect(cell).toAlignedRect(), REACH)

    def _forget(self) -> None:
        """Draw everything anew: chips read or look different now."""
        self._drawn.clear()
        self._chips = None

    @Slot()
    def _restyle(self) -> None:
        self._forget()
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
        scrolled = self.scrolled()
        dirty = event.region().translated(scrolled)
        painter.translate(-QPointF(scrolled))
        self.over.cursor = self.cursor_cell if self.hasFocus() else None
        below = QRectF(0, self.geometry_.height, self.geometry_.width, self.viewport().height())
        painter.fillRect(below, theme().color("surface"))
        for lane in range(len(self.geometry_.lanes)):
            area = self.geometry_.lane_rect(lane)
            if dirty.intersects(area.toAlignedRect()):
                painter.drawPixmap(area.topLeft(), self._picture(lane))
                self.over.paint(painter, self.geometry_, lane, dirty)
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
        if self._chips is None:
            self._chips = ChipPainter(self._look, self.devicePixelRatioF())
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.geometry_.lane_rect(lane).topLeft())
        LanePainter(self.board, self._chips, self.geometry_).paint(painter, lane)
        painter.end()


def _key_of(block: Block) -> Hashable:
    return block.planned_id, block.session_id
