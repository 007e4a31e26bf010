"""When no whole place is free: fewer sessions than the least, or a place others make room for."""

from dataclasses import dataclass, replace
from time import perf_counter

from ot_desktop.planning.booked import movable
from ot_desktop.planning.changes import Change, ChangeKind, change_points, changes_between
from ot_desktop.planning.domain import Child, Instance, Option, Plan
from ot_desktop.planning.drawbacks import drawbacks
from ot_desktop.planning.making_room import MakingRoom
from ot_desktop.planning.open_places import find_place
from ot_desktop.planning.option_text import option_text
from ot_desktop.planning.planner import sessions_of
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.start import state_of


@dataclass(frozen=True)
class RoomMade:
    """A place for a child, and what other families are asked to change for it."""

    option: Option  # its points count what the changes cost
    families: tuple[str, ...]
    changes: tuple[Change, ...]
    text: str


def partial_places(instance: Instance, current: Plan, child: str, count: int = 3) -> list[Option]:
    """Return places with fewer sessions than the child's least; one service alone if need be."""
    wanted = next(each for each in instance.children if each.id == child)
    current = _without(current, child)
    together = find_place(_modest(instance, wanted), current, child, count)
    if together or len(wanted.services) == 1:
        return together
    alone = [replace(wanted, services=(service,)) for service in wanted.services]
    found = [
        option
        for each in alone
        for option in find_place(_modest(instance, each), current, child, count)
    ]
    return sorted(found, key=lambda option: -option.points)[:count]


def _modest(instance: Instance, child: Child) -> Instance:
    """Return the instance with this child content with a single session of each service."""
    services = tuple(replace(service, min_sessions=1) for service in child.services)
    modest = replace(child, services=services)
    children = tuple(modest if each.id == child.id else each for each in instance.children)
    return replace(instance, children=children)


def place_by_moving(
    instance: Instance, current: Plan, child: str, families: int, *, seconds: float = 5
) -> RoomMade | None:
    """Return the best place for a child who fits nowhere, with at most so many families moved.

    Nobody loses a session; every session that moves stays in its week. The fewest families that
    do are asked. In a repair history and locked sessions stay.
    """
    until = perf_counter() + seconds
    current = _without(current, child)
    problem = Problem(instance)
    state, number = state_of(problem, current), problem.child_number[child]
    making = MakingRoom(state, movable(state, current.sessions))
    before = state.score
    asked = making.insert(number, families, lambda: perf_counter() < until)
    if not asked:
        return None
    sessions = sessions_of(problem, state.sessions)
    own = tuple(session for session in sessions if session.child == child)
    changes = changes_between(instance, current.sessions, sessions)
    moved = tuple(each for each in changes if each.kind not in (ChangeKind.KEPT, ChangeKind.NEW))
    points = state.score - before - change_points(instance.weights, moved)
    lacking = drawbacks(instance, instance.children[number], own)
    option = Option(points, own, option_text(instance, child, own), lacking)
    words = "1 family" if len(asked) == 1 else f"{len(asked)} families"
    names = tuple(instance.families[family].id for family in asked)
    return RoomMade(option, names, moved, f"With {words} asked to move: {option.text}")


def _without(plan: Plan, child: str) -> Plan:
    kept = tuple(session for session in plan.sessions if session.child != child)
    return replace(plan, sessions=kept)
