"""Where a service could have one more session beside everything booked, and what it would add."""

from collections.abc import Iterable

from ot_desktop.planning.masks import bits, span
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.state import Slot, State

Opening = tuple[int, Slot]  # points it adds


def add(state: State, number: int, slot: Slot) -> None:
    """Book one more session of a service; it must be free."""
    state.place(number, sorted([*state.sessions[number], slot]))


def remove(state: State, number: int, slot: Slot) -> None:
    """Free one session of a service."""
    state.place(number, [each for each in state.sessions[number] if each != slot])


class SingleOpenings:
    """Looks for single sessions; the state is only read."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.problem: Problem = state.problem
        self._extra = state.problem.instance.weights.extra_therapist
        self._week_of = [0] * state.days
        for week, days in enumerate(self.problem.week_days):
            for day in days:
                self._week_of[day] = week

    def of(self, number: int, days: Iterable[int]) -> list[Opening]:
        """Return every opening for the service on the days, most points first."""
        found: list[Opening] = []
        if self._has_enough(number):
            return found
        positions = self._positions(number)
        for day in days:
            if not self.week_is_full(number, day):
                found += self._of_day(number, positions, day)
        found.sort(key=lambda opening: (-opening[0], opening[1]))
        return found

    def can_have(self, number: int, slot: Slot) -> bool:
        """Say whether this very session could be added."""
        request, state = self.problem.requests[number], self.state
        day, start, therapist, room = slot
        if therapist not in request.therapists or room not in request.rooms:
            return False
        position = request.therapists.index(therapist)
        starts = state.child_starts(number, day) & state.therapist_starts(number, position, day)
        return bool(
            starts >> start & 1
            and state.room_is_free(number, room, day, start)
            and not self.week_is_full(number, day)
            and not self._has_enough(number)
            and self._may_have(number, therapist)
        )

    def _has_enough(self, number: int) -> bool:
        """Say whether the dose or the authorized visits are used up."""
        request, sessions = self.problem.requests[number], self.state.sessions
        kid = self.problem.kids[request.child]
        visits = sum([len(sessions[each]) for each in kid.requests])
        return len(sessions[number]) >= request.most or visits >= kid.visits

    def week_is_full(self, number: int, day: int) -> bool:
        """Say whether the service has all sessions it may have in the day's week."""
        week = self._week_of[day]
        there = sum([self._week_of[session[0]] == week for session in self.state.sessions[number]])
        return there >= self.problem.requests[number].per_week

    def _may_have(self, number: int, therapist: int) -> bool:
        """Say whether the team holds the therapist, or has room for one more."""
        team = {session[2] for session in self.state.sessions[number]}
        return therapist in team or len(team) < self.problem.requests[number].max_team

    def _positions(self, number: int) -> list[int]:
        """Return which of the service's therapists it may still have."""
        therapists = self.problem.requests[number].therapists
        return [at for at, each in enumerate(therapists) if self._may_have(number, each)]

    def _of_day(self, number: int, positions: list[int], day: int) -> list[Opening]:
        state, request = self.state, self.problem.requests[number]
        starts = state.child_starts(number, day)
        starts = starts and starts & state.room_starts(number, day)
        if not starts:
            return []
        costs = self._therapist_costs(number)
        found = []
        worth: dict[int, tuple[int, int]] = {}  # by start: points without therapist, room
        for position in positions:
            therapist = request.therapists[position]
            for start in bits(starts & state.therapist_starts(number, position, day)):
                if start not in worth:
                    room = state.room_for(number, day, start)
                    points = self._points(number, (day, start, therapist, room))
                    worth[start] = points + costs[position], room
                points, room = worth[start]
                found.append((points - costs[position], (day, start, therapist, room)))
        return found

    def _therapist_costs(self, number: int) -> list[int]:
        """Return what each of the service's therapists would cost, beside the same start."""
        request = self.problem.requests[number]
        team = {session[2] for session in self.state.sessions[number]}
        return [
            stranger + (self._extra if team and therapist not in team else 0)
            for therapist, stranger in zip(request.therapists, request.strangers, strict=True)
        ]

    def trip_points(self, number: int, day: int, start: int) -> int:
        """Return what a session then would add to the family's trips of the day."""
        state, request = self.state, self.problem.requests[number]
        family = self.problem.kids[request.child].family
        busy = state.family_busy(family, day)
        after = busy | span(start, request.length)
        return state.trip_cost(family, after) - state.trip_cost(family, busy)

    def _points(self, number: int, slot: Slot) -> int:
        """Return what the session adds to the plan's points."""
        sessions = sorted([*self.state.sessions[number], slot])
        added = self.state.service_points(number, sessions) - self.state.points[number]
        return added - self.trip_points(number, slot[0], slot[1])
