"""Proves at length what the tests prove shortly; each takes minutes.

``schedule`` does anything to a schedule in any order (``tests/random_schedule.py``), ``notes`` to
a note (``tests/random_note.py``); ``same_slot`` lets two programs want the same slot at the same
moment (``tests/same_slot.py``); ``typing`` kills the program while somebody types a note
(``tests/typing_killed.py``). Ends with 1 and the shortest way there when something is wrong.
"""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from importlib import import_module

from ot_desktop.setting_up import enter

TRIED = {"schedule": "schedules, 2000", "notes": "notes, 1000", "same_slot": "slots, 10000"}


def main() -> int:
    """Run one proof; return 0 when it holds."""
    parser = ArgumentParser(
        prog="python3 -m tests.proof",
        description=__doc__,
        formatter_class=RawDescriptionHelpFormatter,
    )
    proofs = parser.add_subparsers(dest="proof", required=True)
    for name, what in TRIED.items():
        proofs.add_parser(name).add_argument("--tries", type=int, metavar="N", help=what)
    import_module("tests.proof.typing").add_arguments(proofs.add_parser("typing"))
    asked = {key: value for key, value in vars(parser.parse_args()).items() if value is not None}
    proof = import_module(f"tests.proof.{asked.pop('proof')}")
    return 0 if proof.holds(**asked) else 1


if __name__ == "__main__":
    enter(checks=True, window=False)
    sys.exit(main())
