"""What is affected by a closing, and where each session could be instead."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ot_desktop.caseload import reading as caseload_reading
from ot_desktop.caseload.domain import Caregiver
from ot_desktop.planning.domain import WHOLE_DAY, Window
from ot_desktop.scheduling.alternatives import MOST, Alternative, Change, alternatives
from ot_desktop.scheduling.attendance import Reason
from ot_desktop.scheduling.day_papers import alert_codes, to_call
from ot_desktop.scheduling.domain import ScheduledSession, Visit, minute_of
from ot_desktop.scheduling.facts import Facts
from ot_desktop.scheduling.rearranging import can_change, visit_of
from ot_desktop.scheduling.rules import check
from ot_desktop.scheduling.time_off import Days
from ot_desktop.settings.domain import Clinic, Room

DAYS_AHEAD = 14


@dataclass(frozen=True, slots=True)
class Closing:
    """A therapist away, a room closed, or neither: the whole clinic; ``window`` is a part of it."""

    days: Days
    window: Window | None = None
    therapist_id: int | None = None
    room_id: int | None = None
    reason: str = ""

    @property
    def why(self) -> Reason:
        """What is kept with a visit that is called off for it."""
        if self.therapist_id is not None:
            return Reason.THERAPIST_ILL
        return Reason.ROOM if self.room_id is not None else Reason.OTHER

    def each_day(self) -> Iterator[date]:
        """Yield every day of it."""
        for offset in range((self.days[1] - self.days[0]).days + 1):
            yield self.days[0] + timedelta(days=offset)

    def affects(self, session: ScheduledSession) -> bool:
        """Say whether a session that takes time cannot be as it is."""
        window = self.window or WHOLE_DAY
        starts, ends = minute_of(session.starts), minute_of(session.ends)
        return (
            session.status.takes_time
            and self.days[0] <= session.starts.date() <= self.days[1]
            and starts < window.end
            and window.start < ends
            and self.therapist_id in (None, session.therapist_id)
            and self.room_id in (None, session.room_id)
        )


@dataclass(frozen=True, slots=True)
class Affected:
    """A session in the way: whom to call, what to mind, and where it could be instead.

    ``others`` are the therapists free at the same time. ``can_change`` is false for one that has
    happened or has a note: it stays.
    """

    session: ScheduledSession
    call: tuple[Caregiver, ...]
    alerts: str
    places: tuple[Alternative, ...]
    can_change: bool

    @property
    def others(self) -> tuple[Alternative, ...]:
        """Places at the same time with somebody else."""
        kinds = (Change.OTHER_THERAPIST, Change.OTHER_THERAPIST_AND_ROOM)
        return tuple(each for each in self.places if each.change in kinds)


def look_at(session: ScheduledSession, closing: Closing, facts: Facts, clinic: Clinic) -> Affected:
    """Return a session with its family and its places; ``facts`` know of the closing."""
    page = caseload_reading.child_page(session.child_id)
    here = visit_of(session)
    is_closed = session.starts.date() in facts.clinic.closed
    most = MOST if closing.room_id is None else MOST + len(clinic.rooms)
    places = () if is_closed else alternatives(here, facts, most)
    if closing.room_id is not None:
        places = _equipped(places, closing.room_id, clinic)[:MOST]
    if len(places) < MOST:
        places += _later(here, facts, MOST - len(places))
    return Affected(session, to_call(page), alert_codes(page), places, can_change(session))


def meets(visit: Visit, others: list[Visit], rooms: dict[int, int]) -> bool:
    """Say whether therapist, child or the last place in the room is taken by one of ``others``."""
    same = [each for each in others if each.starts < visit.ends and visit.starts < each.ends]
    if any(
        each.therapist_id == visit.therapist_id or each.child_id == visit.child_id for each in same
    ):
        return True
    room = visit.room_id
    return room is not None and any(each.room_id == room for each in same) and rooms[room] <= 1


def _equipped(
    places: tuple[Alternative, ...], room_id: int, clinic: Clinic
) -> tuple[Alternative, ...]:
    """Return the places in rooms that have everything the closed room has."""
    has = {room.id: _things(room) for room in clinic.rooms}
    needed = has.get(room_id, frozenset())
    return tuple(
        each
        for each in places
        if each.visit.room_id is not None and needed <= has.get(each.visit.room_id, frozenset())
    )


def _things(room: Room) -> frozenset[str]:
    words = (each.strip().casefold() for each in room.equipment.split(","))
    return frozenset(word for word in words if word)


def _later(visit: Visit, facts: Facts, most: int) -> tuple[Alternative, ...]:
    """Return the next days without a visit of the child on which the same place is free."""
    found: list[Alternative] = []
    for offset in range(1, DAYS_AHEAD + 1):
        starts = visit.starts + timedelta(days=offset)
        later = replace(visit, starts=starts, ends=visit.ends + timedelta(days=offset))
        comes = any(each.child_id == visit.child_id for each in facts.by_day.get(starts.date(), ()))
        if not comes and not check(later, facts):
            therapist = facts.clinic.therapist_name(visit.therapist_id)
            room = facts.clinic.room_name(visit.room_id)
            found.append(Alternative(later, Change.OTHER_TIME, (), therapist, room))
        if len(found) == most:
            break
    return tuple(found)
