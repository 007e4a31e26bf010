"""A plan under construction: always valid, changed one service at a time, its points kept."""

from ot_desktop.planning.masks import hits, runs, span, trips_and_idle
from ot_desktop.planning.problem import Problem, Request

Slot = tuple[int, int, int, int]  # day, start, therapist, room


class State:
    """Who is where; every mask has a bit for each free (people, rooms) or busy (children) slot."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.days = len(problem.days)
        self.sessions: list[list[Slot]] = [[] for _ in problem.requests]
        self.free_therapist = list(problem.free_therapist)
        self.contact_left = list(problem.contact_left)
        self.free_room = list(problem.free_room)
        self.busy = [0] * (len(problem.kids) * self.days)
        self.visits = [0] * (len(problem.kids) * self.days)
        self.booked: list[list[int]] = [[] for _ in problem.free_therapist]
        self.in_room: list[list[int]] = [[] for _ in problem.free_room]
        self.points = [0] * len(problem.requests)
        self.trip_points = [0] * (len(problem.travel) * self.days)
        self.score = 0
        self.family_kids: list[list[int]] = [[] for _ in problem.travel]
        for number, kid in enumerate(problem.kids):
            self.family_kids[kid.family].append(number)
        self._trips: dict[int, tuple[int, int]] = {0: (0, 0)}

    def place(self, number: int, sessions: list[Slot]) -> None:
        """Book the sessions of a service that has none; they must be free."""
        request = self.problem.requests[number]
        for session in sessions:
            self._book(number, request, session)
        self.sessions[number] = sessions
        self._count_points(number, request, sessions)

    def clear(self, number: int) -> list[Slot]:
        """Free all sessions of a service and return them."""
        request = self.problem.requests[number]
        sessions = self.sessions[number]
        for session in sessions:
            self._free(number, request, session)
        self.sessions[number] = []
        self._count_points(number, request, sessions)
        return sessions

    def add(self, number: int, session: Slot) -> None:
        """Book one more session of a service; it must be free."""
        self.hold(number, session)
        self._count_points(number, self.problem.requests[number], [session])

    def hold(self, number: int, session: Slot) -> None:
        """Book one more session without counting it; ``count`` has to follow."""
        self._book(number, self.problem.requests[number], session)
        self.sessions[number] = [*self.sessions[number], session]

    def count(self, number: int) -> None:
        """Count the points of a service whose sessions were held."""
        self._count_points(number, self.problem.requests[number], self.sessions[number])

    def remove(self, number: int, session: Slot) -> None:
        """Free one session of a service."""
        self._free(number, self.problem.requests[number], session)
        self.sessions[number] = [each for each in self.sessions[number] if each != session]
        self._count_points(number, self.problem.requests[number], [session])

    def _book(self, number: int, request: Request, session: Slot) -> None:
        day, start, therapist, room = session
        taken = span(start, request.length)
        at, in_room = therapist * self.days + day, room * self.days + day
        notes = self.problem.note_slots[therapist]
        self.free_therapist[at] &= ~span(start, request.length + notes)
        self.contact_left[at] -= request.length
        self.free_room[in_room] &= ~taken
        self.busy[request.child * self.days + day] |= taken
        self.visits[request.child * self.days + day] += 1
        self.booked[at].append(number)
        self.in_room[in_room].append(number)

    def _free(self, number: int, request: Request, session: Slot) -> None:
        day, start, therapist, room = session
        taken = span(start, request.length)
        at, in_room = therapist * self.days + day, room * self.days + day
        notes = self.problem.note_slots[therapist]
        self.free_therapist[at] |= span(start, request.length + notes)
        self.contact_left[at] += request.length
        self.free_room[in_room] |= taken
        self.busy[request.child * self.days + day] &= ~taken
        self.visits[request.child * self.days + day] -= 1
        self.booked[at].remove(number)
        self.in_room[in_room].remove(number)

    def _count_points(self, number: int, request: Request, changed: list[Slot]) -> None:
        """Bring the score up to date after the service changed on the days of these sessions."""
        points = self.service_points(request, self.sessions[number])
        self.score += points - self.points[number]
        self.points[number] = points
        family = self.problem.kids[request.child].family
        for day in {session[0] for session in changed}:
            at = family * self.days + day
            cost = self.trip_cost(family, self.family_busy(family, day))
            self.score += self.trip_points[at] - cost
            self.trip_points[at] = cost

    def family_busy(self, family: int, day: int) -> int:
        """Return the slots in which somebody of the family is in session."""
        busy = 0
        for kid in self.family_kids[family]:
            busy |= self.busy[kid * self.days + day]
        return busy

    def trip_cost(self, family: int, busy: int) -> int:
        """Return the points of a family's day with these busy slots."""
        known = self._trips.get(busy)
        if known is None:
            known = self._trips[busy] = trips_and_idle(busy, self.problem.trip_gap)
        return (
            known[0] * self.problem.travel[family]
            + known[1] * self.problem.instance.weights.wait_per_slot
        )

    def service_points(self, request: Request, sessions: list[Slot]) -> int:
        """Return care minus what therapists, times and days cost, trips left out."""
        if not sessions:
            return 0
        weights = self.problem.instance.weights
        strangers = dict(zip(request.therapists, request.strangers, strict=True))
        firsts: dict[int, int] = {}
        points = len(sessions) * request.care
        for day, start, therapist, _ in sessions:
            firsts[day] = min(start, firsts.get(day, start))
            points -= strangers[therapist]
            if not request.preferred >> start & 1:
                points -= weights.not_preferred
        points -= (len({session[2] for session in sessions}) - 1) * weights.extra_therapist
        if request.spread:
            pairs = sum(day - 1 in firsts for day in firsts if self.problem.follows[day])
            points -= pairs * weights.adjacent_days
        return points - self._off_time(list(firsts.values()))

    def _off_time(self, starts: list[int]) -> int:
        """Return the least cost over usual starts; the best one is always a start that occurs."""
        cost = self.problem.off_time
        return min(sum([cost[abs(start - usual)] for start in starts]) for usual in set(starts))

    def blocked(self, child: int, day: int) -> int:
        """Return the slots in which the child, or the caregiver with a sibling, is in session."""
        busy = self.busy[child * self.days + day]
        for sibling in self.problem.kids[child].siblings:
            busy |= self.busy[sibling * self.days + day]
        return busy

    def lunch_kept(self, therapist: int, day: int, length: int) -> int:
        """Return the starts at which ``length`` slots leave the therapist a lunch (-1 for all)."""
        owed = self.problem.lunch_starts[therapist * self.days + day]
        if not owed:
            return -1
        lunch = self.problem.lunch_slots[therapist]
        left = owed & runs(self.free_therapist[therapist * self.days + day], lunch)
        if not left:
            return 0
        # A stretch that spoils both the first and the last lunch left spoils all between them.
        first = span((left & -left).bit_length() - 1, lunch)
        last = span(left.bit_length() - 1, lunch)
        return ~(hits(first, length) & hits(last, length))

    def therapist_starts(self, number: int, position: int, day: int) -> int:
        """Return the starts that are free for one of the service's therapists, rooms left out."""
        request = self.problem.requests[number]
        starts = request.starts[position][day]
        if not starts:
            return 0
        therapist = request.therapists[position]
        at = therapist * self.days + day
        if self.contact_left[at] < request.length:
            return 0
        length = request.length + self.problem.note_slots[therapist]
        starts &= runs(self.free_therapist[at], length)
        return starts & self.lunch_kept(therapist, day, length) if starts else 0

    def room_starts(self, number: int, day: int) -> int:
        """Return the starts at which some room of the service is free."""
        request = self.problem.requests[number]
        starts = 0
        for room in request.rooms:
            starts |= runs(self.free_room[room * self.days + day], request.length)
        return starts

    def room_for(self, number: int, day: int, start: int) -> int:
        """Return the free room that others want least, or -1."""
        request = self.problem.requests[number]
        taken = span(start, request.length)
        for room in request.rooms:
            if not taken & ~self.free_room[room * self.days + day]:
                return room
        return -1

    def child_starts(self, number: int, day: int) -> int:
        """Return the starts at which the child can have one more session that day."""
        request = self.problem.requests[number]
        at = request.child * self.days + day
        if self.visits[at] >= self.problem.kids[request.child].per_day:
            return 0
        return request.windows[day] & ~hits(self.blocked(request.child, day), request.length)

    def is_in(self, child: int) -> bool:
        """Say whether the child has a place."""
        return bool(self.sessions[self.problem.kids[child].requests[0]])

    def take_out(self, child: int) -> None:
        """Free all sessions of a child."""
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
