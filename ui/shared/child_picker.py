"""Picks a child by typing any part of a name, a caregiver, a phone or the record number."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from ot_desktop.caseload.table import ChildHit
from ot_desktop.clock import today
from ui.shared.ages import age_text
from ui.widgets.search_box import SearchBox

CHILD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NAME_ROLE = int(Qt.ItemDataRole.UserRole) + 2
MOST_SHOWN = 10


class ChildPicker(SearchBox):
    """``picked`` carries the child's id, or None as soon as the text means no child any more."""

    picked = Signal(object)

    def __init__(self, name: str, search: Callable[[str, int], list[ChildHit]]) -> None:
        super().__init__(name, self.tr("Name, parent, phone or record number"), keys="")
        self._search = search
        self._child_id: int | None = None
        self._hits = QStandardItemModel(self)
        completer = QCompleter(self._hits, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(MOST_SHOWN)
        completer.setCompletionRole(NAME_ROLE)
        if popup := completer.popup():
            popup.setAccessibleName(self.tr("Children found"))
        self.setCompleter(completer)
        self.textEdited.connect(self._find)
        completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]  # stubs know no overloads

    def child_id(self) -> int | None:
        """Return the child that was picked."""
        return self._child_id

    def show_child(self, child_id: int | None, name: str) -> None:
        """Show a child somebody has already chosen, or nobody."""
        self._child_id = child_id
        self.setText(name)
        self.home(False)  # noqa: FBT003  (Qt's "do not select")

    @Slot()
    def take_first(self) -> None:
        """Pick the child that is marked in the list, else the first; nobody when none is found."""
        popup = self.completer().popup()
        if self._child_id is not None or popup is None or not self._hits.rowCount():
            return
        marked = popup.currentIndex()
        index = marked if marked.isValid() else self._hits.index(0, 0)
        popup.hide()
        self.setText(index.data(NAME_ROLE))
        self._take(index)

    @Slot(str)
    def _find(self, typed: str) -> None:
        if self._child_id is not None:
            self._child_id = None
            self.picked.emit(None)
        self._hits.clear()
        for hit in self._search(typed, MOST_SHOWN):
            self._hits.appendRow(self._line(hit))

    def _line(self, hit: ChildHit) -> QStandardItem:
        words = [hit.full_name, age_text(hit.born_on, today(), short=True)]
        if hit.therapist_name:
            words.append(hit.therapist_name)
        if hit.allergy_titles:
            words.append(self.tr("allergy: {0}").format(", ".join(hit.allergy_titles)))
        line = QStandardItem(", ".join(words))
        line.setData(hit.id, CHILD_ROLE)
        line.setData(hit.full_name, NAME_ROLE)
        return line

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        self._child_id = index.data(CHILD_ROLE)
        self.picked.emit(self._child_id)
