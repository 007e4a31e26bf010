"""The demo clinic's texts, and the dice that choose among them: the same seed, the same story."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache
from random import Random
from typing import Any, TypeVar

import resources
from ot_desktop.caseload.domain import Status
from ot_desktop.clock import instant_of
from ot_desktop.home_programs.printing import pronouns_of
from ot_desktop.home_programs.wording import fill

Choice = TypeVar("Choice")


class Dice:
    """Chance that can be repeated."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311  (a story, not a secret)

    def one(self, choices: Sequence[Choice]) -> Choice:
        """Return one of ``choices``."""
        return self._random.choice(choices)

    def some(self, choices: Sequence[Choice], count: int) -> list[Choice]:
        """Return ``count`` different ones, or all there are."""
        return self._random.sample(choices, min(count, len(choices)))

    def is_below(self, share: float) -> bool:
        """Say yes in ``share`` of all cases (0 to 1)."""
        return self._random.random() < share

    def between(self, least: int, most: int) -> int:
        """Return a whole number, both ends included."""
        return self._random.randint(least, most)

    def weighed(self, choices: Sequence[Choice], weights: Sequence[int]) -> Choice:
        """Return one of ``choices``, the heavier ones more often."""
        return self._random.choices(choices, weights)[0]

    def shuffled(self, choices: Sequence[Choice]) -> list[Choice]:
        """Return ``choices`` in another order."""
        return self._random.sample(choices, len(choices))


@dataclass(frozen=True, slots=True)
class Carer:
    """A caregiver as notes speak of them."""

    id: int
    name: str
    relation: str


@dataclass(slots=True)
class WorkingGoal:
    """A goal of one child while the story is told; ``pace`` 1 reaches the target in time."""

    id: int
    skill_area: str
    statement: str
    out_of: int
    baseline: int
    target: int
    starts_on: date
    target_on: date
    pace: float
    texts: dict[str, list[str]]
    met_on: date | None = None
    times_at_target: int = 0


@dataclass(slots=True)
class DemoChild:
    """A child of the story, with what later chapters need to know."""

    id: int
    given_name: str
    family_name: str
    pronouns: str
    born_on: date
    status: Status
    therapist_id: int | None
    comes_in_summer: bool
    told: dict[str, Any]
    carers: list[Carer] = field(default_factory=list)
    alerts: tuple[str, ...] = ()
    goals: list[WorkingGoal] = field(default_factory=list)
    payer: str = ""

    def says(self, text: str) -> str:
        """Put the child's name and pronouns into a text of the story."""
        return fill(text, pronouns_of(self.pronouns), self.given_name)


def area_of(child: DemoChild) -> str:
    """Return the skill area a child comes for: that of the first goal."""
    return child.goals[0].skill_area if child.goals else "play"


@lru_cache(maxsize=8)
def told(name: str) -> Any:
    """Return one of the story's files: ``clinic``, ``children``, ``goals`` or ``notes``."""
    return json.loads(resources.text(f"seed/{name}.json"))


def instant(day: date, hour: int, minute: int = 0) -> datetime:
    """Return the moment the clinic's clock shows this time."""
    return instant_of(datetime.combine(day, time(hour, minute)))


def months_before(day: date, months: int, day_of_month: int) -> date:
    """Return a date so many months earlier; ``day_of_month`` is at most 28."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, day_of_month)
