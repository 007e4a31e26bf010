"""Where a visit of the week may go, and putting it there: what the week's hand asks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from ot_desktop.clock import now_local
from ot_desktop.day_words import clock_text, long_day
from ot_desktop.programs.placement import Level, Place, PlaceCheck, Remark, Slot
from ot_desktop.scheduling.alternatives import DayPlaces
from ot_desktop.scheduling.checking import VisitCheck
from ot_desktop.scheduling.domain import ScheduledSession, Visit
from ot_desktop.scheduling.facts import ClinicFacts, Facts
from ot_desktop.scheduling.rearranging import visit_of
from ot_desktop.scheduling.wording import sentence
from ot_desktop.services import Services
from ui.calendar.week import monday_of
from ui.visits.targets import Carried
from ui.visits.visit_desk import VisitDesk

_WEEKS_AHEAD = 4


class WeekDesk:
    """Knows the visits of the week that is shown; saving is the ``VisitDesk``'s."""

    def __init__(self, services: Services, desk: VisitDesk) -> None:
        self._services = services
        self._desk = desk
        self._visits: dict[int, ScheduledSession] = {}
        self._clinic: ClinicFacts | None = None
        self._check: VisitCheck | None = None

    def show_week(self, visits: Sequence[ScheduledSession], clinic: ClinicFacts) -> None:
        """Know another week; what is carried from one before is still known."""
        self._visits |= {each.id: each for each in visits}
        self._clinic = clinic
        self._check = self._services.scheduling.visit_check()

    def slots(self, carried: Carried, day: date) -> tuple[Slot, ...]:
        """Return every start of a week for a visit, with each therapist."""
        first = monday_of(day)
        days = (first + timedelta(days=n) for n in range(7))
        return tuple(slot for each in days for slot in self._day_slots(carried, each))

    def _day_slots(self, carried: Carried, day: date) -> Iterator[Slot]:
        clinic, known = self._clinic, self._visits[carried.wanted_id]
        if clinic is None or self._check is None or day in clinic.closed:
            return
        spans = clinic.hours.get(day.weekday(), () if clinic.hours else ((8 * 60, 17 * 60),))
        visit = _on(visit_of(known), datetime.combine(day, known.starts.time()))
        facts = self._check.facts(visit.child_id, day)
        places, now = DayPlaces(visit, facts), now_local()
        for opens, closes in spans:
            for start in range(opens, closes - known.length_minutes + 1, clinic.grid_minutes):
                at = datetime.combine(day, time()) + timedelta(minutes=start)
                rooms = tuple(room or 0 for room in places.rooms_at(start))
                for therapist_id in clinic.therapists:
                    if at < now:
                        yield Slot(at, therapist_id, (), "past")
                    elif not places.is_there(start, therapist_id):
                        yield Slot(at, therapist_id, (), "taken")
                    elif _is_held(_on(replace(visit, therapist_id=therapist_id), at), facts):
                        yield Slot(at, therapist_id, (), "offered")
                    else:
                        yield Slot(at, therapist_id, rooms, "" if rooms else "room")

    def check(self, carried: Carried, place: Place) -> PlaceCheck:
        """Say everything about one place, by the one set of rules."""
        visit = self._visit(carried, place)
        clinic = self._clinic
        findings = self._check(visit) if self._check is not None else ()
        remarks = tuple(
            Remark(
                Level.STOP if each.is_stop else Level.WARN if each.needs_reason else Level.INFO,
                "",
                sentence(each),
            )
            for each in findings
        )
        if place.starts < now_local() and place != carried.origin:
            remarks = (*remarks, Remark(Level.WARN, "", _tr("This time has passed.")))
        who = clinic.therapist_name(place.therapist_id) if clinic is not None else ""
        where = clinic.room_name(visit.room_id) if clinic is not None else ""
        when = f"{long_day(place.day)}, {clock_text(place.starts)}"
        title = ", ".join(filter(None, (when, who, where)))
        return PlaceCheck(place, title, remarks)

    def next_place(self, carried: Carried, after: Place | None) -> Place | None:
        """Return the next place that fits, with the same therapist, in the weeks to come."""
        known = self._visits[carried.wanted_id]
        begin = after.starts if after is not None else known.starts
        therapist_id = after.therapist_id if after is not None else known.therapist_id
        for week in range(_WEEKS_AHEAD):
            for slot in self.slots(carried, begin.date() + timedelta(weeks=week)):
                is_later = slot.starts > begin and slot.therapist_id == therapist_id
                if is_later and slot.room_ids:
                    return Place(slot.starts, therapist_id, slot.room_ids[0])
        return None

    def put(self, carried: Carried, place: Place, *, anyway: bool = False) -> bool:  # noqa: ARG002  (a stop stays one)
        """Save a visit at another place."""
        return self._desk.put(self._visits[carried.wanted_id], self._visit(carried, place))

    def _visit(self, carried: Carried, place: Place) -> Visit:
        here = visit_of(self._visits[carried.wanted_id])
        moved = _on(here, place.starts)
        return replace(moved, therapist_id=place.therapist_id, room_id=place.room_id or None)


def _tr(words: str) -> str:
    return QCoreApplication.translate("week_desk", words)


def _is_held(visit: Visit, facts: Facts) -> bool:
    """Say whether the time is offered to a family that waits."""
    return any(
        each.family.therapist_id == visit.therapist_id
        and each.family.child_id != visit.child_id
        and each.family.overlaps(visit.starts, visit.ends)
        for each in facts.clinic.held.get(visit.day, ())
    )


def _on(visit: Visit, starts: datetime) -> Visit:
    return replace(visit, starts=starts, ends=starts + (visit.ends - visit.starts))
