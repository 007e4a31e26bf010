"""Looks long for better plans of the bench's instances, and keeps the best points ever seen.

``python3 -m tests.bench.best_known 120 M-1.00-g1 L-1.00-s1`` gives each of two workers 120 CPU
seconds for an instance, and writes what is better to ``tests/data/summers.json``.
"""

import json
import sys
from time import process_time

from ot_desktop.planning.check import check
from ot_desktop.planning.check_score import score
from ot_desktop.planning.planner import plan
from tests.bench.planner_run import WORKERS, instance_named
from tests.bench.summers import DATA, fingerprint, known_summers, stored_file, summer


def look(name, seconds, seed):
    """Plan one instance for long; return its points."""
    instance = instance_named(name)
    found = plan(instance, seconds=seconds, workers=WORKERS, seed=seed, clock=process_time)
    if check(instance, found):
        raise RuntimeError(f"{name}: the plan breaks a rule")
    return score(instance, found)


def keep(name, **facts):
    """Write what is known of an instance, one line each."""
    known = known_summers()
    known[name] = {**known.get(name, {}), **facts}
    if stored_file(name) is None:
        known[name]["file"] = fingerprint(summer(name))
    lines = [f"{json.dumps(each)}: {json.dumps(known[each])}" for each in sorted(known)]
    (DATA / "summers.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def main():
    seconds, names = float(sys.argv[1]), sys.argv[2:]
    for seed, name in enumerate(names, start=1):
        points = look(name, seconds, seed)
        before = known_summers().get(name, {}).get("best", 0)
        print(name, points, f"{points - before:+}", flush=True)
        if points > before:
            keep(name, best=points)


if __name__ == "__main__":
    main()
