"""Making a missed visit up: the next times that fit inside the clinic's window, and booking one."""

from datetime import datetime, timedelta

from ot_desktop.clock import today
from ot_desktop.scheduling.alternatives import Alternative
from ot_desktop.scheduling.attending import AttendanceService
from ot_desktop.scheduling.domain import ScheduledSession, SeriesRequest, Visit
from ot_desktop.scheduling.preview import SeriesPreview
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.scheduling.suggesting import Suggesting


class Rebooking:
    """The make-up is like the missed visit but for its time, and maybe its room or therapist."""

    def __init__(
        self, scheduling: SchedulingService, suggesting: Suggesting, attendance: AttendanceService
    ) -> None:
        self._scheduling = scheduling
        self._suggesting = suggesting
        self._attendance = attendance

    def places(self, session_id: int) -> tuple[Alternative, ...]:
        """Return up to three times from tomorrow on, near to the missed visit's time of day."""
        tomorrow = today() + timedelta(days=1)
        last = self._attendance.last_make_up_day(session_id)
        if last < tomorrow:
            return ()
        missed = self._scheduling.session(session_id)
        request = _request(missed, missed.starts, missed.therapist_id, missed.room_id)
        found = self._suggesting.for_request(request, None, missed.starts.time(), tomorrow)
        return tuple(each for each in found if each.visit.day <= last)

    def preview(self, session_id: int, visit: Visit) -> SeriesPreview:
        """Return how the make-up would be booked at one of ``places``."""
        missed = self._scheduling.session(session_id)
        request = _request(missed, visit.starts, visit.therapist_id, visit.room_id)
        return self._scheduling.preview(request)


def _request(
    missed: ScheduledSession, starts: datetime, therapist_id: int, room_id: int | None
) -> SeriesRequest:
    return SeriesRequest.single(
        missed.child_id,
        starts,
        missed.length_minutes,
        therapist_id,
        room_id,
        interpreter_id=missed.interpreter_id,
        comes_with_id=missed.comes_with_id,
        makes_up_id=missed.id,
    )
