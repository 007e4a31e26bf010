"""Use cases around the plans of an intensive: from and to the planner, side by side."""

from ot_desktop.planning.domain import Instance, Plan
from ot_desktop.programs.measures import Comparison, Measures, PlanSummary
from ot_desktop.programs.placement import Clash, NotPlaced
from ot_desktop.work import Work


class Plans:
    """Hand an intensive to the planner, keep what comes back, and say how good it is."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def of(self, program_id: int) -> tuple[PlanSummary, ...]:
        """Return the plans by name, Plan A first."""
        raise NotImplementedError

    def instance(self, program_id: int, plan_id: int | None = None) -> Instance:
        """Return what the planner needs, plain values only, safe to hand to another process.

        With ``plan_id``, sessions that were locked or moved by hand are to be kept; those
        families already have always are. Raises ``ClinicError`` naming what is missing: no
        children ready, no therapist, contradictory Musts.
        """
        raise NotImplementedError

    def keep(self, program_id: int, plan: Plan, into: int | None = None) -> int:
        """Keep what the planner found as a new plan, or ``into`` an existing one; return its id.

        Locks and hand marks of sessions that stayed are kept. The first plan is chosen.
        """
        raise NotImplementedError

    def copy(self, plan_id: int) -> int:
        """Copy a plan under the next letter, for trying things; return the new id."""
        raise NotImplementedError

    def choose(self, plan_id: int) -> None:
        """Use this plan: what publishing publishes."""
        raise NotImplementedError

    def discard(self, plan_id: int) -> None:
        """Throw a draft plan away; refused for the chosen one and for one families have seen."""
        raise NotImplementedError

    def measures(self, plan_id: int) -> Measures:
        """Return placed of needed and the quality of a plan as it is now, moves included."""
        raise NotImplementedError

    def compare(self, one: int, other: int) -> Comparison:
        """Return two plans' measures and every session that differs."""
        raise NotImplementedError

    def clashes(self, plan_id: int) -> tuple[Clash, ...]:
        """Return everything in a plan that cannot stay, with fixes; by day."""
        raise NotImplementedError

    def not_placed(self, plan_id: int) -> tuple[NotPlaced, ...]:
        """Return what children are still missing, with reasons and fixes."""
        raise NotImplementedError
