"""The course of a search: first plans, annealing with restarts of heat, and a fair last pass."""

from collections.abc import Callable
from math import exp
from random import Random

from ot_desktop.planning.child_places import Joint
from ot_desktop.planning.moves import Moves
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.start import Beginning, Sessions
from ot_desktop.planning.state import State
from ot_desktop.planning.watch import Stopped, Watch
from ot_desktop.planning.words import NO_START

EJECTIONS = 0.3  # share of the moves
BUILDING = 0.12  # of the time; the other phases are (until, first heat, last heat), in points
EPISODE_EVERY = 150  # steps between favoring one child who is out
EPISODE = 100  # steps
FORCED = 8  # ways to force a child in, of which the best is taken
PHASES = ((0.6, 40.0, 4.0), (0.88, 8.0, 0.5))
FEW = 30  # children, whose plan cools down early; heated up again it finds better ones
PHASES_OF_FEW = (
    (0.25, 40.0, 4.0),
    (0.45, 20.0, 2.0),
    (0.65, 15.0, 2.0),
    (0.78, 10.0, 1.0),
    (0.9, 10.0, 0.5),
)
POLISHING = (0.95, 3.0, 0.5)
LAST_PASS = 3  # times round, each of which can only bring in a child of higher priority


class Search:
    """Looks for a good plan of one problem; ``best`` is always valid."""

    def __init__(self, problem: Problem, watch: Watch, seed: int, beginning: Beginning) -> None:
        self.problem = problem
        self.watch = watch
        self.random = Random(seed)  # noqa: S311  (a search, not a secret)
        self.state = State(problem, beginning.kept)
        self.must_stay = sorted({problem.requests[number].child for number in beginning.kept})
        self.exchange: Callable[[list[Sessions]], list[Sessions]] | None = None
        self.moves = Moves(self.state, self.random)
        for response in (self.moves.response, *self.moves.places.together.sides):
            response.tick = watch.tick
        self.empty = self.state.snapshot()
        for number, sessions in beginning.sessions.items():
            self.state.clear(number)
            self.state.place(number, sessions)
        self.best: list[Sessions] = self.state.snapshot()
        self.best_score = self.state.score if self._all_stay() else -NO_START
        self.favored: int | None = None  # a child who must not be taken out for now

    def run(self) -> list[Sessions]:
        """Search until the watch says stop; return the best sessions by request."""
        try:
            self._build()
            phases = PHASES_OF_FEW if len(self.problem.kids) <= FEW else PHASES
            for number, phase in enumerate(phases, start=1):
                self._anneal(*phase)
                if number == (len(phases) + 1) // 2:
                    self._exchange()
            self._last_pass()
            self._anneal(*POLISHING, keep_in=True)
            self._last_pass()
        except Stopped:
            pass
        self.watch.report()
        return self.best

    def _all_stay(self) -> bool:
        """Say whether every child with kept sessions has a whole place around them."""
        return all(self.state.is_in(child) for child in self.must_stay)

    def _exchange(self) -> None:
        """Go on from the better of this plan and the other workers' plans."""
        if self.exchange is not None:
            self.state.restore(self.exchange(self.best))
            self._note_best()

    def _note_best(self, *, always: bool = False) -> None:
        """Remember the plan if it is the best so far."""
        if (self.state.score > self.best_score or always) and self._all_stay():
            self.best, self.best_score = self.state.snapshot(), self.state.score
            children = sum(self.state.is_in(child) for child in range(len(self.problem.kids)))
            sessions = sum(len(each) for each in self.best)
            self.watch.best = (self.best_score, children, sessions)

    def _build(self) -> None:
        """Fill an empty clinic in several orders of the children; go on from the best."""
        for order in self._orders():
            self.state.restore(self.empty)
            for child in order:
                if child in self.moves.hopeful:
                    self._insert_or_lose_hope(child)
                    self._note_best()
            if self.watch.share() > BUILDING:
                break
        self.state.restore(self.best)

    def _insert_or_lose_hope(self, child: int) -> None:
        """Place a child; one who cannot be placed even in an empty clinic is not tried again."""
        if self.moves.places.insert(child) or child in self._certain:
            return
        kept = self.state.snapshot()
        self.state.restore(self.empty)
        if self.moves.places.insert(child):
            self._certain.add(child)
        else:
            self.moves.hopeful.remove(child)
        self.state.restore(kept)

    def _orders(self) -> list[list[int]]:
        self._certain: set[int] = set()
        kids, moves = self.problem.kids, self.moves
        keys: list[Callable[[int], tuple[int, ...]]] = [
            lambda child: (moves.rank[child],),
            lambda child: (-moves.worth[child],),
            lambda child: (kids[child].priority, -moves.longest[child], moves.choice[child]),
            lambda child: (kids[child].priority, moves.choice[child]),
        ]
        return [sorted(range(len(kids)), key=key) for key in keys]

    def _anneal(self, until: float, first: float, last: float, *, keep_in: bool = False) -> None:
        """Move about, downhill less and less, from the best plan; end with the best one."""
        self.state.restore(self.best)
        began = self.watch.share()
        steps = 0
        while self.moves.hopeful and (share := self.watch.share()) < until:
            steps += 1
            heat = first * (last / first) ** ((share - began) / (until - began))
            if steps % EPISODE_EVERY == 0 and not keep_in:
                self._favor_one(heat, until)
            else:
                self._step(heat, keep_in=keep_in)
        self.state.restore(self.best)

    def _favor_one(self, heat: float, until: float) -> None:
        """Force in a child who is out, let the others settle around it, and see if it pays."""
        waiting = self.moves.outside()
        if not waiting:
            return
        child = self.random.choice(waiting)
        before, score = self.state.snapshot(), self.state.score
        found = self._force_in(child)
        if found is None:
            return
        self.state.restore(found)
        found_score = self.state.score
        if score - found_score > self.moves.worth[child]:  # too dear for others to make up for
            self.state.restore(before)
            return
        self._note_best()
        self.favored = child
        for _ in range(EPISODE):
            if self.watch.share() >= until:
                break
            self._step(heat, keep_in=False)
            if self.state.score > found_score:
                found, found_score = self.state.snapshot(), self.state.score
        self.favored = None
        self.state.restore(found if self._accepts(score - found_score, heat) else before)

    def _force_in(self, child: int) -> list[Sessions] | None:
        """Return the best of several plans with the child in, whatever that costs the others."""
        before, found, found_score = self.state.snapshot(), None, -NO_START
        for _ in range(FORCED):
            for other in self.moves.ejection.insert(child):
                self.moves.places.insert(other)
            in_place = self.state.is_in(child) and self._all_stay()
            if in_place and self.state.score > found_score:
                found, found_score = self.state.snapshot(), self.state.score
            self.state.restore(before)
        return found

    def _accepts(self, loss: int, heat: float) -> bool:
        """Say whether to go on from a plan that is worth so much less."""
        return loss <= 0 or self.random.random() < exp(-loss / heat)

    def _step(self, heat: float, *, keep_in: bool) -> None:
        """Try one move and keep it, or go back."""
        self.watch.done += 1
        state = self.state
        before, score = state.snapshot(), state.score
        if self.random.random() < EJECTIONS:
            self.moves.eject_and_insert()
        else:
            self.moves.ruin_and_recreate()
        loss = score - state.score
        lost_child = (
            (keep_in and self._somebody_lost(before))
            or (self.favored is not None and not state.is_in(self.favored))
            or not self._all_stay()
        )
        if lost_child or not self._accepts(loss, heat):
            state.restore(before)
        self._note_best()

    def _somebody_lost(self, before: list[Sessions]) -> bool:
        return any(
            bool(had) and not has for had, has in zip(before, self.state.sessions, strict=True)
        )

    def _last_pass(self) -> None:
        """Bring in everybody who fits as is, or in place of ONE child of a lower priority."""
        self.state.restore(self.best)
        self.moves.places.joint = Joint.IN_NEED
        for _ in range(LAST_PASS):
            waiting = sorted(self.moves.outside(), key=self._turn)
            came_in = [child for child in waiting if self._bring_in(child)]
            if not came_in:
                break
        self.moves.places.joint = Joint.NEVER
        self.state.restore(self.best)

    def _turn(self, child: int) -> tuple[int, int]:
        kid = self.problem.kids[child]
        return kid.priority, -kid.waiting_weeks

    def _bring_in(self, child: int) -> bool:
        """Place a child who is out; say whether somebody of a higher priority came in."""
        if self.moves.places.insert(child):
            self._note_best(always=True)
            return True
        before = self.state.snapshot()
        found: list[Sessions] = []
        found_score = 0
        for other in self._lower(child):
            self.state.take_out(other)
            if self.moves.places.insert(child):
                self.moves.places.insert(other)
                if not found or self.state.score > found_score:
                    found, found_score = self.state.snapshot(), self.state.score
            self.state.restore(before)
        if found:
            self.state.restore(found)
            self._note_best(always=True)
        return bool(found)

    def _lower(self, child: int) -> list[int]:
        """Return the placed children of a lower priority."""
        kids = self.problem.kids
        return [
            other
            for other in range(len(kids))
            if kids[other].priority > kids[child].priority
            and other not in self.must_stay
            and self.state.is_in(other)
        ]
