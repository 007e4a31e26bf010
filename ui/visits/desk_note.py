"""The line for the front desk about one visit, kept when somebody leaves the field."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.domain import ScheduledSession
from ot_desktop.services import Services
from ui.visits.visit_deeds import VisitDeeds
from ui.widgets.field import Field


class DeskNote(Field):
    """``done`` carries the ``Deed`` once the line was kept."""

    done = Signal(object)

    def __init__(self, services: Services, deeds: VisitDeeds) -> None:
        self.edit = QLineEdit()
        hint = self.tr("Saved when you leave the field. Nothing clinical.")
        super().__init__(self.tr("Note for the desk"), self.edit, hint=hint)
        self._services = services
        self._deeds = deeds
        self._session: ScheduledSession | None = None
        self.edit.editingFinished.connect(self.flush)

    def show_visit(self, session: ScheduledSession, words: str) -> None:
        """Show the line of a visit; one that is being typed stays."""
        is_other = self._session is None or self._session.id != session.id
        self._session = session
        if is_other or not self.edit.isModified():
            self.edit.setText(words)
        self.edit.setReadOnly(not self._services.user.may(Permission.RUN_DAY))

    @Slot()
    def flush(self) -> None:
        """Keep what was typed."""
        session, words = self._session, self.edit.text().strip()
        if session is None or not self.edit.isModified():
            return
        self.edit.setModified(False)
        if self._services.attendance.visit(session.id).desk_note == words:
            return
        try:
            deed = self._deeds.note(session, words)
        except ClinicError as error:
            self.edit.setModified(True)
            self.set_problem(str(error))
        else:
            self.set_problem(None)
            self.done.emit(deed)
