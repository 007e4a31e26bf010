"""Proves with CP-SAT what the best plans of small summers are worth, for ``summers.json``.

``python3 -m tests.bench.proven 30 20`` goes through XS summers until thirty have a proven optimum,
passing over those that take CP-SAT more than 20 seconds. It needs OR-Tools, which nothing else
does, and two processes; those proven already are kept.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import count, islice, repeat

from ot_desktop.planning.check import check
from ot_desktop.planning.check_score import score
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.planner import plan
from tests.bench import peer
from tests.bench.best_known import keep
from tests.bench.summers import proven_optima, summer

TIGHTNESS = ("0.90", "1.00", "1.10")
MOVES = 2_000  # of the planner, whose plan CP-SAT begins with
PROCESSES = 2


def prove(name, seconds):
    """Return the optimum of a summer; None if it was not proven in time."""
    instance = instance_from(summer(name))
    hint = plan(instance, iterations=MOVES, workers=1)
    found, most = peer.solve(instance, seconds, hint)
    if most < hint.score:
        raise RuntimeError(f"{name}: the planner has {hint.score}, above CP-SAT's bound {most}")
    if found is None or score(instance, found) < most:
        return None
    if check(instance, found):
        raise RuntimeError(f"{name}: the plan breaks a rule")
    return most


def main():
    wanted, seconds = int(sys.argv[1]), float(sys.argv[2])
    names = (f"XS-{tightness}-g{number}" for number in count(1) for tightness in TIGHTNESS)
    new = (name for name in names if name not in proven_optima())
    with ProcessPoolExecutor(PROCESSES) as pool:
        while missing := wanted - len(proven_optima()):
            batch = list(islice(new, missing))
            for name, optimum in zip(batch, pool.map(prove, batch, repeat(seconds)), strict=True):
                print(name, optimum or "not proven", flush=True)
                if optimum is not None:
                    keep(name, optimum=optimum)


if __name__ == "__main__":
    main()
