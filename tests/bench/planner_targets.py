"""What a plan has to reach, as ratios to the yardsticks of the same run, each and in the mean.

T1 to T13 are the targets of the planner's benchmark. They are for ten seconds on two cores; a
shorter run shows the same ratios and asks for nothing but valid plans and a valid bound.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import mean

from ot_desktop.planning import COMPILED
from tests.bench.cases import Case
from tests.bench.planner_run import Run

# Points that were promised for stored instances, and for the planner without a compiler.
PROMISED = {
    "S-1.00-s1": 21_000,
    "S-1.00-s2": 14_850,
    "M-1.00-s1": 59_000,
    "M-1.00-s2": 59_400,
    "L-1.00-s1": 128_000,
}
PROMISED_UNCOMPILED = {"M-1.00-s1": 54_500}
WORKER_MIB = 150
TOLD_A_SECOND = 4


@dataclass(frozen=True)
class Target:
    """A ratio; the least it may be for each instance, and for the mean of a group of them."""

    name: str
    unit: str
    compared: Callable[[Run], tuple[float, float]]
    each: float = 0
    means: dict[str, float] = field(default_factory=dict)


TARGETS = (
    Target(
        "T2 points/best known",
        "points",
        lambda run: (run.plan.score, run.best_known),
        0.98,
        {"S": 0.99, "M": 0.99, "L": 0.99},
    ),
    Target(
        "T3 points at 1 s/at the end",
        "points",
        lambda run: (run.told.score_at(1), run.plan.score),
        means={"M": 0.97},
    ),
    Target(
        "T3 points at 3 s/at the end",
        "points",
        lambda run: (run.told.score_at(3), run.plan.score),
        means={"M": 0.985},
    ),
    Target(
        "T4 sessions/careful person",
        "sessions",
        lambda run: (len(run.plan.sessions), len(run.careful.sessions)),
        1.03,
        {"1.00": 1.12},
    ),
    Target(
        "T5 points/careful person",
        "points",
        lambda run: (run.plan.score, run.points(run.careful)),
        1.05,
        {"1.00": 1.12},
    ),
    Target(
        "points/first fit",
        "points",
        lambda run: (run.plan.score, run.points(run.first_fit)),
        1,
    ),
    Target(
        "T6 points/bound",
        "points",
        lambda run: (run.plan.score, run.bound),
        means={"S": 0.93, "M": 0.93, "L": 0.93, "not tight": 0.95},
    ),
)


def of_run(run, effort):
    """Give the cases of one instance."""
    yield must_be_none(f"{run.name} T1 broken rules", run.faults())
    for target in TARGETS:
        ours, floor = target.compared(run)
        if floor:
            limit = target.each if effort.is_full and run.size in "SML" else 0
            yield at_least(f"{run.name} {target.name}", (ours, floor), limit, target.unit)
    best = max(run.plan.score, run.best_known)
    yield at_least(f"{run.name} T6 bound/best known", (run.bound, best), 1, "points")
    promised = (PROMISED if COMPILED else PROMISED_UNCOMPILED).get(run.name)
    if promised is not None and effort.is_full:
        yield at_least(f"{run.name} points/promised", (run.plan.score, promised), 1, "points")
    yield from _effort(run)


def _effort(run):
    yield at_least(f"{run.name} seconds by the clock/CPU", (run.wall, run.cpu), 0, "s")
    if run.told.peak_mib:
        yield at_most(f"{run.name} T11 memory of a process", run.told.peak_mib, WORKER_MIB, "MiB")
    told = run.told.times_a_second, TOLD_A_SECOND
    yield at_least(f"{run.name} T12 told a second", told, 1, "times")


def in_the_mean(runs, effort):
    """Give the cases of groups of instances; a group of nobody has none."""
    for target in TARGETS:
        for group, limit in target.means.items():
            compared = [target.compared(run) for run in runs if group in run.groups]
            ratios = [_ratio(ours, floor) for ours, floor in compared if floor]
            if ratios:
                least = limit if effort.is_full else 0
                name = f"mean of {group}: {target.name}"
                yield at_least(name, (mean(ratios), 1), least, "ratio")


def at_least(name, compared, limit, unit):
    """Return a case whose ratio must not be lower."""
    ours, floor = compared
    ratio = _ratio(ours, floor)
    return Case("planner", name, ours, floor, ratio, unit, limit, ratio >= limit)


def at_most(name, ours, limit, unit):
    """Return a case that has a limit of its own."""
    return Case("planner", name, ours, None, None, unit, limit, ours <= limit)


def must_be_none(name, count):
    """Return a case that is right when there is nothing to count."""
    return at_most(name, count, 0, "found")


def _ratio(ours, floor):
    """Return the ratio; nothing to compare with is reached by anything."""
    return ours / floor if floor else 1.0
