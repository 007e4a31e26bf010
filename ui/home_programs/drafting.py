"""The draft being built: changed, taken back, kept on disk soon after the last change."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.program_page import ProgramPage
from ot_desktop.home_programs.service import HomeProgramService
from ui.home_programs.undo import DraftHistory

SAVE_AFTER_MS = 800
TRY_AGAIN_MS = 5000


class Drafting(QObject):
    """``changed`` after every change; ``saved`` carries the moment, ``not_saved`` a sentence."""

    changed = Signal()
    saved = Signal(object)
    not_saved = Signal(str)

    def __init__(self, service: HomeProgramService, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._history = DraftHistory()
        self._is_dirty = False
        self._is_given = False
        self.page: ProgramPage | None = None
        self._soon = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._soon.timeout.connect(self.flush)

    @property
    def draft(self) -> ProgramDraft:
        """The program as it is now; only after ``open``."""
        return self.opened.draft

    @property
    def opened(self) -> ProgramPage:
        """The page that is open; raises where none is."""
        if self.page is None:
            raise ValueError("no child is shown")
        return self.page

    @property
    def can_undo(self) -> bool:
        """There is a change to take back."""
        return self._history.can_go_back

    @property
    def can_redo(self) -> bool:
        """There is a change to put back."""
        return self._history.can_go_forward

    def open(self, child_id: int, shown: tuple[str, ...] = ()) -> None:
        """Begin with one child's draft; raises ``ClinicError`` and keeps the one before."""
        self.flush()
        self.page = self._service.start(child_id, shown)
        self._is_dirty = self._is_given = False
        self._history.forget()
        self.changed.emit()

    def reread(self) -> None:
        """Read alerts, family and visits again; the draft stays as it is."""
        if self.page is None:
            return
        fresh = self._service.start(self.draft.child_id)
        facts = replace(fresh.facts, replaces_on=self.page.facts.replaces_on)
        self.page = replace(fresh, draft=self.draft, facts=facts)
        self.changed.emit()

    @Slot(object, str)
    def edit(self, draft: ProgramDraft, kind: str = "") -> None:
        """Take a change; steps of one ``kind`` in a row are taken back together."""
        if draft == self.draft:
            return
        if self._is_given and draft != replace(self.draft, choice=draft.choice):
            draft = self._next_program(draft)
        self._history.remember(self.draft, kind)
        self._put(draft)

    @Slot()
    def undo(self) -> None:
        """Take back the last change."""
        self._step(self._history.back(self.draft))

    @Slot()
    def redo(self) -> None:
        """Put back what was taken back."""
        self._step(self._history.forward(self.draft))

    @Slot()
    def flush(self) -> bool:
        """Save now what is not saved; say whether everything is on the disk."""
        self._soon.stop()
        if not self._is_dirty:
            return True
        try:
            draft, saved_at = self._service.save_draft(self.draft)
        except ClinicError as error:
            self._soon.start(TRY_AGAIN_MS)
            self.not_saved.emit(str(error))
            return False
        self._is_dirty = False
        self.page = replace(self.opened, draft=draft, saved_at=saved_at)
        self.saved.emit(saved_at)
        return True

    def was_given(self, draft: ProgramDraft) -> None:
        """Note that the family has this program: from now on a change makes the next one."""
        self._soon.stop()
        self._is_dirty = False
        self._is_given = True
        self._history.forget()
        self.page = replace(self.opened, draft=draft)
        self.changed.emit()

    def _next_program(self, draft: ProgramDraft) -> ProgramDraft:
        self._is_given = False
        page = self.opened
        facts = replace(page.facts, replaces_on=page.draft.starts_on)
        self.page = replace(page, facts=facts)
        return replace(draft, id=None, replaces_id=page.draft.id)

    def _step(self, draft: ProgramDraft | None) -> None:
        if draft is not None:
            self._put(draft)

    def _put(self, draft: ProgramDraft) -> None:
        self.page = replace(self.opened, draft=draft)
        if not self._is_given:
            self._is_dirty = True
            self._soon.start(SAVE_AFTER_MS)
        self.changed.emit()
