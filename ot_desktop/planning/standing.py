"""Which published sessions can still be: history always, others while every rule allows them."""

from ot_desktop.planning.domain import Session
from ot_desktop.planning.masks import runs, span
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


def strangers_before(problem: Problem) -> int:
    """Return the points of sessions held by therapists the child could not have any more.

    They are not among the service's therapists, so the state does not count them.
    """
    weights, points = problem.instance.weights, 0
    for session in history(problem.instance):
        child = problem.instance.service_of[session.service][0]
        able = problem.requests[problem.request_number[session.service]].therapists
        has_primary = problem.therapist_number.get(child.primary_therapist or "") in able
        if has_primary and problem.therapist_number[session.therapist] not in able:
            points += weights.not_primary
    return points


def _with_history(problem: Problem, begun: list[Session]) -> State:
    state = State(problem)
    for number, slots in slots_of(problem, begun).items():
        state.place(number, slots)
    return state


def _forget_lost_lunches(problem: Problem, begun: list[Session]) -> None:
    """Owe nobody a lunch that what already happened has taken: it cannot be given back."""
    worked: dict[int, int] = {}  # slots, by therapist's day
    for number, slots in slots_of(problem, begun).items():
        for day, start, therapist, _ in slots:
            at = therapist * len(problem.days) + day
            length = problem.requests[number].length + problem.note_slots[therapist]
            worked[at] = worked.get(at, 0) | span(start, length)
    for at, taken in worked.items():
        left = problem.free_therapist[at] & ~taken
        lunch = problem.lunch_slots[at // len(problem.days)]
        if not problem.lunch_starts[at] & runs(left, lunch):
            problem.lunch_starts[at] = 0
