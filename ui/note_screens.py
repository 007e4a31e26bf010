"""Makes the screens of session notes: the note of one visit, and the list of all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.caseload.domain import AlertKind, Asked, ChildPage
from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ui.asking import Asker
from ui.change_bridge import ChangeBridge
from ui.notes.list_page import NotesListPage
from ui.notes.page import SessionNotePage
from ui.places import LATE, NOTE, Navigator, Place
from ui.shared.program_clash import tell_of_clash
from ui.tasks import TaskRunner

if TYPE_CHECKING:
    from ot_desktop.paper.page import Paper
    from ui.shared.paper_run import PaperRun


class NoteScreens(QObject):
    """Each page is made when it is first shown; ``home_program_wanted`` carries a child."""

    home_program_wanted = Signal(int)
    left = Signal()

    def __init__(
        self,
        work: Navigator,
        services: Services,
        asker: Asker,
        tasks: TaskRunner,
        changes: ChangeBridge,
    ) -> None:
        super().__init__()
        self._work = work
        self._services = services
        self._asker = asker
        self._tasks = tasks
        self._changes = changes
        self._note: SessionNotePage | None = None
        self._list: NotesListPage | None = None
        self._papers: PaperRun | None = None

    def note(self, session_id: int | None, stack: QWidget) -> SessionNotePage:
        """Return the page of one visit's note."""
        if self._note is None:
            page = SessionNotePage(self._services.notes, self._asker, stack)
            page.child_wanted.connect(self._work.open_child)
            page.home_program_wanted.connect(self.home_program_wanted)
            page.note_signed.connect(self._say_signed)
            page.later_wanted.connect(self.left)
            page.alerts_wanted.connect(self._ask_alerts)
            page.print_wanted.connect(self._print)
            may_print = self._services.user.may(Permission.PRINT_HOME_PROGRAM)
            page.signed.offers_summary = may_print
            page.signed.summary_wanted.connect(self._print_summary)
            page.beside.serve(self._services, self._tasks)
            self._note = page
        if session_id is not None:
            self._note.open_note(session_id, in_parts=True)
        return self._note

    def list(self, subject: int | None) -> NotesListPage:
        """Return the list of notes; ``LATE`` shows those over the clinic's hours."""
        if self._list is None:
            page = NotesListPage(self._services.notes, self._changes, self._asker)
            page.note_wanted.connect(self.open_note)
            page.told.connect(self._work.say_done)
            self._list = page
        if subject == LATE:
            self._list.show_late()
        return self._list

    def stop(self) -> None:
        """Leave Parent view: the lock asks for the PIN itself."""
        if self._note is not None:
            self._note.stop()

    @Slot(int)
    def open_note(self, session_id: int) -> None:
        """Go to a visit's note."""
        self._work.go(Place(NOTE, session_id))

    @Slot()
    def _say_signed(self) -> None:
        words = self.tr("Note signed. Changes from now on are addenda.")
        self._work.say_done(words)
        page = self._note
        if page is not None and page.session_id is not None and page.editor.rail.wants_summary:
            self._print_summary(page.session_id)

    @Slot(int)
    def _print_summary(self, session_id: int) -> None:
        """Show what the family takes home of a visit, to be printed."""
        from ui.visits.print_handout import SummaryDialog  # noqa: PLC0415  (not at a start)

        dialog = SummaryDialog(self._services, self._tasks, session_id, self._asker.window)
        dialog.told.connect(self._say_printed)
        dialog.exec()

    @Slot(object)
    def _ask_alerts(self, child: ChildPage) -> None:
        """Let the family be asked about what nobody has asked yet, without leaving the note."""
        from ui.caseload.alerts_dialog import AlertsDialog  # noqa: PLC0415  (once a child)

        caseload = self._services.caseload
        for kind in (AlertKind.ALLERGY, AlertKind.PRECAUTION):
            alerts = child.alerts
            review = alerts.allergies if kind is AlertKind.ALLERGY else alerts.precautions
            if review.asked is Asked.NOT_ASKED:
                AlertsDialog(caseload, child, kind, self._asker.window).exec()
                child = caseload.banner(child.id)
        tell_of_clash(self._services, child.id, self._asker.window)
        if self._note is not None:
            self._note.show_child(child)

    @Slot(int)
    def _print(self, note_id: int) -> None:
        from ui.shared.paper_run import PaperRun  # noqa: PLC0415  (not at a start)

        if self._papers is None:
            self._papers = PaperRun(self._services.settings, self._tasks, self._asker.window)
            self._papers.told.connect(self._say_printed)
            self._papers.refused.connect(self._say_refused)
        gather = partial(self._gather, note_id)
        self._papers.print(gather, _draw, self.tr("session-note"))

    def _gather(self, note_id: int) -> Sequence[object]:
        return (self._services.notes.paper(note_id),)

    @Slot(str, object)
    def _say_printed(self, words: str, _path: object) -> None:
        self._work.say_done(words)

    @Slot(str)
    def _say_refused(self, words: str) -> None:
        if words:
            self._work.say_done(words)


def _draw(gathered: Sequence[object], paper: Paper) -> bytes:
    from ot_desktop.notes.soap_pages import note_pages  # noqa: PLC0415  (draws with ReportLab)

    return note_pages(gathered[0], paper)  # type: ignore[arg-type]  # what ``_gather`` gathered
