"""What a search begins with: a plan that was made before, and the sessions that must stay."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from ot_desktop.day_words import long_day, minute_text
from ot_desktop.errors import ClinicError
from ot_desktop.planning.domain import Plan, Session
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.state import Slot, State

Sessions = list[Slot]


class Beginning(NamedTuple):
    """What a search starts from, by request: a plan, and the sessions of it that must stay."""

    sessions: dict[int, Sessions]
    kept: dict[int, Sessions]


def beginning_of(problem: Problem, plan: Plan | None, keep: Iterable[Session]) -> Beginning:
    """Return where to begin; children whose sessions no longer fit begin without a place.

    Raises ``ClinicError`` for a session that has to stay and cannot.
    """
    kept: dict[int, Sessions] = {}
    state = State(problem)
    for service, sessions in _by_service(keep).items():
        if not all(_is_known(problem, each) for each in sessions):
            raise ClinicError(_does_not_fit(problem, sessions[0]))
        kept |= slots_of(problem, sessions)
        number = problem.request_number[service]
        if not _seat(state, number, kept[number]):
            raise ClinicError(_does_not_fit(problem, sessions[0]))
    state = State(problem, kept)
    known = [each for each in plan.sessions if _is_known(problem, each)] if plan else []
    before = slots_of(problem, known)
    for child in range(len(problem.kids)):
        if not _seat_again(state, child, before):
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


def _by_service(sessions: Iterable[Session]) -> dict[str, list[Session]]:
    by_service: dict[str, list[Session]] = defaultdict(list)
    for each in sorted(sessions, key=lambda each: (each.day, each)):
        by_service[each.service].append(each)
    return by_service


def _is_known(problem: Problem, session: Session) -> bool:
    return (
        session.service in problem.request_number
        and session.day in problem.day_number
        and session.therapist in problem.therapist_number
        and session.room in problem.room_number
    )


def _seat_again(state: State, child: int, before: dict[int, Sessions]) -> bool:
    """Book a child as it was if all of it is still allowed; say whether that is so."""
    kid = state.problem.kids[child]
    wanted = {number: before.get(number, []) for number in kid.requests}
    return sum(map(len, wanted.values())) <= kid.visits and all(
        _is_allowed(state, number, sessions) and _seat(state, number, sessions)
        for number, sessions in wanted.items()
    )


def _is_allowed(state: State, number: int, sessions: Sessions) -> bool:
    """Say whether dose, week, team and the sessions that stay allow this."""
    request = state.problem.requests[number]
    in_week = [sum(session[0] in week for session in sessions) for week in state.problem.week_days]
    return (
        request.least <= len(sessions) <= request.most
        and max(in_week, default=0) <= request.per_week
        and len({session[2] for session in sessions}) <= request.max_team
        and set(state.kept[number]) <= set(sessions)
    )


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


def _does_not_fit(problem: Problem, session: Session) -> str:
    names = {child.id: child.name for child in problem.instance.children}
    when = f"{long_day(session.day)} at {minute_text(session.start)}"
    return (
        f"The sessions of {names.get(session.child, session.child)} that have to stay, the first "
        f"on {when}, do not fit any more. Unlock or move them, then solve again."
    )
