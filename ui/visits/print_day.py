"""The papers of one day: day sheets, the call list, slips."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from ot_desktop.clock import today
from ot_desktop.scheduling.paper import print_listings, print_slips
from ot_desktop.services import Services
from ui.shared.paper_run import Draw, Gather
from ui.tasks import TaskRunner
from ui.visits.paper_dialog import PaperDialog
from ui.widgets.choice import ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field


class PrintDayDialog(PaperDialog):
    """Opens on the therapists' day sheets."""

    def __init__(
        self, services: Services, tasks: TaskRunner, day: date, parent: QWidget | None = None
    ) -> None:
        question = parent.tr("Papers of the day") if parent else "Papers of the day"
        super().__init__(services, tasks, question, parent)
        self._offer(day)
        self.show_pages()

    def choose(self, which: str) -> None:
        """Choose the papers: ``therapists``, ``rooms``, ``calls``, ``slips`` or ``approvals``."""
        self.which_box.setCurrentIndex(self.which_box.findData(which))

    def day(self) -> date:
        """Return the day that is written."""
        return self.day_edit.value() or today()

    def note_printed(self, name: str) -> None:
        """Keep it for each child on the papers."""
        if self.which_box.currentData() == "approvals":
            self._services.approvals.note_printed()
            return
        self._services.day_papers.note_printed(name, self.day())

    def papers(self) -> tuple[Gather, Draw, str]:
        """Return the papers of the day that are chosen."""
        papers = self._services.day_papers
        which = self.which_box.currentData()
        papers_of: dict[str, tuple[Callable[[date], Sequence[object]], Draw, str]] = {
            "therapists": (papers.therapists, print_listings, "day-sheets"),
            "rooms": (papers.rooms, print_listings, "room-sheets"),
            "calls": (papers.call_list, print_listings, "call-list"),
            "slips": (papers.slips, print_slips, "slips"),
            "approvals": (self._services.approvals.report, print_listings, "approved-visits"),
        }
        gather, draw, name = papers_of[which]
        return partial(gather, self.day()), draw, name

    def _offer(self, day: date) -> None:
        self.which_box = ComboBox(self.tr("Papers"))
        for words, which in (
            (self.tr("Day sheet of each therapist"), "therapists"),
            (self.tr("Day sheet of each room"), "rooms"),
            (self.tr("Call list"), "calls"),
            (self.tr("Slips for the families"), "slips"),
            (self.tr("Approved visits: used, booked, left"), "approvals"),
        ):
            self.which_box.addItem(words, which)
        self.day_edit = DateEdit(self.tr("Day"), day)
        self.day_edit.set_value(day)
        self.choices.addWidget(Field(self.tr("Papers"), self.which_box), 1)
        self.choices.addWidget(Field(self.tr("Day"), self.day_edit))
        self.which_box.currentIndexChanged.connect(self.show_pages)
        self.day_edit.changed.connect(self.show_pages)
