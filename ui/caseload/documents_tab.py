"""The documents of one child: dropped or chosen, listed, looked at, saved as files, taken out."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.document import Document, DocumentRules
from ot_desktop.caseload.documents import DocumentService
from ot_desktop.changes import Topic
from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Permission, SignedIn
from ui.caseload.document_deeds import DocumentDeeds, Told
from ui.caseload.document_list import DocumentList
from ui.caseload.document_preview import DocumentPreview
from ui.change_bridge import ChangeBridge
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_drops import FileDrops
from ui.widgets.label import label
from ui.widgets.notice import Notice
from ui.widgets.soon import Soon
from ui.widgets.table import TableFrame

_LOOK_AFTER_MS = 120  # moving through the list looks at what one stops at
_LIST, _NONE = 0, 1


class DocumentsTab(QWidget):
    """``told`` carries a sentence and what takes it back."""

    told = Signal(str, object)

    def __init__(
        self,
        documents: DocumentService,
        deeds: DocumentDeeds,
        user: SignedIn,
        changes: ChangeBridge,
    ) -> None:
        super().__init__()
        self._documents = documents
        self._deeds = deeds
        deeds.setParent(self)
        self._may_edit = user.may(Permission.EDIT_CHILD)
        self._may_set = user.may(Permission.EDIT_CLINIC)
        self._child_id: int | None = None
        self._looked_at: int | None = None
        self._build()
        self._look_soon = Soon(self, _LOOK_AFTER_MS, self._look)
        self._connect(changes)

    def show_child(self, child_id: int) -> None:
        """Show one child's documents."""
        if child_id != self._child_id:
            self._forget()
            self.notice.say("")
        self._child_id = child_id
        self.reload()

    def choose(self, document_id: int) -> None:
        """Go to one of the documents shown."""
        self.list.select_key(document_id)

    @Slot()
    def reload(self) -> None:
        """Read the documents again."""
        if self._child_id is None:
            return
        found, rules = self._documents.of_child(self._child_id), self._documents.rules()
        self.list.show_documents(found, rules.warn_days)
        self.stack.setCurrentIndex(_LIST if found else _NONE)
        self._show_rules(rules)
        self._follow()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._head())
        self.notice = Notice("danger", "alert-circle")
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(12)
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.list = DocumentList(self.tr("Documents"))
        self.stack.addWidget(TableFrame(self.list))
        self.stack.addWidget(self._empty())
        row.addWidget(holder, 3)
        self.preview = DocumentPreview(self._deeds.tasks)
        row.addWidget(self.preview, 2)
        column.addLayout(row, 1)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Documents"), "h3"))
        head.addStretch(1)
        self.change_button = Button(self.tr("Change"), icon="pencil")
        self.save_button = Button(self.tr("Save as a file"), icon="download")
        self.remove_button = Button(self.tr("Take out"), icon="x")
        self.add_button = Button(self.tr("Add a document"), "primary", icon="plus")
        for button in (self.change_button, self.save_button, self.remove_button, self.add_button):
            head.addWidget(button)
            if not self._may_edit and button is not self.save_button:
                button.hide()
        return head

    def _empty(self) -> EmptyState:
        why = self.tr("Court orders, consents, referrals and plans are kept here, encrypted.")
        drop = self.tr(" Drop PDF, JPG or PNG files here.") if self._may_edit else ""
        return EmptyState("file-text", self.tr("No document was added yet."), why + drop)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.rules_words = label("", "small", "text-2", wrap=True)
        foot.addWidget(self.rules_words, 1)
        self.rules_button = Button(self.tr("Change the warning"), "link", size="small")
        foot.addWidget(self.rules_button)
        if not self._may_set:
            self.rules_button.hide()
        return foot

    def _connect(self, changes: ChangeBridge) -> None:
        self.add_button.clicked.connect(self._choose_files)
        self.change_button.clicked.connect(self._change)
        self.save_button.clicked.connect(self._save)
        self.remove_button.clicked.connect(self._take_out)
        self.rules_button.clicked.connect(self._deeds.change_rules)
        self.list.selectionModel().currentRowChanged.connect(self._follow)
        self.list.opened.connect(self._change)
        self._deeds.refused.connect(self.notice.say)
        self._deeds.added.connect(self.choose)
        if self._may_edit:
            FileDrops(self).dropped.connect(self._add)
        changes.saved.connect(self._reload_if_ours)

    @Slot()
    def _follow(self) -> None:
        """Look at what is chosen once somebody stops there."""
        document = self.list.current()
        for button in (self.change_button, self.save_button, self.remove_button):
            button.setEnabled(document is not None)
        if document is None:
            self._forget()
        elif document.id != self._looked_at:
            self._look_soon.start()

    def _look(self) -> None:
        document = self.list.current()
        if document is None or document.id == self._looked_at:
            return
        self._looked_at = document.id
        try:
            self.preview.show_document(document, self._documents.open(document.id))
        except ClinicError as error:
            self.preview.show_nothing(str(error))

    def _forget(self) -> None:
        self._looked_at = None
        self.preview.show_nothing(self.tr("Choose a document to see it here."))

    def _show_rules(self, rules: DocumentRules) -> None:
        words = self.tr("The clinic is warned {0} days before something expires.")
        self.rules_words.setText(words.format(rules.warn_days))

    @Slot()
    def _choose_files(self) -> None:
        path = self._deeds.choose_file()
        if path is not None:
            self._add([path])

    @Slot(list)
    def _add(self, paths: Sequence[Path]) -> None:
        self.notice.say("")
        if self._child_id is not None:
            self._deeds.add(self._child_id, paths)

    @Slot()
    def _change(self) -> None:
        document = self.list.current()
        if document is not None and self._may_edit:
            self._deeds.change(document)

    @Slot()
    def _save(self) -> None:
        self._tell(self._deeds.save)

    @Slot()
    def _take_out(self) -> None:
        self._tell(self._deeds.take_out)

    def _tell(self, deed: Callable[[Document], Told]) -> None:
        document = self.list.current()
        if document is None:
            return
        try:
            words, back = deed(document)
        except ClinicError as error:
            self.notice.say(str(error))
            return
        self.notice.say("")
        if words:
            self.told.emit(words, back)

    @Slot(object)
    def _reload_if_ours(self, topic: Topic) -> None:
        if topic in {Topic.CASELOAD, Topic.SETTINGS} and self.isVisible():
            self.reload()
