"""One instance planned: by hand twice, by the planner against the clock, and its bound."""

import os
from dataclasses import dataclass
from multiprocessing import active_children
from time import perf_counter, process_time

from ot_desktop.planning.bound import bound
from ot_desktop.planning.check import check
from ot_desktop.planning.check_score import score
from ot_desktop.planning.domain import Instance, Plan
from ot_desktop.planning.format import instance_from, read_instance
from ot_desktop.planning.planner import plan
from tests.bench.by_hand import careful_person, first_fit
from tests.bench.peak import peak_mib_of
from tests.bench.summers import known_summers, stored_file, summer

WORKERS = 2
FULL_SECONDS = 10  # the targets are for so long
EVALUATIONS = {"XS": 50, "S": 50, "M": 10, "L": 0, "XL": 0}  # of the bound's prices: a few seconds


@dataclass(frozen=True)
class Effort:
    """How long to plan, and whether seconds are the processes' own or those of the clock.

    ``is_noisy``: the computer is busy with other things, and the clock would measure those.
    """

    seconds: float = FULL_SECONDS
    is_noisy: bool = False
    sample: int = 60  # children to look at one by one
    cancels: int = 20  # searches to stop

    @property
    def clock(self):
        return process_time if self.is_noisy else perf_counter

    @property
    def is_full(self):
        """Say whether there is time for what a plan has to reach."""
        return self.seconds >= FULL_SECONDS


class Told:
    """What a search told on its way, and the most memory one of its processes held."""

    def __init__(self, *, is_noisy):
        self._is_noisy, self._began = is_noisy, perf_counter()
        self.scores = []  # (seconds, score)
        self.peak_mib = 0.0

    def __call__(self, progress):
        seconds = progress.seconds if self._is_noisy else perf_counter() - self._began
        self.scores.append((seconds, progress.score))
        peaks = [peak_mib_of(each.pid) for each in active_children()]
        self.peak_mib = max([self.peak_mib, *peaks])

    @property
    def times_a_second(self):
        return len(self.scores) / max(1.0, self.scores[-1][0]) if self.scores else 0.0

    def score_at(self, seconds):
        """Return the best score told by then."""
        return max((score for at, score in self.scores if at <= seconds), default=0)


@dataclass(frozen=True)
class Run:
    """What was found of one instance, in one process and in this order."""

    name: str
    instance: Instance
    first_fit: Plan
    careful: Plan
    plan: Plan
    told: Told
    wall: float
    cpu: float
    bound: int

    @property
    def size(self):
        return self.name.split("-")[0]

    @property
    def groups(self):
        """Return the groups it counts in; in a tight one more is prescribed than can be given."""
        _, tightness, _ = self.name.split("-")
        return {self.size, tightness, "tight" if float(tightness) > 1 else "not tight"}

    @property
    def best_known(self):
        """Return the best points ever seen; 0 where nobody has looked for long."""
        return known_summers().get(self.name, {}).get("best", 0)

    def points(self, plan):
        return score(self.instance, plan)

    def faults(self):
        """Count the broken rules, and a claim that is not the plan's score."""
        is_false = self.points(self.plan) != self.plan.score
        return len(check(self.instance, self.plan)) + is_false


def instance_named(name):
    """Return a stored instance, or make the summer of that name."""
    path = stored_file(name)
    return read_instance(path) if path else instance_from(summer(name))


def run(name, effort):
    """Plan one instance in all ways."""
    instance = instance_named(name)
    first, careful = first_fit(instance), careful_person(instance)
    told, wall, cpu = Told(is_noisy=effort.is_noisy), perf_counter(), _cpu()
    found = plan(
        instance, seconds=effort.seconds, workers=WORKERS, progress=told, clock=effort.clock
    )
    wall, cpu = perf_counter() - wall, _cpu() - cpu
    evaluations = EVALUATIONS[name.split("-")[0]]
    most = bound(instance, evaluations=evaluations, best=lambda: found.score)
    return Run(name, instance, first, careful, found, told, wall, cpu, most)


def _cpu():
    """Return the CPU seconds of this process and of those it started that have ended."""
    return sum(os.times()[:4])
