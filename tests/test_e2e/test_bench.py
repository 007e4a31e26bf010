"""The benchmarks still run, on a clinic too small to say anything about speed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEYS = ["bench", "case", "ours", "floor", "ratio", "unit", "limit", "ok"]
TINY = ["--children", "40", "--sessions", "2000", "--notes", "500"]


@pytest.mark.parametrize(
    ("bench", "cases"),
    [
        ("queries", ["day_schedule", "caseload", "child_page", "search"]),
        ("booking", ["twenty_rows"]),
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
