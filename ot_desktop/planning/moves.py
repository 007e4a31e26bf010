"""The moves of the search: each takes some children out and brings them and others back."""

from random import Random

from ot_desktop.planning.child_places import ChildPlaces
from ot_desktop.planning.ejection import Ejection
from ot_desktop.planning.response import Response
from ot_desktop.planning.state import State

MOST_RUINED = 6  # rivals
MORE = 0.5  # how likely one more rival goes: few are soon brought back, and better
TWO_THERAPISTS = 0.5  # how likely the rivals are those of two therapists
SHORT_ONE = 0.6  # how likely a move begins with a child who is short of sessions
BLINK = 0.2  # how likely some days of the therapists are overlooked
PACKING = (0, 3)  # points for a start that leaves free time on both sides
TRIED_OUTSIDE = 3


class Moves:
    """Changes a plan in small random ways; whether to keep one is for the caller to decide."""

    def __init__(self, state: State, random: Random) -> None:
        self.state = state
        self.problem = state.problem
        self.random = random
        self.response = Response(state, random)
        self.places = ChildPlaces(state, self.response)
        self.ejection = Ejection(state, self.places, random)
        self.full = [
            min(kid.visits, sum(self.problem.requests[each].most for each in kid.requests))
            for kid in self.problem.kids
        ]
        self.worth = [self._worth(child) for child in range(len(self.problem.kids))]
        self.choice = [self._choice(child) for child in range(len(self.problem.kids))]
        # Most points for the least choice first: the best single order of those measured.
        self.rank = [
            -1000 * worth // (1 + choice)
            for worth, choice in zip(self.worth, self.choice, strict=True)
        ]
        self.longest = [
            max(self.problem.requests[each].length for each in kid.requests)
            for kid in self.problem.kids
        ]
        self.hopeful = list(range(len(self.problem.kids)))  # who could have a place

    def _worth(self, child: int) -> int:
        """Return the care points of the child's full dose."""
        kid = self.problem.kids[child]
        return sum(
            self.problem.requests[each].care * self.problem.requests[each].most
            for each in kid.requests
        )

    def _choice(self, child: int) -> int:
        """Return how many starts the child can choose from in an empty clinic."""
        return sum(
            mask.bit_count()
            for number in self.problem.kids[child].requests
            for by_day in self.problem.requests[number].starts
            for mask in by_day
        )

    def short(self, child: int) -> bool:
        """Say whether the child has fewer sessions than prescribed."""
        return self.state.sessions_of(child) < self.full[child]

    def ruin_and_recreate(self) -> None:
        """Take out a child, often a short one, and some who compete; bring all back."""
        child = self._wanting()
        ruined = [child, *self._rivals(child)]
        for each in ruined:
            self.state.take_out(each)
        waiting = [each for each in self.outside() if each not in ruined]
        self.random.shuffle(waiting)
        self.response.offers.blink = self.random.random() < BLINK
        self.response.offers.packing = self.random.choice(PACKING)
        for each in self._order(ruined) + waiting[:TRIED_OUTSIDE]:
            self.places.insert(each)
        self.response.offers.packing = 0
        self.response.offers.blink = False

    def eject_and_insert(self) -> None:
        """Let a child take what it needs from others; then everybody who is out tries again."""
        for child in self.ejection.insert(self._wanting()):
            self.places.insert(child)
        waiting = self.outside()
        self.random.shuffle(waiting)
        for child in waiting[:TRIED_OUTSIDE]:
            self.places.insert(child)

    def outside(self) -> list[int]:
        """Return the children without a place who could have one."""
        return [child for child in self.hopeful if not self.state.is_in(child)]

    def _wanting(self) -> int:
        """Return a child to begin with: one who is short, or anybody."""
        if self.random.random() < SHORT_ONE:
            short = [child for child in self.hopeful if self.short(child)]
            if short:
                return self.random.choice(short)
        return self.random.choice(self.hopeful)

    def _rivals(self, child: int) -> list[int]:
        """Return some children who hold times of one of the child's therapists in its windows."""
        number = self.random.choice(self.problem.kids[child].requests)
        request = self.problem.requests[number]
        if not request.therapists:
            return []
        found = self.state.holders.rivals(number, self.random.randrange(len(request.therapists)))
        if self.random.random() < TWO_THERAPISTS:
            found |= self.state.holders.rivals(
                number, self.random.randrange(len(request.therapists))
            )
        found |= {each for each in self.problem.kids[child].siblings if self.state.is_in(each)}
        found.discard(child)
        rivals = sorted(found)
        count = 1
        while count < MOST_RUINED and self.random.random() < MORE:
            count += 1
        return self.random.sample(rivals, min(count, len(rivals)))

    def _order(self, children: list[int]) -> list[int]:
        """Return the children in one of several orders."""
        kind = self.random.randrange(5)
        if kind == 0:
            return sorted(children, key=lambda child: -self.worth[child])
        if kind == 1:
            return sorted(children, key=lambda child: self.rank[child])
        mixed = list(children)
        self.random.shuffle(mixed)
        if kind == 2:  # noqa: PLR2004  (kinds of order)
            mixed.sort(key=lambda child: self.problem.kids[child].priority)
        if kind == 3:  # noqa: PLR2004  (kinds of order)
            mixed.sort(key=lambda child: child != children[0])
        return mixed
