"""The left column of the builder: find an activity, add it, take it out."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from ot_desktop.home_programs.suggesting import Offer
from ui.home_programs.library_delegate import LibraryDelegate
from ui.home_programs.library_filters import LibraryFilters
from ui.home_programs.library_model import LibraryModel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.search_box import SearchBox


class LibraryPanel(Card):
    """``chosen`` carries an ``Offer`` that is to be added or, when it is there, taken out."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("library")
        self._total = 0
        self._build()
        self._connect()

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show the library as it fits one child."""
        self.model.show_offers(offers)
        self._total = len(offers)
        self._show_count()
        self.view.scrollToTop()
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))

    def mark_added(self, keys: tuple[str, ...]) -> None:
        """Mark what is in the program."""
        self.model.mark_added(keys)

    def go_to_search(self) -> None:
        """Go to the search box."""
        self.find_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_edit.selectAll()

    def _build(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addLayout(self._head())
        self.body.addWidget(self._filters())
        self.model = LibraryModel(self)
        self.view = _LibraryView(self.tr("Activities"))
        self.view.setModel(self.model)
        self.delegate = LibraryDelegate(self.view)
        self.view.setItemDelegate(self.delegate)
        self.empty_label = label(
            self.tr("Nothing matches. Fewer words or filters show more."), "small", "text-2",
            wrap=True,
        )  # fmt: skip
        self.empty_label.setContentsMargins(14, 10, 14, 10)
        self.empty_label.hide()
        self.body.addWidget(self.empty_label)
        self.body.addWidget(self.view, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 11, 14, 8)
        row.addWidget(label(self.tr("Activities"), "h3"))
        row.addStretch(1)
        self.clear_button = Button(self.tr("Clear filters"), "link", size="small")
        self.clear_button.hide()
        row.addWidget(self.clear_button)
        self.count_label = label("", "small", "text-2")
        row.addWidget(self.count_label)
        return row

    def _filters(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(12, 0, 12, 9)
        column.setSpacing(8)
        self.find_edit = SearchBox(
            self.tr("Find an activity by name, skill or toy"), self.tr("Name, skill or toy")
        )
        self.filters = LibraryFilters()
        column.addWidget(self.find_edit)
        column.addWidget(self.filters)
        return holder

    def _connect(self) -> None:
        self.find_edit.textChanged.connect(self._filter)
        self.find_edit.returnPressed.connect(self._choose_first)
        self.filters.changed.connect(self._filter)
        self.clear_button.clicked.connect(self._clear)
        self.delegate.pressed.connect(self._choose)
        self.view.opened.connect(self._choose)

    @Slot()
    def _filter(self) -> None:
        wanted = replace(self.filters.wanted(), words=self.find_edit.text())
        self.model.filter(wanted)
        self.clear_button.setVisible(not wanted.is_everything)
        self._show_count()
        self.empty_label.setVisible(self.model.rowCount() == 0)
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))

    @Slot()
    def _clear(self) -> None:
        self.find_edit.clear()
        self.filters.clear()

    def _show_count(self) -> None:
        shown = self.model.rowCount()
        if shown == self._total:
            self.count_label.setText(self.tr("{0} in the library").format(self._total))
        else:
            self.count_label.setText(self.tr("{0} of {1}").format(shown, self._total))

    @Slot()
    def _choose_first(self) -> None:
        if self.find_edit.text().strip() and self.model.rowCount():
            self._choose(self.model.index(0))

    @Slot(object)
    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.offer(index.row()))


class _LibraryView(QListView):
    """Arrow keys move, Enter and Space add; double click too."""

    opened = Signal(QModelIndex)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter or Space; leave / to the page, it is not a row's first letter."""
        if event.text() == "/":
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring round the current row."""
        super().focusInEvent(event)
        self._ring(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._ring(on=False)

    def _ring(self, *, on: bool) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, LibraryDelegate):
            delegate.shows_focus = on
        self.viewport().update()
