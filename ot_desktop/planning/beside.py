"""What regular visits and other children leave to one more child: therapists' time and rooms.

It is worked out from the file and the sessions alone, not from what the engine keeps, so that it
can audit the engine; of ``Problem`` it uses the days and the grid.
"""

from collections.abc import Iterable
from operator import or_
from typing import NamedTuple

from ot_desktop.planning.domain import Fixed, Instance, Service, Therapist, TimeOff
from ot_desktop.planning.masks import hits, runs, span
from ot_desktop.planning.problem import Problem, pieces
from ot_desktop.planning.state import Slot


class Taken(NamedTuple):
    """Masks of slots that are taken, by who and day; contact is a number of slots."""

    therapists: list[int]
    contact: list[int]
    rooms: list[int]
    children: list[int]

    def take(self, problem: Problem, fixed: Fixed) -> None:
        """Take what a fixed entry takes."""
        day, slots = problem.day_number[fixed.day], problem.between(fixed.window)
        if fixed.therapist is not None:
            at = problem.therapist_number[fixed.therapist] * len(problem.days) + day
            self.therapists[at] |= slots
            if fixed.contact:
                self.contact[at] += problem.length(fixed.window.end - fixed.window.start)
        if fixed.room is not None:
            self.rooms[problem.room_number[fixed.room] * len(problem.days) + day] |= slots


class Known(NamedTuple):
    """What was looked up already."""

    starts: list[dict[int, int]]  # by therapist and day: by length
    rooms: list[dict[tuple[tuple[str, ...], int], int]]  # by day: by kinds and length
    hours: dict[int, "Hours"]  # by therapist and day; no session changes them


class Beside:
    """What is taken, as masks of slots by who and day; a documentation gap is taken too."""

    def __init__(self, problem: Problem, taken: Taken, known: "Known | None" = None) -> None:
        self.problem = problem
        self.days = len(problem.days)
        self.taken = taken
        self.therapists, self.contact, self.rooms, self.children = taken
        self._known = known or Known([{} for _ in self.therapists], [{} for _ in problem.days], {})

    @classmethod
    def nothing(cls, problem: Problem) -> "Beside":
        """Return a program in which nothing at all is taken."""
        instance = problem.instance
        people, rooms, children = instance.therapists, instance.rooms, instance.children
        sizes = [len(each) * len(problem.days) for each in (people, people, rooms, children)]
        return cls(problem, Taken(*([0] * size for size in sizes)))

    @classmethod
    def fixed(cls, problem: Problem) -> "Beside":
        """Return what regular visits, meetings and closures take: a program without children."""
        empty = cls.nothing(problem)
        for each in problem.instance.fixed:
            if each.day in problem.day_number:
                empty.taken.take(problem, each)
        return empty

    def and_sessions(self, by_request: list[list[Slot]]) -> "Beside":
        """Return what is taken when these sessions, by request, are held too."""
        return self._changed(by_request, range(len(by_request)), add=True)

    def without(self, children: Iterable[int], by_request: list[list[Slot]]) -> "Beside":
        """Return what is taken when children, whose sessions are in it, stay out."""
        numbers = [number for child in children for number in self.problem.kids[child].requests]
        return self._changed(by_request, numbers, add=False)

    def _changed(
        self, by_request: list[list[Slot]], numbers: Iterable[int], *, add: bool
    ) -> "Beside":
        """Return what is taken with, or without, the services' sessions."""
        problem, days = self.problem, self.days
        taken = Taken(*map(list, self.taken))
        known = Known(list(self._known.starts), list(self._known.rooms), self._known.hours)
        change = or_ if add else _less
        for number in numbers:
            request = problem.requests[number]
            for day, start, therapist, room in by_request[number]:
                at, in_room = therapist * days + day, room * days + day
                own, slots = request.child * days + day, span(start, request.length)
                busy = span(start, request.length + problem.note_slots[therapist])
                taken.therapists[at] = change(taken.therapists[at], busy)
                taken.contact[at] += request.length if add else -request.length
                taken.rooms[in_room] = change(taken.rooms[in_room], slots)
                taken.children[own] = change(taken.children[own], slots)
                known.starts[at], known.rooms[day] = {}, {}
        return Beside(problem, taken, known)

    def hours(self, therapist: Therapist, number: int, day: int) -> "Hours":
        """Return the working day of a therapist, who may have longer hours than in the file."""
        weekday = self.problem.days[day].weekday()
        usual = self.problem.instance.therapists[number]
        if therapist is not usual and (
            therapist.hours.get(weekday) != usual.hours.get(weekday)
            or therapist.absences != usual.absences
        ):
            return Hours(self.problem, therapist, day)
        known = self._known.hours.get(number * self.days + day)
        if known is None:
            known = self._known.hours[number * self.days + day] = Hours(self.problem, usual, day)
        return known

    def therapist_starts(self, therapist: Therapist, number: int, day: int, length: int) -> int:
        """Return the starts at which a therapist has time for so many slots, notes and lunch."""
        at = number * self.days + day
        known = self._known.starts[at].get(length)
        if therapist is self.problem.instance.therapists[number] and known is not None:
            return known
        hours = self.hours(therapist, number, day)
        starts = 0
        if self.contact[at] + length <= hours.most_contact:
            starts = hours.starts(self.therapists[at], length)
        if hours is self._known.hours.get(at):
            self._known.starts[at][length] = starts
        return starts

    def room_starts(self, instance: Instance, service: Service, day: int, length: int) -> int:
        """Return the starts at which some room of the service's kinds is free."""
        known = self._known.rooms[day].get((service.room_kinds, length))
        if known is None:
            known = 0
            for number, room in enumerate(instance.rooms):
                if room.kind in service.room_kinds:
                    known |= runs(~self.rooms[number * self.days + day], length)
            self._known.rooms[day][service.room_kinds, length] = known
        return known


def _less(mask: int, other: int) -> int:
    return mask & ~other


class Hours:
    """One therapist's working day: windows without absences, and the lunch owed, if any."""

    def __init__(self, problem: Problem, therapist: Therapist, day: int) -> None:
        self.windows = working(problem, therapist, day)
        self.notes = problem.length(therapist.doc_gap_min)
        self.most_contact = problem.length(therapist.max_contact_min_per_day)
        self.lunch_starts = self.lunch = 0
        if therapist.lunch is not None:
            owed = problem.between(therapist.lunch.window)
            if any(not owed & ~window for window in self.windows):
                self.lunch = problem.length(therapist.lunch.minutes)
                self.lunch_starts = runs(owed, self.lunch)

    def starts(self, taken: int, length: int) -> int:
        """Return the starts of so many slots beside what is taken that leave some lunch."""
        needed = length + self.notes
        starts = 0
        for window in self.windows:
            starts |= runs(window & ~taken, needed)
        if not starts or not self.lunch_starts:
            return starts
        left, kept = self.lunches(taken), 0
        while left:
            low = left & -left
            left ^= low
            kept |= ~hits(low * ((1 << self.lunch) - 1), needed)
        return starts & kept

    def lunches(self, taken: int) -> int:
        """Return where lunch can begin beside what is taken."""
        return self.lunch_starts & runs(~taken, self.lunch)


def working(problem: Problem, therapist: Therapist, day: int) -> list[int]:
    """Return a therapist's windows of a day as masks, absences taken out."""
    away = away_slots(problem, therapist.absences, day)
    windows = []
    for window in therapist.hours.get(problem.days[day].weekday(), ()):
        windows += pieces(problem.between(window) & ~away)
    return windows


def away_slots(problem: Problem, times_off: tuple[TimeOff, ...], day: int) -> int:
    """Return the slots of a day in which somebody is away."""
    away = 0
    for off in times_off:
        if off.day == problem.days[day]:
            away |= problem.between(off.window)
    return away
