"""New places for broken sessions, nobody else moved: branch and bound over their openings.

Sessions are decided scarcest first; each takes one of its openings or is lost. What the undecided
ones can still bring is bounded by the best opening of each, as if it were alone. Worth is counted
exactly: the plan's points minus the change points.
"""

from collections import Counter

from ot_desktop.planning.broken import Broken, Choice, Choices, Row
from ot_desktop.planning.single_openings import SingleOpenings, add, remove
from ot_desktop.planning.state import State

MOST_STEPS = 2500  # openings tried for one decision; more hardly ever found better

Need = tuple[int, ...]


class Replacing:
    """Decides where broken sessions go; ``gained`` are the points that brought."""

    def __init__(self, state: State, broken: list[Broken]) -> None:
        self.state = state
        self.problem = state.problem
        self.weights = state.problem.instance.weights
        self.openings = SingleOpenings(state)
        self.choices = Choices(state, broken)
        self.touched: Counter[int] = Counter()  # children, by sessions changed
        self.gained = 0

    def replace(self) -> list[Broken]:
        """Book the best choice for all of them; return those that are lost."""
        lost = []
        for group in self._groups(self.choices.rows()):
            for (each, _), choice in zip(group, self._decide(group), strict=True):
                self.gained += self._take(each, choice)
                if choice.slot is None:
                    lost.append(each)
        return lost

    def _groups(self, rows: list[Row]) -> list[list[Row]]:
        """Return the sessions in groups whose choices cannot matter to one another."""
        groups: list[tuple[set[Need], list[Row]]] = []
        for row in rows:
            needs, together, apart = self._needs(row), [row], []
            for group in groups:
                if needs.isdisjoint(group[0]):
                    apart.append(group)
                else:
                    needs, together = needs | group[0], group[1] + together
            groups = [*apart, (needs, together)]
        return [group for _, group in groups]

    def _needs(self, row: Row) -> set[Need]:
        """Return what the choices have to do with: the family, therapists' days, rooms' slots."""
        each, choices = row
        request = self.problem.requests[each.number]
        needs: set[Need] = {(self.choices.family(each),)}
        for day, start, therapist, _ in [choice.slot for choice in choices if choice.slot]:
            needs.add((day, therapist))
            needs.update(
                (day, slot, room)
                for slot in range(start, start + request.length)
                for room in request.rooms
            )
        return needs

    def _decide(self, rows: list[Row]) -> list[Choice]:
        """Return the best choice for each of a group; the state is left as it was."""
        rows.sort(key=lambda row: len(row[1]))
        self._rows, self._steps, self._best_points = rows, 0, -(10**9)
        self._best: list[Choice] = []
        self._rest = [0]  # what the last rows can bring at best
        for _, choices in reversed(rows):
            self._rest.insert(0, self._rest[0] + choices[0].most)
        self._try_rows([], 0)
        return self._best

    def _try_rows(self, chosen: list[Choice], points: int) -> None:
        """Decide the next row in every way that can still be better than the best so far."""
        if len(chosen) == len(self._rows):
            if points > self._best_points:
                self._best_points, self._best = points, list(chosen)
            return
        each, choices = self._rows[len(chosen)]
        for choice in choices:
            most = points + choice.most + self._rest[len(chosen) + 1]
            if most <= self._best_points or (self._best and self._steps > MOST_STEPS):
                break
            self._steps += 1
            seated = self._seated(each, choice)
            if seated is None:
                continue
            gained = self._take(each, seated)
            self._try_rows([*chosen, seated], points + gained)
            self._take_back(each, seated)

    def _take(self, each: Broken, choice: Choice) -> int:
        """Book the choice; return the points it brings."""
        gained, child = -choice.cost, self.choices.child(each)
        if choice.touches:
            gained -= 0 if self.touched[child] else self.weights.change_child
            self.touched[child] += 1
        if choice.slot is not None:
            before = self.state.score
            add(self.state, each.number, choice.slot)
            gained += self.state.score - before
        return gained

    def _take_back(self, each: Broken, choice: Choice) -> None:
        self.touched[self.choices.child(each)] -= choice.touches
        if choice.slot is not None:
            remove(self.state, each.number, choice.slot)

    def _seated(self, each: Broken, choice: Choice) -> Choice | None:
        """Return the choice with a room that is free by now; None where it is not possible."""
        if choice.slot is None:
            return choice
        day, start, therapist, _ = choice.slot
        room = self.state.room_for(each.number, day, start)
        if each.slot is not None and each.slot[:2] == (day, start) and self._is_free(each):
            room = each.slot[3]
        slot = (day, start, therapist, room)
        return choice._replace(slot=slot) if self.openings.can_have(each.number, slot) else None

    def _is_free(self, each: Broken) -> bool:
        """Say whether the session's room is free at its old time."""
        if each.slot is None:
            return False
        day, start, _, room = each.slot
        rooms = self.problem.requests[each.number].rooms
        return room in rooms and self.state.room_is_free(each.number, room, day, start)
