"""Where a child's next visit would best be: as last time, then the nearest places that fit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from db.queries import scheduling as queries
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.clock import now_local, today
from ot_desktop.permissions import Permission
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.alternatives import MOST, Alternative, Change
from ot_desktop.scheduling.checking import VisitCheck
from ot_desktop.scheduling.domain import SeriesRequest, Visit
from ot_desktop.scheduling.free_slots import FreeSlot, SlotWish, free_slots
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.work import Work

USUAL_MINUTES = 60
_NINE = time(9)
_DAYS_AHEAD = 21
_TIMES_LOOKED_AT = 12


@dataclass(frozen=True, slots=True)
class UsualVisit:
    """What a child's visits are like; what nobody knows yet is None."""

    therapist_id: int | None
    room_id: int | None
    length_minutes: int = USUAL_MINUTES
    at: time | None = None


class Suggesting:
    """Proposes therapist, room and times, so that booking mostly means saying yes."""

    def __init__(self, work: Work, scheduling: SchedulingService) -> None:
        self._work = work
        self._scheduling = scheduling
        self._caseload = CaseloadService(work)

    def usual(self, child_id: int) -> UsualVisit:
        """Return what the latest visit was like; before the first one, the child's therapist."""
        self._work.require(Permission.SEE_SCHEDULE)
        last = queries.latest_session(child_id, reading.scheduled_session)
        therapist_id = self._caseload.banner(child_id).therapist_id
        if last is None:
            return UsualVisit(therapist_id, None)
        return UsualVisit(
            therapist_id or last.therapist_id,
            last.room_id,
            last.length_minutes,
            last.starts.time(),
        )

    def visit(self, like: Visit) -> Visit:
        """Return a visit that has no room yet in the first room in which it fits."""
        check = self._scheduling.visit_check()
        rooms = (replace(like, room_id=room_id) for room_id in check.rooms)
        fitting = (each for each in rooms if not any(found.is_stop for found in check(each)))
        return next(fitting, like)

    def for_request(
        self,
        request: SeriesRequest,
        day: date | None,
        at: time | None,
        first: date | None = None,
    ) -> tuple[Alternative, ...]:
        """Return places for a request that lacks its day or time; none before child and therapist.

        Without a time, those near to the child's usual one come first; without a day, those from
        ``first`` (today) on.
        """
        if request.child_id is None:
            return ()
        usual = self.usual(request.child_id)
        therapist_id = request.therapist_id or usual.therapist_id
        if therapist_id is None:
            return ()
        starts = datetime.combine(day or first or today(), at or usual.at or _NINE)
        asked = replace(request, therapist_id=therapist_id)
        return self.next_places(asked.visit_at(starts), day)

    def free_slots(self, wish: SlotWish) -> tuple[FreeSlot, ...]:
        """Return the next places for somebody yet unknown, from now on."""
        self._work.require(Permission.SEE_SCHEDULE)
        return free_slots(self._scheduling.visit_check(), wish, now_local())

    def next_places(self, like: Visit, on: date | None = None) -> tuple[Alternative, ...]:
        """Return three places that fit: all of one day, or one each of the next days that have any.

        ``like`` says child, therapist, room, length and the time to be near to; its day is where
        the search begins. Nothing in the past is offered.
        """
        self._work.require(Permission.SEE_SCHEDULE)
        check = self._scheduling.visit_check()
        found: list[Alternative] = []
        for day in [on] if on else _days_from(like.day):
            here = _on_day(like, day)
            fitting = [each for each in _places(check, here) if each.visit.starts > now_local()]
            found += fitting[: MOST if on else 1]
            if len(found) >= MOST:
                break
        return tuple(found[:MOST])


def _places(check: VisitCheck, visit: Visit) -> Iterator[Alternative]:
    """Yield the place itself when it fits, then others of the day, all without a warning."""
    if not check.is_open(visit.day):
        return
    if not any(each.is_stop or each.needs_reason for each in check(visit)):
        yield Alternative(visit, Change.OTHER_TIME, (), *check.names_of(visit))
    for other in check.alternatives(visit, _TIMES_LOOKED_AT):
        if other.is_clear:
            yield other


def _days_from(first: date) -> Iterator[date]:
    for ahead in range(_DAYS_AHEAD):
        yield first + timedelta(days=ahead)


def _on_day(like: Visit, day: date) -> Visit:
    starts = datetime.combine(day, like.starts.time())
    return replace(like, starts=starts, ends=starts + (like.ends - like.starts))
