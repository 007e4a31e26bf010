"""Slows guessing down: after five wrong tries a wait, longer each time."""

import math
import time
from collections.abc import Callable
from typing import NoReturn

from ot_desktop.access.domain import MustWait, WrongPassword

MOST = 5
WAIT_SECONDS = 30
LONGEST_WAIT_SECONDS = 300


class Tries:
    """Counts one person's wrong tries, in memory; ``clock`` counts seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong = 0
        self._free_at = 0.0

    def check(self) -> None:
        """Raise ``MustWait`` while no further try is allowed."""
        seconds = math.ceil(self._free_at - self._clock())
        if seconds > 0:
            raise MustWait(f"Too many wrong tries. You can try again in {seconds} s.", seconds)

    def missed(self, said: str) -> NoReturn:
        """Count a wrong try: raise ``WrongPassword`` or ``MustWait`` beginning with ``said``."""
        self._wrong += 1
        rounds, since = divmod(self._wrong, MOST)
        if since == 0:
            seconds = min(WAIT_SECONDS * 2 ** (rounds - 1), LONGEST_WAIT_SECONDS)
            self._free_at = self._clock() + seconds
            raise MustWait(f"{said} Wait {seconds} s, then try again.", seconds)
        left = MOST - since
        raise WrongPassword(f"{said} {left} {'try' if left == 1 else 'tries'} left.")

    def succeeded(self) -> None:
        """Start counting anew."""
        self._wrong = 0
        self._free_at = 0.0
