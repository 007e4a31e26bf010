"""Looks for a plan: a new one, a better one beside what a person fixed, or a mended one."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ot_desktop.planning.domain import Instance, Plan
from ot_desktop.planning.watch import PlanProgress

MENDING_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Solving:
    """What to look for; ``mends`` leaves every time that families already have."""

    instance: Instance
    seconds: float
    mends: bool = False
    seed: int = 1

    def run(self, progress: Callable[[PlanProgress], None], cancel: Callable[[], bool]) -> Plan:
        """Return the best plan found; slow, and canceled with what was found so far.

        Raises ``ClinicError`` for a session that has to stay where it cannot.
        """
        from ot_desktop.planning.planner import plan  # noqa: PLC0415  (heavy; only to solve)
        from ot_desktop.planning.repair import repair  # noqa: PLC0415

        before = self.instance.published
        current = Plan(self.instance.name, before.sessions) if before is not None else None
        if before is not None and current is not None and self.mends:
            seconds = min(self.seconds, MENDING_SECONDS)
            mended, _changes = repair(
                self.instance, current, before.now, seconds=seconds, keep=before.locked
            )
            return mended
        return plan(
            replace(self.instance, published=None),
            seconds=self.seconds,
            seed=self.seed,
            start=current,
            keep=before.locked if before is not None else frozenset(),
            progress=progress,
            cancel=cancel,
        )
