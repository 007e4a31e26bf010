"""Looks over a plan for children who were wronged, by the exact search for one child."""

from collections.abc import Iterator

from ot_desktop.planning.beside import Beside
from ot_desktop.planning.child_openings import Openings
from ot_desktop.planning.domain import Instance, Plan
from ot_desktop.planning.exact_place import ExactPlace
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.start import state_of


def fits(instance: Instance, plan: Plan) -> list[str]:
    """Return the children who are left out although they fit as it is; there should be none."""
    audit = Audit(instance, plan)
    return [audit.name(child) for child in audit.left_out() if audit.has_place(child, audit.full)]


def envy(instance: Instance, plan: Plan) -> list[tuple[str, str]]:
    """Return who is left out, and ONE of a lower priority without whom there were a place."""
    audit = Audit(instance, plan)
    return [
        (audit.name(child), audit.name(other))
        for child in audit.left_out()
        for other in audit.envied(child)
    ]


class Audit:
    """One plan and what it leaves free."""

    def __init__(self, instance: Instance, plan: Plan) -> None:
        self.instance = instance
        self.problem = Problem(instance)
        self.state = state_of(self.problem, plan)
        self.empty = Beside.fixed(self.problem)
        self.full = self.empty.and_sessions(self.state.sessions)

    def name(self, child: int) -> str:
        """Return the child's id."""
        return self.instance.children[child].id

    def left_out(self) -> list[int]:
        """Return the children without a place, by number."""
        return [child for child in range(len(self.problem.kids)) if not self.state.is_in(child)]

    def has_place(self, child: int, beside: Beside) -> bool:
        """Say whether the child fits beside what is taken, its own sessions left out."""
        if beside is not self.empty:
            beside = beside.without((child,), self.state.sessions)
        return ExactPlace(Openings(beside, self.instance, self.name(child))).fits()

    def envied(self, child: int) -> Iterator[int]:
        """Give every child of a lower priority whose place would be enough."""
        if not self.has_place(child, self.empty):
            return
        priority = self.problem.kids[child].priority
        for other, kid in enumerate(self.problem.kids):
            if kid.priority <= priority or not self.state.is_in(other):
                continue
            if self.has_place(child, self.full.without((other,), self.state.sessions)):
                yield other
