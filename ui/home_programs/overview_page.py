"""Home programs of all children: keep every one fresh. What needs something comes first."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.caseload.finding import fold
from ot_desktop.changes import Topic
from ot_desktop.clock import today
from ot_desktop.home_programs.overview import ProgramOverview, ToDo
from ot_desktop.home_programs.service import HomeProgramService
from ot_desktop.notes.over_time import OverTime
from ui.change_bridge import ChangeBridge
from ui.home_programs.overview_table_model import PRACTICED, OverviewTableModel
from ui.widgets.button import Button
from ui.widgets.chip import ChipGroup
from ui.widgets.empty_state import EmptyState
from ui.widgets.fitted_columns import FittedColumns
from ui.widgets.label import label
from ui.widgets.search_box import SearchBox
from ui.widgets.table import TableFrame, TableView

DUE, MINE, ALL = "due", "mine", "all"
_OURS = {Topic.HOME_PROGRAMS, Topic.CASELOAD, Topic.NOTES}
_BETWEEN_MS = 5
_TITLES = 200


class OverviewPage(QWidget):
    """Signals carry a child: whose programs to show, build, enter a chart for; or papers."""

    opened = Signal(int)
    build_wanted = Signal(int)
    chart_wanted = Signal(int)
    print_wanted = Signal(int)
    child_selected = Signal(int)

    def __init__(
        self,
        service: HomeProgramService,
        over_time: OverTime,
        changes: ChangeBridge,
        therapist_id: int | None,
    ) -> None:
        super().__init__()
        self._service = service
        self._over_time = over_time
        self._therapist_id = therapist_id
        self._rows: tuple[ProgramOverview, ...] = ()
        self._is_stale = True
        self.setProperty("ground", "window")
        self._unread: list[int] = []
        self._reading = QTimer(self, interval=_BETWEEN_MS)
        self._reading.timeout.connect(self._read_practice)
        self._build()
        self._connect(changes)

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.view.setFocus()

    @Slot()
    def reload(self) -> None:
        """Read every program again; practice follows child by child."""
        self._is_stale = False
        self._rows = self._service.overview()
        self._show_counts()
        self._show_chosen()
        self._unread = [row.child_id for row in self._rows if row.program_id is not None]
        self._reading.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while the page was away."""
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take H, D and Ctrl P before the window does."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() in kinds and isinstance(event, QKeyEvent):
            act = self._act(event)
            if act is not None:
                if event.type() == QEvent.Type.KeyPress:
                    act()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.Print):
            return self._print
        return {"h": self._new_program, "d": self._enter_chart}.get(event.text())

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 20, 8)
        head.setSpacing(12)
        head.addWidget(label(self.tr("Home programs"), "h1"))
        self.count = label("", "small", "text-2")
        head.addWidget(self.count)
        head.addStretch(1)
        self.chart_button = Button(self.tr("Enter chart days"), icon="calendar-check", keys="D")
        self.build_button = Button(self.tr("New program"), "primary", icon="plus", keys="H")
        head.addWidget(self.chart_button)
        head.addWidget(self.build_button)
        self.find_edit = SearchBox(self.tr("Find a child or an activity"), self.tr("Name"))
        self.filters = ChipGroup(self.tr("Which programs"), one=True)
        self.filters.add(DUE, self.tr("To do"), checked=True)
        if self._therapist_id is not None:
            self.filters.add(MINE, self.tr("My children"))
        self.filters.add(ALL, self.tr("All"))
        self.model = OverviewTableModel(self)
        self.view = TableView(self.tr("Home programs"))
        self.view.setModel(self.model)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        FittedColumns(self.view, _TITLES, {0: 170, 5: 190, 2: 110, PRACTICED: 190, 3: 110})
        self.empty = EmptyState("home-heart", self.tr("Every program is fresh."))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(TableFrame(self.view))
        self.stack.addWidget(self.empty)
        self._lay_out(head)

    def _lay_out(self, head: QHBoxLayout) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 0, 20, 12)
        inner.setSpacing(8)
        chosen = QHBoxLayout()
        chosen.setSpacing(12)
        chosen.addWidget(self.filters)
        chosen.addStretch(1)
        chosen.addWidget(self.find_edit)
        inner.addLayout(chosen)
        inner.addWidget(self.stack, 1)
        column.addLayout(inner, 1)

    def _connect(self, changes: ChangeBridge) -> None:
        self.filters.changed.connect(self._show_chosen)
        self.find_edit.textChanged.connect(self._show_chosen)
        self.view.opened.connect(self._open)
        self.view.selectionModel().currentRowChanged.connect(self._select)
        self.view.installEventFilter(self)
        self.build_button.clicked.connect(self._new_program)
        self.chart_button.clicked.connect(self._enter_chart)
        changes.saved.connect(self._follow)
        may = self._service.may_edit
        for button in (self.build_button, self.chart_button):
            button.setVisible(may)

    def _show_counts(self) -> None:
        due = sum(row.to_do(today()) is not ToDo.NOTHING for row in self._rows)
        self.count.setText(self.tr("{0} of {1} to do").format(due, len(self._rows)))

    @Slot()
    def _show_chosen(self) -> None:
        [chosen] = self.filters.chosen()
        words = fold(self.find_edit.text()).split()
        shown = [row for row in self._rows if self._is_chosen(row, chosen) and _fits(row, words)]
        self.model.show_rows(shown)
        self.stack.setCurrentIndex(0 if shown else 1)
        if shown and not self.view.currentIndex().isValid():
            self.view.selectRow(0)

    def _is_chosen(self, row: ProgramOverview, chosen: str) -> bool:
        if chosen == MINE:
            return row.therapist_id == self._therapist_id
        return chosen == ALL or row.to_do(today()) is not ToDo.NOTHING

    @Slot()
    def _read_practice(self) -> None:
        if not self._unread:
            self._reading.stop()
            return
        child_id = self._unread.pop(0)
        self.model.put_practice(child_id, self._over_time.glance(child_id))

    def _current(self) -> ProgramOverview | None:
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.row(index.row()).child_id)

    @Slot()
    def _select(self) -> None:
        if (row := self._current()) is not None:
            self.child_selected.emit(row.child_id)

    @Slot()
    def _new_program(self) -> None:
        if (row := self._current()) is not None and self._service.may_edit:
            self.build_wanted.emit(row.child_id)

    @Slot()
    def _enter_chart(self) -> None:
        row = self._current()
        if row is not None and row.program_id is not None and self._service.may_edit:
            self.chart_wanted.emit(row.child_id)

    def _print(self) -> None:
        if (row := self._current()) is not None and row.paper_id is not None:
            self.print_wanted.emit(row.paper_id)

    @Slot(object)
    def _follow(self, topic: Topic) -> None:
        self._is_stale |= topic in _OURS
        if self._is_stale and self.isVisible():
            self.reload()


def _fits(row: ProgramOverview, words: list[str]) -> bool:
    text = fold(f"{row.child_name} {' '.join(row.titles)}")
    return all(word in text for word in words)
