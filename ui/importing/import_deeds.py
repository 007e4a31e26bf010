"""What cannot be taken lightly: save the import, take one back, write the listed rows to a file."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.importing.error_rows import error_rows_csv
from ot_desktop.importing.outcome import ImportDone
from ot_desktop.importing.service import ImportingService
from ot_desktop.importing.therapists import MissingTherapist
from ui.asking import Asker
from ui.importing.import_draft import ImportDraft
from ui.importing.saving_dialog import SavingDialog


class ImportDeeds(QObject):
    """``refused`` carries the sentence for the person; ``told`` says what was done."""

    refused = Signal(str)
    told = Signal(str)

    def __init__(
        self, importing: ImportingService, asker: Asker, draft: ImportDraft, page: QWidget
    ) -> None:
        super().__init__(page)
        self._page = page
        self._importing = importing
        self._asker = asker
        self._draft = draft
        self.is_running = False  # our own news need not be looked at again

    def save(self, therapists: Iterable[MissingTherapist]) -> ImportDone | None:
        """Save the plan, all of it or nothing; None when it was refused or backed out of."""
        checked, file = self._draft.checked, self._draft.file
        if checked is None or file is None:
            return None
        self.is_running = True
        try:
            steps = self._importing.save_in_steps(checked.plan, file.name, therapists)
            dialog = SavingDialog(steps, self.tr("Saving the children…"), self._page)
            saved = dialog.save()
            dialog.deleteLater()
            if saved is None:
                self.told.emit(self.tr("Stopped. Nothing was saved."))
        except ClinicError as error:
            self.refused.emit(str(error))
            return None
        else:
            return saved
        finally:
            self.is_running = False

    def take_back(self, batch_id: int, children: int) -> bool:
        """Ask first; then take a whole import back."""
        sure = self._asker.confirm(
            self.tr("Take back this import of {0} children?").format(children),
            self.tr(
                "They leave the caseload. Children who were there before keep what the file "
                "filled in, and therapists stay."
            ),
            self.tr("Take back"),
            danger=True,
        )
        if not sure:
            return False
        self.is_running = True
        try:
            self._importing.undo(batch_id)
        except ClinicError as error:
            self.refused.emit(str(error))
            return False
        finally:
            self.is_running = False
        return True

    def save_listed(self) -> None:
        """Write the rows that are not brought in to a file that can be corrected and imported."""
        checked, file = self._draft.checked, self._draft.file
        if checked is None or file is None:
            return
        question, kinds = self.tr("Save the listed rows"), self.tr("CSV file (*.csv)")
        suggestion = self.tr("{0} - listed rows.csv").format(file.stem)
        target = self._asker.file_to_save(question, suggestion, kinds)
        if target is None:
            return
        try:
            target.write_bytes(error_rows_csv(self._draft.corrected_sheet(), checked.plan))
        except OSError:
            words = self.tr("{0} could not be written. Choose another folder.")
            self.told.emit(words.format(target.name))
        else:
            self.told.emit(self.tr("The listed rows are in {0}.").format(target.name))
