"""Measures the program: ``python3 -m tests.bench startup``, or another of ``BENCHES``.

Each case is measured in turns with its floor, so that a busy computer slows both. ``--json``
prints one line for each case.
"""

import sys
from argparse import ArgumentParser

from ot_desktop.setting_up import enter

BENCHES = ("startup", "queries", "booking", "week_grid")
WITH_A_WINDOW = {"startup", "week_grid"}


def main() -> int:
    """Run one benchmark; return 0 when every case is within its limit."""
    parser = ArgumentParser(prog="python3 -m tests.bench", description=__doc__)
    parser.add_argument("bench", choices=BENCHES)
    parser.add_argument("--json", action="store_true", help="one line of JSON for each case")
    parser.add_argument("--children", type=int, default=5_000, metavar="N")
    parser.add_argument("--sessions", type=int, metavar="N", help="500000; 40000 except queries")
    parser.add_argument("--notes", type=int, metavar="N", help="200000; 16000 except queries")
    asked = parser.parse_args()

    from importlib import import_module  # noqa: PLC0415  (after the set-up)

    from tests.bench.big_clinic import Size  # noqa: PLC0415
    from tests.bench.cases import show  # noqa: PLC0415

    sessions, notes = (500_000, 200_000) if asked.bench == "queries" else (40_000, 16_000)
    size = Size(asked.children, asked.sessions or sessions, asked.notes or notes)
    bench = import_module(f"tests.bench.{asked.bench}")
    return show(bench.cases(size), as_json=asked.json)


if __name__ == "__main__":
    enter(window=not WITH_A_WINDOW.isdisjoint(sys.argv))
    sys.exit(main())
