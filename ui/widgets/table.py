"""Tables: 32 px head, 42 px rows, keys J K Space Enter X, rounded frame, kept selection."""

from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.label import rule
from ui.widgets.row_delegate import RowDelegate, toggle
from ui.widgets.table_header import TableHeader

RowHeight = Literal["compact", "standard", "roomy"]

KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 900
"""Models answer this role with a row's identity, so that a reload keeps the selection."""

_ROWS: dict[RowHeight, int] = {"compact": 34, "standard": 42, "roomy": 52}
_MOVES = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}


class TableView(QTableView):
    """A list of rows. ``opened``, ``peeked`` and ``marked`` carry an index of the shown model."""

    opened = Signal(QModelIndex)
    peeked = Signal(QModelIndex)
    marked = Signal(QModelIndex)

    def __init__(self, name: str, row_height: RowHeight = "standard") -> None:
        super().__init__()
        self._row_height: RowHeight = row_height
        self._kept_key: Any = None
        self.letter_keys = True  # off: single letters do nothing (a setting, WCAG 2.1.4)
        self.rows_delegate = RowDelegate(self)
        self.setAccessibleName(name)
        self._set_manners()
        self.set_row_delegate(self.rows_delegate)
        theme().changed.connect(self._refresh_sizes)
        self._refresh_sizes()

    def _set_manners(self) -> None:
        header = TableHeader(self)
        self.setHorizontalHeader(header)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.entered.connect(self._hover)
        self.doubleClicked.connect(self.opened)

    def set_row_delegate(self, delegate: RowDelegate) -> None:
        """Paint the rows with ``delegate``; the view keeps it alive."""
        self.rows_delegate = delegate
        delegate.setParent(self)
        self.setItemDelegate(delegate)

    def set_row_height(self, height: RowHeight) -> None:
        """Switch between compact (34), standard (42) and roomy (52) rows."""
        self._row_height = height
        self._refresh_sizes()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show ``model`` and keep the selected row over its resets (see ``KEY_ROLE``)."""
        super().setModel(model)
        if model is not None:
            model.modelAboutToBeReset.connect(self._remember_row)
            model.modelReset.connect(self._find_row_again)
            self.selectionModel().currentRowChanged.connect(self._ring_current)

    def current_key(self) -> Any:
        """Return the identity of the current row, or None."""
        index = self.currentIndex()
        return index.data(KEY_ROLE) if index.isValid() else None

    def select_key(self, key: Any) -> bool:
        """Make the row with this identity current; False when it is not shown."""
        model = self.model()
        for row in range(model.rowCount()):
            if model.index(row, 0).data(KEY_ROLE) == key:
                self._go_to(row)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add J K (move), Space (peek), Enter (open) and X (mark) to Qt's own keys."""
        if not self._handle(event.key(), event.modifiers()):
            super().keyPressEvent(event)

    def _handle(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        index = self.currentIndex()
        plain = modifiers in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if not plain:
            return False
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.opened.emit(index)
            return True
        if key == Qt.Key.Key_Space and index.isValid():
            self.peeked.emit(index)
            return True
        return self.letter_keys and self._handle_letter(key, index)

    def _handle_letter(self, key: int, index: QModelIndex) -> bool:
        if key in _MOVES:
            last = self.model().rowCount() - 1 if self.model() is not None else -1
            if last >= 0:
                self._go_to(max(0, min(last, index.row() + _MOVES[Qt.Key(key)])))
            return True
        if key == Qt.Key.Key_X and index.isValid():
            first = index.siblingAtColumn(0)
            if first.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                toggle(self.model(), first)
            self.marked.emit(index)
            return True
        return False

    def _go_to(self, row: int) -> None:
        column = max(0, self.currentIndex().column())
        index = self.model().index(row, column)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring; a list without a current row starts at its first."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model() is not None:
            first = self.model().index(0, 0)
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(first, flag)
        self._ring_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._ring_current()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the hover away."""
        super().leaveEvent(event)
        self.rows_delegate.hovered_row = -1
        self.viewport().update()

    @Slot()
    def _ring_current(self) -> None:
        self.rows_delegate.ring_row = self.currentIndex().row() if self.hasFocus() else -1
        self.viewport().update()

    @Slot(QModelIndex)
    def _hover(self, index: QModelIndex) -> None:
        self.rows_delegate.hovered_row = index.row()
        self.viewport().update()

    @Slot()
    def _refresh_sizes(self) -> None:
        self.verticalHeader().setMinimumSectionSize(theme().px(24))
        self.verticalHeader().setDefaultSectionSize(theme().px(_ROWS[self._row_height]))
        self.horizontalHeader().updateGeometry()

    @Slot()
    def _remember_row(self) -> None:
        self._kept_key = self.current_key()

    @Slot()
    def _find_row_again(self) -> None:
        if self._kept_key is not None:
            self.select_key(self._kept_key)


class TableFrame(QFrame):
    """The rounded box round a table, with room for a footer (counts, key hints, bulk bar)."""

    def __init__(self, view: QTableView, footer: QWidget | None = None) -> None:
        super().__init__()
        self.setProperty("table", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1 if footer is not None else 6)
        column.setSpacing(0)
        column.addWidget(view, 1)
        if footer is not None:
            column.addWidget(rule())
            room = QVBoxLayout()
            room.setContentsMargins(12, 8, 12, 8)
            room.addWidget(footer)
            column.addLayout(room)
