"""Which published sessions can still be: history always, others while every rule allows them."""

from ot_desktop.planning.domain import Session
from ot_desktop.planning.masks import span
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.program_days import history
from ot_desktop.planning.single_openings import SingleOpenings, add
from ot_desktop.planning.start import slots_of
from ot_desktop.planning.state import Slot, State


def standing(problem: Problem) -> tuple[State, list[Session]]:
    """Return the published plan without what cannot be any more, and these broken sessions.

    Where two sessions are in each other's way, a locked one stays, then the earlier one.
    """
    published = problem.instance.published
    if published is None:
        return State(problem), []
    begun = history(problem.instance)
    _forget_lost_lunches(problem, begun)
    state = _with_history(problem, begun)
    openings = SingleOpenings(state)
    broken = []
    before = set(begun)
    ahead = [session for session in published.sessions if session not in before]
    ahead.sort(key=lambda each: (each not in published.locked, each.day, each.start))
    for session in ahead:
        number, slot = problem.request_number[session.service], slot_of(problem, session)
        if slot is not None and openings.can_have(number, slot):
            add(state, number, slot)
        else:
            broken.append(session)
    return state, broken


def slot_of(problem: Problem, session: Session) -> Slot | None:
    """Return the session by numbers; None where the program has no such time any more."""
    day, start = problem.day_number.get(session.day), problem.slot(session.start)
    if day is None or not 0 <= start < problem.slots:
        return None
    therapist, room = problem.therapist_number[session.therapist], problem.room_number[session.room]
    return day, start, therapist, room


def _with_history(problem: Problem, begun: list[Session]) -> State:
    state = State(problem)
    for number, slots in slots_of(problem, begun).items():
        state.place(number, slots)
    return state


def _forget_lost_lunches(problem: Problem, begun: list[Session]) -> None:
    """Owe nobody a lunch that what already happened has taken: it cannot be given back."""
    state = _with_history(problem, begun)
    for at, owed in enumerate(problem.lunch_starts):
        therapist, day = divmod(at, state.days)
        works = owed and state.booked_with(therapist, day, span(0, problem.slots))
        if works and not state.has_lunch_beside(therapist, day, 0):
            problem.lunch_starts[at] = 0
