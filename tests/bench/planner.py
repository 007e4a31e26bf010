"""The intensive planner beside people who plan by hand, a bound of any plan, and CP-SAT.

Every number of an instance comes from this one run: by hand at the first times that fit, by hand
with care, the planner's course over ten seconds, and the bound. Ratios are compared, not points:
they are the same on a slow computer. A computer with much else to do (``NOISY``) counts CPU seconds
instead of the clock's. CP-SAT takes part where OR-Tools is installed.
"""

import os
from collections.abc import Iterator
from dataclasses import replace

from tests.bench import peer, planner_alone, planner_help, planner_repair, planner_targets
from tests.bench.cases import Case
from tests.bench.planner_run import Effort, run

STORED = ("S-1.00-s1", "S-1.00-s2", "M-1.00-s1", "M-1.00-s2", "L-1.00-s1")
TIGHTNESS = ("0.90", "1.00", "1.10")
MADE = tuple(
    f"{size}-{tightness}-g{number}"
    for size, numbers in (("S", (3, 4)), ("M", (1, 2)), ("L", (1,)))
    for tightness in TIGHTNESS
    for number in numbers
)
QUICK = ("XS-1.00-s1", "S-1.00-g3")
MUCH_LOAD = 2.5
PEER_SECONDS = 60


def cases(instances: str | None, seconds: float | None, *, quick: bool) -> Iterator[Case]:
    """Measure every instance, then what needs no instance of its own, then the means."""
    load = _load()
    effort = Effort(is_noisy=load > MUCH_LOAD)
    if quick:
        effort = replace(effort, seconds=1, sample=3, cancels=2)
    if seconds is not None:
        effort = replace(effort, seconds=seconds)
    names = instances.split(",") if instances else QUICK if quick else STORED + MADE
    unit = "NOISY" if effort.is_noisy else "processes"
    yield Case("planner", "load before", load, MUCH_LOAD, load / MUCH_LOAD, unit, 1, ok=True)
    runs = []
    for name in names:
        found = run(name, effort)
        runs.append(found)
        yield from planner_targets.of_run(found, effort)
        yield from planner_help.places(found, effort)
        yield from planner_help.reasons(found, effort)
        yield from planner_help.fairness(found)
        yield from planner_repair.sick_days(found, effort)
    yield from planner_targets.in_the_mean(runs, effort)
    yield from planner_alone.importing(effort)
    yield from planner_alone.repeating(effort)
    yield from planner_alone.canceling(names[-1], effort)
    yield from planner_alone.exactness(effort)
    yield from _peer(runs, effort)


def _peer(runs, effort) -> Iterator[Case]:
    """T13: CP-SAT with optional intervals has a minute for the first M, in this run too."""
    for found in [each for each in runs if each.size == "M" and effort.is_full][:1]:
        name = f"{found.name} T13 points/CP-SAT"
        if not peer.is_installed():
            yield Case("planner", name, found.plan.score, None, None, "not installed", 0, ok=True)
            return
        theirs, _ = peer.solve(found.instance, PEER_SECONDS)
        points = found.points(theirs) if theirs else 0
        yield planner_targets.at_least(name, (found.plan.score, max(1, points)), 1.25, "points")


def _load() -> float:
    """Return how many processes wanted to run in the last minute; 0 where nobody knows."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
