"""What no plan can exceed: each child on its own, at prices for the times they compete for.

The prices are those of a Lagrangian relaxation (therapists' slots with their lunches, rooms of a
kind, contact hours, the caregiver of siblings): for every choice of prices the sum of what each
child could bring at most, and of what all slots cost, is at least the score of any plan. At prices
of nothing it is the bound of every child alone in the clinic, known after one evaluation; a
deflected subgradient looks for better prices. All of it in whole numbers: rounded down it is still
a bound, for scores are whole.
"""

from array import array
from collections.abc import Callable
from time import perf_counter

from ot_desktop.planning.domain import Instance
from ot_desktop.planning.priced_child import Relaxation
from ot_desktop.planning.prices import SCALE
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.watch import Stopped

STEP = 0.003  # of the gap to the target, to begin with
KEPT = 0.9  # of the last direction; with 0.3 it takes twice the evaluations
LONGER, SHORTER = 1.1, 0.8  # the next step after a lower value, and after a higher one
TARGET = 0.98  # of the best bound, where no plan's score is known


def bound(
    instance: Instance,
    *,
    seconds: float = 10,
    evaluations: int | None = None,
    best: Callable[[], int | None] | None = None,
    cancel: Callable[[], bool] | None = None,
    on_bound: Callable[[int], None] | None = None,
) -> int:
    """Return points that no plan of the instance can exceed; lower the longer it looks.

    After ``evaluations`` of better prices, if they are given, the same on every machine; 0 is every
    child alone. Else after ``seconds``. ``best`` returns the score of the best plan known
    so far, or None.
    ``on_bound`` is told every better bound, the first one too.
    """
    ends = perf_counter() + seconds

    def tick() -> None:
        late = evaluations is None and perf_counter() > ends
        if late or (cancel is not None and cancel()):
            raise Stopped

    found, step = at_most(instance), 0
    try:
        descent = Descent(Problem(instance), tick)
        while True:
            if descent.bound < found:
                found = descent.bound
                if on_bound is not None:
                    on_bound(found)
            score = best() if best is not None else None
            if step == evaluations or score == found or not descent.go_on(score):
                break
            step += 1
    except Stopped:
        pass
    return found


def at_most(instance: Instance) -> int:
    """Return the care of every child's full dose: a bound that needs no search at all."""
    problem = Problem(instance)
    return sum(
        request.care * min(request.most, problem.kids[request.child].visits)
        for request in problem.requests
    )


def gap_text(score: int, most: int) -> str:
    """Return how far below the best possible plan a score can be, rounded up."""
    if score >= most:
        return "no plan can be better"
    tenths = -(-1000 * (most - score) // most)
    return f"at most {tenths // 10}.{tenths % 10}% below any possible plan"


class Descent:
    """Looks for prices with a lower bound; ``tick`` is called often and may stop it."""

    def __init__(self, problem: Problem, tick: Callable[[], None]) -> None:
        self.tick = tick
        self.relaxation = Relaxation(problem)
        self.value = self.least = self.relaxation.evaluate(tick)
        self.direction = [0.0] * len(self.relaxation.prices.price)
        self.step = STEP

    @property
    def bound(self) -> int:
        """The lowest bound so far, in whole points."""
        return self.least // SCALE

    def go_on(self, score: int | None) -> bool:
        """Change the prices a little and see what bound they give; say whether that is possible."""
        prices = self.relaxation.prices
        target = int(self.least * TARGET) if score is None else score * SCALE
        self.direction = [
            KEPT * last - (1 - KEPT) * left if price or left < 0 else 0.0
            for last, left, price in zip(
                self.direction, self.relaxation.slack(), prices.price, strict=True
            )
        ]
        length = sum([each * each for each in self.direction])
        if not length:
            return False  # nobody is in another's way: no price can lower it
        step = self.step * max(0, self.value - target) / length
        changed = [
            max(0, price + round(step * change)) if change else price
            for price, change in zip(prices.price, self.direction, strict=True)
        ]
        prices.price = array("q", changed)
        before, self.value = self.value, self.relaxation.evaluate(self.tick)
        self.least = min(self.least, self.value)
        self.step *= LONGER if self.value < before else SHORTER
        return True
