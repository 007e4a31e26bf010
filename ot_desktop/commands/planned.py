"""What the planner's commands tell of a plan that was written."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ot_desktop.planning.domain import Instance, Plan


def facts_of(instance: "Instance", plan: "Plan", path: Path) -> dict[str, Any]:
    """Return what a program wants to know of a plan that was written."""
    return {
        "plan": str(path),
        "score": plan.score,
        "bound": plan.bound,
        "children": len(instance.children) - len(plan.unplaced),
        "of_children": len(instance.children),
        "sessions": len(plan.sessions),
        "unplaced": list(plan.unplaced),
        "seconds": plan.seconds,
        "seed": plan.seed,
        "solver": plan.solver,
    }
