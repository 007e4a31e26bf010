"""What the family was asked to practice, so that the note can ask about it by name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PlannedPractice:
    """One activity as it was printed; ``slug`` finds it in the library."""

    id: int
    title: str
    minutes: int
    times_a_week: int
    slug: str = ""


@dataclass(frozen=True, slots=True)
class PracticePlan:
    """The home program the family had between two visits."""

    id: int
    starts_on: date
    ends_on: date
    activities: tuple[PlannedPractice, ...]
    minutes_a_day: float | None = None


class PracticePlans(Protocol):
    """Whoever knows the home programs that were given to families."""

    def given_before(self, child_id: int, day: date) -> PracticePlan | None:
        """Return the program the family practiced up to ``day``, or None."""

    def given_to(self, child_id: int) -> tuple[PracticePlan, ...]:
        """Return every program a family was given, the newest first."""


def plan_before(plans: Iterable[PracticePlan], day: date) -> PracticePlan | None:
    """Return which of ``plans``, the newest first, the family practiced up to ``day``."""
    return next((plan for plan in plans if plan.starts_on < day), None)
