"""One session looking for a place, and how what is said about a place is made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from ot_desktop.programs.domain import ProgramChild, Rule, Weight
from ot_desktop.programs.facts import ProgramFacts, Service
from ot_desktop.programs.placement import Level, Place, Placement, Remark
from ot_desktop.programs.situation import Situation, week_of
from ot_desktop.scheduling.domain import Booking, minute_of
from ot_desktop.scheduling.facts import Spans

MANY = 99


@dataclass(frozen=True)
class Candidate:
    """One session of a service looking for a place; ``planned_id`` names the one that moves."""

    situation: Situation
    service: Service
    planned_id: int | None = None
    _busy: dict[tuple[int, date], list[Booking]] = field(default_factory=dict)
    _working: dict[tuple[int, date], Spans] = field(default_factory=dict)

    @property
    def facts(self) -> ProgramFacts:
        """What the plan is judged by."""
        return self.situation.facts

    @cached_property
    def others(self) -> tuple[Placement, ...]:
        """The child's other sessions in the plan, in order."""
        mine = self.situation.by_child.get(self.service.child.id, ())
        return tuple(each for each in mine if each.id != self.planned_id)

    @cached_property
    def moving(self) -> Placement | None:
        """The session that moves, as it is now; None for one that has no place yet."""
        placement = self.situation.placements.get(self.planned_id or 0)
        is_here = placement is not None and self.situation.takes_time(placement)
        return placement if is_here else None

    @cached_property
    def placed(self) -> int:
        """How many other sessions of the service there are."""
        there = len(self.situation.by_service.get(self.service.id, ()))
        return there - (self.moving is not None)

    def on_day(self, day: date) -> int:
        """Return how many other sessions the child has that day."""
        moving = self.moving is not None and self.moving.place.day == day
        return self.situation.on_day[self.service.child.id, day] - moving

    def in_week(self, day: date) -> int:
        """Return how many other sessions of the service are in the day's week."""
        week = week_of(day)
        moving = self.moving is not None and week_of(self.moving.place.day) == week
        return self.situation.in_week[self.service.id, week] - moving

    @cached_property
    def team(self) -> frozenset[int]:
        """The therapists of the service's other sessions."""
        return frozenset(
            each.place.therapist_id
            for each in self.situation.by_service.get(self.service.id, ())
            if each.id != self.planned_id
        )

    @cached_property
    def most_therapists(self) -> int | None:
        """How many there may be: the child's and the program's limit; None for any number."""
        choice = self.facts.rule(Rule.MOST_THERAPISTS)
        if self.facts.rule(Rule.SAME_THERAPIST).weight is Weight.MUST:
            return 1
        if choice.weight is Weight.IGNORE:
            return None
        return min(self.service.wanted.most_therapists, choice.number or MANY)

    def ends(self, place: Place) -> datetime:
        """Return when the session would end."""
        return place.starts + timedelta(minutes=self.service.minutes)

    def minutes(self, place: Place) -> tuple[int, int]:
        """Return its first minute of the day, and the first after it."""
        start = minute_of(place.starts)
        return start, start + self.service.minutes

    def busy(self, therapist_id: int, day: date) -> list[Booking]:
        """Return what else the therapist has that day."""
        if (therapist_id, day) not in self._busy:
            moving = -(self.planned_id or 0)
            self._busy[therapist_id, day] = [
                each for each in self.situation.of_therapist(therapist_id, day) if each.id != moving
            ]
        return self._busy[therapist_id, day]

    def working(self, therapist_id: int, day: date) -> Spans:
        """Return when the therapist works that day."""
        if (therapist_id, day) not in self._working:
            self._working[therapist_id, day] = self.facts.working(therapist_id, day)
        return self._working[therapist_id, day]

    @cached_property
    def caregivers(self) -> int:
        """How many adults bring the family's children; the most careful answer counts."""
        family = [self.service.child, *self._siblings()]
        return min(each.wishes.caregivers for each in family)

    def _siblings(self) -> list[ProgramChild]:
        return [self.facts.children[each] for each in self.service.child.sibling_ids]

    def writing(self, booking: Booking) -> int:
        """Return the minutes a therapist writes after a session of the plan, none after others."""
        therapist = self.facts.therapists.get(booking.therapist_id)
        is_planned = booking.id is not None and booking.id < 0
        return therapist.writing_minutes if therapist and is_planned else 0


PlaceRule = Callable[[Candidate, Place], Iterator[Remark]]


def stop(word: str, text: str) -> Remark:
    """Return a remark that makes a clash."""
    return Remark(Level.STOP, word, text)


def about(other: Booking, word: str, text: str) -> Remark:
    """Return a stop that another session causes."""
    planned = (-other.id,) if other.id is not None and other.id < 0 else ()
    sessions = (other.id,) if other.id is not None and other.id > 0 else ()
    return Remark(Level.STOP, word, text, planned, sessions)


def first_of(other: Booking) -> str:
    """Return what the child of a session is called."""
    return other.child_name.split()[0] if other.child_name else "a child"
