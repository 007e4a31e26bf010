"""The command palette (Ctrl K): children, what can be done, screens; type, Enter, done."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ot_desktop.caseload.domain import initials
from ot_desktop.caseload.table import ChildHit
from ot_desktop.clock import today
from ui.commands import Command, CommandRegistry
from ui.icons import paint_icon
from ui.shared.ages import age_text
from ui.theme import theme
from ui.widgets.avatar import paint_avatar
from ui.widgets.key_hints import paint_key_cap
from ui.widgets.label import label
from ui.widgets.row_delegate import Index, paint_text
from ui.widgets.table import KEY_ROLE

FIRST_OF_EACH = 6
WIDTH = 600


class Row(NamedTuple):
    """One line: a heading (``run`` is None) or something Enter runs."""

    text: str
    detail: str = ""
    icon: str = ""
    initials: str = ""
    keys: str = ""
    run: Callable[[], None] | None = None
    below: str = ""
    tone: str = "text-2"


class PaletteModel(QAbstractListModel):
    """The lines that match what was typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def set_rows(self, rows: list[Row]) -> None:
        """Replace every line."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return one line."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        """Return how many lines are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a line; a screen reader gets the detail too."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.text, row.detail, row.below, row.keys)
            return ", ".join(part for part in parts if part)
        return row if role == KEY_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Leave headings out of the arrow keys' way."""
        if index.isValid() and self._rows[index.row()].run is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class PaletteDelegate(QStyledItemDelegate):
    """Paints a line: heading, or symbol, words, detail and shortcut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return 28 px for a heading, 36 for a line, 52 for one with a second below."""
        row: Row = index.data(KEY_ROLE)
        height = 28 if row.run is None else 52 if row.below else 36
        return QSize(option.rect.width(), theme().px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        row: Row = index.data(KEY_ROLE)
        area = QRectF(option.rect)
        painter.save()
        if row.run is None:
            words = area.adjusted(14, 4, -14, 0)
            paint_text(painter, words, row.text, px=12, weight=600, tone="text-2")
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(area, theme().color("select"))
            self._paint_row(painter, area.adjusted(14, 0, -14, 0), row)
        painter.restore()

    def _paint_row(self, painter: QPainter, area: QRectF, row: Row) -> None:
        current = theme()
        side = current.px(22)
        mark = QRectF(area.left(), round(area.center().y() - side / 2), side, side)
        if row.initials:
            paint_avatar(painter, mark, row.initials, None)
        elif row.icon:
            paint_icon(painter, row.icon, "text-2", mark.adjusted(2, 2, -2, -2))
        words = area.adjusted(side + 12, 0, 0 if row.below else -90, 0)
        if row.below:
            middle = words.center().y()
            lower = QRectF(words.left(), middle, words.width(), current.px(20))
            paint_text(painter, lower, row.below, px=13, tone=row.tone)
            words.setBottom(middle + 1)
            words.setTop(middle - current.px(20))
        paint_text(painter, words, row.text, weight=600 if row.initials else 400)
        used = QFontMetricsF(current.font(14, 600)).horizontalAdvance(row.text) + 10
        paint_text(painter, words.adjusted(used, 0, 0, 0), row.detail, px=13, tone="text-2")
        if row.keys:
            paint_key_cap(painter, QPointF(area.right(), area.center().y()), row.keys)


class Palette(QDialog):
    """Opens over the window, a third from the top; Esc gives the focus back."""

    child_chosen = Signal(int)

    def __init__(
        self,
        window: QWidget,
        registry: CommandRegistry,
        search: Callable[[str], list[ChildHit]],
    ) -> None:
        super().__init__(window, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._registry = registry
        self._search = search
        self._booking_rows: Callable[[str], list[Row]] | None = None
        self.setWindowTitle(self.tr("Find or do"))
        self._build()
        self.find_edit.textChanged.connect(self.show_matches)
        self.rows_view.clicked.connect(self._run)
        self.find_edit.installEventFilter(self)

    def offer_booking(self, rows: Callable[[str], list[Row]]) -> None:
        """Show what booking a typed line would do; ``rows`` returns nothing for other lines."""
        self._booking_rows = rows

    def _build(self) -> None:
        self.find_edit = QLineEdit()
        self.find_edit.setPlaceholderText(self.tr("Find a child, or something to do"))
        self.find_edit.setAccessibleName(self.tr("Find or do"))
        self.rows_model = PaletteModel(self)
        self.rows_view = QListView()
        self.rows_view.setModel(self.rows_model)
        self.rows_view.setItemDelegate(PaletteDelegate(self.rows_view))
        self.rows_view.setAccessibleName(self.tr("What was found"))
        self.rows_view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame = QFrame()
        frame.setProperty("popup", "true")
        column = QVBoxLayout(frame)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.find_edit)
        column.addWidget(self.rows_view, 1)
        hint = label(self.tr("Up, Down and Enter choose, Esc closes"), "caption", "text-2")
        column.addWidget(hint)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def open_over(self, window: QWidget) -> None:
        """Show the palette empty, in the upper third of ``window``."""
        self.find_edit.clear()
        self.show_matches("")
        width = min(theme().px(WIDTH), window.width() - 40)
        self.resize(width, theme().px(470))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + window.height() // 8)
        self.show()
        self.find_edit.setFocus()

    @Slot(str)
    def show_matches(self, typed: str) -> None:
        """List children first, then what can be done, then screens."""
        rows: list[Row] = []
        if self._booking_rows is not None:
            self._add_group(rows, self.tr("Book"), self._booking_rows(typed))
        children = [self._child_row(hit) for hit in self._search(typed)] if typed.strip() else []
        self._add_group(rows, self.tr("Children"), children)
        found = self._registry.matching(typed)
        go = [self._command_row(each) for each in found if each.menu_name == self.tr("Go")]
        do = [self._command_row(each) for each in found if each.menu_name != self.tr("Go")]
        self._add_group(rows, self.tr("Do"), do)
        self._add_group(rows, self.tr("Go to"), go)
        if not rows:
            rows = [Row(self.tr("Nothing called “{0}”").format(typed.strip()))]
        self.rows_model.set_rows(rows)
        self._step(+1, start=-1)

    def _add_group(self, rows: list[Row], heading: str, group: list[Row]) -> None:
        if group:
            rows.append(Row(heading))
            rows.extend(group[: FIRST_OF_EACH + 2])

    def _child_row(self, hit: ChildHit) -> Row:
        about = [age_text(hit.born_on, today(), short=True), hit.therapist_name or ""]
        if hit.allergy_titles:
            about.append(self.tr("allergy: {0}").format(", ".join(hit.allergy_titles)))
        letters = initials(hit.given_name, hit.family_name)

        def choose() -> None:
            self.child_chosen.emit(hit.id)

        detail = ", ".join(part for part in about if part)
        return Row(hit.full_name, detail, initials=letters, run=choose)

    def _command_row(self, command: Command) -> Row:
        return Row(command.text(), icon=command.icon_name, keys=command.keys, run=command.trigger)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys and Enter of the field move and run in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if steps:
                self._step(steps, start=self.rows_view.currentIndex().row())
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._run(self.rows_view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _step(self, steps: int, *, start: int) -> None:
        number = start + steps
        while 0 <= number < self.rows_model.rowCount():
            if self.rows_model.row(number).run is not None:
                self.rows_view.setCurrentIndex(self.rows_model.index(number))
                return
            number += steps

    @Slot(QModelIndex)
    def _run(self, index: QModelIndex) -> None:
        run = self.rows_model.row(index.row()).run if index.isValid() else None
        if run is not None:
            self.hide()
            run()
