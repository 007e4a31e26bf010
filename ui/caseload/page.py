"""The caseload: views as tabs, type to find, the table, and a quick look at one child."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.table import CaseloadRow, SavedView, Sort, View
from ot_desktop.changes import Topic
from ot_desktop.clock import today
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.services import Services
from ui.asking import Asker
from ui.caseload.caseload_delegate import CaseloadDelegate
from ui.caseload.caseload_head import CaseloadHead
from ui.caseload.caseload_table_model import GOALS, CaseloadTableModel
from ui.caseload.column_widths import CHILD_WIDTH, WIDTHS
from ui.caseload.peek_panel import PeekPanel
from ui.caseload.table_footer import TableFooter
from ui.caseload.table_keys import search_letter
from ui.caseload.talk_flags import TalkFlags, talk_words
from ui.caseload.view_tabs import ViewTabs
from ui.change_bridge import ChangeBridge
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.fitted_columns import FittedColumns
from ui.widgets.search_box import SearchBox
from ui.widgets.soon import Soon
from ui.widgets.table import KEY_ROLE, TableFrame, TableView

SOON_MS = 60


class CaseloadPage(QWidget):
    """Finds children and groups of children; the main window does what is asked of it."""

    child_opened = Signal(int)
    book_wanted = Signal(int)
    add_wanted = Signal()
    import_wanted = Signal()
    child_selected = Signal(int)

    def __init__(self, services: Services, asker: Asker, changes: ChangeBridge) -> None:
        super().__init__()
        self._caseload = services.caseload
        self._user = services.user
        self._asker = asker
        may_read = self._user.may(Permission.SEE_MESSAGES)
        messages = services.messages if may_read else None
        self._talks = TalkFlags(services.attendance, messages, services.documents, changes, self)
        self.setProperty("ground", "window")
        self._build(services.scheduling)
        self._connect(changes)
        self.reload()

    def _build(self, scheduling: SchedulingService) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(10)
        self.head = CaseloadHead(self._user)
        column.addWidget(self.head)
        self.view_tabs = ViewTabs(self._caseload, self._user, self._talks)
        column.addWidget(self.view_tabs)
        column.addLayout(self._filters())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._table(), 1)
        self.peek_panel = PeekPanel(scheduling)
        self.peek_panel.hide()
        row.addWidget(self.peek_panel)
        column.addLayout(row, 1)

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.find_edit = SearchBox(
            self.tr("Find a child by name, parent, phone or record number"),
            self.tr("Type to find"),
        )
        self.find_edit.setMinimumWidth(260)
        row.addWidget(self.find_edit)
        row.addStretch(1)
        self.forget_button = Button(self.tr("Remove this view"), "link")
        self.save_button = Button(self.tr("Save view"), icon="plus")
        row.addWidget(self.forget_button)
        row.addWidget(self.save_button)
        return row

    def _table(self) -> QWidget:
        self.footer = TableFooter()
        self.children_model = CaseloadTableModel(self._load, self)
        self.children_view = TableView(self.tr("Children"))
        self.children_view.setModel(self.children_model)
        self.children_view.set_row_delegate(CaseloadDelegate())
        header = self.children_view.horizontalHeader()
        widths = dict(WIDTHS)
        if not self._user.may(Permission.SEE_NOTES):
            self.children_view.hideColumn(GOALS)
            del widths[GOALS]
        FittedColumns(self.children_view, CHILD_WIDTH, widths)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.children_view.setSortingEnabled(True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.frame = TableFrame(self.children_view, self.footer)
        self.empty = EmptyState(
            "users",
            self.tr("No child matches."),
            self.tr("Another view or fewer letters may show who you look for."),
            action=self.tr("Clear filters"),
        )
        self.first = EmptyState(
            "users",
            self.tr("Add your first child, or import a spreadsheet."),
            self.tr("Children, families and alerts come in together."),
            action=self.tr("Import") if self._user.may(Permission.IMPORT_CHILDREN) else "",
            action_icon="database-import",
        )
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        for shown in (self.frame, self.empty, self.first):
            self.stack.addWidget(shown)
        return holder

    def _connect(self, changes: ChangeBridge) -> None:
        self._soon = Soon(self, SOON_MS, self._find)
        self.find_edit.textChanged.connect(self._find_soon)
        self.find_edit.installEventFilter(self)
        self.view_tabs.currentChanged.connect(self._switch_view)
        self.children_view.opened.connect(self._open)
        self.children_view.peeked.connect(self._peek)
        self.children_view.installEventFilter(self)
        self.children_view.selectionModel().currentRowChanged.connect(self._follow)
        self.peek_panel.closed.connect(self._close_peek)
        self.peek_panel.opened.connect(self.child_opened)
        self.peek_panel.book_wanted.connect(self.book_wanted)
        self.head.add_button.clicked.connect(self.add_wanted)
        self.head.import_button.clicked.connect(self.import_wanted)
        self.save_button.clicked.connect(self._save_view)
        self.forget_button.clicked.connect(self._forget_view)
        changes.saved.connect(self._reload_if_ours)
        self._talks.changed.connect(self._show_talks)
        self._talks.changed.connect(self.view_tabs.count_talks)
        if self.empty.button:
            self.empty.button.clicked.connect(self._clear)
        if self.first.button:
            self.first.button.clicked.connect(self.import_wanted)

    def reload(self) -> None:
        """Show what is saved now: views, counts and rows."""
        self.view_tabs.reload()
        self.children_model.reload()
        self._say_counts()

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        self.children_view.setFocus()

    def _load(self, sort: Sort, window: tuple[int, int]) -> list[CaseloadRow]:
        view, typed = self.view_tabs.view().view, self.find_edit.text()
        return self._caseload.rows(view, typed, sort, window, self._talks.reasons)

    def _say_counts(self) -> None:
        found = self._caseload.count(
            self.view_tabs.view().view, self.find_edit.text(), self._talks.reasons
        )
        everyone = self._caseload.count(View.EVERYONE)
        active = self._caseload.count(View.ACTIVE)
        self.head.count_label.setText(self.tr("{0} active children").format(active))
        self.footer.shown_label.setText(self.tr("{0} of {1} shown").format(found, everyone))
        self.forget_button.setVisible(self.view_tabs.is_own())
        shown: QWidget = self.frame if found else self.empty if everyone else self.first
        self.stack.setCurrentWidget(shown)
        if not found:
            self.peek_panel.hide()  # the keyboard stays where somebody types

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leaves the search for the table; a letter typed in the table starts a search."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.find_edit and event.key() in {
                Qt.Key.Key_Down,
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            }:
                self._leave_search(opens=event.key() != Qt.Key.Key_Down)
                return True
            if watched is self.children_view and self._starts_search(event):
                return True
            filtered = self.find_edit.text() and not self.peek_panel.isVisible()
            if event.key() == Qt.Key.Key_Escape and filtered:
                self.find_edit.clear()
                return True
        return super().eventFilter(watched, event)

    def _starts_search(self, event: QKeyEvent) -> bool:
        letter = search_letter(event)
        if letter is None:
            return False
        self.find_edit.setFocus()
        self.find_edit.selectAll()
        if letter:
            self.find_edit.insert(letter)
        return True

    def _leave_search(self, *, opens: bool) -> None:
        self._soon.stop()
        self._find()
        if self.children_model.rowCount():
            self.children_view.selectRow(0)
            self.children_view.setFocus()
            if opens and self.find_edit.text():
                self.child_opened.emit(self.children_model.row(0).id)

    @Slot()
    def _find_soon(self) -> None:
        self._soon.start()

    @Slot()
    def _find(self) -> None:
        self.children_model.restart()
        self._say_counts()

    @Slot(int)
    def _switch_view(self, place: int) -> None:
        if place >= 0:
            self.find_edit.setText(self.view_tabs.view().typed)
            self._find()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.child_opened.emit(index.data(KEY_ROLE))

    @Slot(QModelIndex)
    def _peek(self, index: QModelIndex) -> None:
        if self.peek_panel.isVisible() and index.row() == self.children_view.currentIndex().row():
            self._close_peek()
            return
        self._show_peek(index.data(KEY_ROLE))

    def _show_peek(self, child_id: int) -> None:
        talk = talk_words(self._talks.reasons.get(child_id, ()))
        self.peek_panel.show_child(self._caseload.banner(child_id), today(), talk)
        self.peek_panel.show()

    @Slot()
    def _close_peek(self) -> None:
        self.peek_panel.hide()
        self.children_view.setFocus()

    @Slot(QModelIndex)
    def _follow(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        child_id = int(index.data(KEY_ROLE))
        self.child_selected.emit(child_id)
        if self.peek_panel.isVisible():
            self._show_peek(child_id)

    @Slot()
    def _save_view(self) -> None:
        name = self._asker.ask_text(self.tr("Name this view"), self.tr("Name"), self.tr("Save"))
        if name:
            view = SavedView(name, self.view_tabs.view().view, self.find_edit.text())
            self._caseload.save_view(view)
            self.reload()
            self.view_tabs.setCurrentIndex(self.view_tabs.count() - 1)

    @Slot()
    def _forget_view(self) -> None:
        self._caseload.forget_view(self.view_tabs.view().name)
        self.view_tabs.setCurrentIndex(0)
        self.reload()

    @Slot()
    def _clear(self) -> None:
        self.find_edit.clear()
        self.view_tabs.setCurrentIndex(0)
        self._find()

    @Slot()
    def _show_talks(self) -> None:
        self.children_model.show_talks(self._talks.reasons)
        if self.view_tabs.view().view is View.NEEDS_TALK:
            self._find()

    def showEvent(self, event: QShowEvent) -> None:
        """Look after the first paint which families a talk is due with."""
        super().showEvent(event)
        self._talks.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the flags rest."""
        super().hideEvent(event)
        self._talks.rest()

    @Slot(object)
    def _reload_if_ours(self, topic: Topic) -> None:
        if topic in {Topic.CASELOAD, Topic.SCHEDULE, Topic.NOTES}:
            self.reload()
