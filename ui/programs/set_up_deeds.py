"""What the cards of the set-up do: dialogs, people who join or leave, kinds, time off."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.programs.domain import KindDraft, Program, ProgramTherapist, SessionKind
from ot_desktop.scheduling.facts import TimeOff
from ot_desktop.services import Services
from ui.programs.kind_dialog import KindDialog
from ui.programs.limits_dialog import LimitsDialog
from ui.programs.time_off_dialog import TimeOffDialog


class SetUpDeeds(QObject):
    """``told`` carries a sentence and what takes it back; ``refused`` a sentence."""

    told = Signal(str, object)
    refused = Signal(str)

    def __init__(self, services: Services, over: QWidget) -> None:
        super().__init__(over)
        self._services = services
        self._over = over
        self.program: Program | None = None

    @Slot(object)
    def change_kind(self, kind: SessionKind | None) -> None:
        """Ask what a kind of session is like; None adds one."""
        if self.program is not None:
            clinic = self._services.settings.clinic()
            programs = self._services.programs
            _open(KindDialog(programs, self.program.id, clinic, kind, self._over.window()))

    @Slot(object)
    def drop_kind(self, kind: SessionKind) -> None:
        """Take a kind out; undo puts it back as it was."""
        program = self.program
        if program is None:
            return
        draft = KindDraft(
            kind.name, kind.skill_area, kind.length_minutes, kind.room_ids, kind.therapist_ids
        )
        programs = self._services.programs
        back = partial(programs.put_kind, program.id, draft)
        self._do(
            partial(programs.drop_kind, kind.id), self.tr("{0} taken out").format(kind.name), back
        )

    @Slot(object)
    def change_limits(self, limits: ProgramTherapist) -> None:
        """Ask how much a therapist gives."""
        if self.program is not None:
            programs = self._services.programs
            _open(LimitsDialog(programs, self.program.id, limits, self._over.window()))

    @Slot(int)
    def let_join(self, therapist_id: int) -> None:
        """Let a therapist take part with the usual limits."""
        if self.program is None:
            return
        programs, program_id = self._services.programs, self.program.id
        self._do(
            partial(programs.put_therapist, program_id, ProgramTherapist(therapist_id)),
            self.tr("{0} takes part").format(self._name(therapist_id)),
            partial(programs.leave_out_therapist, program_id, therapist_id),
        )

    @Slot(int)
    def leave_out(self, therapist_id: int) -> None:
        """Let a therapist take no part; undo brings back the limits too."""
        program = self.program
        if program is None:
            return
        programs = self._services.programs
        [limits] = [each for each in program.therapists if each.therapist_id == therapist_id]
        self._do(
            partial(programs.leave_out_therapist, program.id, therapist_id),
            self.tr("{0} takes no part").format(self._name(therapist_id)),
            partial(programs.put_therapist, program.id, limits),
        )

    @Slot(int)
    def set_time_off(self, therapist_id: int) -> None:
        """Ask when a therapist is away."""
        service = self._services.time_off
        question = self.tr("When is {0} away?").format(self._name(therapist_id))
        known = partial(self._known, therapist_id=therapist_id)
        keep = partial(service.therapist_away, therapist_id)
        _open(TimeOffDialog(question, service, known, keep, self._over.window()))

    @Slot(int)
    def close_room(self, room_id: int) -> None:
        """Ask when a room cannot be used."""
        service = self._services.time_off
        room = self._services.settings.clinic().room(room_id)
        question = self.tr("When is {0} closed?").format(room.name if room else "")
        known = partial(self._known, room_id=room_id)
        keep = partial(service.room_closed, room_id)
        _open(TimeOffDialog(question, service, known, keep, self._over.window()))

    def _known(
        self, *, therapist_id: int | None = None, room_id: int | None = None
    ) -> Sequence[TimeOff]:
        if self.program is None:
            return ()
        between = self._services.time_off.between(self.program.starts_on, self.program.ends_on)
        wanted = (therapist_id, room_id)
        return [each for each in between if (each.therapist_id, each.room_id) == wanted]

    def _name(self, therapist_id: int) -> str:
        therapist = self._services.settings.clinic().therapist(therapist_id)
        return therapist.first_name if therapist is not None else ""

    def _do(self, act: Callable[[], object], sentence: str, back: Callable[[], object]) -> None:
        try:
            act()
        except ClinicError as error:
            self.refused.emit(str(error))
        else:
            self.refused.emit("")
            self.told.emit(sentence, back)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
