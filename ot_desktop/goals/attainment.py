"""Goal attainment scaling: one number for how far a child came, over goals of different weight.

    T = 50 + 10 · Σ(w·x) / √((1 − ρ)·Σw² + ρ·(Σw)²)    with ρ = 0.3

Kiresuk TJ, Sherman RE. Goal attainment scaling: a general method for evaluating comprehensive
community mental health programs. Community Ment Health J 1968;4:443-453. The formulas printed in
Turner-Stokes L. Goal attainment scaling (GAS) in rehabilitation: a practical guide. Clin Rehabil
2009;23:362-370 (pages 364 and 367) are wrong; the journal published an erratum, so none is copied
from there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

EXPECTED_CORRELATION = 0.3
_MIDDLE, _SPREAD = 50.0, 10.0


def t_score(scored: Iterable[tuple[int, float]]) -> float | None:
    """Return T for pairs of level (−2 … +2) and weight; None when nothing has any weight.

    >>> round(t_score([(1, 3), (0, 2), (-1, 1)]), 2)
    54.41
    """
    pairs = tuple(scored)
    weights = sum(weight for _, weight in pairs)
    if weights <= 0:
        return None
    squares = sum(weight * weight for _, weight in pairs)
    sum_of_levels = sum(weight * level for level, weight in pairs)
    rho = EXPECTED_CORRELATION
    return _MIDDLE + _SPREAD * sum_of_levels / sqrt((1 - rho) * squares + rho * weights**2)


@dataclass(frozen=True, slots=True)
class Attained:
    """One goal's weight, and its level at the start and now; None is not scored."""

    weight: int
    baseline: int | None = None
    now: int | None = None


@dataclass(frozen=True, slots=True)
class Attainment:
    """T at the start and now over the goals that are scored, and how many those are."""

    baseline: float | None
    now: float | None
    scored: int
    goals: int

    @property
    def change(self) -> float | None:
        """How far T moved; None unless both ends are known."""
        if self.baseline is None or self.now is None:
            return None
        return self.now - self.baseline


def attainment(goals: Sequence[Attained]) -> Attainment:
    """Return start and now over the same goals: those with a score; the others are counted only."""
    scored = [(goal.baseline, goal.now, goal.weight) for goal in goals if goal.now is not None]
    begun = [(start, weight) for start, _now, weight in scored if start is not None]
    return Attainment(
        # A goal whose start nobody placed would make the change one of other goals.
        baseline=t_score(begun) if len(begun) == len(scored) else None,
        now=t_score((now, weight) for _start, now, weight in scored if now is not None),
        scored=len(scored),
        goals=len(goals),
    )
