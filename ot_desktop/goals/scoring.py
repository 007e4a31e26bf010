"""What one scoring says of a goal, and which scorings can be kept."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from ot_desktop.caseload.goals import LEVELS, Goal, Setting
from ot_desktop.errors import ValidationError
from ot_desktop.goals.scales import Assist, Prompt

MOST_TRIALS = 1000


@dataclass(frozen=True, slots=True)
class Scoring:
    """Trials, level and help of one goal on one day; None is not known, never none.

    ``successes`` of ``attempts`` are kept as counted, never as a percentage alone.
    """

    successes: int | None = None
    attempts: int | None = None
    level: int | None = None
    assist: Assist | None = None
    prompts: tuple[Prompt, ...] = ()
    setting: Setting | None = None

    @property
    def says_anything(self) -> bool:
        """Trials or a level are known; help alone is no score."""
        return self.successes is not None or self.level is not None

    def check(self, goal: Goal) -> None:
        """Raise ``ValidationError`` naming every field that cannot be saved for this goal."""
        problems = self._trial_problems() | self._level_problems(goal)
        if not self.says_anything:
            problems["score"] = "Enter how it went: the score, or a level."
        if Prompt.NONE in self.prompts and len(self.prompts) > 1:
            problems["prompts"] = "Choose “None”, or the prompts that were given."
        if problems:
            raise ValidationError(problems)

    def _trial_problems(self) -> dict[str, str]:
        if self.successes is None:
            return {}
        if not self.attempts:
            return {"attempts": "Enter out of how many tries."}
        if self.attempts > MOST_TRIALS:
            return {"attempts": f"Enter {MOST_TRIALS} tries at most."}
        if not 0 <= self.successes <= self.attempts:
            return {"score": f"Enter a number from 0 to {self.attempts}."}
        return {}

    def _level_problems(self, goal: Goal) -> dict[str, str]:
        if self.level is None:
            return {}
        if not goal.has_levels:
            return {"level": "Write the goal’s five levels first. Then a level can be scored."}
        if self.level not in LEVELS:
            return {"level": "Choose a level from −2 to +2."}
        return {}

    def columns(self) -> dict[str, Any]:
        """Return what a row of ``goal_score`` keeps of it."""
        return {
            "score": self.successes,
            "out_of": self.attempts if self.successes is not None else None,
            "level": self.level,
            "assist": self.assist,
            "prompts": json.dumps(self.prompts),
            "setting": self.setting,
        }


@dataclass(frozen=True, slots=True)
class Score:
    """A scoring that was kept: when, by whom, and for which wording of the goal.

    ``help`` is the note's own word for the most help; ``session_id`` None means outside a note.
    """

    id: int
    goal_id: int
    on: date
    version: int
    told: Scoring
    help: str | None = None
    session_id: int | None = None
    by: str = ""

    @property
    def share(self) -> float | None:
        """Successes of attempts, 0 to 1; comparable over days with more and fewer tries."""
        if self.told.successes is None or not self.told.attempts:
            return None
        return self.told.successes / self.told.attempts

    @property
    def can_be_withdrawn(self) -> bool:
        """A score of a signed note stays; one given outside may have been a slip."""
        return self.session_id is None
