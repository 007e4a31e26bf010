"""What a document is, its dates and whom it is about; asked when it is added or changed."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ot_desktop.caseload.document import Document, DocumentDraft, DocumentKind, Scan
from ot_desktop.caseload.documents import DocumentService
from ot_desktop.caseload.domain import ChildPage
from ot_desktop.errors import ValidationError
from ot_desktop.typed_dates import Lean
from ui.shared.form_dialog import FormDialog
from ui.widgets.choice import ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field

NOBODY = 0


def _tr(words: str) -> str:
    return QCoreApplication.translate("DocumentDialog", words)


class DocumentDialog(FormDialog):
    """``saved_id`` is the document's once it was saved."""

    def __init__(
        self,
        documents: DocumentService,
        child: ChildPage,
        about: Scan | Document,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        is_new = isinstance(about, Scan)
        question = _tr("Add {0}").format(about.file_name) if is_new else _tr("Change a document")
        super().__init__(question, _tr("Add") if is_new else _tr("Save"), parent)
        self._documents = documents
        self._child = child
        self._about = about
        self.saved_id: int | None = None
        self.kind_combo = ComboBox(self.tr("Kind"))
        self.kind_combo.setPlaceholderText(self.tr("Choose"))
        for kind in DocumentKind:
            self.kind_combo.addItem(kind.words, kind)
        self.kind_combo.setCurrentIndex(-1)
        self.title_edit = QLineEdit(about.title)
        self.dated_edit = DateEdit(self.tr("Date on it"), today, lean=Lean.PAST)
        self.expires_edit = DateEdit(self.tr("Expires on"), today)
        self.whose_combo = ComboBox(self.tr("About"))
        self.whose_combo.addItem(self.tr("the child"), NOBODY)
        for each in child.caregivers:
            self.whose_combo.addItem(each.full_name, each.id)
        self._show()
        if isinstance(about, Document):
            self._fill(about.draft)
        self.kind_combo.currentIndexChanged.connect(self._tell_who_sees)
        self.kind_combo.setFocus()

    def _show(self) -> None:
        self.kind_field = Field(self.tr("Kind"), self.kind_combo)
        self.show_fields(
            {
                "kind": self.kind_field,
                "title": Field(self.tr("What it is"), self.title_edit),
                "dated_on": Field(self.tr("Date on it"), self.dated_edit, optional=True),
                "expires_on": Field(
                    self.tr("Expires on"),
                    self.expires_edit,
                    optional=True,
                    hint=self.tr("The clinic is warned before that day."),
                ),
                "caregiver": Field(
                    self.tr("About"),
                    self.whose_combo,
                    hint=self.tr("A court order is shown with the person it is about."),
                ),
            }
        )

    def _fill(self, draft: DocumentDraft) -> None:
        self.kind_combo.setCurrentIndex(self.kind_combo.findData(draft.kind))
        self.dated_edit.set_value(draft.dated_on)
        self.expires_edit.set_value(draft.expires_on)
        self.whose_combo.setCurrentIndex(max(0, self.whose_combo.findData(draft.caregiver_id)))

    def save(self) -> None:
        """Keep the scan, or what is said of it now."""
        draft = DocumentDraft(
            kind=self.kind_combo.currentData(),
            title=self.title_edit.text(),
            dated_on=_day(self.dated_edit, "dated_on"),
            expires_on=_day(self.expires_edit, "expires_on"),
            caregiver_id=self.whose_combo.currentData() or None,
        )
        if isinstance(self._about, Scan):
            self.saved_id = self._documents.add(self._child.id, self._about, draft)
        else:
            self._documents.change(self._about.id, draft)
            self.saved_id = self._about.id

    @Slot()
    def _tell_who_sees(self) -> None:
        kind = self.kind_combo.currentData()
        hidden = kind is not None and not self._documents.may_see(kind)
        words = self.tr("Only those who may read notes can open it afterwards.")
        self.kind_field.set_warning(words if hidden else None)


def _day(edit: DateEdit, field: str) -> date | None:
    if edit.value() is None and edit.text().strip():
        raise ValidationError({field: _tr("Write the date like 6/12/2027.")})
    return edit.value()
