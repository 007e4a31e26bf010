"""The table of an intensive's children, with what it says when nobody is in it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStackedLayout, QWidget

from ot_desktop.programs.domain import ProgramChild
from ot_desktop.settings.domain import Clinic
from ui.programs.children_delegate import ChildrenDelegate
from ui.programs.children_table_model import AWAY, CHILD, PRIORITY, SIBLINGS, ChildrenTableModel
from ui.programs.times_painter import TimesPainter
from ui.theme import theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_hints import KeyHints
from ui.widgets.shortcut import bind
from ui.widgets.table import TableFrame, TableView
from ui.widgets.table_model import ROW_ROLE

_WIDTHS = (190, 76, 128, 124, 150, 110, 84, 146)
_NAME_NEEDS = 190
_FIRST_TO_GO = (SIBLINGS, AWAY, PRIORITY)


class ChildrenTable(QWidget):
    """``chosen`` comes with a click, ``opened`` with Enter, ``moved`` when another row is current.

    ``painted`` carries children with new times; ``add_wanted`` and ``clear_wanted`` are the buttons
    of an empty table.
    """

    chosen = Signal()
    opened = Signal()
    moved = Signal()
    out_wanted = Signal()
    painted = Signal(object)
    add_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, *, may_plan: bool) -> None:
        super().__init__()
        self.model = ChildrenTableModel(self)
        self.view = TableView(self.tr("Children of the intensive"))
        self.view.setModel(self.model)
        self.delegate = ChildrenDelegate()
        self.view.set_row_delegate(self.delegate)
        header = self.view.horizontalHeader()
        for place, width in enumerate(_WIDTHS):
            header.resizeSection(place, width)
        header.setSectionResizeMode(CHILD, QHeaderView.ResizeMode.Stretch)
        self._build(may_plan=may_plan)
        self._connect()
        if may_plan:
            hint = self.tr("Drag over weeks to paint times, also of several children at once.")
            self.view.horizontalHeader().setToolTip(hint)
            painter = TimesPainter(self.view, self.delegate)
            painter.painted.connect(self.painted)

    def show_clinic(self, clinic: Clinic) -> None:
        """Paint for this clinic's week and colors."""
        self.delegate.show_clinic(clinic)

    def show_children(self, shown: Sequence[ProgramChild], *, there_are_others: bool) -> None:
        """Show these children."""
        self.model.show_rows(shown)
        state = self.nobody if there_are_others else self.empty
        self.stack.setCurrentWidget(self.frame if shown else state)

    def current(self) -> ProgramChild | None:
        """Return the child of the current row."""
        index = self.view.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the panel says too, before names are cut."""
        super().resizeEvent(event)
        room = self.width() - theme().px(_NAME_NEEDS) - sum(_WIDTHS[CHILD + 1 :])
        for column in _FIRST_TO_GO:
            self.view.setColumnHidden(column, room < 0)
            room += _WIDTHS[column] if room < 0 else 0

    def _build(self, *, may_plan: bool) -> None:
        hints = [
            (("J", "K"), self.tr("move")),
            (("Enter",), self.tr("change") if may_plan else self.tr("look")),
        ]
        if may_plan:
            hints.append((("Del",), self.tr("take out")))
        self.frame = TableFrame(self.view, KeyHints(hints))
        self.empty = EmptyState(
            "users",
            self.tr("No child in this intensive yet."),
            self.tr("Take children from the caseload, or add a new one."),
            action=self.tr("Add from caseload") if may_plan else "",
            action_icon="users",
        )
        self.nobody = EmptyState(
            "users", self.tr("No child matches."), action=self.tr("Clear filters")
        )
        self.stack = QStackedLayout(self)
        for shown in (self.frame, self.empty, self.nobody):
            self.stack.addWidget(shown)

    def _connect(self) -> None:
        self.view.opened.connect(self._open)
        self.view.peeked.connect(self._choose)
        self.view.clicked.connect(self._choose)
        self.view.selectionModel().currentRowChanged.connect(self._move)
        bind(self.view, "Delete", self.out_wanted)
        for state, told in ((self.empty, self.add_wanted), (self.nobody, self.clear_wanted)):
            if state.button is not None:
                state.button.clicked.connect(told)

    @Slot(QModelIndex)
    def _open(self, _index: QModelIndex) -> None:
        self.opened.emit()

    @Slot(QModelIndex)
    def _choose(self, _index: QModelIndex) -> None:
        self.chosen.emit()

    @Slot(QModelIndex)
    def _move(self, _index: QModelIndex) -> None:
        self.moved.emit()
