"""What the rules need to know of the clinic, the children and the visits around a day."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter

from ot_desktop.planning.domain import WHOLE_DAY, Window
from ot_desktop.scheduling.authorizations import Ledger
from ot_desktop.scheduling.domain import Booking, Visit
from ot_desktop.settings.domain import Clinic, Hours, Room, Therapist

Spans = tuple[tuple[int, int], ...]
"""Stretches of one day, in minutes from midnight."""


@dataclass(frozen=True, slots=True)
class TimeOff:
    """A therapist away or a room closed on one day; ``window`` None is the whole day."""

    id: int
    day: date
    window: Window | None
    reason: str
    therapist_id: int | None = None
    room_id: int | None = None

    @property
    def minutes(self) -> tuple[int, int]:
        """Its first minute of the day, and the first after it."""
        window = self.window or WHOLE_DAY
        return window.start, window.end


@dataclass(frozen=True, slots=True)
class HeldTime:
    """A time offered to a waiting family, as if they had it already; theirs ``until`` then."""

    family: Booking
    until: datetime


@dataclass(frozen=True, slots=True)
class FamilyTimes:
    """What a family said of some days: when they can come, and when they are away.

    No ``hours`` means that nobody asked.
    """

    first: date
    last: date
    hours: Mapping[int, Spans] = field(default_factory=dict)
    away: tuple[tuple[date, date], ...] = ()

    def rule_out(self, visit: Visit) -> bool:
        """Say whether the family cannot come then."""
        day = visit.day
        if not self.first <= day <= self.last:
            return False
        if any(first <= day <= last for first, last in self.away):
            return True
        return bool(self.hours) and not within(visit.minutes, self.hours.get(day.weekday(), ()))


@dataclass(frozen=True, slots=True)
class ChildFacts:
    """What matters about a child when a visit is put somewhere.

    ``siblings`` come with the same adult.
    """

    name: str
    siblings: frozenset[int] = frozenset()
    here_from: date | None = None
    here_until: date | None = None
    family_times: tuple[FamilyTimes, ...] = ()
    usual_room_id: int | None = None
    ledger: Ledger = field(default=Ledger())


_NOBODY = ChildFacts("")


@dataclass(frozen=True, slots=True)
class ClinicFacts:
    """The clinic's hours, closed days, therapists, rooms and time off, ready to be looked up."""

    hours: Mapping[int, Spans]
    therapist_hours: Mapping[tuple[int, int], Spans]
    closed: Mapping[date, str]
    therapists: Mapping[int, Therapist]
    rooms: Mapping[int, Room]
    clean_up_minutes: int = 0
    grid_minutes: int = 15
    away: Mapping[tuple[int, date], tuple[TimeOff, ...]] = field(default_factory=dict)
    room_closed: Mapping[tuple[int, date], tuple[TimeOff, ...]] = field(default_factory=dict)
    held: Mapping[date, tuple[HeldTime, ...]] = field(default_factory=dict)
    interpreters: Mapping[int, str] = field(default_factory=dict)
    may_book_unconfirmed: bool = True

    @classmethod
    def of(cls, clinic: Clinic) -> "ClinicFacts":
        """Sort a clinic's description for looking up."""
        return cls(
            hours=spans_by_weekday(clinic.hours),
            therapist_hours={
                (therapist.id, weekday): spans
                for therapist in clinic.therapists
                for weekday, spans in spans_by_weekday(therapist.hours).items()
            },
            closed={closed.day: closed.reason for closed in clinic.closed_days},
            therapists={therapist.id: therapist for therapist in clinic.therapists},
            rooms={room.id: room for room in clinic.rooms},
            clean_up_minutes=clinic.settings.cleanup_minutes,
            grid_minutes=clinic.settings.grid_minutes,
            interpreters={each.id: each.name for each in clinic.interpreters},
            may_book_unconfirmed=clinic.settings.may_book_unconfirmed,
        )

    def with_time_off(self, time_off: Iterable[TimeOff]) -> "ClinicFacts":
        """Return facts that know when therapists are away and rooms are closed."""
        away: defaultdict[tuple[int, date], tuple[TimeOff, ...]] = defaultdict(tuple, self.away)
        closed: defaultdict[tuple[int, date], tuple[TimeOff, ...]]
        closed = defaultdict(tuple, self.room_closed)
        for each in time_off:
            if each.therapist_id is not None:
                away[each.therapist_id, each.day] += (each,)
            if each.room_id is not None:
                closed[each.room_id, each.day] += (each,)
        return replace(self, away=dict(away), room_closed=dict(closed))

    def with_held(self, held: Iterable[HeldTime]) -> "ClinicFacts":
        """Return facts that know these offered times, and no others."""
        days: defaultdict[date, tuple[HeldTime, ...]] = defaultdict(tuple)
        for each in held:
            days[each.family.starts.date()] += (each,)
        return replace(self, held=dict(days)) if days or self.held else self

    def therapist_name(self, therapist_id: int) -> str:
        """Return the name, or nothing for somebody who left."""
        therapist = self.therapists.get(therapist_id)
        return therapist.name if therapist else ""

    def room_name(self, room_id: int | None) -> str:
        """Return the name, or nothing for no room or one no longer in use."""
        room = self.rooms.get(room_id) if room_id is not None else None
        return room.name if room else ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything one check looks at; bookings that were called off are not in it."""

    clinic: ClinicFacts
    children: Mapping[int, ChildFacts]
    by_day: Mapping[date, tuple[Booking, ...]]

    @classmethod
    def of(
        cls, clinic: ClinicFacts, children: Mapping[int, ChildFacts], bookings: Iterable[Booking]
    ) -> "Facts":
        """Sort bookings by day and drop those that take nobody's time."""
        return cls(clinic, children, bookings_by_day(bookings))

    def around(self, visit: Visit) -> tuple[Booking, ...]:
        """Return the other bookings of the visit's day."""
        day = self.by_day.get(visit.day, ())
        if visit.session_id is None:
            return day
        return tuple(booking for booking in day if booking.id != visit.session_id)

    def child(self, child_id: int) -> ChildFacts:
        """Return what is known of a child; nothing but a blank name for an unknown one."""
        return self.children.get(child_id, _NOBODY)

    def with_bookings(self, bookings: Iterable[Booking]) -> "Facts":
        """Return facts that know more bookings; one already known is not counted twice."""
        known = {booking.id for day in self.by_day.values() for booking in day}
        more = [each for each in bookings if each.id is None or each.id not in known]
        return replace(self, by_day={**self.by_day, **self._joined(bookings_by_day(more))})

    def with_visit(self, visit: Visit) -> "Facts":
        """Return facts in which the visit is booked, its approved visit used.

        One that only moves has used its approved visit already.
        """
        child = self.child(visit.child_id)
        booking = Booking(
            id=None,
            child_id=visit.child_id,
            therapist_id=visit.therapist_id,
            room_id=visit.room_id,
            starts=visit.starts,
            ends=visit.ends,
            child_name=child.name,
            therapist_name=self.clinic.therapist_name(visit.therapist_id),
            room_name=self.clinic.room_name(visit.room_id),
            interpreter_id=visit.interpreter_id,
            comes_with_id=visit.comes_with_id,
        )
        if visit.session_id is None and child.ledger.approvals:
            ledger = child.ledger.after_visit(visit.day, visit.length_minutes)
            child = replace(child, ledger=ledger)
        return Facts(
            self.clinic,
            {**self.children, visit.child_id: child},
            {**self.by_day, visit.day: (*self.by_day.get(visit.day, ()), booking)},
        )

    def without(self, session_ids: Collection[int]) -> "Facts":
        """Return facts in which the present places of some sessions are free."""
        others = {
            day: tuple(each for each in bookings if each.id not in session_ids)
            for day, bookings in self.by_day.items()
        }
        return replace(self, by_day=others)

    def _joined(
        self, more: Mapping[date, tuple[Booking, ...]]
    ) -> Mapping[date, tuple[Booking, ...]]:
        return {day: self.by_day.get(day, ()) + bookings for day, bookings in more.items()}


def bookings_by_day(bookings: Iterable[Booking]) -> dict[date, tuple[Booking, ...]]:
    """Return bookings that take time, by their day, each day in order of start."""

    def day_of(booking: Booking) -> date:
        return booking.starts.date()

    live = sorted((each for each in bookings if each.status.takes_time), key=attrgetter("starts"))
    return {day: tuple(group) for day, group in groupby(live, key=day_of)}


def spans_by_weekday(hours: Iterable[Hours]) -> dict[int, Spans]:
    """Return the stretches of each weekday in order; touching ones become one."""
    days: dict[int, list[tuple[int, int]]] = {}
    for stretch in sorted(hours, key=lambda each: (each.weekday, each.starts_min)):
        spans = days.setdefault(stretch.weekday, [])
        if spans and spans[-1][1] >= stretch.starts_min:
            spans[-1] = (spans[-1][0], max(spans[-1][1], stretch.ends_min))
        else:
            spans.append((stretch.starts_min, stretch.ends_min))
    return {weekday: tuple(spans) for weekday, spans in days.items()}


def within(minutes: tuple[int, int], spans: Spans) -> bool:
    """Say whether a stretch lies in one of ``spans`` as a whole."""
    return any(start <= minutes[0] and minutes[1] <= end for start, end in spans)
