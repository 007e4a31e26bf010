"""Looks for a bound in a process of its own, with what the search for a plan leaves of the time."""

import os
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from signal import SIG_IGN, SIGINT, signal

from ot_desktop.planning.bound import bound
from ot_desktop.planning.domain import Instance

POLITE = 10  # how much less often than the search it gets a turn, where the system can tell


class BoundBeside:
    """The bound of one instance, better and better until ``stop``."""

    def __init__(self, instance: Instance, seconds: float) -> None:
        context = get_context("spawn")  # nothing of a window or a database comes along
        self._mine, theirs = context.Pipe()
        self._process = context.Process(target=_look, args=(instance, seconds, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._told = 0
        self._lowest: int | None = None

    def latest(self, score: int) -> int | None:
        """Return the lowest bound so far, None before the first; ``score`` is the best plan's."""
        with suppress(EOFError, OSError):  # the process is done
            while self._mine.poll():
                self._lowest = self._mine.recv()
            if score > self._told:
                self._mine.send(score)
                self._told = score
        return self._lowest

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._mine.close()


def _look(instance: Instance, seconds: float, connection: Connection) -> None:
    signal(SIGINT, SIG_IGN)  # Ctrl-C is for the caller, who ends this process
    if hasattr(os, "nice"):
        os.nice(POLITE)
    score: int | None = None

    def best() -> int | None:
        nonlocal score
        while connection.poll():
            score = connection.recv()
        return score

    with suppress(BrokenPipeError, EOFError):  # the caller is gone
        bound(instance, seconds=seconds, best=best, on_bound=connection.send)
