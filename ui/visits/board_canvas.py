"""Shows the painted board and scrolls it; columns that are as before are not painted anew."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.visits.board_facts import Block, BoardColumn, BoardFacts
from ui.visits.board_geometry import HEAD, BoardGeometry
from ui.visits.board_painter import paint_axis, paint_column, paint_head
from ui.visits.painted_area import PaintedArea
from ui.widgets.painting import paint_line

_Kept = tuple[object, QPixmap]
_REACH = 4


class BoardCanvas(PaintedArea):
    """The still board; what is chosen or carried is painted over it by ``paint_over``."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = BoardFacts()
        self.plan = BoardGeometry(self.facts, QSize())
        self._drawn: dict[int, _Kept] = {}
        self._head = _Head(self)
        self._was_shown = False
        self.horizontalScrollBar().valueChanged.connect(self._head.update)
        theme().changed.connect(self._restyle)
        self._restyle()

    def show_facts(self, facts: BoardFacts) -> None:
        """Show a board; the first one with the time now in sight."""
        self.facts = facts
        self._lay_out()
        if not self._was_shown and facts.columns:
            self._was_shown = True
            self.show_start()

    def show_start(self) -> None:
        """Scroll to the time now with what is just over, on another day to the first visit."""
        now, bar = self.facts.now_minute, self.verticalScrollBar()
        if now is not None:
            bar.setValue(self.plan.y_of(now) - self.viewport().height() // 3)
        else:
            starts = (each.from_minute for each in self.facts.blocks)
            bar.setValue(self.plan.y_of(min(starts, default=self.plan.opens)) - _REACH)

    def column_of(self, block: Block) -> BoardColumn:
        """Return the column a block stands in."""
        return self.facts.columns[self.plan.numbers[block.column]]

    def show_area(self, area: QRectF) -> None:
        """Scroll so that a part of the content can be seen beside the hours."""
        self.show_part(area.toAlignedRect().adjusted(-self.plan.axis, 0, 0, 0), _REACH)

    def update_area(self, area: QRectF) -> None:
        """Paint a part of the content anew, and nothing else."""
        self.viewport().update(self.in_view(area).adjusted(-5, -5, 5, 5))

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the still board."""

    def _lay_out(self) -> None:
        self.plan = BoardGeometry(self.facts, self.viewport().size())
        self.set_content_size(QSize(self.plan.width, self.plan.height))
        self._head.update()
        self.viewport().update()

    @Slot()
    def _restyle(self) -> None:
        self._drawn.clear()
        high = theme().px(HEAD)
        self.setViewportMargins(0, high, 0, 0)
        self._head.setGeometry(0, 0, self.width(), high)
        self._lay_out()

    # Qt calls these.

    def minimumSizeHint(self) -> QSize:
        """Return room for two columns and a few hours."""
        return QSize(theme().px(320), theme().px(220))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._head.setGeometry(0, 0, self.width(), theme().px(HEAD))
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 -- the hours stay at the left
        """Paint what came into sight."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the columns' pictures, then paint what lies over them, then the hours."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme().color("surface"))
        scrolled = self.scrolled()
        painter.translate(-QPointF(scrolled))
        dirty = event.rect().translated(scrolled)
        for number in range(len(self.facts.columns)):
            area = self.plan.column_rect(number)
            if area.intersects(QRectF(dirty)):
                painter.drawPixmap(area.topLeft(), self._picture(number, area))
        self.paint_over(painter)
        painter.translate(scrolled.x(), 0)
        if event.rect().left() < self.plan.axis:
            paint_axis(painter, self.plan)
        painter.end()

    def _picture(self, number: int, area: QRectF) -> QPixmap:
        facts = self.facts
        column = facts.columns[number]
        what = (column, tuple(self.plan.blocks[number]), area, facts.hours, facts.closed_words)
        key = (*what, facts.now_minute, number)
        kept = self._drawn.get(column.key)
        ratio = self.devicePixelRatioF()
        size = (area.size() * ratio).toSize()
        if kept is None or kept[0] != key or kept[1].size() != size:
            picture = QPixmap(size)
            picture.setDevicePixelRatio(ratio)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-area.topLeft())
            paint_column(painter, self.plan, number)
            painter.end()
            self._drawn[column.key] = kept = (key, picture)
        return kept[1]


class _Head(QWidget):
    """The names of the columns; they stay while the hours scroll."""

    def __init__(self, canvas: BoardCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint every column's head, and the corner above the hours last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = theme().color
        painter.fillRect(self.rect(), color("surface-alt"))
        plan, high = self._canvas.plan, self.height() - 1
        left = self._canvas.horizontalScrollBar().value()
        for number, column in enumerate(self._canvas.facts.columns):
            x = plan.column_x(number)
            area = QRectF(x - left, 0, plan.column_x(number + 1) - x, high)
            if area.intersects(QRectF(self.rect())):
                paint_head(painter, area, column)
        painter.fillRect(QRectF(0, 0, plan.axis, high), color("surface"))
        paint_line(painter, QRectF(0, high, self.width(), 1), color("border"))
        painter.end()
