"""Dice that fall the same way on every version of Python, which only ``random()`` promises."""

from random import Random


class Dice:
    """Seeded by any words and numbers; one for each part, so that no part disturbs another."""

    def __init__(self, *seed):
        self._random = Random("/".join(map(str, seed))).random  # noqa: S311  (no secret)

    def chance(self, share):
        return self._random() < share

    def between(self, low, high, step=1):
        """Return a multiple of ``step`` from ``low`` to ``high``, both included."""
        return low + step * int(self._random() * ((high - low) // step + 1))

    def pick(self, things):
        return things[int(self._random() * len(things))]

    def weighted(self, weights):
        """Return one of the keys; their weights need not add up to anything."""
        left = self._random() * sum(weights.values())
        for key, weight in weights.items():
            left -= weight
            if left < 0:
                return key
        return key

    def some(self, things, count):
        """Return ``count`` different things in a new order."""
        left = list(things)
        return [left.pop(int(self._random() * len(left))) for _ in range(count)]

    def waiting_weeks(self, mean, most):
        """Return a wait: many short ones, a few very long."""
        weeks = 0
        while weeks < most and self.chance(mean / (mean + 1)):
            weeks += 1
        return weeks
