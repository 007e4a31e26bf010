"""What each child could bring at most at given prices, and all of them together."""

from collections.abc import Callable

from ot_desktop.planning.beside import Beside
from ot_desktop.planning.child_openings import Openings
from ot_desktop.planning.exact_place import ExactPlace
from ot_desktop.planning.price_layout import NEVER, Scratch
from ot_desktop.planning.priced_service import PricedService
from ot_desktop.planning.prices import SCALE, Prices
from ot_desktop.planning.problem import Problem


class PricedChild:
    """A child who comes if that pays at the prices of now."""

    def __init__(self, prices: Prices, child: int) -> None:
        problem = prices.problem
        self.child, self.kid = child, problem.kids[child]
        kid = self.kid
        self.prices = prices
        family = [each for each in problem.kids if each.family == kid.family]
        # The family pays one trip for sessions that follow one another: each bears its share.
        visitors = sum(each.per_day for each in family)
        alone = visitors == kid.per_day and len(kid.requests) == 1
        trip = problem.travel[kid.family] * SCALE
        trip, again = (trip, 0) if alone else (trip // visitors, trip // visitors)
        self.services = [PricedService(prices, number, trip, again) for number in kid.requests]
        self.own = self._own_rows(child)
        self.is_in = False

    def _own_rows(self, child: int) -> dict[int, int]:
        """Return the rows that hold the child's services together, and how much each holds."""
        if len(self.services) == 1:
            return {}
        days = self.prices.days
        rows = {
            self.prices.child_days.at(child, days, day): self.kid.per_day for day in range(days)
        }
        rows[self.prices.visits.start + child] = self.kid.visits
        return rows

    def value(self, scratch: Scratch) -> int:
        """Return the most the child can bring."""
        total = sum(self.prices.price[row] * held for row, held in self.own.items())
        for service in self.services:
            best = service.best(scratch)
            if best == NEVER:
                total = 0
                break
            total += best
        self.is_in = total > 0
        return max(0, total)

    def count_use(self, usage: list[int]) -> None:
        """Add what the child uses of every row."""
        if self.is_in:
            for service in self.services:
                service.count_use(usage)
            for row, held in self.own.items():
                usage[row] -= held


class Relaxation:
    """Children and prices of one instance."""

    def __init__(self, problem: Problem) -> None:
        self.prices = Prices(problem)
        empty = Beside.fixed(problem)
        self.children = [
            PricedChild(self.prices, number)
            for number, child in enumerate(problem.instance.children)
            if ExactPlace(Openings(empty, problem.instance, child.id)).fits()
        ]
        services = [service for child in self.children for service in child.services]
        self.scratch = Scratch([each.layout for each in services if each.layout is not None])

    def evaluate(self, tick: Callable[[], None]) -> int:
        """Return the bound at the prices of now, ``SCALE`` to a point; ``tick`` may stop it."""
        prices = self.prices
        prices.add_up()
        value = 0
        for child in self.children:
            tick()
            value += child.value(self.scratch)
        for price, held in zip(prices.price, prices.capacity, strict=True):
            value += price * held
        return value - sum(cost for cost, _, _ in prices.cheapest_lunches())

    def slack(self) -> list[int]:
        """Return what is left of every row, or how much is missing."""
        prices = self.prices
        usage = [0] * len(prices.capacity)
        for child in self.children:
            child.count_use(usage)
        for _, row, length in prices.cheapest_lunches():
            for at in range(row, row + length):
                usage[at] += 1
        return [held - used for held, used in zip(prices.capacity, usage, strict=True)]
