"""Ejection insertion: a child takes the times it needs, and whoever lost one is planned anew."""

from random import Random

from ot_desktop.planning.child_places import ChildPlaces
from ot_desktop.planning.masks import span
from ot_desktop.planning.state import Slot, State

PRICES = (4, 8, 16, 32, 64)  # points a taken time costs the one who takes it
FREE_CAREGIVER = 0.5  # how likely a sibling with the same caregiver has to make room
SPARING = (0, 1, 2)  # times its own care, from which others are spared; 0 spares nobody


class Ejection:
    """Places a child over others; leaves everybody whole, in or out."""

    def __init__(self, state: State, places: ChildPlaces, random: Random) -> None:
        self.state = state
        self.problem = state.problem
        self.places = places
        self.response = places.response
        self.random = random

    def insert(self, child: int) -> list[int]:
        """Place the child where it is best, then its victims; return who is out in the end."""
        kid = self.problem.kids[child]
        order = list(kid.requests)
        self.random.shuffle(order)
        if self.state.is_in(child):
            order = order[:1]
            self.state.clear(order[0])
        victims: list[int] = []
        self._free_caregiver(child, victims)
        self.response.offers.eject = self.random.choice(PRICES)
        request = self.problem.requests[order[0]]
        self.response.offers.sparing = self.random.choice(SPARING) * (
            request.care // request.length
        )
        for number in order:
            if not self._force(number, victims):
                self.state.take_out(child)
                break
        self.response.offers.eject = 0
        out = [] if self.state.is_in(child) else [child]
        return self._settle(victims, out)

    def _free_caregiver(self, child: int, victims: list[int]) -> None:
        """Clear some siblings who need the caregiver at the same times."""
        for sibling in self.problem.kids[child].siblings:
            if self.state.is_in(sibling) and self.random.random() < FREE_CAREGIVER:
                for number in self.problem.kids[sibling].requests:
                    self._clear(number, victims)

    def _force(self, number: int, victims: list[int]) -> bool:
        """Book the service, freeing what is in its way; say whether that was possible."""
        request = self.problem.requests[number]
        most = min(request.most, self.places.visits_left(number))
        if most < request.least:
            return False
        sessions: list[Slot] = []
        twice = self.problem.kids[request.child].per_day > 1
        for wish in self.response.find(number, request.least, most):
            session = wish
            if wish not in self.state.kept[number]:
                room = self._make_room(number, wish, victims)
                if room < 0:
                    return False
                session = (*wish[:3], room)
            sessions.append(session)
            if twice:  # the second session of a day has to see the first
                self._place_so_far(number, sessions)
        if sessions and not twice:
            self._place_so_far(number, sessions)
        return bool(sessions)

    def _place_so_far(self, number: int, sessions: list[Slot]) -> None:
        """Book these of the sessions, with those that stay in any case."""
        self.state.clear(number)
        self.state.place(number, sorted({*sessions, *self.state.kept[number]}))

    def _make_room(self, number: int, session: Slot, victims: list[int]) -> int:
        """Clear the services that hold the time; return a room, or -1 if it cannot be freed."""
        request = self.problem.requests[number]
        day, start, therapist, _ = session
        whole_day = span(0, self.problem.slots)
        needed = span(start, request.length + self.problem.note_slots[therapist])
        for other in self.state.holders.with_therapist(therapist, day, needed):
            self._clear(other, victims)
        position = request.therapists.index(therapist)
        while not self.state.therapist_starts(number, position, day) >> start & 1:
            booked = self.state.holders.with_therapist(therapist, day, whole_day)
            others = [each for each in booked if each != number and self._can_go(each)]
            if not others:
                return -1
            self._clear(self.random.choice(others), victims)  # for a lunch or contact hours
        if not self.state.child_starts(number, day) >> start & 1:
            return -1
        return self._free_room(number, day, start, victims)

    def _free_room(self, number: int, day: int, start: int, victims: list[int]) -> int:
        """Return a room, cleared if none is free; -1 where all are closed or kept."""
        room = self.state.room_for(number, day, start)
        if room >= 0:
            return room
        taken = span(start, self.problem.requests[number].length)
        rooms = [
            room
            for room in self.problem.requests[number].rooms
            if not taken & ~self.problem.free_room[room * self.state.days + day]
        ]
        if not rooms:
            return -1
        room = self.random.choice(rooms)
        for other in self.state.holders.in_room(room, day, taken):
            self._clear(other, victims)
        return room if self.state.room_is_free(number, room, day, start) else -1  # some stay

    def _can_go(self, number: int) -> bool:
        return len(self.state.sessions[number]) > len(self.state.kept[number])

    def _clear(self, number: int, victims: list[int]) -> None:
        self.state.clear(number)
        victims.append(number)

    def _settle(self, victims: list[int], out: list[int]) -> list[int]:
        """Plan every victim anew, dearest first; return the children left without a place."""
        requests = self.problem.requests
        victims.sort(key=lambda number: (-requests[number].care * requests[number].most, number))
        for number in victims:
            child = requests[number].child
            if child in out or self.state.sessions[number]:
                continue
            if not self.places.refill(number):
                self.state.take_out(child)
                out.append(child)
        return [child for child in out if not self.places.insert(child)]
