"""What an intensive is planned around: its people, the clinic, and the calendar beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from ot_desktop.planning.domain import Window
from ot_desktop.programs.dates import OpenDays
from ot_desktop.programs.domain import (
    Program,
    ProgramChild,
    ProgramTherapist,
    Rule,
    RuleChoice,
    SessionKind,
    Wanted,
)
from ot_desktop.scheduling.authorizations import Ledger
from ot_desktop.scheduling.domain import MINUTES_A_DAY, Booking, SessionStatus
from ot_desktop.scheduling.facts import (
    ChildFacts,
    ClinicFacts,
    FamilyTimes,
    Spans,
    spans_by_weekday,
)


@dataclass(frozen=True, slots=True)
class Service:
    """One wanted service with the child it is for and what kind it is.

    ``series_id`` is the series its sessions became. ``is_over`` when it was dropped or the child
    left: what was held of it stays in the plan.
    """

    id: int
    child: ProgramChild
    wanted: Wanted
    kind: SessionKind
    series_id: int | None = None
    is_over: bool = False

    @property
    def minutes(self) -> int:
        """How long each of its sessions is."""
        return self.kind.length_minutes


@dataclass(frozen=True, slots=True)
class OwnSession:
    """A visit in the calendar that came from this program."""

    id: int
    series_id: int
    child_id: int
    therapist_id: int
    room_id: int | None
    starts: datetime
    ends: datetime
    status: SessionStatus
    has_note: bool
    authorization_id: int | None = None
    override_reason: str = ""
    number: int | None = None
    interpreter_id: int | None = None

    def is_history(self, now: datetime) -> bool:
        """Whether it has begun, was called off or is written about: nothing moves it any more."""
        return not self.status.is_open or self.has_note or self.starts <= now


@dataclass(frozen=True)
class ProgramFacts:
    """Everything but the plan. ``bookings`` are visits that stay put, own ones not among them.

    ``children`` and ``services`` hold those who left and what was dropped too. ``relatives`` maps
    a child to every other child the same adult brings, in the program or not. ``ledgers`` hold
    approvals without the visits this program itself has in the calendar.
    """

    program: Program
    clinic: ClinicFacts
    now: datetime
    children: Mapping[int, ProgramChild]
    services: Mapping[int, Service]
    bookings: Mapping[date, tuple[Booking, ...]]
    own: Mapping[int, OwnSession]
    relatives: Mapping[int, frozenset[int]]
    ledgers: Mapping[int, Ledger]

    def is_like(self, other: "ProgramFacts") -> bool:
        """Say whether nothing is different but the time, and that has not made anything history."""
        return replace(self, now=other.now) == other and all(
            each.is_history(self.now) == each.is_history(other.now) for each in self.own.values()
        )

    @cached_property
    def open_services(self) -> tuple[Service, ...]:
        """What is still to be had, child by child."""
        return tuple(each for each in self.services.values() if not each.is_over)

    @cached_property
    def therapists(self) -> dict[int, ProgramTherapist]:
        """Who takes part, by id."""
        return {each.therapist_id: each for each in self.program.therapists}

    @cached_property
    def _rules(self) -> dict[Rule, RuleChoice]:
        return {each: self.program.rule(each) for each in Rule}

    def rule(self, rule: Rule) -> RuleChoice:
        """Return the choice made for one rule."""
        return self._rules[rule]

    @cached_property
    def by_child_id(self) -> dict[int, ProgramChild]:
        """The program's children by the child they are."""
        return {each.child_id: each for each in self.children.values()}

    @cached_property
    def days(self) -> frozenset[date]:
        """The days somebody is seen on."""
        return frozenset(self.program.days)

    @cached_property
    def child_facts(self) -> dict[int, ChildFacts]:
        """What the calendar's rules ask about each child, approvals left out."""
        span = (self.program.starts_on, self.program.ends_on)
        return {
            each.child_id: ChildFacts(
                name=each.full_name,
                family_times=(FamilyTimes(*span, spans_by_weekday(each.wishes.can_come)),),
            )
            for each in self.children.values()
        }

    def first_name(self, therapist_id: int) -> str:
        """Return what families call a therapist."""
        name = self.clinic.therapist_name(therapist_id)
        return name.split()[0] if name else "Somebody who left"

    def hours(self, therapist_id: int, weekday: int) -> Spans:
        """Return when a therapist works on a weekday: own hours inside the clinic's."""
        clinic = self.clinic
        open_spans = clinic.hours.get(weekday, ()) if clinic.hours else ((0, MINUTES_A_DAY),)
        therapist = clinic.therapists.get(therapist_id)
        if therapist is None:
            return ()
        own = open_spans
        if therapist.hours:
            own = clinic.therapist_hours.get((therapist_id, weekday), ())
        spans = ((max(one[0], two[0]), min(one[1], two[1])) for one in own for two in open_spans)
        return tuple((start, end) for start, end in spans if start < end)

    def working(self, therapist_id: int, day: date) -> Spans:
        """Return when a therapist works that day: their hours with the time off cut out."""
        if day in self.clinic.closed:
            return ()
        away = [each.minutes for each in self.clinic.away.get((therapist_id, day), ())]
        return without(self.hours(therapist_id, day.weekday()), away)


def without(spans: Iterable[tuple[int, int]], taken: Iterable[tuple[int, int]]) -> Spans:
    """Return the stretches with others cut out of them."""
    left = list(spans)
    for start, end in taken:
        pieces = [((a, min(b, start)), (max(a, end), b)) for a, b in left]
        left = [piece for pair in pieces for piece in pair if piece[0] < piece[1]]
    return tuple(left)


def open_windows(clinic: ClinicFacts) -> dict[int, Window]:
    """Return from when to when the clinic is open, by weekday, a lunch break not looked at."""
    return {weekday: Window(spans[0][0], spans[-1][1]) for weekday, spans in clinic.hours.items()}


def open_days(clinic: ClinicFacts) -> OpenDays:
    """Return the days on which the clinic sees anybody."""
    return OpenDays(frozenset(clinic.hours), clinic.closed)
