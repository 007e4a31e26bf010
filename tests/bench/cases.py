"""What a benchmark found: one line for each case, as a table or as JSON."""

import gc
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter
from typing import Any

MS = 1000
WIDEST = 40  # of a case's name


@dataclass(frozen=True, slots=True)
class Case:
    """``limit`` bounds the ratio, unless ``ok`` says more; see each benchmark.

    Where there is nothing to compare with, ``floor`` and ``ratio`` are None and ``limit`` bounds
    ``ours``.
    """

    bench: str
    case: str
    ours: float
    floor: float | None
    ratio: float | None
    unit: str
    limit: float
    ok: bool


def in_turns(ours: Callable[[], Any], floor: Callable[[], Any], rounds: int) -> tuple[float, float]:
    """Return the medians of both in milliseconds, measured in turns after one warm-up each."""
    ours(), floor()
    gc.collect()
    measured: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for times, work in zip(measured, (ours, floor), strict=True):
            started = perf_counter()
            work()
            times.append((perf_counter() - started) * MS)
    return median(measured[0]), median(measured[1])


def show(cases: Iterable[Case], *, as_json: bool) -> int:
    """Print every case as soon as it is known; return 0 when all are within their limits."""
    all_ok = True
    if not as_json:
        print(f"{'bench':<10}{'case':<{WIDEST}}{'ours':>10}{'floor':>10}{'ratio':>8}{'limit':>8}")
    for case in cases:
        all_ok &= case.ok
        print(json.dumps(asdict(case)) if as_json else _line(case), flush=True)
    return 0 if all_ok else 1


def _line(case: Case) -> str:
    compared = f"{'':>10}{'':>8}"
    if case.floor is not None and case.ratio is not None:
        compared = f"{case.floor:>10.2f}{case.ratio:>8.3f}"
    return (
        f"{case.bench:<10}{case.case:<{WIDEST}}{case.ours:>10.2f}{compared}"
        f"{case.limit:>8g}  {case.unit} {_verdict(case)}"
    )


def _verdict(case: Case) -> str:
    if case.ok:
        return "ok"
    if case.unit in {"ms", "pages/s"}:
        return "TOO SLOW"
    return "TOO LITTLE" if case.ratio is not None and case.ratio < case.limit else "TOO MUCH"
