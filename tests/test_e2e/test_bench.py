"""The benchmarks still run, on a clinic too small to say anything about speed."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.bench.big_clinic import Size, big_clinic

ROOT = Path(__file__).parents[2]
KEYS = ["bench", "case", "ours", "floor", "ratio", "unit", "limit", "ok"]
OF_THE_CLOCK = {"ms", "s", "times"}  # units of what a busy computer may fail
TINY = ["--children", "40", "--sessions", "2000", "--notes", "500"]


@pytest.mark.parametrize(
    ("bench", "cases"),
    [
        ("queries", ["day_schedule", "caseload", "child_page", "search"]),
        ("booking", ["twenty_rows"]),
        ("week_grid", ["drag_move", "drag_frame", "week_check", "free_check"]),
        ("programs", ["week", "moved_week", "live_check", "all_places"]),
    ],
)
def test_a_benchmark_prints_one_line_of_json_for_each_case(bench, cases, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    command = [sys.executable, "-m", "tests.bench", bench, "--json", *TINY]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["case"] for line in lines] == cases
    assert [list(line) for line in lines] == [KEYS] * len(cases)
    assert done.returncode in (0, 1)


def test_the_planner_is_measured_on_two_small_summers():
    command = [sys.executable, "-m", "tests.bench", "planner", "--json", "--quick"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    failed = [line for line in lines if not line["ok"]]
    assert {tuple(line) for line in lines} == {tuple(KEYS)}
    assert len(lines) > 50
    assert [line["case"] for line in failed if line["unit"] not in OF_THE_CLOCK] == []
    assert done.returncode == bool(failed)


def test_the_whole_program_ends_without_a_warning(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    clinic = big_clinic(Size(children=40, sessions=2000, notes=500)).root
    command = [sys.executable, "-m", "tests.bench.whole_program", "--clinic", clinic]
    for _start in ("the first", "one with the window where it was"):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert done.stdout.startswith("painted")
        assert done.stderr == ""
