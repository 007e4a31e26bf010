"""Papers of one visit for the family: the sheet of a missed one, the summary of one that was."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from ot_desktop.caseload.recipients import recipients
from ot_desktop.home_programs import handout, printing
from ot_desktop.home_programs.domain import HomeProgram
from ot_desktop.home_programs.draft import PaperChoice
from ot_desktop.home_programs.summary import SessionSummary
from ot_desktop.home_programs.translating import LANGUAGE_NAMES, language_for
from ot_desktop.paper.file_names import child_file_kind
from ot_desktop.paper.page import Paper
from ot_desktop.services import Services
from ui.shared.paper_run import Draw, Gather
from ui.tasks import TaskRunner
from ui.visits.paper_dialog import PaperDialog
from ui.widgets.choice import ComboBox
from ui.widgets.field import Field


class HandoutDialog(PaperDialog):
    """Asks who gets the paper and in which language; who may not have papers is greyed."""

    kind = ""

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        question: str,
        session_id: int,
        parent: QWidget | None,
    ) -> None:
        super().__init__(services, tasks, question, parent)
        self._session = services.scheduling.session(session_id)
        self._child = services.caseload.banner(self._session.child_id)
        self.recipient_combo = ComboBox(self.tr("For"))
        self.language_combo = ComboBox(self.tr("Language"))
        self._offer()
        self._speak()
        self.recipient_combo.currentIndexChanged.connect(self._speak)
        self.language_combo.currentIndexChanged.connect(self.show_pages)
        self.show_pages()

    @property
    def language(self) -> str:
        """The language of the pages."""
        return str(self.language_combo.currentData())

    def gathered(self, choice: PaperChoice) -> object:
        """Return what the paper says."""
        raise NotImplementedError

    def drawing(self) -> Draw:
        """Return what draws it."""
        raise NotImplementedError

    def day(self) -> date:
        """Return the day of the visit."""
        return self._session.starts.date()

    def papers(self) -> tuple[Gather, Draw, str]:
        """Return the paper."""
        choice = PaperChoice(language=self.language)
        name = child_file_kind(self._child.first_name, self._child.family_name[:1], self.kind)
        return partial(_one, partial(self.gathered, choice)), self.drawing(), name

    def note_printed(self, name: str) -> None:  # noqa: ARG002  (there is one paper)
        """Keep who was given it; refused for who may not have papers."""
        recipient: int | None = self.recipient_combo.currentData()
        give = self._services.handouts.note_given
        give(self._child.id, self.kind, self.language, recipient)

    def _offer(self) -> None:
        family = sorted(recipients(self._child), key=lambda one: not one.may_receive)
        for one in family:
            name = f"{one.name}, {one.relation}" if one.relation else one.name
            words = name if one.may_receive else self.tr("Not allowed: {0}").format(name)
            self.recipient_combo.addItem(words, one.caregiver_id)
            if not one.may_receive:
                self._grey(self.recipient_combo.count() - 1, one.refusal)
        self.recipient_combo.addItem(self.tr("No name kept"), None)
        allowed = [one.caregiver_id for one in family if one.may_receive]
        last = self.recipient_combo.count() - 1
        self.recipient_combo.setCurrentIndex(0 if allowed else last)
        for code, words in LANGUAGE_NAMES.items():
            self.language_combo.addItem(words, code)
        self.choices.addWidget(Field(self.tr("For"), self.recipient_combo), 1)
        self.choices.addWidget(Field(self.tr("Language"), self.language_combo))
        self.wide_box.hide()  # these pages stand upright

    def _grey(self, row: int, why: str) -> None:
        model = self.recipient_combo.model()
        if isinstance(model, QStandardItemModel):
            model.item(row).setEnabled(False)
            model.item(row).setToolTip(why)

    @Slot()
    def _speak(self) -> None:
        """Go by the language of whoever gets the paper."""
        language = language_for(self._child, self.recipient_combo.currentData())
        self.language_combo.choose(language)


class MissedSheetDialog(HandoutDialog):
    """Opens on the one activity until the next visit."""

    kind = "missed"

    def __init__(
        self, services: Services, tasks: TaskRunner, session_id: int, parent: QWidget | None = None
    ) -> None:
        words = "One activity for home"
        question = parent.tr("One activity for home") if parent else words
        super().__init__(services, tasks, question, session_id, parent)

    def gathered(self, choice: PaperChoice) -> HomeProgram:
        """Return the program with its one activity."""
        return self._services.handouts.missed_sheet(self._child.id, choice, self.day())

    def drawing(self) -> Draw:
        """Return what draws it."""
        return _draw_missed


class SummaryDialog(HandoutDialog):
    """Opens on the summary of a visit: the win of the day, what was done, what is next."""

    kind = "summary"

    def __init__(
        self, services: Services, tasks: TaskRunner, session_id: int, parent: QWidget | None = None
    ) -> None:
        words = "Summary for the family"
        question = parent.tr("Summary for the family") if parent else words
        super().__init__(services, tasks, question, session_id, parent)

    def gathered(self, choice: PaperChoice) -> SessionSummary:
        """Return the visit in the family's words."""
        summaries = self._services.family_summaries
        return summaries.summary(self._child.id, choice, self._session.id)

    def drawing(self) -> Draw:
        """Return what draws it."""
        return _draw_summary


def _one(gather: Callable[[], object]) -> Sequence[object]:
    return (gather(),)


def _draw_missed(gathered: Sequence[HomeProgram], paper: Paper) -> bytes:
    with printing.alone:
        return handout.print_kind("missed", gathered[0], paper)


def _draw_summary(gathered: Sequence[SessionSummary], paper: Paper) -> bytes:
    with printing.alone:
        return handout.print_summary(gathered[0], paper)
