"""A family's calendar of one series: seen, printed, or saved for the calendar on their phone."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.scheduling.paper import print_family_calendars
from ot_desktop.services import Services
from ui.asking import Asker
from ui.shared.paper_output import write
from ui.shared.paper_run import Draw, Gather
from ui.tasks import TaskRunner
from ui.visits.paper_dialog import PaperDialog
from ui.widgets.button import Button


class PrintFamilyDialog(PaperDialog):
    """Opens on the calendar of a series."""

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        asker: Asker,
        series_id: int,
        parent: QWidget | None = None,
    ) -> None:
        question = parent.tr("Papers for the family") if parent else "Papers for the family"
        super().__init__(services, tasks, question, parent)
        self._asker = asker
        self._series_id = series_id
        self.save_button = Button(self.tr("Save for a calendar app (.ics)"), icon="calendar-plus")
        self.save_button.clicked.connect(self.save_calendar)
        self.choices.addWidget(self.save_button)
        self.choices.addStretch(1)
        self.show_pages()

    def papers(self) -> tuple[Gather, Draw, str]:
        """Return the calendar."""
        gather = partial(self._services.family_papers.calendars, self._series_id)
        kind = self._services.family_papers.file_kind(self._series_id)
        return gather, print_family_calendars, kind

    def note_printed(self, name: str) -> None:  # noqa: ARG002  (there is one paper)
        """Keep it for each child on the calendar."""
        self._services.family_papers.note_printed(self._series_id)

    @Slot()
    def save_calendar(self) -> None:
        """Ask where, and save the series for a calendar app."""
        papers = self._services.family_papers
        path = self._asker.file_to_save(
            self.tr("Save for a calendar app"),
            papers.file_name(self._series_id),
            self.tr("Calendar files (*.ics)"),
        )
        if path is None:
            return
        try:
            write(path, papers.calendar_file(self._series_id).content)
        except ClinicError as error:
            self.say(str(error))
            return
        self.told.emit(self.tr("Saved: {0}").format(path), path)
