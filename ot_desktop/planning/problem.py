"""An instance as the engine sees it: numbers instead of names, masks of slots instead of times."""

from collections import defaultdict
from datetime import date
from functools import partial
from operator import and_
from typing import NamedTuple

from ot_desktop.planning.domain import (
    Child,
    Fixed,
    Instance,
    Service,
    Therapist,
    TimeOff,
    Window,
)
from ot_desktop.planning.masks import runs, span
from ot_desktop.planning.program_days import follows, open_window, program_days, slot_range, weeks
from ot_desktop.planning.words import MOST_SLOTS


class Request(NamedTuple):
    """One service of one child, by numbers; ``windows`` and ``team`` masks are starts by day."""

    child: int
    length: int  # slots
    least: int
    most: int
    per_week: int
    max_team: int
    spread: bool
    care: int  # points of one session
    therapists: tuple[int, ...]
    strangers: tuple[int, ...]  # points for not being the primary, beside ``therapists``
    rooms: tuple[int, ...]  # least wanted by others first
    windows: tuple[int, ...]  # by day: starts the family, the clinic and the payer allow
    starts: tuple[tuple[int, ...], ...]  # beside ``therapists``, by day: those of them with time
    preferred: int  # starts inside a preferred window


class Kid(NamedTuple):
    """One child, by numbers."""

    family: int
    requests: tuple[int, ...]
    per_day: int
    visits: int
    priority: int
    waiting_weeks: int
    siblings: tuple[int, ...]  # who must not be in session at the same time


class Problem:
    """Everything that never changes while a plan is searched."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.days = program_days(instance)
        self.first_slot, self.slots = slot_range(instance)
        self.week_days = weeks(self.days)
        self.follows = follows(self.days)
        self._number_people()
        self.open_slots = [self.between(open_window(instance, day)) for day in self.days]
        self.working = [
            self._working(therapist, day) for therapist in instance.therapists for day in self.days
        ]
        self._fixed = self._group_fixed()
        self._starts: dict[tuple[int, int], list[int]] = {}
        self.free_therapist = [
            self._free_time(number, day)
            for number in range(len(instance.therapists))
            for day in range(len(self.days))
        ]
        self.contact_left = [
            self._contact_left(therapist, day)
            for therapist in instance.therapists
            for day in self.days
        ]
        self.note_slots = [self.length(each.doc_gap_min) for each in instance.therapists]
        self.lunch_slots = [
            self.length(each.lunch.minutes) if each.lunch else 0 for each in instance.therapists
        ]
        self.lunch_starts = [
            self._lunch_starts(number, day)
            for number in range(len(instance.therapists))
            for day in range(len(self.days))
        ]
        self.free_room = [
            ~self._taken(("room", room.id, day)) for room in instance.rooms for day in self.days
        ]
        self.travel = [
            family.travel_min // 10 * instance.weights.trip_per_10_min
            for family in instance.families
        ]
        self.trip_gap = instance.trip_gap_min // instance.grid_min
        self.off_time = self._off_time()
        self.requests = [self._request(*pair) for pair in instance.service_of.values()]
        self.kids = [self._kid(child) for child in instance.children]

    def length(self, minutes: int) -> int:
        """Return minutes as slots, rounded up."""
        return -(-minutes // self.instance.grid_min)

    def slot(self, minutes: int) -> int:
        """Return the slot that begins then; may lie outside the day."""
        return minutes // self.instance.grid_min - self.first_slot

    def minutes(self, slot: int) -> int:
        """Return when the slot begins."""
        return (slot + self.first_slot) * self.instance.grid_min

    def between(self, window: Window) -> int:
        """Return the slots of the window that the grid has."""
        start, end = max(0, self.slot(window.start)), min(self.slots, self.slot(window.end))
        return span(start, end - start) if start < end else 0

    def _number_people(self) -> None:
        instance = self.instance
        self.therapist_number = {each.id: i for i, each in enumerate(instance.therapists)}
        self.room_number = {each.id: i for i, each in enumerate(instance.rooms)}
        self.child_number = {each.id: i for i, each in enumerate(instance.children)}
        self.family_number = {each.id: i for i, each in enumerate(instance.families)}
        self.request_number = {each: i for i, each in enumerate(instance.service_of)}
        self.day_number = {each: i for i, each in enumerate(self.days)}
        wanted = [
            kind for _, service in instance.service_of.values() for kind in service.room_kinds
        ]
        self.room_demand = [wanted.count(room.kind) for room in instance.rooms]

    def _group_fixed(self) -> dict[tuple[str, str | None, date], list[Fixed]]:
        """Return the regular caseload by therapist and by room."""
        groups: dict[tuple[str, str | None, date], list[Fixed]] = defaultdict(list)
        for fixed in self.instance.fixed:
            groups["therapist", fixed.therapist, fixed.day].append(fixed)
            groups["room", fixed.room, fixed.day].append(fixed)
        return groups

    def _taken(self, key: tuple[str, str, date]) -> int:
        """Return the slots the regular caseload has of a therapist's or a room's day."""
        taken = 0
        for fixed in self._fixed.get(key, ()):
            taken |= self.between(fixed.window)
        return taken

    def _working(self, therapist: Therapist, day: date) -> list[int]:
        """Return the therapist's windows of the day without absences, each as its own slots."""
        away = self._away(therapist.absences, day)
        windows = []
        for window in therapist.hours.get(day.weekday(), ()):
            windows += pieces(self.between(window) & ~away)
        return windows

    def _away(self, times_off: tuple[TimeOff, ...], day: date) -> int:
        away = 0
        for off in times_off:
            if off.day == day:
                away |= self.between(off.window)
        return away

    def _free_time(self, number: int, day: int) -> int:
        free = 0
        for window in self.working[number * len(self.days) + day]:
            free |= window
        therapist = self.instance.therapists[number].id
        return free & ~self._taken(("therapist", therapist, self.days[day]))

    def _contact_left(self, therapist: Therapist, day: date) -> int:
        fixed = sum(
            each.window.end - each.window.start
            for each in self._fixed.get(("therapist", therapist.id, day), ())
            if each.contact
        )
        return (therapist.max_contact_min_per_day - fixed) // self.instance.grid_min

    def _lunch_starts(self, number: int, day: int) -> int:
        """Return where lunch may begin; 0 where no lunch is owed that day."""
        therapist = self.instance.therapists[number]
        if therapist.lunch is None:
            return 0
        owed = self.between(therapist.lunch.window)
        if all(owed & ~window for window in self.working[number * len(self.days) + day]):
            return 0
        return runs(owed, self.length(therapist.lunch.minutes))

    def _off_time(self) -> list[int]:
        """Return the points for a start so many slots off the usual one."""
        weights = self.instance.weights
        return [0] + [
            weights.off_time_base + weights.off_time_per_slot * min(weights.off_time_cap_slots, off)
            for off in range(1, self.slots + 1)
        ]

    def _request(self, child: Child, service: Service) -> Request:
        instance, length = self.instance, self.length(service.duration_min)
        able = [
            number
            for number, therapist in enumerate(instance.therapists)
            if service.skill in therapist.skills and therapist.id not in child.excluded_therapists
        ]
        primary = self.therapist_number.get(child.primary_therapist or "")
        stranger = instance.weights.not_primary if primary in able else 0
        windows = tuple(map(partial(self._family_starts, child, length), range(len(self.days))))
        rooms = [i for i, room in enumerate(instance.rooms) if room.kind in service.room_kinds]
        return Request(
            child=self.child_number[child.id],
            length=length,
            least=service.min_sessions,
            most=service.sessions,
            per_week=service.max_per_week,
            max_team=service.max_therapists,
            spread=service.spread and instance.weights.adjacent_days > 0,
            care=self._care(child) * length,
            therapists=tuple(able[:MOST_SLOTS]),
            strangers=tuple(0 if number == primary else stranger for number in able),
            rooms=tuple(sorted(rooms, key=lambda room: (self.room_demand[room], room))),
            windows=windows,
            starts=tuple(
                tuple(map(and_, self._therapist_starts(number, length), windows)) for number in able
            ),
            preferred=self._preferred(child, length),
        )

    def _care(self, child: Child) -> int:
        weights = self.instance.weights
        waiting = child.waiting_weeks // weights.wait_bonus_weeks_per_point
        return weights.care_per_slot[child.priority] + min(weights.wait_bonus_max, waiting)

    def _family_starts(self, child: Child, length: int, number: int) -> int:
        day, authorization = self.days[number], child.authorization
        open_starts = runs(self.open_slots[number], length)
        if not open_starts or not authorization.first_day <= day <= authorization.last_day:
            return 0
        away = self._away(child.unavailable, day)
        starts = 0
        for window in child.availability.get(day.weekday(), ()):
            starts |= runs(self.between(window) & ~away, length)
        return starts & open_starts

    def _therapist_starts(self, number: int, length: int) -> list[int]:
        """Return by day when the therapist has time for so many slots and the notes."""
        known = self._starts.get((number, length))
        if known is None:
            needed = length + self.note_slots[number]
            first = number * len(self.days)
            known = [self._day_starts(first + day, needed) for day in range(len(self.days))]
            self._starts[number, length] = known
        return known

    def _day_starts(self, at: int, needed: int) -> int:
        free, lunch = self.free_therapist[at], self.lunch_starts[at]
        if lunch and not lunch & runs(free, self.lunch_slots[at // len(self.days)]):
            return 0  # no lunch is left even without a session
        starts = 0
        for window in self.working[at]:
            starts |= runs(window & free, needed)
        return starts

    def _preferred(self, child: Child, length: int) -> int:
        if not child.preferred:
            return span(0, self.slots)
        starts = 0
        for window in child.preferred:
            starts |= runs(self.between(window), length)
        return starts

    def _kid(self, child: Child) -> Kid:
        family = self.instance.families[self.family_number[child.family]]
        together = family.caregivers == 1
        others = [self.child_number[each] for each in family.children if each != child.id]
        return Kid(
            family=self.family_number[child.family],
            requests=tuple(self.request_number[service.id] for service in child.services),
            per_day=child.max_sessions_per_day,
            visits=child.authorization.visits,
            priority=child.priority,
            waiting_weeks=child.waiting_weeks,
            siblings=tuple(others) if together else (),
        )


def pieces(mask: int) -> list[int]:
    """Return each unbroken stretch of the mask as a mask of its own."""
    found = []
    while mask:
        low = mask & -mask
        piece = mask & ~(mask + low)
        found.append(piece)
        mask ^= piece
    return found
