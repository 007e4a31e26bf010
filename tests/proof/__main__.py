"""Proves at length: ``python3 -m tests.proof schedule``, or ``same_slot``.

``schedule`` does anything to a schedule in any order (``tests/random_schedule.py``); ``same_slot``
lets two programs want the same slot at the same moment (``tests/same_slot.py``). Both take minutes;
the tests do the same for seconds. Ends with 1 and the shortest way there when something is wrong.
"""

import sys
from argparse import ArgumentParser
from importlib import import_module

from ot_desktop.setting_up import enter

PROOFS = ("schedule", "same_slot")


def main() -> int:
    """Run one proof; return 0 when it holds."""
    parser = ArgumentParser(prog="python3 -m tests.proof", description=__doc__)
    parser.add_argument("proof", choices=PROOFS)
    parser.add_argument("--tries", type=int, metavar="N", help="schedules, 2000; slots, 10000")
    asked = parser.parse_args()
    proof = import_module(f"tests.proof.{asked.proof}")
    return 0 if proof.holds(*([asked.tries] if asked.tries else [])) else 1


if __name__ == "__main__":
    enter(checks=True, window=False)
    sys.exit(main())
