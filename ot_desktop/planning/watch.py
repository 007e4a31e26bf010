"""How long a search may go on, who listens to it, and whether somebody wants it to stop."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

REPORT_EVERY = 0.2  # seconds


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


class Watch:
    """The limits of one search; with ``iterations`` the clock only times the progress."""

    def __init__(
        self,
        seconds: float,
        iterations: int | None = None,
        progress: Callable[[PlanProgress], None] | None = None,
        cancel: Callable[[], bool] | None = None,
        clock: Callable[[], float] = perf_counter,
    ) -> None:
        self.limit = seconds
        self.iterations = iterations
        self.done = 0
        self.best = (0, 0, 0)  # score, children, sessions
        self._progress = progress
        self._cancel = cancel
        self._clock = clock
        self._started = clock()
        self._reported = -REPORT_EVERY

    def seconds(self) -> float:
        """Return how long the search has been going on."""
        return self._clock() - self._started

    def share(self) -> float:
        """Return how much of the search is over, 0 to 1."""
        if self.iterations is not None:
            return min(1.0, self.done / self.iterations) if self.iterations else 1.0
        return min(1.0, self.seconds() / self.limit) if self.limit > 0 else 1.0

    def tick(self) -> None:
        """Report now and then; raise Stopped when the search has to end at once."""
        if self._cancel is not None and self._cancel():
            raise Stopped
        seconds = self.seconds()
        if self._progress is not None and seconds - self._reported >= REPORT_EVERY:
            self.report()
        if self.iterations is None and seconds > self.limit:
            raise Stopped

    def report(self) -> None:
        """Tell whoever listens how far the search is."""
        if self._progress is not None:
            self._reported = self.seconds()
            self._progress(PlanProgress(self._reported, self.done, *self.best))
