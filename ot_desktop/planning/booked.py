"""Sessions families have, by numbers, and which of them may be moved."""

from collections.abc import Iterable
from typing import NamedTuple

from ot_desktop.planning.domain import Session
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.program_days import history
from ot_desktop.planning.standing import slot_of
from ot_desktop.planning.state import Slot, State


class Booked(NamedTuple):
    """A service's session, and the days of its week."""

    number: int
    slot: Slot
    days: tuple[int, ...]


def movable(state: State, sessions: Iterable[Session]) -> list[Booked]:
    """Return those of the sessions that stand in the state, are to come and are not locked."""
    problem = state.problem
    published = problem.instance.published
    fixed = {*history(problem.instance), *(published.locked if published else ())}
    found = []
    for session in sessions:
        number, slot = problem.request_number[session.service], slot_of(problem, session)
        if slot is not None and slot in state.sessions[number] and session not in fixed:
            found.append(Booked(number, slot, week_of(problem, session)))
    return found


def week_of(problem: Problem, session: Session) -> tuple[int, ...]:
    """Return the program's days in the session's week."""
    week = session.day.isocalendar()[:2]
    return tuple(at for at, day in enumerate(problem.days) if day.isocalendar()[:2] == week)
