"""Looks for a bound while a plan is searched: in a process of its own, with what time is left."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from signal import SIG_IGN, SIGINT, signal
from types import TracebackType

from ot_desktop.planning.bound import bound
from ot_desktop.planning.domain import Instance
from ot_desktop.planning.watch import PlanProgress

POLITE = 10  # how much less often than the search it gets a turn, where the system can tell
Listener = Callable[[PlanProgress], None]


class BoundBeside:
    """The bound of one instance, better and better until the end of the ``with``.

    Without ``seconds`` there is no process: then it is that of every child alone, asked for last.
    """

    def __init__(self, instance: Instance, seconds: float | None) -> None:
        self._instance, self._seconds = instance, seconds
        self._told = 0
        self._lowest: int | None = None

    def __enter__(self) -> "BoundBeside":
        if self._seconds is not None:
            context = get_context("spawn")  # nothing of a window or a database comes along
            self._mine, theirs = context.Pipe()
            task = (self._instance, self._seconds, theirs)
            self._process = context.Process(target=_look, args=task, daemon=True)
            self._process.start()
            theirs.close()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        if self._seconds is not None:
            self.latest(self._told)
            self._process.kill()
            self._process.join()
            self._process.close()
            self._mine.close()

    def latest(self, score: int) -> int | None:
        """Return the lowest bound so far, None before the first; ``score`` is the best plan's."""
        with suppress(EOFError, OSError):  # the process is done
            while self._mine.poll():
                self._lowest = self._mine.recv()
            if score > self._told:
                self._mine.send(score)
                self._told = score
        return self._lowest

    def telling(self, progress: Listener | None) -> Listener | None:
        """Return what tells the progress with the bound of the moment."""
        if progress is None or self._seconds is None:
            return progress
        return lambda now: progress(replace(now, bound=self.latest(now.score)))

    def in_the_end(self, cancel: Callable[[], bool] | None) -> int | None:
        """Return the lowest bound; None if there is none yet and nobody wants to wait for it."""
        if self._lowest is None and not (cancel is not None and cancel()):
            self._lowest = bound(self._instance, evaluations=0)
        return self._lowest


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
