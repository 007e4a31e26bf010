"""Looks for a plan: a new one, or a better one beside what a person fixed."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ot_desktop.planning.domain import Instance, Plan
from ot_desktop.planning.watch import PlanProgress


@dataclass(frozen=True, slots=True)
class Solving:
    """What to look for."""

    instance: Instance
    seconds: float
    seed: int = 1

    def run(self, progress: Callable[[PlanProgress], None], cancel: Callable[[], bool]) -> Plan:
        """Return the best plan found; slow, and canceled with what was found so far.

        Raises ``ClinicError`` for a session that has to stay where it cannot.
        """
        from ot_desktop.planning.planner import plan  # noqa: PLC0415  (heavy; only to solve)

        before = self.instance.published
        current = Plan(self.instance.name, before.sessions) if before is not None else None
        return plan(
            replace(self.instance, published=None),
            seconds=self.seconds,
            seed=self.seed,
            start=current,
            keep=before.locked if before is not None else frozenset(),
            progress=progress,
            cancel=cancel,
        )
