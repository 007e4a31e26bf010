"""The dialogs of the children's step: many children at once, and many families' times at once."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ot_desktop.caseload.table import CaseloadRow, Sort, View
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import Program, ProgramChild
from ot_desktop.scheduling.paper import print_listings
from ot_desktop.services import Services
from ui.asking import Asker
from ui.programs.bulk_add_dialog import BulkAddDialog
from ui.programs.children_deeds import ChildrenDeeds
from ui.programs.form_sheet_dialog import FormSheetDialog
from ui.shared.paper_run import PaperRun
from ui.tasks import TaskRunner
from ui.widgets.dialog import Dialog

MOST_OFFERED = 500


class ChildrenDialogs(QObject):
    """Opens them over the page; what is chosen is done by ``deeds``."""

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        asker: Asker,
        deeds: ChildrenDeeds,
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._services = services
        self._tasks = tasks
        self._asker = asker
        self._deeds = deeds
        self.paper_run = PaperRun(services.settings, tasks, over)

    def add_many(self, program: Program, known: Sequence[ProgramChild], over: QWidget) -> None:
        """Offer everybody of the caseload who is not in the intensive."""
        dialog = BulkAddDialog(self._load, {each.child_id for each in known}, over)
        dialog.accepted.connect(partial(self._add_chosen, program, dialog))
        _open(dialog)

    def import_times(self, program: Program, hours: dict[int, Window], over: QWidget) -> None:
        """Offer to take families' times from a sheet."""
        sheets = self._services.form_sheets
        dialog = FormSheetDialog(sheets, program, hours, (self._tasks, self._asker), over)
        dialog.accepted.connect(partial(self._take_sheet, dialog))
        _open(dialog)

    def print_forms(self, program: Program) -> None:
        """Print the forms of the families whose times are missing."""
        forms = partial(self._services.programs.papers.forms, program.id)
        self.paper_run.print(forms, print_listings, "availability-forms")

    def _add_chosen(self, program: Program, dialog: BulkAddDialog) -> None:
        self._deeds.add_many(program.id, dialog.chosen_ids())

    def _take_sheet(self, dialog: FormSheetDialog) -> None:
        if dialog.plan is not None:
            self._deeds.take_sheet(self._services.form_sheets, dialog.plan)

    def _load(self, typed: str) -> list[CaseloadRow]:
        return self._services.caseload.rows(View.ACTIVE, typed, Sort.NAME, (0, MOST_OFFERED))


def _open(dialog: Dialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
