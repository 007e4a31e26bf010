"""Repairs a published plan: what broke gets another place, what families have stays as it is."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from time import perf_counter

from ot_desktop.planning.additions import add_what_fits
from ot_desktop.planning.booked import movable, week_of
from ot_desktop.planning.broken import Broken
from ot_desktop.planning.changes import Change, ChangeKind, change_points, changes_between
from ot_desktop.planning.domain import Instance, Plan, Published, Session
from ot_desktop.planning.making_room import MakingRoom
from ot_desktop.planning.moving_others import MovingOthers
from ot_desktop.planning.planner import SOLVER, sessions_of
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.replacing import Replacing
from ot_desktop.planning.standing import slot_of, standing, strangers_before


def repair(
    instance: Instance,
    published: Plan,
    now: datetime,
    *,
    seconds: float = 1,
    keep: Collection[Session] = (),
    may_move: int = 0,
) -> tuple[Plan, list[Change]]:
    """Mend the plan: the differences between it and the instance are what happened.

    Sessions that began before ``now`` stay, those in ``keep`` stay while they are possible, and
    of the others only those move that cannot be any more, each within its week. With ``may_move``
    up to so many other families are moved too where that saves more than it costs.
    """
    instance = replace(instance, published=Published(now, published.sessions, frozenset(keep)))
    until = perf_counter() + seconds

    def go_on() -> bool:
        return perf_counter() < until

    problem = Problem(instance)
    state, gone = standing(problem)
    broken = [_broken(problem, session) for session in gone]
    unlocked = movable(state, published.sessions) if may_move else []
    lost = Replacing(state, broken).replace()
    MovingOthers(state, unlocked, may_move, go_on).save(lost)
    out = add_what_fits(state, broken)
    for child in out if may_move and not broken else ():
        making = MakingRoom(state, movable(state, published.sessions))
        may_move -= len(making.insert(child, may_move, go_on))
    sessions = sessions_of(problem, state.sessions)
    changes = changes_between(instance, published.sessions, sessions)
    changes = [_asked(change, gone) for change in changes]
    placed = {session.child for session in sessions}
    return Plan(
        instance=instance.name,
        sessions=sessions,
        unplaced={child.id: () for child in instance.children if child.id not in placed},
        score=state.score - strangers_before(problem) - change_points(instance.weights, changes),
        solver=SOLVER,
    ), changes


def _asked(change: Change, gone: list[Session]) -> Change:
    """Mark a change of a session that could have stayed."""
    if change.kind in (ChangeKind.KEPT, ChangeKind.NEW) or change.before in gone:
        return change
    return replace(change, text=f"{change.text}, to make room", asked=True)


def _broken(problem: Problem, session: Session) -> Broken:
    number, slot = problem.request_number[session.service], slot_of(problem, session)
    return Broken(number, slot, week_of(problem, session))
