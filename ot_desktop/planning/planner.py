"""Plans a summer: from an instance to the best plan found."""

from collections.abc import Callable
from time import perf_counter

from ot_desktop.errors import ClinicError
from ot_desktop.planning import COMPILED
from ot_desktop.planning.domain import Instance, Plan, Session
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.search import Search
from ot_desktop.planning.start import beginning_of, started
from ot_desktop.planning.state import Slot
from ot_desktop.planning.watch import Limits, PlanProgress, Watch

SOLVER = "planner" if COMPILED else "basic planner"


def plan(  # noqa: PLR0913  (one call with everything a caller may choose)
    instance: Instance,
    *,
    seconds: float = 10,
    iterations: int | None = None,
    workers: int = 2,
    seed: int = 1,
    start: Plan | None = None,
    keep: frozenset[Session] = frozenset(),
    progress: Callable[[PlanProgress], None] | None = None,
    cancel: Callable[[], bool] | None = None,
    clock: Callable[[], float] = perf_counter,
) -> Plan:
    """Return the best plan found; the same for the same seed when ``iterations`` is given.

    The search goes on from ``start``; the sessions in ``keep`` are hard. With one worker it runs in
    this process, with more each has its own. ``progress`` and ``cancel`` are called in this thread.
    """
    if instance.published is not None:
        raise ClinicError("This file holds a published plan: it is repaired, not planned anew.")
    from ot_desktop.planning.bound_beside import BoundBeside  # noqa: PLC0415  (slow to import)
    from ot_desktop.planning.explain import Explainer  # noqa: PLC0415

    began = perf_counter()
    problem = Problem(instance)
    beginning = beginning_of(problem, start, keep)
    limits = Limits(seconds, iterations, clock)
    with BoundBeside(instance, seconds if workers > 1 and iterations is None else None) as beside:
        progress = beside.telling(progress)
        if workers > 1:
            from ot_desktop.planning.workers import Task, search  # noqa: PLC0415  (slow to import)

            best = search(Task(instance, limits, seed, beginning), workers, progress, cancel)
        else:
            best = Search(problem, Watch(limits, progress, cancel), 1000 * seed, beginning).run()
    state = started(problem, beginning)
    if best is not None:
        state.restore(best)
    taken = None if iterations is not None else round(perf_counter() - began, 3)
    return Plan(
        instance=instance.name,
        sessions=sessions_of(problem, state.sessions),
        unplaced=Explainer(state).left_out(cancel),
        score=state.score,
        bound=beside.in_the_end(state.score, cancel),
        seconds=taken,
        seed=seed,
        solver=SOLVER,
    )


def sessions_of(problem: Problem, by_request: list[list[Slot]]) -> tuple[Session, ...]:
    """Return the engine's sessions with names, days and times."""
    return tuple(
        session_of(problem, service, slot)
        for service, number in problem.request_number.items()
        for slot in by_request[number]
    )


def session_of(problem: Problem, service: str, slot: Slot) -> Session:
    """Return one session of the service with names, day and time."""
    instance = problem.instance
    day, start, therapist, room = slot
    return Session(
        child=instance.service_of[service][0].id,
        service=service,
        day=problem.days[day],
        start=problem.minutes(start),
        therapist=instance.therapists[therapist].id,
        room=instance.rooms[room].id,
    )
