"""Measures the program: ``python3 -m tests.bench startup``, or another of ``BENCHES``.

Each case is measured beside its floor, so that a busy computer slows both. ``--json`` prints one
line for each case. ``planner`` takes a quarter of an hour, with ``--quick`` a few seconds.
"""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from ot_desktop.setting_up import enter

if TYPE_CHECKING:
    from tests.bench.big_clinic import Size

BENCHES = ("startup", "queries", "booking", "week_grid", "calendar", "programs", "planner", "paper")
WITH_A_WINDOW = {"startup", "week_grid", "calendar"}


def main() -> int:
    """Run one benchmark; return 0 when every case is within its limit."""
    parser = ArgumentParser(prog="python3 -m tests.bench", description=__doc__)
    parser.add_argument("bench", choices=BENCHES)
    parser.add_argument("--json", action="store_true", help="one line of JSON for each case")
    clinic = parser.add_argument_group("the generated clinic of the others")
    clinic.add_argument("--children", type=int, default=5_000, metavar="N")
    clinic.add_argument("--sessions", type=int, metavar="N", help="500000 or 40000")
    clinic.add_argument("--notes", type=int, metavar="N", help="200000 or 16000")
    planner = parser.add_argument_group("planner")
    planner.add_argument("--instances", metavar="NAMES", help="like S-1.00-s1,M-1.10-g2")
    planner.add_argument("--seconds", type=float, metavar="N", help="for each plan; 10")
    planner.add_argument("--quick", action="store_true", help="two small instances, 1 second")
    asked = parser.parse_args()

    from importlib import import_module  # noqa: PLC0415  (after the set-up)

    from tests.bench.cases import show  # noqa: PLC0415

    # A module called calendar would hide Python's own.
    name = "calendar_cases" if asked.bench == "calendar" else asked.bench
    bench = import_module(f"tests.bench.{name}")
    if asked.bench == "planner":
        cases = bench.cases(asked.instances, asked.seconds, quick=asked.quick)
    else:
        cases = bench.cases(_size(asked))
    return show(cases, as_json=asked.json)


def _size(asked: Namespace) -> "Size":
    from tests.bench.big_clinic import Size  # noqa: PLC0415  (after the set-up)

    sessions, notes = (
        (500_000, 200_000) if asked.bench in {"queries", "calendar"} else (40_000, 16_000)
    )
    return Size(asked.children, asked.sessions or sessions, asked.notes or notes)


if __name__ == "__main__":
    enter(window=not WITH_A_WINDOW.isdisjoint(sys.argv))
    sys.exit(main())
