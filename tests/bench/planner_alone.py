"""What only a process of its own shows: the import, the same plan twice, how soon it ends."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from ot_desktop.compiled import UNCOMPILED
from ot_desktop.planning import COMPILED
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.planner import plan
from tests.bench.cases import MS
from tests.bench.planner_run import WORKERS, instance_named
from tests.bench.planner_targets import at_least, at_most, must_be_none
from tests.bench.summers import proven_optima, stored_file, summer

ROOT = Path(__file__).parents[2]
IMPORTS = 7
IMPORT_MS, CANCEL_MS = 50, 100
FORBIDDEN = ("ortools", "numpy", "pandas", "highspy", "scipy", "PySide6", "peewee")
IMPORT = """
import sys, time
clock = getattr(time, sys.argv[1])
began = clock()
import ot_desktop.planning.planner
print((clock() - began) * 1000, len(set(sys.argv[2:]) & set(sys.modules)))
"""
SAME = "S-1.00-s1"  # planned twice, by moves
MOVES, FEW_MOVES = 20_000, 60
EXACT_MOVES, EXACT = 2_000, 0.9995


def importing(effort):
    """T11: the planner is there at once, compiled or not, and brings no library along."""
    command = [sys.executable, "-c", IMPORT, effort.clock.__name__, *FORBIDDEN]
    ways = {"uncompiled": {UNCOMPILED: "1"}, **({"compiled": {}} if COMPILED else {})}
    for way, environment in ways.items():
        lines = [_output(command, environment).split() for _ in range(IMPORTS)]
        least = min(float(ms) for ms, _ in lines)  # whatever else the computer does only adds
        yield at_most(f"T11 import of the planner, {way}", least, IMPORT_MS, "ms")
        found = max(int(count) for _, count in lines)
        yield must_be_none(f"T11 forbidden modules, {way}", found)


def repeating(effort):
    """The same moves and seed write the same file, in another process and uncompiled, too."""
    with tempfile.TemporaryDirectory(prefix="ot-desktop-bench-") as place:
        folder = Path(place)
        moves = MOVES if COMPILED and effort.is_full else FEW_MOVES
        once, again = (_plan_file(folder / name, moves) for name in ("once", "again"))
        yield must_be_none(f"{SAME} the same twice, differences", once != again)
        if COMPILED:
            ours = _plan_file(folder / "compiled", FEW_MOVES)
            plain = _plan_file(folder / "plain", FEW_MOVES, {UNCOMPILED: "1"})
            yield must_be_none(f"{SAME} the same uncompiled, differences", ours != plain)


def _plan_file(path, moves, environment=None):
    command = "from ot_desktop.cli import main; import sys; sys.exit(main(sys.argv[1:]))"
    limits = ["--iterations", str(moves), "--seed", "7", "--workers", str(WORKERS)]
    _output(
        [sys.executable, "-c", command, "plan", str(stored_file(SAME)), "-o", str(path), *limits],
        environment,
    )
    text = path.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if '"solver"' not in line]


def canceling(name, effort):
    """T12: from the first time the search is asked to stop to its best plan, by the clock."""
    instance = instance_named(name)
    times = [_cancel_after(instance, 0.5 + number / 20) for number in range(effort.cancels)]
    yield at_most(f"{name} T12 from cancel to plan, median", median(times), CANCEL_MS, "ms")
    yield at_most(f"{name} T12 from cancel to plan, worst", max(times), CANCEL_MS, "ms")


def _cancel_after(instance, seconds):
    """Return the milliseconds to the plan of a search that was asked to stop by then."""
    until, asked = perf_counter() + seconds, []

    def cancel():
        if perf_counter() < until:
            return False
        asked.append(perf_counter())
        return True

    plan(instance, seconds=600, workers=WORKERS, cancel=cancel)
    return (perf_counter() - asked[0]) * MS


def exactness(effort):
    """Points of small summers beside their proven optima, in all; none may be exceeded."""
    optima = dict(list(proven_optima().items())[: None if effort.is_full else effort.sample])
    found = {
        name: plan(instance_from(summer(name)), iterations=EXACT_MOVES, workers=1).score
        for name in optima
    }
    sums = sum(found.values()), sum(optima.values())
    yield at_least("XS points/proven optimum", sums, EXACT, "points")
    exceeded = sum(found[name] > optima[name] for name in optima)
    yield must_be_none("XS above the proven optimum", exceeded)


def _output(command, environment=None):
    everything = {**os.environ, **(environment or {})}
    everything.pop("PYTHONDONTWRITEBYTECODE", None)  # on a desk, modules are compiled once
    done = subprocess.run(
        command, cwd=ROOT, env=everything, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{command[:3]} ended with {done.returncode}: {done.stderr}")
    return done.stdout
