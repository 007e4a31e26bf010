"""The slip of one family for the day of a visit, to take along."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from ot_desktop.scheduling.paper import print_slips
from ot_desktop.services import Services
from ui.shared.paper_run import Draw, Gather
from ui.tasks import TaskRunner
from ui.visits.paper_dialog import PaperDialog


class PrintSlipDialog(PaperDialog):
    """Opens on the slip."""

    def __init__(
        self, services: Services, tasks: TaskRunner, session_id: int, parent: QWidget | None = None
    ) -> None:
        question = parent.tr("Slip for the family") if parent else "Slip for the family"
        super().__init__(services, tasks, question, parent)
        self._session_id = session_id
        self._day = services.scheduling.session(session_id).starts.date()
        self.show_pages()

    def day(self) -> date:
        """Return the day of the visit."""
        return self._day

    def note_printed(self, name: str) -> None:  # noqa: ARG002  (there is one paper)
        """Keep it for each child on the slip."""
        self._services.day_papers.note_printed("slip", self._day, self._session_id)

    def papers(self) -> tuple[Gather, Draw, str]:
        """Return the slip."""
        papers = self._services.day_papers
        gather = partial(papers.slips, self._day, self._session_id)
        return gather, print_slips, papers.slip_kind(self._session_id)
