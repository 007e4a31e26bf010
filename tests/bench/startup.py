"""How soon the program is there, and how much memory it takes, beside a blank window.

``sign_in``: from the start of the process to the painted sign-in page, at most twice a blank
window's time. ``caseload``: from the password to the painted Caseload; the floor is the password
check alone, and the rest takes at most 300 ms. ``memory``: the most either process ever held up
to there. A real password takes 128 MiB to check, on purpose, for a moment, and all of it is given
back; this clinic's takes next to none, so that the peak is the program's own.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from ot_desktop.screen import has_screen
from tests.bench.big_clinic import Size, big_clinic
from tests.bench.cases import MS, Case

ROUNDS = 9
SIGN_IN_LIMIT, CASELOAD_LIMIT_MS, MEMORY_LIMIT = 2.0, 300.0, 2.5
ROOT = Path(__file__).parents[2]


def cases(size: Size) -> Iterator[Case]:
    """Start both programs in turns."""
    clinic = str(big_clinic(size).root)
    blank, ours = ["tests.bench.blank_window"], ["tests.bench.whole_program", "--clinic", clinic]
    _started(blank), _started(ours)  # the files are in memory from here on
    blanks, programs = [], []
    for _ in range(ROUNDS):
        blanks.append(_started(blank))
        programs.append(_started(ours))
    first_paint, blank_mib = (median(each) for each in zip(*blanks, strict=True))
    sign_in, check, caseload, ours_mib = (median(each) for each in zip(*programs, strict=True))
    yield _within("sign_in", (sign_in, first_paint), "ms", SIGN_IN_LIMIT)
    is_soon = caseload - check <= CASELOAD_LIMIT_MS
    yield Case(
        "startup", "caseload", caseload, check, caseload / check, "ms", CASELOAD_LIMIT_MS, is_soon
    )
    if blank_mib:
        yield _within("memory", (ours_mib, blank_mib), "MiB", MEMORY_LIMIT)


def _within(case: str, measured: tuple[float, float], unit: str, limit: float) -> Case:
    ours, floor = measured
    ratio = ours / floor
    return Case("startup", case, ours, floor, ratio, unit, limit, ratio <= limit)


def _started(module: list[str]) -> list[float]:
    """Start a program; return the milliseconds to its first paint, and what it says after."""
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # on a desk, modules are compiled once
    if not has_screen():
        environment["QT_QPA_PLATFORM"] = "offscreen"
    started = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", *module],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        painted = process.stdout.readline().strip()
        first_paint = (perf_counter() - started) * MS
        rest = process.stdout.read().split()
    if painted != "painted" or process.returncode:
        raise RuntimeError(f"{module[0]} ended with {process.returncode}")
    return [first_paint, *map(float, rest)]
