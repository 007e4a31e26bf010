"""Several processes that plan together: the same plan every time, quick to stop, nothing left."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ot_desktop import compiled
from ot_desktop.planning.check import check
from ot_desktop.planning.check_score import score
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.planner import plan
from tests.planning_cases import PLANS, stored

ROOT = Path(__file__).parents[2]
SMALL = PLANS / "XS-1.00-s1.json"
LONG = """
import sys
from pathlib import Path
from ot_desktop.planning.format import read_instance
from ot_desktop.planning.planner import plan

if __name__ == "__main__":
    told = lambda progress: print(progress.score, flush=True)
    plan(read_instance(Path(sys.argv[1])), seconds=100, progress=told)
"""


def written(path, **environment):
    """Return the plan that the command writes in a process of its own."""
    command = [sys.executable, "-m", "ot_desktop.cli", "plan", str(SMALL), "-o", str(path)]
    subprocess.run(
        [*command, "--iterations", "60", "--seed", "7", "--json"],
        cwd=ROOT,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    )
    return json.loads(path.read_text(encoding="utf-8"))


def test_two_workers_give_the_same_plan_every_time(tmp_path):
    assert written(tmp_path / "one.json") == written(tmp_path / "other.json")


@pytest.mark.skipif(not compiled.paths(), reason="the engine is not compiled here")
def test_compiled_and_uncompiled_give_the_same_plan(tmp_path):
    quick = written(tmp_path / "quick.json")
    slow = written(tmp_path / "slow.json", **{compiled.UNCOMPILED: "1"})
    assert (quick.pop("solver"), slow.pop("solver")) == ("planner", "basic planner")
    assert quick == slow


def test_two_workers_find_a_valid_plan_and_tell_how_far_they_are():
    instance, told = instance_from(stored("S-1.00-s1")), []
    found = plan(instance, seconds=1, progress=told.append)
    assert check(instance, found) == []
    assert score(instance, found) == found.score
    assert len(told) >= 4
    assert found.score >= told[-1].score > 0


def test_a_cancelled_search_answers_at_once_and_leaves_no_worker_behind():
    instance, stopped = instance_from(stored("S-1.00-s1")), []

    def enough():
        if told and told[-1].score > 0 and not stopped:
            stopped.append(time.monotonic())
        return bool(stopped)

    told = []
    found = plan(instance, seconds=100, progress=told.append, cancel=enough)
    assert time.monotonic() - stopped[0] < 1  # 0.1 on a machine with nothing else to do
    assert check(instance, found) == []
    assert found.sessions
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_workers_end_when_their_caller_is_killed(tmp_path):
    program = tmp_path / "long.py"
    program.write_text(LONG, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(program), str(SMALL)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as caller:
        caller.stdout.readline()
        workers = _children_of(caller.pid)
        caller.send_signal(signal.SIGKILL)
    assert len(workers) >= 2
    deadline = time.monotonic() + 20
    while any(Path(f"/proc/{worker}").exists() for worker in workers):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _children_of(pid):
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8")
    return found.split()


def test_the_planner_brings_no_big_library():
    code = (
        "import sys, ot_desktop.planning.planner;"
        "print(*{'numpy', 'pandas', 'ortools', 'multiprocessing'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.split() == []
