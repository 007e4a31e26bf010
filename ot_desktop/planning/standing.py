"""Which published sessions can still be: history always, others while every rule allows them."""

from ot_desktop.planning.domain import Session
from ot_desktop.planning.openings import Openings
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.program_days import history
from ot_desktop.planning.state import Slot, State


def standing(problem: Problem) -> tuple[State, list[Session]]:
    """Return the published plan without what cannot be any more, and these broken sessions.

    Where two sessions are in each other's way, a locked one stays, then the earlier one.
    """
    state = State(problem)
    published = problem.instance.published
    if published is None:
        return state, []
    begun = history(problem.instance)
    for session in begun:
        slot = slot_of(problem, session)
        if slot is not None:
            state.hold(problem.request_number[session.service], slot)
    _forget_lost_lunches(state)
    openings = Openings(state)
    broken = []
    before = set(begun)
    ahead = [session for session in published.sessions if session not in before]
    ahead.sort(key=lambda each: (each not in published.locked, each.day, each.start))
    for session in ahead:
        number, slot = problem.request_number[session.service], slot_of(problem, session)
        if slot is not None and openings.can_have(number, slot):
            state.hold(number, slot)
        else:
            broken.append(session)
    for number in range(len(problem.requests)):
        state.count(number)
    return state, broken


def slot_of(problem: Problem, session: Session) -> Slot | None:
    """Return the session by numbers; None where the program has no such time any more."""
    day, start = problem.day_number.get(session.day), problem.slot(session.start)
    if day is None or not 0 <= start < problem.slots:
        return None
    therapist, room = problem.therapist_number[session.therapist], problem.room_number[session.room]
    return day, start, therapist, room


def _forget_lost_lunches(state: State) -> None:
    """Owe nobody a lunch that what already happened has taken: it cannot be given back."""
    problem = state.problem
    for at, owed in enumerate(problem.lunch_starts):
        therapist, day = divmod(at, state.days)
        if owed and state.booked[at] and not state.lunch_kept(therapist, day, 1):
            problem.lunch_starts[at] = 0
