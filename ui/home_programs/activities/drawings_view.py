"""The library as a sheet of drawings, each with its title below."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ot_desktop.home_programs.activities.domain import Entry
from ui.home_programs.activities.words import state_words
from ui.home_programs.drawings import paint_drawing
from ui.theme import theme
from ui.widgets.painting import paint_box
from ui.widgets.row_delegate import paint_text
from ui.widgets.table import KEY_ROLE
from ui.widgets.table_model import ROW_ROLE

Index = QModelIndex | QPersistentModelIndex
_PICTURE = (164, 130)  # 40 mm wide and more, as on paper
_PAD = 6
_TITLE = 22


class DrawingsView(QListView):
    """Arrow keys walk, Enter opens; ``chosen`` follows the current drawing."""

    opened = Signal(QModelIndex)
    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.model_ = DrawingsModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(DrawingsDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self.opened)
        self.selectionModel().currentChanged.connect(self._tell)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; the same one stays chosen, else the first one is."""
        kept = self.current_key()
        self.model_.show_entries(entries)
        keys = [entry.key for entry in entries]
        if keys:
            self.select_key(kept if kept in keys else keys[0])

    def current_key(self) -> str | None:
        """Return which activity is chosen."""
        index = self.currentIndex()
        return str(index.data(KEY_ROLE)) if index.isValid() else None

    def select_key(self, key: object) -> bool:
        """Choose the drawing of one activity; False when it is not shown."""
        for row in range(self.model_.rowCount()):
            if self.model_.index(row).data(KEY_ROLE) == key:
                self.setCurrentIndex(self.model_.index(row))
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; letters are the page's, they do not search here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit()


class DrawingsModel(QAbstractListModel):
    """One activity an item."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an activity, its key, or what it is called."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        words = entry.shown.words["en"]
        return {
            int(Qt.ItemDataRole.DisplayRole): words.title,
            int(Qt.ItemDataRole.ToolTipRole): words.title,
            int(Qt.ItemDataRole.AccessibleTextRole): (
                f"{words.title}, {words.picture} {state_words(entry)}"
            ),
            KEY_ROLE: entry.key,
            ROW_ROLE: entry,
        }.get(int(role))


class DrawingsDelegate(QStyledItemDelegate):
    """Paints a drawing and its title."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 -- all are alike
        """Return room for both."""
        width, height = map(theme().px, _PICTURE)
        return QSize(width + 2 * _PAD, height + theme().px(_TITLE) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one item."""
        entry: Entry = index.data(ROW_ROLE)
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        current = theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            edge = "focus" if option.state & QStyle.StateFlag.State_HasFocus else "accent"
            paint_box(painter, area, 8, current.color("select"), current.color(edge), 2)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint_box(painter, area, 8, current.color("hover"))
        width, height = map(current.px, _PICTURE)
        picture = QRectF(area.center().x() - width / 2, area.top() + _PAD - 1, width, height)
        paint_drawing(painter, entry.shown, picture)
        below = QRectF(picture.left(), picture.bottom(), width, area.bottom() - picture.bottom())
        title = entry.shown.words["en"].title
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, below, title, px=13, weight=600, align=middle)
        painter.restore()
