"""What can become of a broken session: its openings, what each costs, and its loss."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from ot_desktop.planning.single_openings import Opening, SingleOpenings
from ot_desktop.planning.state import Slot, State

MOST_OPENINGS = 80  # looked at for each session


@dataclass(frozen=True, slots=True)
class Broken:
    """A published session that cannot be any more; ``slot`` is None where its day is gone."""

    number: int
    slot: Slot | None
    days: tuple[int, ...]  # those of its week


class Choice(NamedTuple):
    """One end of a broken session: a new place, or none."""

    most: int  # points it can bring at best, changes counted
    slot: Slot | None
    cost: int  # change points of the session
    touches: bool  # whether the family is told of another plan


Row = tuple[Broken, list[Choice]]  # the most promising choice first


class Choices:
    """Lists the choices of sessions that are decided together; the state is only read."""

    def __init__(self, state: State, broken: list[Broken]) -> None:
        self.state = state
        self.problem = state.problem
        self.weights = state.problem.instance.weights
        self.openings = SingleOpenings(state)
        self.broken = broken
        self._of_child = Counter(self.child(each) for each in broken)
        self._of_family = Counter(self.family(each) for each in broken)

    def rows(self) -> list[Row]:
        """Return every session with its choices."""
        rows = []
        charged: set[int] = set()  # children whose touch is counted in a row
        for each in self.broken:
            choices, child = self._choices(each), self.child(each)
            surely = all(choice.touches for choice in choices) and child not in charged
            if surely or self._of_child[child] == 1:
                charged.add(child)
                told = self.weights.change_child
                choices = [each._replace(most=each.most - told * each.touches) for each in choices]
            choices.sort(key=lambda choice: -choice.most)
            rows.append((each, choices))
        return rows

    def child(self, each: Broken) -> int:
        """Return whose session it is."""
        return self.problem.requests[each.number].child

    def family(self, each: Broken) -> int:
        """Return the child's family."""
        return self.problem.kids[self.child(each)].family

    def _choices(self, each: Broken) -> list[Choice]:
        loss = self.weights.change_drop
        found = self.openings.of(each.number, each.days)[:MOST_OPENINGS]
        choices = [self._choice(each, opening) for opening in found]
        return [*choices, Choice(-loss, None, loss, touches=True)]

    def _choice(self, each: Broken, opening: Opening) -> Choice:
        points, slot = opening
        if self._of_family[self.family(each)] > 1:
            points = self._ceiling(each, slot)
        if each.slot is None or slot[:2] != each.slot[:2]:
            cost = self.weights.change_move
        elif slot[2] != each.slot[2]:
            cost = self.weights.change_therapist
        else:
            return Choice(points, slot, 0, touches=False)
        return Choice(points - cost, slot, cost, touches=True)

    def _ceiling(self, each: Broken, slot: Slot) -> int:
        """Return points the opening cannot exceed, wherever the family's other sessions go."""
        request, weights = self.problem.requests[each.number], self.weights
        day, start, therapist, _ = slot
        points = request.care - request.strangers[request.therapists.index(therapist)]
        if not request.preferred >> start & 1:
            points -= weights.not_preferred
        points -= self.openings.trip_points(each.number, day, start)
        child, family = self.child(each), self.family(each)
        twice = self.problem.kids[child].per_day > 1
        if twice:
            points += self.problem.off_time[-1]  # an earlier session can mend the day's start
        if twice or self._of_family[family] > self._of_child[child]:
            points += self.problem.travel[family] + weights.wait_per_slot * request.length
        return points
