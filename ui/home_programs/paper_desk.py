"""Between the draft and paper: draws the preview, gives the papers, says where they went."""

from PySide6.QtCore import QObject, Signal, Slot

from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.page_pictures import POINTS_PER_INCH
from ot_desktop.home_programs.previewing import Preview
from ot_desktop.home_programs.printing import file_name
from ot_desktop.home_programs.service import HomeProgramService
from ui.asking import Asker
from ui.home_programs.drafting import Drafting
from ui.home_programs.giving import Giver
from ui.home_programs.preview_maker import PreviewMaker
from ui.shared.paper_output import PaperOutput
from ui.tasks import TaskRunner

_LETTER_INCHES = 8.5


class PaperDesk(QObject):
    """``refused`` carries a ``ClinicError``; ``told`` a sentence and a path or None."""

    drawn = Signal(object)
    refused = Signal(object)
    told = Signal(str, object)
    given = Signal(str)

    def __init__(
        self,
        service: HomeProgramService,
        tasks: TaskRunner,
        asked: tuple[Asker, PaperOutput],
        drafting: Drafting,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._asker, output = asked
        self._drafting = drafting
        self.maker = PreviewMaker(tasks, self)
        self.giver = Giver(service, tasks, output, self)
        self._service = service
        self.maker.made.connect(self._take_preview)
        self.giver.printed.connect(self._say_printed)
        self.giver.kept.connect(self._say_kept)
        self.giver.failed.connect(self._say_failed)

    @property
    def may_allow(self) -> bool:
        """Whether this person may give papers to somebody who may not receive them."""
        return self._service.may_allow

    def warm_up(self) -> None:
        """Load beside the window what the first preview needs."""
        page = self._drafting.opened
        for offer in page.offers[:1]:
            draft = page.draft.with_activity(offer.activity)
            self.maker.warm_up(page.printable(draft), draft.choice)

    def draw(self, width: int, ratio: float) -> None:
        """Draw the pages of the draft, ``width`` logical pixels wide, when it is quiet."""
        page = self._drafting.opened
        scale = width * ratio / (_LETTER_INCHES * POINTS_PER_INCH)
        self.maker.want(page.printable(page.draft), page.draft.choice, scale)

    def print(self, recipient_id: int | None, reason: str) -> None:
        """Give the papers and print them, or keep a file where there is no printer."""
        if not self._may_go_to(recipient_id):
            return
        try:
            draft = self.giver.print(self._drafting.draft, recipient_id, reason)
        except ClinicError as error:
            self.refused.emit(error)
            return
        if draft is not None:
            self._give(draft, recipient_id)

    def save(self, recipient_id: int | None, reason: str) -> None:
        """Give the papers as a file the person names."""
        if not self._may_go_to(recipient_id):
            return
        page = self._drafting.opened
        try:
            self._service.check(page.draft, recipient_id, reason)
            name = file_name(page.facts.child, "home-program", page.facts.today)
            path = self._asker.file_to_save(
                self.tr("Save the papers"), name, self.tr("PDF files (*.pdf)")
            )
            if path is None:
                return
            draft = self.giver.save(page.draft, recipient_id, reason, path)
        except ClinicError as error:
            self.refused.emit(error)
            return
        self._give(draft, recipient_id)

    def _may_go_to(self, recipient_id: int | None) -> bool:
        """Ask the owner why papers go to somebody who may not receive them; others are refused."""
        page = self._drafting.opened
        barred = {each.caregiver_id: each for each in page.recipients if not each.may_receive}
        if recipient_id is None or recipient_id not in barred or not self._service.may_allow:
            return True
        refusal = barred[recipient_id].refusal
        why = self._asker.ask_text(
            refusal, self.tr("Why they get the papers all the same"), self.tr("Give the papers")
        )
        if why is None:
            self.refused.emit(ValidationError({"recipient": refusal}))
            return False
        self._service.allow_once(page.draft.child_id, recipient_id, why)
        return True

    def _give(self, draft: ProgramDraft, recipient_id: int | None) -> None:
        self._drafting.was_given(draft)
        known = {one.caregiver_id: one.name for one in self._drafting.opened.recipients}
        self.given.emit(known.get(recipient_id or 0, ""))

    @Slot(object)
    def _take_preview(self, preview: Preview) -> None:
        self.giver.drawn = preview.drawn
        self.drawn.emit(preview)

    @Slot()
    def _say_printed(self) -> None:
        self.told.emit(self.tr("Printed. A copy is kept with the child’s home programs."), None)

    @Slot(object)
    def _say_kept(self, path: object) -> None:
        self.told.emit(self.tr("Saved: {0}").format(path), path)

    @Slot(str)
    def _say_failed(self, sentence: str) -> None:
        self.refused.emit(ClinicError(sentence))
