"""How long a search may go on, who listens to it, and whether somebody wants it to stop."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import NamedTuple

REPORT_EVERY = 0.2  # seconds; half as long where there is something better to tell


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """How far a search is; ``bound`` is None until it is known."""

    seconds: float
    iterations: int
    score: int
    children: int
    sessions: int
    bound: int | None = None


class Stopped(Exception):
    """The time is over, or nobody wants the search any more: the best plan so far is the answer."""


class Limits(NamedTuple):
    """When a search ends: after ``iterations`` moves if they are given, else after ``seconds``.

    Moves give the same plan on every machine, seconds do not. ``clock`` says what a second is.
    """

    seconds: float = 10
    iterations: int | None = None
    clock: Callable[[], float] = perf_counter


class Watch:
    """The limits of one search; with ``iterations`` the clock only times the progress."""

    def __init__(
        self,
        limits: Limits,
        progress: Callable[[PlanProgress], None] | None = None,
        cancel: Callable[[], bool] | None = None,
    ) -> None:
        self.limits = limits
        self.done = 0
        self.best = (0, 0, 0)  # score, children, sessions
        self._progress = progress
        self._cancel = cancel
        self._started = limits.clock()
        self._reported = -REPORT_EVERY
        self._told = (0, 0, 0)

    def seconds(self) -> float:
        """Return how long the search has been going on."""
        return self.limits.clock() - self._started

    def share(self) -> float:
        """Return how much of the search is over, 0 to 1."""
        if self.limits.iterations is not None:
            return min(1.0, self.done / self.limits.iterations) if self.limits.iterations else 1.0
        return min(1.0, self.seconds() / self.limits.seconds) if self.limits.seconds > 0 else 1.0

    def tick(self) -> None:
        """Report now and then; raise Stopped when the search has to end at once."""
        if self._cancel is not None and self._cancel():
            raise Stopped
        seconds = self.seconds()
        if self._progress is not None:
            wait = REPORT_EVERY if self.best == self._told else REPORT_EVERY / 2
            if seconds - self._reported >= wait:
                self.report()
        if self.limits.iterations is None and seconds > self.limits.seconds:
            raise Stopped

    def report(self) -> None:
        """Tell whoever listens how far the search is."""
        if self._progress is not None:
            self._reported = self.seconds()
            self._told = self.best
            self._progress(self.progress())

    def progress(self) -> PlanProgress:
        """Return how far the search is."""
        return PlanProgress(self.seconds(), self.done, *self.best)
