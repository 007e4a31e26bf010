"""A chart painted on screen, and the table of the same values behind it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ot_desktop.goals.chart_shapes import Bar, Dot, Room, Shape, Stroke, Words, shapes
from ot_desktop.goals.charts import Chart
from ui.theme import theme
from ui.widgets.label import label, rule

_LETTER = 12
_DASH = (4.0, 3.0)


class PaintedChart(QWidget):
    """Draws one chart at whatever width it gets; its words are read aloud."""

    def __init__(self, chart: Chart, height: int = 78) -> None:
        super().__init__()
        self._chart = chart
        self._high = height
        self.setAccessibleName(chart.spoken())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height asked for at this text size."""
        return QSize(200, theme().px(self._high))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the shapes in their order."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(_font(is_strong=True))
        room = Room(self.width(), self.height(), theme().px(_LETTER), metrics.horizontalAdvance)
        for shape in shapes(self._chart, room):
            _paint(painter, shape)
        painter.end()


class ChartView(QWidget):
    """A chart that turns into its table and back."""

    def __init__(self, chart: Chart, height: int) -> None:
        super().__init__()
        self.chart = chart
        self._table: ValueTable | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._painted = PaintedChart(chart, height)
        self._column.addWidget(self._painted)

    @property
    def shows_table(self) -> bool:
        """The table is what can be seen."""
        return self._table is not None and self._table.isVisibleTo(self)

    def show_table(self, *, on: bool) -> None:
        """Turn to the table, made when it is first wanted, or back to the chart."""
        if on and self._table is None:
            self._table = ValueTable(self.chart, self)
            self._column.addWidget(self._table)
        if self._table is not None:
            self._table.setVisible(on)
        self._painted.setVisible(not on)


class ValueTable(QWidget):
    """The values in words, to read, to hear and to copy."""

    def __init__(self, chart: Chart, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(chart.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        column.addLayout(grid)
        column.addStretch(1)
        for place, name in enumerate(chart.columns):
            grid.addWidget(label(name, "small", "text-2"), 0, place)
        grid.addWidget(rule(), 1, 0, 1, max(1, len(chart.columns)))
        copied = Qt.TextInteractionFlag.TextSelectableByMouse
        for line, cells in enumerate(chart.rows, start=2):
            for place, text in enumerate(cells):
                cell = label(text, "small", wrap=True)
                cell.setTextInteractionFlags(copied)
                grid.addWidget(cell, line, place)
        grid.setColumnStretch(max(0, len(chart.columns) - 1), 1)


def _font(*, is_strong: bool) -> QFont:
    return theme().font(_LETTER, 700 if is_strong else 500, tabular=True)


def _paint(painter: QPainter, shape: Shape) -> None:
    color = theme().color(shape.tone)
    match shape:
        case Stroke(points, _, width, is_dashed):
            pen = QPen(color, width)
            if is_dashed:
                pen.setDashPattern(_DASH)
            painter.setPen(pen)
            painter.drawPolyline([QPointF(x, y) for x, y in points])
        case Dot(x, y, radius, _, is_hollow):
            painter.setPen(QPen(color, 1.6))
            painter.setBrush(theme().color("surface") if is_hollow else color)
            painter.drawEllipse(QPointF(x, y), radius, radius)
        case Bar(x, y, width, height, _):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRect(QRectF(x, y, width, height))
        case Words(x, baseline, text, _, align, is_strong, has_ground):
            font = _font(is_strong=is_strong)
            metrics = QFontMetricsF(font)
            wide = metrics.horizontalAdvance(text)
            left = x - align * wide
            if has_ground:
                high = metrics.capHeight()
                ground = QRectF(left - 1, baseline - high - 1, wide + 2, high + 3)
                painter.fillRect(ground, theme().color("surface"))
            painter.setFont(font)
            painter.setPen(color)
            painter.drawText(QPointF(left, baseline), text)
