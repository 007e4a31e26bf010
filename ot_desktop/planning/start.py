"""What a search begins with: a plan that was made before, and the sessions that must stay."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ot_desktop.errors import ClinicError
from ot_desktop.planning.domain import Plan, Session, clock_text
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.state import Slot, State

Sessions = list[Slot]


@dataclass(frozen=True)
class Beginning:
    """What a search starts from, by request: a plan, and the sessions of it that must stay."""

    sessions: dict[int, Sessions] = field(default_factory=dict)
    kept: dict[int, Sessions] = field(default_factory=dict)


def beginning_of(problem: Problem, plan: Plan | None, keep: Iterable[Session]) -> Beginning:
    """Return where to begin; children whose sessions no longer fit begin without a place.

    Raises ``ClinicError`` for a session that has to stay and cannot.
    """
    kept = slots_of(problem, keep)
    state = State(problem)
    for number, sessions in kept.items():
        if not _seat(state, number, sessions):
            raise ClinicError(_does_not_fit(problem, number, sessions))
    state = State(problem, kept)
    before = slots_of(problem, plan.sessions) if plan is not None else {}
    for child, kid in enumerate(problem.kids):
        wanted = {number: before.get(number, []) for number in kid.requests}
        if not all(_seat_again(state, number, wanted[number]) for number in kid.requests):
            state.take_out(child)
    begun = {number: sessions for number, sessions in enumerate(state.sessions) if sessions}
    return Beginning(begun, kept)


def started(problem: Problem, beginning: Beginning) -> State:
    """Return the state a search begins with."""
    state = State(problem, beginning.kept)
    for number, sessions in beginning.sessions.items():
        state.clear(number)
        state.place(number, sessions)
    return state


def state_of(problem: Problem, plan: Plan) -> State:
    """Return the plan as the engine keeps it; the plan has to be valid."""
    state = State(problem)
    for number, sessions in slots_of(problem, plan.sessions).items():
        state.place(number, sessions)
    return state


def slots_of(problem: Problem, sessions: Iterable[Session]) -> dict[int, Sessions]:
    """Return the sessions by request, as the engine has them and in order."""
    by_request: dict[int, Sessions] = defaultdict(list)
    for each in sorted(sessions):
        by_request[problem.request_number[each.service]].append(
            (
                problem.day_number[each.day],
                problem.slot(each.start),
                problem.therapist_number[each.therapist],
                problem.room_number[each.room],
            )
        )
    return {number: sorted(slots) for number, slots in by_request.items()}


def _seat_again(state: State, number: int, sessions: Sessions) -> bool:
    """Book a service as it was if all of it is still allowed; say whether that is so."""
    request = state.problem.requests[number]
    per_week = [sum(session[0] in week for session in sessions) for week in state.problem.week_days]
    team = {session[2] for session in sessions}
    allowed = (
        request.least <= len(sessions) <= request.most
        and max(per_week, default=0) <= request.per_week
        and len(team) <= request.max_team
        and set(state.kept[number]) <= set(sessions)
    )
    return allowed and _seat(state, number, sessions)


def _seat(state: State, number: int, sessions: Sessions) -> bool:
    """Book the sessions one by one; say whether all are free."""
    booked: Sessions = list(state.kept[number])
    for session in sessions:
        if session in booked:
            continue
        if not _fits(state, number, session):
            return False
        state.clear(number)
        booked = sorted([*booked, session])
        state.place(number, booked)
    return True


def _fits(state: State, number: int, session: Slot) -> bool:
    day, start, therapist, room = session
    request = state.problem.requests[number]
    if therapist not in request.therapists or room not in request.rooms or start < 0:
        return False
    position = request.therapists.index(therapist)
    starts = state.child_starts(number, day) & state.therapist_starts(number, position, day)
    return bool(starts >> start & 1) and state.room_is_free(number, room, day, start)


def _does_not_fit(problem: Problem, number: int, sessions: Sessions) -> str:
    request = problem.requests[number]
    child = problem.instance.children[request.child]
    day, start, *_ = sessions[0]
    when = f"{problem.days[day]} at {clock_text(problem.minutes(start))}"
    return (
        f"The sessions of {child.name} that have to stay, the first on {when}, do not fit "
        "any more. Unlock or move them, then solve again."
    )
