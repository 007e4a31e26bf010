"""Finding and reading: filters, the list or the sheet of drawings, the chosen activity."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ot_desktop.home_programs.activities.domain import Entry
from ot_desktop.home_programs.activities.service import ActivityLibrary
from ui.home_programs.activities.activity_list import ActivityList
from ui.home_programs.activities.drawings_view import DrawingsView
from ui.home_programs.activities.filters import Filters
from ui.home_programs.activities.reader import Reader
from ui.home_programs.activities.wanted import RETIRED
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_hints import KeyHints
from ui.widgets.table import TableFrame

LIST, DRAWINGS = "list", "drawings"


class Browse(QWidget):
    """``wanted`` carries what is to be done with the chosen activity (see ``Reader``)."""

    wanted = Signal(str)

    def __init__(self, library: ActivityLibrary) -> None:
        super().__init__()
        self._library = library
        self._entries: tuple[Entry, ...] = ()
        self._build()
        self._connect()

    def reload(self, key: str | None = None) -> None:
        """Read the library again; choose one activity if it is named."""
        self._entries = self._library.entries()
        if key is not None:
            self.filters.clear()
        self._filter()
        if key is not None:
            self.list.select_key(key)
            self.drawings.select_key(key)

    def current(self) -> Entry | None:
        """Return the chosen activity."""
        view = self.drawings if self._shows_drawings() else self.list
        key = view.current_key()
        return next((one for one in self._entries if one.key == key), None)

    def shown_keys(self) -> tuple[str, ...]:
        """Return what the filters leave, to be exported."""
        wanted = self.filters.wanted()
        return tuple(one.key for one in self._entries if wanted.fits(one))

    def show_look(self, look: str) -> None:
        """Show the list or the sheet of drawings; the same activity stays chosen."""
        entry = self.current()
        shown = self._drawings_card if look == DRAWINGS else self.frame
        self._views.setCurrentWidget(shown)
        self._filter()
        if entry is not None:
            (self.drawings if look == DRAWINGS else self.list).select_key(entry.key)

    def take_focus(self) -> None:
        """Put the keyboard into what is shown."""
        (self.drawings if self._shows_drawings() else self.list).setFocus()

    def _shows_drawings(self) -> bool:
        return self._look is self._drawings_card

    @property
    def _look(self) -> QWidget | None:
        shown = self._views.currentWidget()
        return self._before_empty if shown is self.empty else shown

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.filters = Filters()
        column.addWidget(self.filters)
        row = QHBoxLayout()
        row.setSpacing(12)
        holder = QWidget()
        self._views = QStackedLayout(holder)
        self._fill_views()
        row.addWidget(holder, 1)
        self.reader = Reader(may_edit=self._library.may_edit)
        row.addWidget(self.reader)
        column.addLayout(row, 1)

    def _fill_views(self) -> None:
        self.list = ActivityList(self.tr("Activities"))
        hints = [(("J", "K"), self.tr("move")), (("/",), self.tr("find"))]
        if self._library.may_edit:
            hints.append((("Enter",), self.tr("edit")))
        hints.append((("V",), self.tr("drawings")))
        self.frame = TableFrame(self.list, KeyHints(hints))
        self.drawings = DrawingsView(self.tr("Drawings of the activities"))
        self._drawings_card = Card()
        self._drawings_card.body.setContentsMargins(4, 4, 4, 4)
        self._drawings_card.add(self.drawings, 1)
        self.empty = EmptyState(
            "search",
            self.tr("No activity matches."),
            self.tr("Fewer words or filters show more."),
            action=self.tr("Clear filters"),
        )
        self._before_empty: QWidget = self.frame
        for shown in (self.frame, self._drawings_card, self.empty):
            self._views.addWidget(shown)

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.filters.entered.connect(self.take_focus)
        self.list.selectionModel().currentRowChanged.connect(self._follow)
        self.drawings.chosen.connect(self._follow)
        self.list.opened.connect(self._open)
        self.drawings.opened.connect(self._open)
        self.reader.wanted.connect(self.wanted)
        if self.empty.button is not None:
            self.empty.button.clicked.connect(self.filters.clear)

    @Slot()
    def _filter(self) -> None:
        wanted = self.filters.wanted()
        found = [one for one in self._entries if wanted.fits(one)]
        retired = wanted.state == RETIRED
        every = [one for one in self._entries if (one.retired_at is not None) is retired]
        self.filters.show_count(len(found), len(every))
        look = self._look or self.frame
        if self._shows_drawings():
            self.drawings.show_entries(found)
        else:
            self.list.show_entries(found)
        self._before_empty = look
        self._views.setCurrentWidget(look if found else self.empty)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        entry = self.current()
        self.reader.setVisible(entry is not None and self._views.currentWidget() is not self.empty)
        if entry is not None:
            waits = self._library.may_edit and entry.children and entry.in_force is not None
            waiting = len(self._library.waiting(entry.key)) if waits else 0
            self.reader.show_entry(entry, waiting)

    @Slot(QModelIndex)
    def _open(self, _index: QModelIndex) -> None:
        self.wanted.emit("edit")
