"""Two programs that want the same slot at the same moment, 10,000 times."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.same_slot import race


def holds(tries: int = 10_000) -> bool:
    """Let them, and print how often one, both or nobody got it, and what the loser was told."""
    with TemporaryDirectory(prefix="ot-desktop-same-slot-") as place:
        found = race(Path(place), tries)
    for winners, times in sorted(found.winners.items()):
        print(f"{times:>7,} times {winners} of 2 got it")
    for words, times in found.answers.most_common():
        print(f"{times:>7,} x {words}")
    print(f"{len(found.double_bookings)} double bookings, {found.told:,} deeds in the log, "
          f"{found.seconds:.0f} s.")  # fmt: skip
    return found.is_right
