"""Publishes the chosen plan, after asking once."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.programs.domain import Program
from ot_desktop.services import Services
from ui.programs.publish_dialog import PublishDialog
from ui.programs.words import sessions_words


class PublishDesk(QObject):
    """``published`` says whether the changed schedules are to be printed at once."""

    told = Signal(str, object)
    refused = Signal(str)
    published = Signal(bool)
    clash_wanted = Signal()

    def __init__(self, services: Services, over: QWidget) -> None:
        super().__init__(over)
        self._programs = services.programs
        self._over = over

    def publish(self, program: Program) -> None:
        """Ask, then make the plan's sessions visits of the calendar."""
        publishing = self._programs.publishing
        try:
            preview = publishing.preview(program.id)
            proposals = self._programs.proposing.waiting(program.id)
            [plan] = [each for each in self._programs.plans.of(program.id) if each.is_chosen]
        except ClinicError as error:
            self.refused.emit(str(error))
            return
        dialog = PublishDialog(plan, preview, proposals, self._over.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(partial(self._answer, program, plan.name, dialog))
        dialog.open()

    def _answer(self, program: Program, plan: str, dialog: PublishDialog, _result: int) -> None:
        if dialog.chosen == "fix":
            self.clash_wanted.emit()
        elif dialog.chosen in {"publish", "print"}:
            self._go(program, plan, dialog.reason(), prints=dialog.chosen == "print")

    def _go(self, program: Program, plan: str, reason: str, *, prints: bool) -> None:
        try:
            done = self._programs.publishing.publish(program.id, reason)
        except ClinicError as error:
            self.refused.emit(str(error))
            return
        changed = done.new + done.moved + done.taken_out
        words = self.tr("{0} published: {1} in the calendar changed")
        self.told.emit(words.format(plan, sessions_words(changed)), None)
        self.published.emit(prints)
