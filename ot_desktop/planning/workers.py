"""Searches in several processes at once; half-way all go on from the best plan of them.

The processes are started anew (``spawn``), so nothing of a window or a database comes along. A
worker whose caller is gone finds its pipe closed at the next report and ends.
"""

from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from signal import SIG_IGN, SIGINT, signal
from time import perf_counter
from typing import cast

from ot_desktop.planning.domain import Instance
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.search import Search
from ot_desktop.planning.start import Beginning, Sessions
from ot_desktop.planning.watch import REPORT_EVERY, Limits, PlanProgress, Watch
from ot_desktop.planning.words import NO_START

LISTEN = 0.04  # seconds between looking whether somebody wants to stop


@dataclass(frozen=True)
class Task:
    """What to plan, from where, and until when."""

    instance: Instance
    limits: Limits
    seed: int
    beginning: Beginning


@dataclass(frozen=True)
class Report:
    """What a worker sends: how far it is, and its best plan if that is a better one."""

    progress: PlanProgress
    best: list[Sessions] | None = None
    waits: bool = False  # for the plan to go on from
    ended: bool = False


class WorkerEnded(RuntimeError):
    """A worker's process is gone though its search was not over."""


Listener = Callable[[PlanProgress], None]


def search(
    task: Task,
    workers: int,
    progress: Listener | None = None,
    cancel: Callable[[], bool] | None = None,
) -> list[Sessions] | None:
    """Return the best sessions by request that the workers found, None if nothing yet."""
    team = Team(task, workers, progress)
    try:
        while team.at_work and not (cancel is not None and cancel()):
            team.listen()
    except WorkerEnded:
        if cancel is None or not cancel():
            raise  # Ctrl-C reaches every process; this one was too young to ignore it
    finally:
        team.stop()
    return team.best


class Team:
    """The workers of one search, seen from the caller's process."""

    def __init__(self, task: Task, workers: int, progress: Listener | None) -> None:
        self._progress = progress
        self._latest: list[PlanProgress | None] = [None] * workers
        self._plans: list[list[Sessions] | None] = [None] * workers
        self._waiting: list[int] = []
        self._told = (0.0, -1)
        self.at_work: dict[Connection, int] = {}
        self._processes: list[BaseProcess] = []
        context = get_context("spawn")
        for number in range(workers):
            mine, theirs = context.Pipe()
            worker = context.Process(target=work, args=(task, number, theirs), daemon=True)
            worker.start()
            theirs.close()
            self.at_work[mine] = number
            self._processes.append(worker)

    @property
    def best(self) -> list[Sessions] | None:
        """The best plan so far; the first worker's of equal ones."""
        scores = [-NO_START if each is None else each.score for each in self._latest]
        return self._plans[scores.index(max(scores))]

    def listen(self) -> None:
        """Take what the workers report for a moment, and tell it."""
        for ready in wait(list(self.at_work), timeout=LISTEN):
            connection = cast(Connection, ready)
            try:
                self._hear(connection, connection.recv())
            except EOFError:
                raise WorkerEnded("A worker of the planner ended before its time.") from None
        if len(self._waiting) == len(self.at_work):
            self._exchange()
        self._tell()

    def _hear(self, connection: Connection, report: Report) -> None:
        number = self.at_work[connection]
        self._latest[number] = report.progress
        if report.best is not None:
            self._plans[number] = report.best
        if report.waits:
            self._waiting.append(number)
        if report.ended:
            del self.at_work[connection]
            connection.close()

    def _exchange(self) -> None:
        """Give everybody who waits the best plan there is."""
        best = self.best
        for connection, number in self.at_work.items():
            if number in self._waiting:
                connection.send(best)
        self._waiting.clear()

    def _tell(self) -> None:
        """Report what all have done together, now and then and when it is better."""
        heard = [each for each in self._latest if each is not None]
        if self._progress is None or not heard:
            return
        leader = max(heard, key=lambda each: each.score)
        now, (told_at, told) = perf_counter(), self._told
        if now - told_at < (REPORT_EVERY / 2 if leader.score > told else REPORT_EVERY):
            return
        self._told = now, leader.score
        moves = sum(each.iterations for each in heard)
        seconds = max(each.seconds for each in heard)  # by the clock that limits the search
        self._progress(PlanProgress(seconds, moves, leader.score, leader.children, leader.sessions))

    def stop(self) -> None:
        """End every worker that is still there."""
        for connection in self.at_work:
            connection.close()
        for worker in self._processes:
            worker.kill()
        for worker in self._processes:
            worker.join()
            worker.close()


def work(task: Task, number: int, connection: Connection) -> None:
    """Search as one of several workers, and report."""
    signal(SIGINT, SIG_IGN)  # Ctrl-C is for the caller, who ends the workers
    watch: Watch
    search: Search
    told: list[Sessions] | None = None

    def report(progress: PlanProgress, *, waits: bool = False, ended: bool = False) -> None:
        nonlocal told
        better = None if search.best is told else search.best
        told = search.best
        connection.send(Report(progress, better, waits, ended))

    def exchange(_: list[Sessions]) -> list[Sessions]:
        report(watch.progress(), waits=True)
        best: list[Sessions] = connection.recv()
        return best

    watch = Watch(task.limits, report)
    search = Search(Problem(task.instance), watch, 1000 * task.seed + 10 * number, task.beginning)
    search.exchange = exchange
    try:
        search.run()
        report(watch.progress(), ended=True)
    except (BrokenPipeError, EOFError):
        pass  # the caller is gone
