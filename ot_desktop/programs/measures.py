"""How good a plan is, and how two plans differ."""

from dataclasses import dataclass
from datetime import datetime

from ot_desktop.programs.placement import Place


@dataclass(frozen=True, slots=True)
class Measures:
    """Placed of needed; shares are whole percent, None when nothing can be counted.

    ``same_therapist`` is the share of sessions with the child's most frequent therapist of the
    service; ``first_choice`` those inside a preferred time of families who named one;
    ``longest_gap_days`` between two sessions of a child.
    """

    placed: int
    needed: int
    children_placed: int
    children: int
    same_therapist: int | None
    first_choice: int | None
    longest_gap_days: int | None


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan of a program; ``score`` and ``bound`` as the planner left it, before later moves."""

    id: int
    program_id: int
    name: str
    made_by: str
    made_at: datetime
    is_chosen: bool
    sessions: int
    score: int | None = None
    bound: int | None = None
    seconds: float | None = None
    seed: int | None = None
    solver: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One session that is elsewhere in the other plan; None where a plan does not have it."""

    program_child_id: int
    child_name: str
    kind_name: str
    one: Place | None
    other: Place | None
    one_planned_id: int | None
    other_planned_id: int | None
    one_text: str
    other_text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two plans side by side."""

    one: PlanSummary
    other: PlanSummary
    one_measures: Measures
    other_measures: Measures
    differences: tuple[Difference, ...]
