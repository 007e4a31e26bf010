"""Plans in a process of its own, so that a window beside it stays quick."""

import os
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.synchronize import Event
from typing import Any

from ot_desktop.errors import ClinicError
from ot_desktop.planning.domain import Instance, Plan
from ot_desktop.planning.watch import PlanProgress

LOOK_EVERY = 0.02  # seconds
PATIENCE = 1.0
POLITE = 5  # a window's clicks come before a search
TOLD, FOUND, REFUSED = "told", "found", "refused"


def plan_apart(
    instance: Instance,
    *,
    seconds: float,
    seed: int = 1,
    progress: Callable[[PlanProgress], None],
    enough: Callable[[], bool],
    cancel: Callable[[], bool],
) -> Plan | None:
    """Return the best plan found, once the time is over or it is ``enough``; None when canceled.

    The process is gone when this returns. Raises ``ClinicError`` with what the planner refuses.
    """
    context = get_context("spawn")
    mine, theirs = context.Pipe(duplex=False)
    stop = context.Event()
    process = context.Process(target=_work, args=(theirs, stop, instance, seconds, seed))
    process.start()
    theirs.close()
    try:
        return _listen(mine, stop, progress, enough, cancel)
    finally:
        _end(process, stop)
        mine.close()


def _listen(
    told: Connection,
    stop: Event,
    progress: Callable[[PlanProgress], None],
    enough: Callable[[], bool],
    cancel: Callable[[], bool],
) -> Plan | None:
    while not cancel():
        if enough():
            stop.set()
        if not told.poll(LOOK_EVERY):
            continue
        try:
            kind, value = told.recv()
        except EOFError as gone:
            raise ClinicError("The planner stopped before it was done. Solve again.") from gone
        if kind == TOLD:
            progress(value)
        elif kind == REFUSED:
            raise ClinicError(value)
        else:
            found: Plan = value
            return found
    return None


def _end(process: SpawnProcess, stop: Event) -> None:
    """Let the process end by itself; one that does not is ended."""
    stop.set()
    process.join(PATIENCE)
    if process.is_alive():
        process.kill()
        process.join()
    process.close()


def _work(mine: Connection, stop: Event, instance: Instance, seconds: float, seed: int) -> None:
    """Plan, in the process of its own."""
    from ot_desktop.planning.planner import plan  # noqa: PLC0415  (not in the window's process)

    with suppress(OSError, AttributeError):
        os.nice(POLITE)

    def tell(kind: str, value: Any) -> None:
        with suppress(OSError):  # nobody listens any more
            mine.send((kind, value))

    try:
        best = plan(
            instance,
            seconds=seconds,
            seed=seed,
            progress=lambda now: tell(TOLD, now),
            cancel=stop.is_set,
        )
    except ClinicError as refusal:
        tell(REFUSED, str(refusal))
    else:
        tell(FOUND, best)
