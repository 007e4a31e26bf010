"""The second level of a repair: other families are moved, within their week, for lost sessions.

A session of another family steps aside to an opening of its own where that lets a lost session in;
it is done where it brings more points than the changes cost.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ot_desktop.planning.booked import Booked
from ot_desktop.planning.broken import Broken
from ot_desktop.planning.single_openings import SingleOpenings, add, remove
from ot_desktop.planning.state import Slot, State

MOST_PLACES = 4  # of a lost session, tried where somebody stepped aside


class Step(NamedTuple):
    """Who steps aside, where to, and where the lost session goes."""

    points: int
    lost: Broken
    place: Slot
    other: Booked
    aside: Slot


class MovingOthers:
    """Saves lost sessions; at most ``families`` other families are moved."""

    def __init__(
        self, state: State, movable: list[Booked], families: int, go_on: Callable[[], bool]
    ) -> None:
        self.state = state
        self.problem = state.problem
        self.weights = state.problem.instance.weights
        self.openings = SingleOpenings(state)
        self.movable = movable
        self.families = families
        self.go_on = go_on
        self.asked: set[int] = set()  # families
        self.told: set[int] = set()  # children whose family is told of a change anyway

    def save(self, lost: list[Broken]) -> list[Broken]:
        """Book the best steps, one after the other; return what stays lost."""
        self.told |= {self._child(each.number) for each in lost}
        left = list(lost)
        waiting = list(lost)
        while steps := [step for each in waiting if (step := self._best_step(each))]:
            best = max(steps, key=lambda step: step.points)
            self._book(best)
            left.remove(best.lost)
            waiting = [step.lost for step in steps if step is not best]
        return left

    def _best_step(self, lost: Broken) -> Step | None:
        """Return the step that saves the session and brings most points, if any does."""
        best = max(self._steps(lost), key=lambda step: step.points, default=None)
        return best if best and best.points > 0 else None

    def _steps(self, lost: Broken) -> list[Step]:
        """Return every step that would save the session, with whoever steps aside."""
        state, request = self.state, self.problem.requests[lost.number]
        known = {opening[1] for opening in self.openings.of(lost.number, lost.days)}
        days = [day for day in lost.days if state.child_starts(lost.number, day)]
        steps: list[Step] = []
        for other in self.movable if self.go_on() else ():
            day, _, therapist, room = other.slot
            near = therapist in request.therapists or room in request.rooms
            if day in days and near and self._may_ask(lost, other):
                before = state.score
                remove(state, other.number, other.slot)
                found = self.openings.of(lost.number, [day])
                new = [slot for _, slot in found if slot not in known]
                steps += self._asides(lost, other, new[:MOST_PLACES], before)
                add(state, other.number, other.slot)
        return steps

    def _asides(
        self, lost: Broken, other: Booked, places: list[Slot], before: int
    ) -> Iterator[Step]:
        """Give the best step for each place, where the other session has somewhere to go."""
        told = 0 if self._child(other.number) in self.told else self.weights.change_child
        for place in places:
            add(self.state, lost.number, place)
            gained = self.state.score - before - told
            gained += self.weights.change_drop - self._cost(lost.slot, place)
            asides = [
                (gained + points - self._cost(other.slot, slot), slot)
                for points, slot in self.openings.of(other.number, other.days)
            ]
            remove(self.state, lost.number, place)
            if asides:
                points, slot = max(asides)
                yield Step(points, lost, place, other, slot)

    def _may_ask(self, lost: Broken, other: Booked) -> bool:
        """Say whether the other family may be moved: never the own one, and only so many."""
        family = self._family(other.number)
        room_for_more = len(self.asked) < self.families or family in self.asked
        return room_for_more and family != self._family(lost.number)

    def _cost(self, before: Slot | None, after: Slot) -> int:
        if before is None or before[:2] != after[:2]:
            return self.weights.change_move
        return self.weights.change_therapist if before[2] != after[2] else 0

    def _book(self, step: Step) -> None:
        remove(self.state, step.other.number, step.other.slot)
        add(self.state, step.lost.number, step.place)
        add(self.state, step.other.number, step.aside)
        self.movable.remove(step.other)
        self.asked.add(self._family(step.other.number))
        self.told.add(self._child(step.other.number))

    def _child(self, number: int) -> int:
        return self.problem.requests[number].child

    def _family(self, number: int) -> int:
        return self.problem.kids[self._child(number)].family
