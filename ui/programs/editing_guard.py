"""Has the plan for this person while the week is looked at, or says who else has it."""

from contextlib import suppress

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.programs.editing import BEAT, Editing, Editor
from ui.widgets.soon import Soon

_BEAT_MS = int(BEAT.total_seconds() * 1000)


class EditingGuard(QObject):
    """``changed`` comes when somebody else took the plan, or gave it back."""

    changed = Signal()

    def __init__(self, editing: Editing, page: QWidget, *, may_change: bool) -> None:
        super().__init__(page)
        self._editing = editing
        self._may_change = may_change
        self._program_id = 0
        self.other: Editor | None = None
        self._beat = Soon(page, _BEAT_MS, self.look)

    @property
    def may_change(self) -> bool:
        """Say whether this person may change the plan now."""
        return self._may_change and self.other is None

    def open(self, program_id: int) -> None:
        """Have the plan of an intensive from now on, if nobody else has it."""
        if self._may_change:
            if program_id != self._program_id:
                self.close()
            self._program_id = program_id
            self.look()

    @Slot()
    def look(self) -> None:
        """Renew that the plan is this person's, or look whether it is free."""
        if not self._program_id:
            return
        before = self.other
        with suppress(ClinicError):  # a file that cannot be written now says so when it matters
            self.other = self._editing.take(self._program_id)
        self._beat.start()
        if (before is None) != (self.other is None):
            self.changed.emit()

    def close(self) -> None:
        """Let others have the plan."""
        self._beat.stop()
        if self._program_id:
            with suppress(ClinicError):
                self._editing.release(self._program_id)
            self._program_id = 0
