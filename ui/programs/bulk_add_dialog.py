"""Adds many children of the caseload at once."""

from collections.abc import Callable, Container

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtWidgets import QHeaderView, QWidget

from ot_desktop.caseload.table import CaseloadRow
from ui.programs.choice_table_model import CHILD, CHOSEN, ChoiceTableModel
from ui.programs.words import children_words
from ui.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.label import label
from ui.widgets.search_box import SearchBox
from ui.widgets.table import TableFrame, TableView

_WIDTHS = (44, 250, 90, 160)
_HEIGHT = 320
_SOON_MS = 60


class BulkAddDialog(Dialog):
    """``chosen_ids`` are the children ticked when the answer is ``add``."""

    def __init__(
        self,
        load: Callable[[str], list[CaseloadRow]],
        known: Container[int],
        parent: QWidget,
    ) -> None:
        question = parent.tr("Which children come to this intensive?")
        super().__init__(question, parent=parent)
        self._load = load
        self._known = known
        self.find_edit = SearchBox(self.tr("Find a child"), self.tr("Type to find"), keys="")
        self.model = ChoiceTableModel(self)
        self.view = TableView(self.tr("Children of the caseload"), "compact")
        self.view.setModel(self.model)
        for column, width in enumerate(_WIDTHS):
            self.view.horizontalHeader().resizeSection(column, width)
        stretch = QHeaderView.ResizeMode.Stretch
        self.view.horizontalHeader().setSectionResizeMode(CHILD, stretch)
        self.view.setMinimumHeight(theme().px(_HEIGHT))
        self.count_label = label("", "small", "text-2")
        for part in (self.find_edit, TableFrame(self.view), self.count_label):
            self.body.addWidget(part)
        self.add_choice("no", self.tr("Cancel"), safe=True)
        self.add_button = self.add_choice("add", self.tr("Add"), "primary")
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._find)
        self.find_edit.textChanged.connect(self._soon.start)
        self.model.dataChanged.connect(self._count)
        self.view.clicked.connect(self._toggle)
        self._find()
        self.find_edit.setFocus()

    def chosen_ids(self) -> tuple[int, ...]:
        """Return the ticked children."""
        return tuple(child.id for child in self.model.ticked.values())

    @Slot()
    def _find(self) -> None:
        found = self._load(self.find_edit.text())
        self.model.show_rows([each for each in found if each.id not in self._known])
        self._count()

    @Slot(QModelIndex)
    def _toggle(self, index: QModelIndex) -> None:
        """Tick with a click anywhere on a row; the box itself does so already."""
        if index.column() == CHOSEN:
            return
        box = index.siblingAtColumn(CHOSEN)
        role = Qt.ItemDataRole.CheckStateRole
        on = self.model.data(box, role) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        self.model.setData(box, state, role)

    @Slot()
    def _count(self) -> None:
        count = len(self.model.ticked)
        self.count_label.setText(self.tr("{0} chosen").format(count))
        words = self.tr("Add {0}").format(children_words(count)) if count else self.tr("Add")
        self.add_button.setText(words)
        self.add_button.setEnabled(bool(count))
        self.add_button.updateGeometry()
