"""The table of dates with its keys: Enter for other places, 1 to 3 to take one, X to leave out."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from ot_desktop.scheduling.preview import Choice, PreviewRow, RowState
from ui.theme import theme
from ui.visits.preview_delegate import PreviewDelegate, row_height
from ui.visits.preview_table_model import STATE, PreviewTableModel
from ui.visits.row_words import choice_words
from ui.widgets.table import TableView
from ui.widgets.table_model import ROW_ROLE

_WIDTHS = (40, 112, 118)
_DIGITS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class PreviewView(TableView):
    """``chosen`` carries a row and the choice made for it; None takes an earlier choice back."""

    chosen = Signal(object, object)

    def __init__(self, name: str, model: PreviewTableModel) -> None:
        super().__init__(name)
        self.setModel(model)
        self.set_row_delegate(PreviewDelegate())
        header = self.horizontalHeader()
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)
        self._row: PreviewRow | None = None
        self._dates = model
        self._fit_columns()
        header.sectionResized.connect(self.fit_rows)
        theme().changed.connect(self._fit_columns)
        self.opened.connect(self._open_menu)
        self.clicked.connect(self._open_menu_of_conflict)
        self.marked.connect(self._toggle_left_out)

    @Slot()
    def fit_rows(self) -> None:
        """Make each row high enough for all that is in its way."""
        width = self.columnWidth(STATE)
        for place in range(self._dates.rowCount()):
            self.setRowHeight(place, row_height(self._dates.row(place), width))

    @Slot()
    def _fit_columns(self) -> None:
        for column, width in enumerate(_WIDTHS):
            self.horizontalHeader().resizeSection(column, theme().px(width))
        self.fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take an alternative by its number, before the table's own keys."""
        place = _DIGITS.get(Qt.Key(event.key()))
        row: PreviewRow | None = self.currentIndex().data(ROW_ROLE)
        if place is not None and row is not None and place < len(row.alternatives):
            self.chosen.emit(row, Choice(row.alternatives[place].visit))
            return
        super().keyPressEvent(event)

    def menu_for(self, row: PreviewRow) -> QMenu:
        """Return the menu of one row; nothing in it for a closed day."""
        menu = QMenu(self)
        menu.setObjectName("places")
        self._row = row
        for number, other in enumerate(row.alternatives, start=1):
            self._add(menu, f"&{number}  {choice_words(other)}", Choice(other.visit))
        if row.alternatives:
            menu.addSeparator()
        if row.state not in {RowState.CLOSED, RowState.LEFT_OUT}:
            self._add(menu, self.tr("Leave this visit out"), Choice())
        if row.is_chosen:
            self._add(menu, self.tr("Back to what was asked for"), None)
        menu.triggered.connect(self._take)
        return menu

    def _add(self, menu: QMenu, words: str, choice: Choice | None) -> None:
        menu.addAction(words).setData(choice)

    @Slot(QModelIndex)
    def _open_menu(self, index: QModelIndex) -> None:
        menu = self.menu_for(index.data(ROW_ROLE))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if menu.isEmpty():
            menu.deleteLater()
            return
        cell = self.visualRect(index.siblingAtColumn(STATE))
        menu.popup(_below(self.viewport(), cell.left(), cell.bottom()))

    @Slot(QModelIndex)
    def _open_menu_of_conflict(self, index: QModelIndex) -> None:
        row: PreviewRow = index.data(ROW_ROLE)
        if index.column() == STATE and row.alternatives:
            self._open_menu(index)

    @Slot(QAction)
    def _take(self, action: QAction) -> None:
        self.chosen.emit(self._row, action.data())

    @Slot(QModelIndex)
    def _toggle_left_out(self, index: QModelIndex) -> None:
        row: PreviewRow = index.data(ROW_ROLE)
        if row.state is RowState.LEFT_OUT:
            self.chosen.emit(row, None)
        elif row.state is not RowState.CLOSED:
            self.chosen.emit(row, Choice())


def _below(viewport: QWidget, left: int, bottom: int) -> QPoint:
    return viewport.mapToGlobal(QPoint(left, bottom))
