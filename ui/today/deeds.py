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
from ui.visits.undoing import Deed


class VisitDeeds(QObject):
    """``done`` carries what was done and the ``Deed``; ``refused`` why nothing was, or nothing."""

    done = Signal(str, object)
    refused = Signal(str)

    def __init__(self, attendance: AttendanceService, parent: QObject) -> None:
        super().__init__(parent)
        self._attendance = attendance

    def check_in(self, visit: DayVisit) -> None:
        """Check a family in, or take the check-in back; confirm a visit of a later day."""
        attendance, session = self._attendance, visit.session
        here = partial(attendance.check_in, session.id)
        gone = partial(attendance.take_back_check_in, session.id)
        if session.status is SessionStatus.ARRIVED:
            words = self.tr("{0} is not here after all")
            self._do(words.format(session.child_name), gone, here)
        elif session.starts.date() > today():
            confirm = partial(attendance.confirm, session.id)
            self._do(self.tr("{0} confirmed").format(session.child_name), confirm)
        else:
            self._do(self.tr("{0} checked in").format(session.child_name), here, gone)

    def no_show(self, visit: DayVisit) -> None:
        """Say that a family did not come; only after the end of the visit."""
        session, record = visit.session, self._attendance.record
        missed = partial(record, session.id, Outcome(SessionStatus.NO_SHOW))
        back = partial(record, session.id, Outcome(session.status, why=self.tr("Taken back.")))
        self._do(self.tr("{0} did not come").format(session.child_name), missed, back)

    def _do(
        self, words: str, act: Callable[[], object], back: Callable[[], object] | None = None
    ) -> None:
        try:
            act()
        except ClinicError as error:
            self.refused.emit(str(error))
            return
        self.refused.emit("")
        self.done.emit(words, Deed(words, back, act) if back is not None else None)
