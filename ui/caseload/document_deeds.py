"""Adds, changes, saves and takes out documents; files are read and checked beside the window."""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.caseload.document import Document, DocumentRules, Scan
from ot_desktop.caseload.documents import DocumentService
from ot_desktop.caseload.scans import read_scan
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError
from ui.asking import Asker
from ui.caseload.document_dialog import DocumentDialog
from ui.shared.form_dialog import FormDialog
from ui.shared.paper_output import write
from ui.tasks import TaskRunner, asked
from ui.widgets.field import Field
from ui.widgets.stepper import Stepper

Told = tuple[str, Callable[[], object] | None]
KINDS = "PDF, JPG, PNG (*.pdf *.jpg *.jpeg *.png)"


class DocumentDeeds(QObject):
    """``refused`` carries why a file was not taken; ``added`` the new document."""

    refused = Signal(str)
    added = Signal(int)

    def __init__(
        self,
        documents: DocumentService,
        caseload: CaseloadService,
        asker: Asker,
        tasks: TaskRunner,
    ) -> None:
        super().__init__()
        self._documents = documents
        self._caseload = caseload
        self._asker = asker
        self.tasks = tasks
        self._waiting: deque[tuple[int, Path]] = deque()

    def choose_file(self) -> Path | None:
        """Ask for a file."""
        return self._asker.file_to_open(self.tr("Which file is to be added?"), KINDS)

    def add(self, child_id: int, paths: Sequence[Path]) -> None:
        """Check each file, then ask what it is; one that is unfit is told, the others go on."""
        is_at_it = bool(self._waiting)
        self._waiting += [(child_id, path) for path in paths]
        if not is_at_it:
            self._read_next()

    def change(self, document: Document) -> None:
        """Ask again what a document is."""
        self._ask(document.child_id, document)

    def save(self, document: Document) -> Told:
        """Save a document where somebody says; outside the program it is no longer encrypted."""
        suggestion = self._documents.file_name(document.id)
        question = self.tr("Save the document as a file? Outside OT Desktop it is not encrypted.")
        kinds = f"(*.{document.format.ending})"
        path = self._asker.file_to_save(question, suggestion, kinds)
        if path is None:
            return "", None
        write(path, self._documents.export(document.id))
        return self.tr("Saved: {0}").format(path), None

    def take_out(self, document: Document) -> Told:
        """Take a document out of the list."""
        self._documents.take_out(document.id)
        words = self.tr("{0} was taken out.").format(document.title)
        return words, partial(self._documents.put_back, document.id)

    @Slot()
    def change_rules(self) -> None:
        """Ask how long before something expires the clinic is warned."""
        DocumentRulesDialog(self._documents, self._asker.window).exec()

    def _read_next(self) -> None:
        _child_id, path = self._waiting[0]
        task = asked(self.tasks, partial(read_scan, path))
        task.finished.connect(self._take)
        task.failed.connect(self._take)
        task.start()

    @Slot(object)
    def _take(self, scan: object) -> None:
        child_id, path = self._waiting[0]
        if isinstance(scan, Scan):
            self._ask(child_id, scan)
        else:
            why = str(scan) if isinstance(scan, ClinicError) else self.tr("It cannot be read.")
            self.refused.emit(f"{path.name}: {why}")
        self._waiting.popleft()
        if self._waiting:
            self._read_next()

    def _ask(self, child_id: int, about: Scan | Document) -> None:
        child, window = self._caseload.banner(child_id), self._asker.window
        dialog = DocumentDialog(self._documents, child, about, today(), window)
        dialog.exec()
        if isinstance(about, Scan) and dialog.saved_id is not None:
            self.added.emit(dialog.saved_id)
        dialog.deleteLater()


class DocumentRulesDialog(FormDialog):
    """One number: how many days before."""

    def __init__(self, documents: DocumentService, parent: QWidget | None) -> None:
        super().__init__("", "", parent)
        self._documents = documents
        self.question.setText(self.tr("How long before something expires is the clinic warned?"))
        self.setAccessibleName(self.question.text())
        self.save_button.setText(self.tr("Save"))
        kept = documents.rules()
        self.days_stepper = Stepper(self.tr("Days before"), (0, 365), kept.warn_days)
        self.show_fields({"warn_days": Field(self.tr("Days before"), self.days_stepper)})
        self.days_stepper.setFocus()

    def save(self) -> None:
        """Keep the number."""
        self._documents.set_rules(DocumentRules(self.days_stepper.value()))
