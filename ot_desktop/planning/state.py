"""A plan under construction: always valid, changed one service at a time, its points kept."""

from ot_desktop.planning import masks, words
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.service_points import ServicePoints, Slot
from ot_desktop.planning.tables import Tables
from ot_desktop.planning.words import Row

__all__ = ["Slot", "State"]


class State:
    """Who is where; every mask has a bit for each free (people, rooms) or busy (children) slot.

    The holder rows have, by therapist or room, day and start, the service that starts there + 1.
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
        slots = self.tables.slots
        self.holder = words.row(len(problem.free_therapist) * slots)
        self.room_holder = words.row(len(problem.free_room) * slots)
        self.points = words.row(len(problem.requests))
        self.trip_points = words.row(len(problem.travel) * self.days)
        self.score = 0
        self.service_points = ServicePoints(self.tables, len(problem.note_slots))
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
        self._holder = words.view(self.holder)
        self._room_holder = words.view(self.room_holder)
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
        self._holder[at * tables.slots + start] = number + 1
        self._room_holder[in_room * tables.slots + start] = number + 1

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
        self._holder[at * tables.slots + start] = 0
        self._room_holder[in_room * tables.slots + start] = 0

    def _count_points(self, number: int, changed: list[Slot]) -> None:
        """Bring the score up to date after the service changed on the days of these sessions."""
        points = self.service_points.of(number, self.sessions[number])
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
        if not left:
            return 0
        # A stretch that spoils both the first and the last lunch left spoils all between them.
        first = masks.span(words.lowest(left), lunch)
        last = masks.span(words.highest(left), lunch)
        return ~(masks.hits(first, length) & masks.hits(last, length))

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
        for session in self.kept[number]:
            if session[0] == day:
                return 0
        if self._visits[child * self.days + day] >= self.tables.per_day[child]:
            return 0
        busy = masks.hits(self.blocked(child, day), self.tables.length[number])
        return self.tables.windows[number * self.days + day] & ~busy

    def booked_with(self, therapist: int, day: int, taken: int) -> list[int]:
        """Return the services that hold any of these slots with the therapist, notes included."""
        first = (therapist * self.days + day) * self.tables.slots
        return self._holding(self._holder, first, taken, self.tables.note_slots[therapist])

    def booked_in(self, room: int, day: int, taken: int) -> list[int]:
        """Return the services that hold any of these slots in the room."""
        first = (room * self.days + day) * self.tables.slots
        return self._holding(self._room_holder, first, taken, 0)

    def _holding(self, holder: Row, first: int, taken: int, notes: int) -> list[int]:
        found: list[int] = []
        for start in range(words.highest(taken) + 1 if taken else 0):
            number = holder[first + start] - 1
            if number >= 0 and number not in found:
                length = self.tables.length[number] + notes
                if masks.span(start, length) & taken:
                    found.append(number)
        return found

    def dear_slots(self, therapist: int, day: int, limit: int) -> int:
        """Return the therapist's slots, notes included, whose care is over so many points each."""
        tables, slots = self.tables, 0
        first = (therapist * self.days + day) * tables.slots
        for start in range(tables.slots):
            number = self._holder[first + start] - 1
            if number >= 0 and tables.care[number] > limit * tables.length[number]:
                length = tables.length[number] + tables.note_slots[therapist]
                slots |= masks.span(start, length)
        return slots

    def rivals(self, number: int, position: int) -> set[int]:
        """Return the children with a therapist of the service when it could be with them."""
        tables, found = self.tables, set()
        able = tables.first_able[number] + position
        therapist, length = tables.therapist[able], tables.length[number]
        for day in range(self.days):
            wanted = tables.starts[able * self.days + day]
            first = (therapist * self.days + day) * tables.slots
            for start in range(tables.slots if wanted else 0):
                other = self._holder[first + start] - 1
                if other >= 0:
                    taken = masks.span(start, tables.length[other] + tables.note_slots[therapist])
                    if masks.hits(taken, length) & wanted:
                        found.add(tables.child[other])
        return found

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
