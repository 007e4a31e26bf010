"""Places one child as well as possible beside everybody else: one service, or several together."""

from enum import Enum, auto
from itertools import permutations

from ot_desktop.planning.response import Response
from ot_desktop.planning.state import Slot, State
from ot_desktop.planning.two_services import TwoServices

Place = dict[int, list[Slot]]  # by request
PAIR = 2  # services


class Joint(Enum):
    """When two services of a child are searched together: exact, but slower than in turn."""

    NEVER = auto()
    IN_NEED = auto()  # where no place is found in turn
    ALWAYS = auto()


class ChildPlaces:
    """Finds and books places for whole children: all services or none."""

    def __init__(self, state: State, response: Response) -> None:
        self.state = state
        self.problem = state.problem
        self.response = response
        self.together = TwoServices(state)
        self.joint = Joint.NEVER

    def insert(self, child: int) -> bool:
        """Give a child who is out the best place there is; say whether there is one."""
        kid = self.problem.kids[child]
        before = self.state.score
        if len(kid.requests) == 1:
            self._place_next(kid.requests[0], kid.visits)
        else:
            self._insert_several(child)
        if self.state.is_in(child) and (self.state.score > before or self._stays(child)):
            return True
        self.state.take_out(child)
        return False

    def _stays(self, child: int) -> bool:
        """Say whether the child has kept sessions."""
        return any(self.state.kept[number] for number in self.problem.kids[child].requests)

    def _place_next(self, number: int, visits: int) -> bool:
        """Book the best sessions of a service within the visits; say whether there are any."""
        tables = self.state.tables
        least, most = tables.least[number], min(tables.most[number], visits)
        if most < least:
            return False
        sessions = self.response.find(number, least, most)
        if sessions:
            self.state.place(number, sessions)
        return len(sessions) > 0

    def visits_left(self, number: int) -> int:
        """Return the visits a service may have beside the child's other services."""
        kid = self.problem.kids[self.problem.requests[number].child]
        left: int = kid.visits
        for other in kid.requests:
            if other != number:
                left -= max(len(self.state.sessions[other]), self.state.tables.least[other])
        return left

    def refill(self, number: int) -> bool:
        """Book a service that lost its sessions; say whether that was possible."""
        return self._place_next(number, self.visits_left(number))

    def _insert_several(self, child: int) -> None:
        """Try the services in every order, the first with its full dose and with its least."""
        kid, state = self.problem.kids[child], self.state
        best: Place = {}
        before = best_score = state.score
        full = min(kid.visits, sum(self.problem.requests[each].most for each in kid.requests))
        spare = kid.visits - sum(map(self._needed, kid.requests))
        attempts = [(order, extra) for order in permutations(kid.requests) for extra in (spare, 0)]
        for order, extra in attempts if spare >= 0 else ():
            if self._in_order(order, spare, extra) and state.score > best_score:
                best_score = state.score
                best = {number: state.sessions[number] for number in order}
            state.take_out(child)
            if sum(map(len, best.values())) == full:
                break
        if best_score > before:
            self._place(best)
        wanted = self.joint == Joint.ALWAYS or (self.joint == Joint.IN_NEED and not best)
        alone = len(kid.requests) == PAIR and not self._stays(child)
        if wanted and kid.per_day == 1 and alone:
            self._insert_together(child, best)

    def _insert_together(self, child: int, otherwise: Place) -> None:
        """Place two services by searching both at once, if that is better than they are now."""
        score = self.state.score
        self.state.take_out(child)
        self._place(self.together.find(child))
        if self.state.score < score:
            self.state.take_out(child)
            self._place(otherwise)

    def _place(self, place: Place) -> None:
        for number, sessions in place.items():
            self.state.place(number, sessions)

    def _in_order(self, order: tuple[int, ...], spare: int, extra: int) -> bool:
        """Place one service after the other, then the first once more beside the others.

        All together may have ``spare`` sessions over what they need, the first ``extra`` of them.
        """
        state, left = self.state, spare
        for number in order:
            needed = self._needed(number)
            allowed = needed + (extra if number == order[0] else left)
            if not self._place_next(number, allowed):
                return False
            left -= len(state.sessions[number]) - needed
        for number in order[: 1 if extra else 2]:
            left += len(state.sessions[number]) - self._needed(number)
            self.improve(number, self._needed(number) + left)
            left -= len(state.sessions[number]) - self._needed(number)
        return True

    def _needed(self, number: int) -> int:
        """Return the sessions a service cannot do without."""
        return max(self.state.tables.least[number], len(self.state.kept[number]))

    def improve(self, number: int, visits: int) -> None:
        """Place a service anew where that is better."""
        before = self.state.score
        kept = self.state.clear(number)
        if self._place_next(number, visits) and self.state.score > before:
            return
        self.state.clear(number)
        self.state.place(number, kept)
