"""What a repair adds beside the published plan: a place for one more child, or more visits."""

from random import Random

from ot_desktop.planning.broken import Broken
from ot_desktop.planning.child_places import ChildPlaces
from ot_desktop.planning.masks import span
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.response import Response
from ot_desktop.planning.single_openings import SingleOpenings, add
from ot_desktop.planning.state import State
from ot_desktop.planning.thorough import insert_thoroughly


def add_what_fits(state: State, broken: list[Broken]) -> list[int]:
    """Place children who were published nothing; if nobody came and nothing broke, add visits.

    Return the children who stay without a place, in their turn.

    Time that a broken session left free is not given away: who gets it, a person decides.
    """
    freed = _freed(state, broken)
    for at, taken in freed.items():
        state.free_therapist[at] &= ~taken
    waiting = _waiting(state.problem)
    places = ChildPlaces(state, Response(state, Random(1)))  # noqa: S311  (a search, no secret)
    out = [child for child in waiting if not insert_thoroughly(places, child)]
    if out == waiting and not broken:
        _add_visits(state)
    for at, taken in freed.items():
        state.free_therapist[at] |= taken
    return out


def turn(problem: Problem, child: int) -> tuple[int, int]:
    """Return the child's turn in the queue: priority, then who waits longest."""
    kid = problem.kids[child]
    return kid.priority, -kid.waiting_weeks


def _freed(state: State, broken: list[Broken]) -> dict[int, int]:
    """Return the broken sessions' own times that are free by now, by therapist's day."""
    freed: dict[int, int] = {}
    for each in broken:
        if each.slot is not None:
            day, start, therapist, _ = each.slot
            at = therapist * state.days + day
            notes = state.problem.note_slots[therapist]
            taken = span(start, state.problem.requests[each.number].length + notes)
            freed[at] = freed.get(at, 0) | taken & state.free_therapist[at]
    return freed


def _waiting(problem: Problem) -> list[int]:
    """Return the children who were published nothing, in their turn."""
    published = problem.instance.published
    had = {each.child for each in published.sessions} if published else set()
    waiting = [number for child, number in problem.child_number.items() if child not in had]
    return sorted(waiting, key=lambda child: turn(problem, child))


def _add_visits(state: State) -> None:
    """Add single sessions where dose and authorization allow more than was published."""
    problem, openings = state.problem, SingleOpenings(state)
    numbers = sorted(
        (number for number, sessions in enumerate(state.sessions) if sessions),
        key=lambda number: turn(problem, problem.requests[number].child),
    )
    for number in numbers:
        while found := openings.of(number, range(state.days)):
            points, slot = found[0]
            if points <= 0:
                break
            add(state, number, slot)
