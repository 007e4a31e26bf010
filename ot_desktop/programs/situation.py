"""A plan beside everything it is judged by, at one moment; changing it makes another one.

What was worked out is kept and handed on as long as nothing it depends on changes, so that moving
one session does not cost judging them all.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cached_property

from ot_desktop.programs.facts import ProgramFacts, Service
from ot_desktop.programs.placement import Place, Placement, Remark
from ot_desktop.scheduling.authorizations import Ledger
from ot_desktop.scheduling.domain import Booking

Days = dict[date, tuple[Placement, ...]]
Week = tuple[int, int]


class Situation:
    """The sessions of one plan, sorted for looking up; ``judged`` keeps what stops each."""

    def __init__(
        self, plan_id: int, facts: ProgramFacts, placements: Mapping[int, Placement]
    ) -> None:
        self.plan_id = plan_id
        self.facts = facts
        self.placements = placements
        self.judged: dict[int, tuple[Remark, ...]] = {}
        self._days: dict[date, tuple[Booking, ...]] = {}
        self._indexes: dict[date, defaultdict[tuple[str, int], tuple[Booking, ...]]] = {}

    def after(self, before: Collection[Placement], now: Collection[Placement]) -> "Situation":
        """Return the situation in which some sessions are replaced by others."""
        gone = {each.id for each in before}
        placements = {id_: each for id_, each in self.placements.items() if id_ not in gone}
        placements |= {each.id: each for each in now}
        after = Situation(self.plan_id, self.facts, placements)
        days = {each.place.day for each in (*before, *now)}
        children = {each.program_child_id for each in (*before, *now)}
        after._days = {day: kept for day, kept in self._days.items() if day not in days}
        after._indexes = {day: kept for day, kept in self._indexes.items() if day not in days}
        after.judged = {
            id_: self.judged[id_]
            for id_, each in placements.items()
            if id_ in self.judged
            and each.place.day not in days
            and each.program_child_id not in children
        }
        return after

    def remember(self, before: "Situation") -> None:
        """Take over how sessions were judged, when nothing they were judged by is different."""
        if before.placements == self.placements and before.facts.is_like(self.facts):
            self.judged.update(before.judged)

    @cached_property
    def by_day(self) -> Days:
        """The sessions that take time, by day and in order."""
        found: defaultdict[date, list[Placement]] = defaultdict(list)
        for each in self.placements.values():
            if self.takes_time(each):
                found[each.place.day].append(each)
        return {day: tuple(sorted(each, key=_start)) for day, each in found.items()}

    @cached_property
    def by_child(self) -> dict[int, tuple[Placement, ...]]:
        """The sessions that take time of each program child, in order."""
        found: defaultdict[int, list[Placement]] = defaultdict(list)
        for each in self.placements.values():
            if self.takes_time(each):
                found[each.program_child_id].append(each)
        return {child: tuple(sorted(each, key=_start)) for child, each in found.items()}

    @cached_property
    def by_service(self) -> dict[int, tuple[Placement, ...]]:
        """The sessions that take time of each wanted service, in order."""
        found: defaultdict[int, list[Placement]] = defaultdict(list)
        for placements in self.by_child.values():
            for each in placements:
                found[each.wanted_id].append(each)
        return {wanted: tuple(each) for wanted, each in found.items()}

    @cached_property
    def on_day(self) -> Counter[tuple[int, date]]:
        """How many sessions each program child has on each day."""
        return Counter(
            (each.program_child_id, day) for day, placed in self.by_day.items() for each in placed
        )

    @cached_property
    def in_week(self) -> Counter[tuple[int, Week]]:
        """How many sessions of each wanted service there are in each ISO week."""
        return Counter(
            (each.wanted_id, week_of(day)) for day, placed in self.by_day.items() for each in placed
        )

    def takes_time(self, placement: Placement) -> bool:
        """Say whether it is (to be) held: not a visit the calendar has called off."""
        session = self.facts.own.get(placement.session_id or 0)
        return session is None or session.status.takes_time

    def bookings(self, day: date) -> tuple[Booking, ...]:
        """Return a day as the calendar's rules see it; sessions of the plan have ids below 0."""
        if day not in self._days:
            mine = [self._booking(each) for each in self.by_day.get(day, ())]
            self._days[day] = (*self.facts.bookings.get(day, ()), *self._history(day), *mine)
        return self._days[day]

    def of_therapist(self, therapist_id: int, day: date) -> tuple[Booking, ...]:
        """Return what a therapist has that day."""
        return self._index(day)["therapist", therapist_id]

    def beside(
        self, place: Place, child_id: int, interpreter_id: int | None = None
    ) -> tuple[Booking, ...]:
        """Return what could be in a session's way: of its people, or in its room."""
        near = self._near(place, child_id)
        if interpreter_id is None:
            return near
        known = {each.id for each in near}
        theirs = self._index(place.day)["interpreter", interpreter_id]
        return (*near, *(each for each in theirs if each.id not in known))

    def interpreter_of(self, planned_id: int | None) -> int | None:
        """Return who interprets at the calendar visit a session of the plan stands for."""
        placement = self.placements.get(planned_id or 0)
        session = self.facts.own.get(placement.session_id or 0) if placement else None
        return session.interpreter_id if session else None

    def _near(self, place: Place, child_id: int) -> tuple[Booking, ...]:
        index = self._index(place.day)
        therapist_id, room_id = place.therapist_id, place.room_id
        in_room = index["room", room_id]
        with_child = index["child", child_id]
        return (
            *index["therapist", therapist_id],
            *(each for each in in_room if each.therapist_id != therapist_id),
            *(
                each
                for each in with_child
                if each.therapist_id != therapist_id and each.room_id != room_id
            ),
        )

    def _index(self, day: date) -> defaultdict[tuple[str, int], tuple[Booking, ...]]:
        if day not in self._indexes:
            index: defaultdict[tuple[str, int], tuple[Booking, ...]] = defaultdict(tuple)
            for each in self.bookings(day):
                index["therapist", each.therapist_id] += (each,)
                index["room", each.room_id or 0] += (each,)
                index["child", each.child_id] += (each,)
                index["interpreter", each.interpreter_id or 0] += (each,)
            self._indexes[day] = index
        return self._indexes[day]

    def ledger_without(self, service: Service, planned_id: int | None) -> Ledger:
        """Return a child's approvals once every other session of the plan has used its visit."""
        ledger = self.facts.ledgers.get(service.child.child_id, Ledger())
        for each in self.by_child.get(service.child.id, ()):
            if each.id != planned_id:
                ledger = ledger.after_visit(each.place.day, each.length_minutes)
        return ledger

    def of_family(self, service: Service, day: date) -> Iterator[Booking]:
        """Yield the day's visits of other children the same adult brings."""
        index = self._index(day)
        relatives = self.facts.relatives.get(service.child.child_id, frozenset())
        return (each for child_id in relatives for each in index["child", child_id])

    @cached_property
    def linked(self) -> frozenset[int]:
        """The calendar visits this plan's sessions stand for."""
        return frozenset(
            each.session_id for each in self.placements.values() if each.session_id is not None
        )

    def _history(self, day: date) -> Iterator[Booking]:
        """Yield visits of this program that happened and that this plan does not have."""
        for each in self._own_by_day.get(day, ()):
            if each.id is not None and each.id not in self.linked:
                yield each

    @cached_property
    def _own_by_day(self) -> dict[date, tuple[Booking, ...]]:
        facts = self.facts
        found: defaultdict[date, tuple[Booking, ...]] = defaultdict(tuple)
        for each in facts.own.values():
            if each.status.takes_time and each.is_history(facts.now):
                child = facts.by_child_id.get(each.child_id)
                found[each.starts.date()] += (
                    Booking(
                        each.id,
                        each.child_id,
                        each.therapist_id,
                        each.room_id,
                        each.starts,
                        each.ends,
                        each.status,
                        child.full_name if child else "",
                        facts.clinic.therapist_name(each.therapist_id),
                        facts.clinic.room_name(each.room_id),
                        each.interpreter_id,
                    ),
                )
        return found

    def _booking(self, placement: Placement) -> Booking:
        clinic, place = self.facts.clinic, placement.place
        return Booking(
            id=-placement.id,
            child_id=placement.child_id,
            therapist_id=place.therapist_id,
            room_id=place.room_id,
            starts=placement.starts,
            ends=placement.ends,
            child_name=self.facts.children[placement.program_child_id].full_name,
            therapist_name=clinic.therapist_name(place.therapist_id),
            room_name=clinic.room_name(place.room_id),
            interpreter_id=self.interpreter_of(placement.id),
        )


def week_of(day: date) -> Week:
    """Return the ISO year and week of a day."""
    year, week, _ = day.isocalendar()
    return year, week


def _start(placement: Placement) -> tuple[object, int]:
    return placement.place, placement.id
