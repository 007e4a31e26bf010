"""Plans a summer: from an instance to the best plan found, and places for one more child."""

from collections.abc import Callable
from functools import partial
from random import Random
from time import perf_counter

from ot_desktop.errors import ClinicError
from ot_desktop.planning import COMPILED
from ot_desktop.planning.child_places import ChildPlaces, Joint
from ot_desktop.planning.domain import Instance, Option, Plan, Session
from ot_desktop.planning.drawbacks import drawbacks
from ot_desktop.planning.option_text import option_text
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.program_days import history
from ot_desktop.planning.response import Response
from ot_desktop.planning.search import Search
from ot_desktop.planning.start import Beginning, beginning_of, slots_of, started
from ot_desktop.planning.state import Slot
from ot_desktop.planning.thorough import insert_thoroughly
from ot_desktop.planning.watch import Limits, PlanProgress, Watch

Home = tuple[tuple[int, tuple[int, ...]], ...]
TRIES = 2  # searches for each place asked for
SOLVER = "planner" if COMPILED else "basic planner"
SAME_HOME_MIN = 45  # starts as near as this to a home shown before are no other home


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
        raise ClinicError("This file holds a published plan; only new plans can be made so far.")
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
        bound=beside.in_the_end(cancel),
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


def find_place(instance: Instance, current: Plan, child: str, count: int = 5) -> list[Option]:
    """Return up to ``count`` different places for a child beside everybody else's, best first.

    In a repair sessions that began stay, and nothing new is put before now.
    """
    problem = Problem(instance)
    if child not in problem.child_number:
        raise ClinicError(f"No child of this file has the id {child}.")
    held = [session for session in history(instance) if session.child == child]
    beginning = Beginning(slots_of(problem, current.sessions), slots_of(problem, held))
    state = started(problem, beginning)
    number = problem.child_number[child]
    state.take_out(number)
    response = Response(state, Random(1))  # noqa: S311  (a search, no secret)
    places = ChildPlaces(state, response)
    requests, before = problem.kids[number].requests, state.score
    options: dict[Home, Option] = {}
    for attempt in range(TRIES * count):
        # The best place is as good as can be found; the others only have to differ.
        insert = places.insert if attempt else partial(insert_thoroughly, places)
        if len(options) == count or not insert(number):
            break
        home = tuple(_home(state.sessions[each]) for each in requests)
        if home in options:
            response.offers.avoiding *= 2
        else:
            mine = [each if at in requests else [] for at, each in enumerate(state.sessions)]
            sessions = sessions_of(problem, mine)
            text = option_text(instance, child, sessions)
            lacking = drawbacks(instance, instance.children[number], sessions)
            options[home] = Option(state.score - before, sessions, text, lacking)
        places.joint = Joint.IN_NEED
        for each in requests:
            _avoid_home(problem, response, each, _home(state.sessions[each]))
        state.take_out(number)
    return sorted(options.values(), key=lambda option: -option.points)


def _home(sessions: list[Slot]) -> tuple[int, tuple[int, ...]]:
    """Return the usual start and the therapists: what makes two places different."""
    starts = sorted(session[1] for session in sessions)
    usual = max(set(starts), key=lambda start: (starts.count(start), -start))
    return usual, tuple(sorted({session[2] for session in sessions}))


def _avoid_home(
    problem: Problem, response: Response, number: int, home: tuple[int, tuple[int, ...]]
) -> None:
    """Make the times around this home dear, so that the next place is another one."""
    usual, therapists = home
    near = SAME_HOME_MIN // problem.instance.grid_min
    for therapist in therapists:
        response.offers.avoid(number, therapist, usual - near, usual + near)
