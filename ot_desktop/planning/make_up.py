"""The make-up list: for every session a repair lost, the next places over the weeks to come."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from ot_desktop.planning.additions import turn
from ot_desktop.planning.changes import Change, ChangeKind, Words
from ot_desktop.planning.domain import Instance, Plan, Published, Session
from ot_desktop.planning.planner import session_of
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.single_openings import SingleOpenings, add
from ot_desktop.planning.standing import standing
from ot_desktop.planning.state import Slot


@dataclass(frozen=True, slots=True)
class MakeUp:
    """A lost session and where it could be made up, the next day first; ``why`` where nowhere."""

    lost: Session
    places: tuple[Session, ...]
    text: str
    why: str = ""


def make_up_list(
    instance: Instance, plan: Plan, now: datetime, changes: Iterable[Change], count: int = 3
) -> list[MakeUp]:
    """Return the sessions a repair lost, each with up to ``count`` places on different days.

    Weekly limits, authorization, dose and the program's end are kept. All first places can be
    taken together; who has the higher priority and waits longer chooses first.
    """
    problem = Problem(replace(instance, published=Published(now, plan.sessions, frozenset())))
    state, _ = standing(problem)
    openings, words = SingleOpenings(state), Words(instance)
    lost = [each.before for each in changes if each.kind == ChangeKind.LOST and each.before]
    lost.sort(key=lambda each: (*turn(problem, problem.child_number[each.child]), each))
    found = []
    for session in lost:
        number = problem.request_number[session.service]
        best: dict[int, Slot] = {}  # by day
        for _, slot in openings.of(number, range(state.days)):
            best.setdefault(slot[0], slot)
        slots = [best[day] for day in sorted(best)[:count]]
        if slots:
            add(state, number, slots[0])
        places = tuple(session_of(problem, session.service, slot) for slot in slots)
        why = "" if places else _why(openings, number, session)
        text = f"{words.lost(session)}: {_next(words, places) or why}"
        found.append(MakeUp(session, places, text, why))
    return sorted(found, key=lambda each: (each.lost.day, each.lost.start, each.lost))


def _next(words: Words, places: tuple[Session, ...]) -> str:
    """Return like "next Mon Jun 28 at 09:15 with Ben Cole, Gym; or …"."""
    return "next " + "; or ".join(map(words.place, places)) if places else ""


def _why(openings: SingleOpenings, number: int, lost: Session) -> str:
    """Say why there is no place."""
    problem = openings.problem
    request, days = problem.requests[number], problem.days
    this_week = lost.day.isocalendar()[:2]
    later = [
        day
        for day, starts in enumerate(request.windows)
        if starts and days[day].isocalendar()[:2] > this_week
    ]
    if later and all(openings.week_is_full(number, day) for day in later):
        return f"every week to come has its {request.per_week} sessions"
    return "no time is free until the program ends"
