"""A plan under construction: always valid, changed one service at a time, its points kept."""

from ot_desktop.planning import masks, words
from ot_desktop.planning.holders import NOBODY, Holders
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.service_points import ServicePoints, Slot
from ot_desktop.planning.tables import Tables
from ot_desktop.planning.words import Row

__all__ = ["Slot", "State"]


class State:
    """Who is where; every mask has a bit for each free (people, rooms) or busy (children) slot.

    ``kept`` sessions are booked from the beginning and stay: ``clear`` leaves them.
    """

    def __init__(self, problem: Problem, kept: dict[int, list[Slot]] | None = None) -> None:
        self.problem = problem
        self.tables = Tables(problem)
        self.days = len(problem.days)
        self.sessions: list[list[Slot]] = [[] for _ in problem.requests]
        self.free_therapist = Row("q", problem.free_therapist)
        self.contact_left = Row("q", problem.contact_left)
        self.free_room = Row("q", problem.free_room)
        self.busy = words.row(len(problem.kids) * self.days)
        self.visits = words.row(len(problem.kids) * self.days)
        self.holders = Holders(self.tables, len(problem.free_therapist), len(problem.free_room))
        self.points = words.row(len(problem.requests))
        self.trip_points = words.row(len(problem.travel) * self.days)
        self.score = 0
        self._service = ServicePoints(self.tables, len(problem.note_slots))
        self._look()
        self.kept: list[list[Slot]] = [[] for _ in problem.requests]
        for number, sessions in (kept or {}).items():
            self.place(number, sessions)
            self.kept[number] = self.sessions[number]

    def _look(self) -> None:
        self._free_therapist = words.view(self.free_therapist)
        self._contact_left = words.view(self.contact_left)
        self._free_room = words.view(self.free_room)
        self._busy = words.view(self.busy)
        self._visits = words.view(self.visits)
        self._points = words.view(self.points)
        self._trip_points = words.view(self.trip_points)

    def place(self, number: int, sessions: list[Slot]) -> None:
        """Give a service these sessions, in order, instead of what it has; new ones must be free.

        Kept sessions are among them.
        """
        had = self.sessions[number]
        changed = []
        for session in had:
            if session not in sessions:
                self._free(number, session)
                changed.append(session)
        for session in sessions:
            if session not in had:
                self._book(number, session)
                changed.append(session)
        self.sessions[number] = sessions
        self._count_points(number, changed)

    def clear(self, number: int) -> list[Slot]:
        """Free all sessions of a service but the kept ones; return what it had."""
        sessions = self.sessions[number]
        self.place(number, self.kept[number])
        return sessions

    def _book(self, number: int, session: Slot) -> None:
        tables, days = self.tables, self.days
        day, start, therapist, room = session
        length = tables.length[number]
        taken = masks.span(start, length)
        at, in_room = therapist * days + day, room * days + day
        child = tables.child[number] * days + day
        self._free_therapist[at] &= ~masks.span(start, length + tables.note_slots[therapist])
        self._contact_left[at] -= length
        self._free_room[in_room] &= ~taken
        self._busy[child] |= taken
        self._visits[child] += 1
        self.holders.note(at, in_room, start, number)

    def _free(self, number: int, session: Slot) -> None:
        tables, days = self.tables, self.days
        day, start, therapist, room = session
        length = tables.length[number]
        taken = masks.span(start, length)
        at, in_room = therapist * days + day, room * days + day
        child = tables.child[number] * days + day
        self._free_therapist[at] |= masks.span(start, length + tables.note_slots[therapist])
        self._contact_left[at] += length
        self._free_room[in_room] |= taken
        self._busy[child] &= ~taken
        self._visits[child] -= 1
        self.holders.note(at, in_room, start, NOBODY)

    def _count_points(self, number: int, changed: list[Slot]) -> None:
        """Bring the score up to date after the service changed on the days of these sessions."""
        points = self._service.of(number, self.sessions[number])
        self.score += points - self._points[number]
        self._points[number] = points
        family = self.tables.family[self.tables.child[number]]
        before = -1
        for session in changed:
            day = session[0]
            if day != before:
                at = family * self.days + day
                cost = self.trip_cost(family, self.family_busy(family, day))
                self.score += self._trip_points[at] - cost
                self._trip_points[at] = cost
            before = day

    def family_busy(self, family: int, day: int) -> int:
        """Return the slots in which somebody of the family is in session."""
        tables, busy = self.tables, 0
        for at in range(tables.first_kid[family], tables.first_kid[family + 1]):
            busy |= self._busy[tables.kid[at] * self.days + day]
        return busy

    def trip_cost(self, family: int, busy: int) -> int:
        """Return the points of a family's day with these busy slots."""
        tables = self.tables
        return masks.trip_points(busy, tables.trip_gap, tables.travel[family], tables.wait_per_slot)

    def service_points(self, number: int, sessions: list[Slot]) -> int:
        """Return the points of a service with these sessions, in order; trips left out."""
        return self._service.of(number, sessions)

    def blocked(self, child: int, day: int) -> int:
        """Return the slots in which the child, or the caregiver with a sibling, is in session."""
        tables, busy = self.tables, self._busy[child * self.days + day]
        for at in range(tables.first_sibling[child], tables.first_sibling[child + 1]):
            busy |= self._busy[tables.sibling[at] * self.days + day]
        return busy

    def lunch_kept(self, therapist: int, day: int, length: int) -> int:
        """Return the starts at which ``length`` slots leave the therapist a lunch (-1 for all)."""
        at = therapist * self.days + day
        owed = self.tables.lunch_starts[at]
        if not owed:
            return -1
        lunch = self.tables.lunch_slots[therapist]
        left = owed & masks.runs(self._free_therapist[at], lunch)
        return masks.beside_lunch(left, lunch, length)

    def has_lunch_beside(self, therapist: int, day: int, taken: int) -> bool:
        """Say whether the therapist has the lunch that is owed, with these slots taken too."""
        at = therapist * self.days + day
        owed = self.tables.lunch_starts[at]
        left = self._free_therapist[at] & ~taken
        return not owed or (owed & masks.runs(left, self.tables.lunch_slots[therapist])) != 0

    def hours_left(self, therapist: int, day: int) -> int:
        """Return the slots the therapist may still be in session that day."""
        return self._contact_left[therapist * self.days + day]

    def visits_on(self, child: int, day: int) -> int:
        """Return how many sessions the child has that day."""
        return self._visits[child * self.days + day]

    def therapist_starts(self, number: int, position: int, day: int) -> int:
        """Return the starts that are free for one of the service's therapists, rooms left out."""
        tables = self.tables
        able = tables.first_able[number] + position
        starts = tables.starts[able * self.days + day]
        if not starts:
            return 0
        therapist = tables.therapist[able]
        at = therapist * self.days + day
        if self._contact_left[at] < tables.length[number]:
            return 0
        length = tables.length[number] + tables.note_slots[therapist]
        starts &= masks.runs(self._free_therapist[at], length)
        return starts & self.lunch_kept(therapist, day, length) if starts else 0

    def loose_starts(self, number: int, position: int, day: int) -> int:
        """Return the starts with free time of the therapist both right before and right after."""
        tables = self.tables
        therapist = tables.therapist[tables.first_able[number] + position]
        free = self._free_therapist[therapist * self.days + day]
        length = tables.length[number] + tables.note_slots[therapist]
        return free << 1 & free >> length

    def room_starts(self, number: int, day: int) -> int:
        """Return the starts at which some room of the service is free."""
        tables, starts = self.tables, 0
        for at in range(tables.first_room[number], tables.first_room[number + 1]):
            room = tables.room[at]
            starts |= masks.runs(self._free_room[room * self.days + day], tables.length[number])
        return starts

    def room_is_free(self, number: int, room: int, day: int, start: int) -> bool:
        """Say whether the room is free for a session of the service."""
        taken = masks.span(start, self.tables.length[number])
        return not taken & ~self._free_room[room * self.days + day]

    def room_for(self, number: int, day: int, start: int) -> int:
        """Return the free room that others want least, or -1."""
        tables = self.tables
        for at in range(tables.first_room[number], tables.first_room[number + 1]):
            if self.room_is_free(number, tables.room[at], day, start):
                return tables.room[at]
        return -1

    def child_starts(self, number: int, day: int) -> int:
        """Return the starts at which the child can have one more session that day."""
        child = self.tables.child[number]
        if self._visits[child * self.days + day] >= self.tables.per_day[child]:
            return 0
        busy = masks.hits(self.blocked(child, day), self.tables.length[number])
        return self.tables.windows[number * self.days + day] & ~busy

    def stays_on(self, number: int, day: int) -> bool:
        """Say whether the service has a kept session that day."""
        return any(session[0] == day for session in self.kept[number])

    def is_in(self, child: int) -> bool:
        """Say whether the child has a place; kept sessions alone may be too few for one."""
        for number in self.problem.kids[child].requests:
            booked = len(self.sessions[number])
            if not booked or (self.kept[number] and booked < self.tables.least[number]):
                return False
        return True

    def sessions_of(self, child: int) -> int:
        """Return how many sessions the child has."""
        booked = 0
        for number in self.problem.kids[child].requests:
            booked += len(self.sessions[number])
        return booked

    def take_out(self, child: int) -> None:
        """Free all sessions of a child but the kept ones."""
        for number in self.problem.kids[child].requests:
            self.clear(number)

    def snapshot(self) -> list[list[Slot]]:
        """Return the sessions of all services."""
        return list(self.sessions)

    def restore(self, kept: list[list[Slot]]) -> None:
        """Go back to a snapshot; only services that differ are touched."""
        changed = [
            number for number, sessions in enumerate(kept) if sessions is not self.sessions[number]
        ]
        for number in changed:
            self.clear(number)
        for number in changed:
            if kept[number]:
                self.place(number, kept[number])
