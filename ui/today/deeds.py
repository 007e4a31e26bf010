"""What the front desk does about a visit in one click, each with its way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from ot_desktop.clock import today
from ot_desktop.day.domain import DayVisit
from ot_desktop.errors import ClinicError
from ot_desktop.scheduling.attendance import Outcome
from ot_desktop.scheduling.attending import AttendanceService
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.scheduling.first_check_in import AllergiesNotAsked
from ui.visits.undoing import Deed, Then


class VisitDeeds(QObject):
    """``done`` carries what was done and the ``Deed``; ``refused`` why nothing was, or nothing.

    ``allergies_wanted`` carries whose family to ask first, and what to do then; ``sheet_wanted``
    the visit that was missed.
    """

    done = Signal(str, object)
    refused = Signal(str)
    allergies_wanted = Signal(int, object)
    sheet_wanted = Signal(int)

    def __init__(self, attendance: AttendanceService, parent: QObject) -> None:
        super().__init__(parent)
        self._attendance = attendance

    def check_in(self, visit: DayVisit) -> None:
        """Check a family in, or take the check-in back; confirm a visit of a later day."""
        attendance, session = self._attendance, visit.session
        if session.status is SessionStatus.ARRIVED:
            words, act = self.tr("{0} is not here after all"), attendance.take_back_check_in
        elif session.starts.date() > today():
            words, act = self.tr("{0} confirmed"), attendance.confirm
        else:
            words, act = self.tr("{0} checked in"), attendance.check_in
        self._do(words.format(session.child_name), session.id, partial(act, session.id))

    def no_show(self, visit: DayVisit) -> None:
        """Say that a family did not come; only after the end of the visit."""
        session = visit.session
        missed = partial(self._attendance.record, session.id, Outcome(SessionStatus.NO_SHOW))
        self._do(self.tr("{0} did not come").format(session.child_name), session.id, missed)

    def _do(self, words: str, session_id: int, act: Callable[[], object]) -> None:
        try:
            before = self._attendance.visit(session_id)
            act()
        except AllergiesNotAsked as unasked:
            self.allergies_wanted.emit(unasked.child_id, partial(self._do, words, session_id, act))
            return
        except ClinicError as error:
            self.refused.emit(str(error))
            return
        self.refused.emit("")
        back = partial(self._attendance.restore, session_id, before)
        self.done.emit(words, Deed(words, back, act, self._then(session_id)))

    def _then(self, session_id: int) -> Then | None:
        """Offer a sheet for home to a family that did not come."""
        if self._attendance.visit(session_id).now.status is not SessionStatus.NO_SHOW:
            return None
        return Then(self.tr("Print one activity"), partial(self.sheet_wanted.emit, session_id))
