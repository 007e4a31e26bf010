"""Kills the program while somebody types a note, at random moments, and starts it again."""

import random
import sys
from argparse import ArgumentParser
from datetime import timedelta
from json import dumps
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from db.connection import close_database
from tests.note_builders import a_visit, a_visit_on_disk, mateo, yesterday_at
from tests.typing_killed import Typists, a_random_moment, opened


def add_arguments(parser: ArgumentParser) -> None:
    """Add what this proof is asked."""
    parser.add_argument("--cycles", type=int, default=200, metavar="N", help="default: 200")
    parser.add_argument("--seed", type=int, default=1, help="of the moments; default: 1")
    parser.add_argument("--json", action="store_true", help="print the numbers as JSON")


def holds(cycles: int = 200, seed: int = 1, *, json: bool = False) -> bool:
    """Kill it, and print drafts offered and the most seconds of typing that were missing."""
    started, dice = perf_counter(), random.Random(seed)  # noqa: S311  (moments, no secrets)
    found = []
    with TemporaryDirectory(prefix="ot-desktop-typing-") as place, Typists() as typists:
        clinic = a_visit_on_disk(Path(place))
        for number, session in enumerate(_visits(clinic, cycles), start=1):
            found.append(typists.killed_while_typing(clinic, session, a_random_moment(dice)))
            if not json and sys.stdout.isatty():
                print(f"\r{number} of {cycles}", end="", flush=True)
    told = {
        "cycles": cycles,
        "drafts_offered": sum(each.is_offered for each in found),
        "killed_before_the_first_save": sum(each.kept == 0 for each in found),
        "words_typed": sum(each.typed for each in found),
        "words_missing": sum(each.typed - each.kept for each in found),
        "most_seconds_missing": round(max(each.missing_s for each in found), 3),
        "seconds": round(perf_counter() - started),
        "holds": all(each.is_right for each in found),
    }
    _say(told, as_json=json)
    return bool(told["holds"])


def _visits(clinic: dict, count: int) -> list[int]:
    services = opened(clinic)
    child = mateo(services)
    yesterday = yesterday_at(9)
    visits = [a_visit(services, child, yesterday - timedelta(days=n)) for n in range(count)]
    close_database()
    return visits


def _say(told: dict, *, as_json: bool) -> None:
    if as_json:
        print(dumps(told))
        return
    for name, value in told.items():
        print(f"{name.replace('_', ' '):>30}  {value}")
