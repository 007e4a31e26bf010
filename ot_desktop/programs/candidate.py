"""One session looking for a place, and how what is said about a place is made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from ot_desktop.programs.domain import ProgramChild, Rule, Weight
from ot_desktop.programs.facts import ProgramFacts, Service
from ot_desktop.programs.placement import Level, Place, Placement, Remark
from ot_desktop.programs.situation import Situation
from ot_desktop.scheduling.domain import Booking, minute_of

MANY = 99


@dataclass(frozen=True)
class Candidate:
    """One session of a service looking for a place; ``planned_id`` names the one that moves."""

    situation: Situation
    service: Service
    planned_id: int | None = None

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
    def same_service(self) -> tuple[Placement, ...]:
        """Those of them that are of the same service."""
        return tuple(each for each in self.others if each.wanted_id == self.service.id)

    @cached_property
    def team(self) -> tuple[int, ...]:
        """The therapists of the service so far."""
        return tuple({each.place.therapist_id: None for each in self.same_service})

    @cached_property
    def most_therapists(self) -> int | None:
        """How many there may be: the child's and the program's limit; None for any number."""
        choice = self.facts.program.rule(Rule.MOST_THERAPISTS)
        if self.facts.program.rule(Rule.SAME_THERAPIST).weight is Weight.MUST:
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
        return [
            each
            for each in self.situation.bookings(day)
            if each.therapist_id == therapist_id
            and (self.planned_id is None or each.id != -self.planned_id)
        ]

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
